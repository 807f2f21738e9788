package procedure_test

import (
	"errors"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

func packs(t *testing.T, files map[string]string) []*procedure.Pack {
	t.Helper()
	root := fstest.MapFS{}
	for name, text := range files {
		root[name] = &fstest.MapFile{Data: []byte(text)}
	}
	ps, err := procedure.ReadPacks("packs", root)
	if err != nil {
		t.Fatal(err)
	}
	return ps
}

func example(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../docs/example-pack/icp-licence.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A set with packs has what is in order, and names what is not.
func TestSetWithPacks(t *testing.T) {
	good := example(t)
	older := strings.Replace(good, "edition = 2026-11-23", "edition = 2025-01-01", 1)
	ps := packs(t, map[string]string{
		"new.toml": good, "old.toml": older, "a.zh.toml": "no definition", "sub/half.toml": "colour = 1\nid = \"half\"\n",
		"sub/none.toml": "= broken", "deep/er/lost.toml": good, "note.txt": "x",
	})
	shipped, err := procedure.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	s := shipped.With(ps...)
	if p, err := s.Latest("icp-licence"); err != nil || p.Edition.String() != "2026-11-23" {
		t.Errorf("latest: %v, %v", p, err)
	}
	if _, err := s.Edition("icp-licence", day(2025, 1, 1)); err != nil {
		t.Errorf("an older edition: %v", err)
	}
	if _, err := s.Latest("call-center"); err != nil {
		t.Errorf("what is shipped: %v", err)
	}
	for id, place := range map[model.ProcedureID]string{"half": "packs/sub/half.toml:1:1", "none": "packs/sub/none.toml:1:1"} {
		_, err := s.Latest(id)
		if broken := (*procedure.BrokenError)(nil); !errors.As(err, &broken) || !strings.HasPrefix(err.Error(), place) {
			t.Errorf("%s: %v", id, err)
		}
	}
	if _, err := s.Latest("tea-shop"); !errors.Is(err, procedure.ErrNotFound) {
		t.Errorf("what is nowhere: %v", err)
	}
	if n := len(s.All()); n != len(shipped.All())+1 {
		t.Errorf("%d procedures", n)
	}
	if got := packs(t, nil); len(got) != 0 {
		t.Errorf("packs of nothing: %v", got)
	}
}

func TestPackCannotReplaceAnEdition(t *testing.T) {
	ps := packs(t, map[string]string{"a.toml": example(t), "b/b.toml": example(t)})
	shipped, _ := procedure.Shipped()
	s := shipped.With(ps...)
	if _, err := s.Latest("icp-licence"); err != nil {
		t.Errorf("the first: %v", err)
	}
	if problems := ps[1].Problems(); len(problems) != 1 || problems[0].Code != procedure.Duplicate {
		t.Errorf("the second: %v", problems)
	}
}

func day(year, month, d int) model.Date {
	date, _ := model.NewDate(year, month, d)
	return date
}
