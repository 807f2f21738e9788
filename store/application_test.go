package store

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"testing"

	"github.com/xuke-cli/xuke/model"
)

func TestConflict(t *testing.T) {
	s := openDir(t, t.TempDir())
	a := create(t, s, sample("蓝鲸"))
	if !regexp.MustCompile(`^[0-9a-hjkmnp-tv-z]{10}$`).MatchString(string(a.ID)) || a.Rev != 1 {
		t.Errorf("id %q, revision %d", a.ID, a.Rev)
	}
	sum := summary(a, "preparing", model.Date{})
	if rev, err := s.Save(a, sum, nil); rev != 2 || err != nil {
		t.Fatalf("revision %d, %v", rev, err)
	}
	stale := a
	stale.Title = "lost"
	_, err := s.Save(stale, sum, &model.Draft{Place: "lost"})
	e, _ := errors.AsType[*Error](err)
	if wantCode(t, err, Conflict); e.Rev != 2 || e.ID != a.ID {
		t.Errorf("the conflict says %+v", e)
	}
	if got, err := s.Load(a.ID); err != nil || got.Title != "蓝鲸" || got.Rev != 2 {
		t.Errorf("%v, %+v", err, got)
	}
	if _, found, err := s.Draft(a.ID); found || err != nil {
		t.Errorf("the draft of a refused save was kept (%v)", err)
	}
	stale.ID = "0000000000"
	_, err = s.Save(stale, sum, nil)
	wantCode(t, err, NotFound)
	_, err = s.Load("0000000000")
	wantCode(t, err, NotFound)
	_, err = s.Load("")
	wantCode(t, err, NotFound)
}

func TestTrash(t *testing.T) {
	s := openDir(t, t.TempDir())
	a := create(t, s, sample("蓝鲸"))
	if err := s.Delete(a.ID, epoch); err != nil {
		t.Fatal(err)
	}
	if err := s.Delete(a.ID, epoch); err != nil {
		t.Errorf("the second time: %v", err)
	}
	_, err := s.Find("蓝鲸")
	wantCode(t, err, NotFound)
	if id, err := s.FindTrashed("蓝鲸"); id != a.ID || err != nil {
		t.Errorf("in the trash: %q, %v", id, err)
	}
	_, err = s.Save(a, summary(a, "preparing", model.Date{}), nil)
	wantCode(t, err, Conflict)
	if l, err := s.List(model.Query{}); len(l.Rows) != 0 || l.Total != 0 || err != nil {
		t.Errorf("%+v, %v", l, err)
	}
	if l, err := s.List(model.Query{Trash: true}); len(l.Rows) != 1 || l.Total != 1 || err != nil {
		t.Errorf("%+v, %v", l, err)
	}
	if err := s.Undelete(a.ID); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Load(a.ID); err != nil || !got.Trashed.IsZero() || got.Rev != 3 {
		t.Errorf("%v, %+v", err, got)
	}
	if err := s.Purge(a.ID); err != nil {
		t.Fatal(err)
	}
	wantCode(t, s.Purge(a.ID), NotFound)
	wantCode(t, s.Delete(a.ID, epoch), NotFound)
	wantCode(t, s.SaveDraft(a.ID, model.Draft{}), NotFound)
}

func TestFind(t *testing.T) {
	s := openDir(t, t.TempDir())
	whale, twin, other := create(t, s, sample("蓝鲸")), create(t, s, sample("孪生")), create(t, s, sample("孪生"))
	for _, c := range []struct {
		name string
		want model.ApplicationID
		code Code
	}{
		{string(whale.ID), whale.ID, ""},
		{" " + string(whale.ID) + " ", whale.ID, ""},
		{string(whale.ID)[:9], whale.ID, ""},
		{"蓝鲸", whale.ID, ""},
		{"蓝", "", NotFound},
		{"孪生", "", Ambiguous},
		{"", "", NotFound},
		{"no such thing", "", NotFound},
	} {
		got, err := s.Find(c.name)
		if got != c.want {
			t.Errorf("Find(%q) = %q, want %q", c.name, got, c.want)
		}
		wantCode(t, err, c.code)
	}
	_, err := s.Find("孪生")
	e, _ := errors.AsType[*Error](err)
	for _, a := range []model.Application{twin, other} {
		if !slices.Contains(e.Candidates, Candidate{a.ID, "孪生"}) {
			t.Errorf("the candidates are %v", e.Candidates)
		}
	}
	if misread.Replace(fold("OIL")) != "011" {
		t.Error("what is misread in ids is not understood")
	}
}

// A title is not taken away by an id that begins like it, nor an id by a title.
func TestFindPrecedence(t *testing.T) {
	s := openDir(t, t.TempDir())
	for id, title := range map[model.ApplicationID]string{
		"abc0000001": "蓝鲸",
		"abc0000002": "a",
		"abc0000003": "abc00",
		"abcd000001": "孪生",
		"abcd000002": "孪生",
		"abcd000003": "abc0000001", // another one's id
		"abcd000004": "Abcd",
		"wxyz000001": "wxyz",
		"wxyz000002": "wxyz",
	} {
		createAs(t, s, id, title)
	}
	for _, c := range []struct {
		name string
		want model.ApplicationID
		code Code
	}{
		{"a", "abc0000002", ""},
		{"abc00", "abc0000003", ""},
		{"Abcd", "abcd000004", ""},
		{"abc0000001", "abc0000001", ""},
		{"ABC000000L", "abc0000001", ""},
		{"abc0000009", "", NotFound},
		{"b", "", NotFound},
		{"abc", "", NotFound}, // three characters
		{"abc0", "", Ambiguous},
		{"abcd", "", Ambiguous}, // a title is exact
		{"wxy", "", NotFound},
		{"wxyz", "", Ambiguous}, // the titles
		{"wxyz0", "", Ambiguous},
		{"wxyz000002", "wxyz000002", ""},
	} {
		got, err := s.Find(c.name)
		if got != c.want {
			t.Errorf("Find(%q) = %q, want %q", c.name, got, c.want)
		}
		wantCode(t, err, c.code)
	}
	if err := s.Delete("wxyz000001", epoch); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]model.ApplicationID{"wxyz": "wxyz000001", "wxyz0": "wxyz000001", "wxy": ""} {
		if got, _ := s.FindTrashed(name); got != want {
			t.Errorf("FindTrashed(%q) = %q, want %q", name, got, want)
		}
	}
	if got, err := s.Find("wxyz0"); got != "wxyz000002" || err != nil {
		t.Errorf("the other one is in the trash: %q, %v", got, err)
	}
}

func TestManyCandidates(t *testing.T) {
	s := openDir(t, t.TempDir())
	for i := range 2 * maxCandidates {
		createAs(t, s, model.ApplicationID(fmt.Sprintf("abcd%06d", i)), "孪生")
	}
	if err := s.Change([]model.ApplicationID{"abcd000000"}, func(a *model.Application) error { a.Archive(epoch); return nil }); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"孪生", "abcd"} {
		_, err := s.Find(name)
		if e, _ := errors.AsType[*Error](err); e == nil || len(e.Candidates) != maxCandidates {
			t.Errorf("Find(%q): %+v", name, e)
		}
	}
}

func TestDrafts(t *testing.T) {
	s := openDir(t, t.TempDir())
	if _, found, err := s.LastOpen(); found || err != nil {
		t.Errorf("something was open: %v", err)
	}
	a, b := create(t, s, sample("a")), create(t, s, sample("b"))
	later := epoch.AddDate(1, 0, 0)
	last := func(want model.ApplicationID) {
		t.Helper()
		if got, found, err := s.LastOpen(); got != want || found != (want != "") || err != nil {
			t.Errorf("last open was %q, %v, want %q", got, err, want)
		}
	}
	for _, err := range []error{
		s.SaveDraft(a.ID, model.Draft{Place: "fit", Saved: later}),
		s.SaveDraft(b.ID, model.Draft{Place: "fit", Saved: epoch}), // the clock was set back
		s.SaveDraft(b.ID, model.Draft{Place: "scope", Saved: epoch}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	last(b.ID)
	rev, err := s.Save(a, summary(a, "preparing", model.Date{}), &model.Draft{Place: "people"})
	if d, found, err2 := s.Draft(a.ID); rev != 2 || err != nil || d.Place != "people" || !found || err2 != nil {
		t.Errorf("%d, %v, %+v, %v", rev, err, d, err2)
	}
	last(a.ID)
	if err := s.Delete(a.ID, epoch); err != nil {
		t.Fatal(err)
	}
	last(b.ID)
	if err := s.Undelete(a.ID); err != nil {
		t.Fatal(err)
	}
	last(a.ID)
	if err := s.ClearDraft(a.ID); err != nil {
		t.Fatal(err)
	}
	last(b.ID)
	if err := s.Purge(b.ID); err != nil {
		t.Fatal(err)
	}
	last("")
}

func TestSettings(t *testing.T) {
	s := openDir(t, t.TempDir())
	for _, want := range []string{"zh", "en", ""} {
		if err := s.SetSetting("language", want); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Setting("language"); got != want || err != nil {
			t.Errorf("%q, %v, want %q", got, err, want)
		}
	}
}
