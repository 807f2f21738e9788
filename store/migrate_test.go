package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
)

// rename is a migration: it works on bytes.
func rename(t tx) error {
	return t.scanAll(applications, func(key string, value []byte) error {
		return t.put(applications, key, bytes.ReplaceAll(value, []byte("蓝鲸"), []byte("白鲸")))
	})
}

func (t tx) scanAll(b bucket, change func(key string, value []byte) error) error {
	all := make(map[string][]byte)
	err := t.scan(b, "", func(key, value []byte, _ error) bool {
		all[string(key)] = bytes.Clone(value)
		return true
	})
	for key, value := range all {
		err = errors.Join(err, change(key, value))
	}
	return err
}

// following puts migrations behind those that there are.
func following(steps ...migration) []migration { return slices.Concat(migrations, steps) }

func TestMigrate(t *testing.T) {
	dir := t.TempDir()
	s := openDir(t, dir)
	a := create(t, s, sample("蓝鲸"))
	s.Close()
	before, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	unchanged := func(what string) {
		t.Helper()
		if now, err := os.ReadFile(s.Path()); err != nil || !bytes.Equal(now, before) {
			t.Errorf("%s: the file has changed (%v)", what, err)
		}
	}

	_, err = open(dir, Options{ReadOnly: true}, following(rename))
	wantCode(t, err, OlderVersion)
	unchanged("reading")

	broken := func(tx) error { return errors.New("broken") }
	if _, err := open(dir, Options{}, following(rename, broken)); err == nil || !strings.Contains(err.Error(), "broken") {
		t.Errorf("a broken migration: %v", err)
	}
	panics := func(tx) error { panic("broken") }
	if _, err := open(dir, Options{}, following(rename, panics)); err == nil {
		t.Error("a migration that panics gave no error")
	}
	unchanged("a broken migration")

	var order []string
	note := func(what string) migration {
		return func(tx) error { order = append(order, what); return nil }
	}
	newer, err := open(dir, Options{}, following(note("first"), rename, note("last")))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := newer.Load(a.ID); err != nil || got.Title != "白鲸" {
		t.Errorf("migrated: %v, %q", err, got.Title)
	}
	if strings.Join(order, " ") != "first last" {
		t.Errorf("the order was %v", order)
	}
	newer.Close()
	if backup, err := os.ReadFile(s.Path() + fmt.Sprintf(".v%d-backup", 1+len(migrations))); err != nil || !bytes.Equal(backup, before) {
		t.Errorf("the copy from before is not what was before (%v)", err)
	}
	if before, err = os.ReadFile(s.Path()); err != nil {
		t.Fatal(err)
	}
	for _, readOnly := range []bool{false, true} {
		_, err = Open(dir, Options{ReadOnly: readOnly})
		wantCode(t, err, NewerVersion)
	}
	unchanged("a newer schema")

	again, err := open(dir, Options{}, following(broken, broken, broken))
	if err != nil {
		t.Fatalf("a migration ran twice: %v", err)
	}
	if l, err := again.List(model.Query{}); err != nil || len(l.Rows) != 1 {
		t.Errorf("%v, %+v", err, l)
	}
	again.Close()
}
