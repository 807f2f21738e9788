package model_test

import (
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

const shareholders = model.QuestionID("shareholders")

// owned returns an application with two corporate shareholders, of which the
// first has a file.
func owned(t *testing.T) (*model.Procedure, *model.Application) {
	t.Helper()
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	a := model.New(p, "A")
	list(t, p, &a, `[{"name":"甲公司","kind":"corporate"},{"name":"乙公司","kind":"corporate"}]`)
	f := model.File{Name: "甲.pdf", SHA256: model.FileID(sum('a')), Size: 1}
	if err := a.Attach(p, "shareholder-licence/p1", f); err != nil {
		t.Fatal(err)
	}
	return p, &a
}

func sum(b byte) string {
	s := make([]byte, 64)
	for i := range s {
		s[i] = b
	}
	return string(s)
}

func list(t *testing.T, p *model.Procedure, a *model.Application, json string) {
	t.Helper()
	v, err := model.ParseAnswer(*p.Question(shareholders), json, a.EntriesOf(shareholders), a.NewEntryID)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Answer(p, shareholders, v); err != nil {
		t.Fatal(err)
	}
}

func files(p *model.Procedure, a *model.Application, key model.MaterialKey) int {
	row, ok := model.FindRow(model.Checklist(p, a), key)
	if !ok {
		return -1
	}
	return len(row.Files)
}

func TestSetAsideAndBack(t *testing.T) {
	const key = "shareholder-licence/p1"
	for _, tt := range []struct {
		name, back string
		want       int
	}{
		{"by name", `[{"name":"乙公司","kind":"corporate"},{"name":"甲公司","kind":"corporate"}]`, 1},
		{"by id, under another name", `[{"id":"p1","name":"丁公司","kind":"corporate"}]`, 1},
		{"somebody else", `[{"name":"丙公司","kind":"corporate"}]`, -1},
	} {
		p, a := owned(t)
		before := a.Clone()
		list(t, p, a, `[{"name":"乙公司","kind":"corporate"}]`)
		if got := model.Leaving(p, &before, a); len(got) != 1 || got[0].Key != key || got[0].Person != "甲公司" || len(got[0].Files) != 1 {
			t.Fatalf("%s: %+v leaves", tt.name, got)
		}
		list(t, p, a, tt.back)
		if got := files(p, a, key); got != tt.want {
			t.Errorf("%s: %d files", tt.name, got)
		}
		if aside := model.SetAside(p, a); (len(aside) == 0) != (tt.want == 1) {
			t.Errorf("%s: %+v is set aside", tt.name, aside)
		}
		if got := a.EntryIDFor(shareholders, " 甲公司 "); (got == "p1") == (tt.want == 1) {
			t.Errorf("%s: a new 甲公司 would get %s", tt.name, got)
		}
	}
}

func TestRenamedKeepsFiles(t *testing.T) {
	p, a := owned(t)
	list(t, p, a, `[{"id":"p1","name":"新公司","kind":"corporate"},{"id":"p2","name":"乙公司","kind":"corporate"}]`)
	if files(p, a, "shareholder-licence/p1") != 1 || len(model.SetAside(p, a)) != 0 {
		t.Errorf("%+v", a.Materials)
	}
}

// A list that is not known any more, or a person of another kind, loses
// nothing either.
func TestSetAsideOtherwise(t *testing.T) {
	for name, change := range map[string]func(p *model.Procedure, a *model.Application) error{
		"cleared": func(p *model.Procedure, a *model.Application) error { return a.Clear(p, shareholders) },
		"postponed": func(p *model.Procedure, a *model.Application) error {
			return a.Postpone(p, shareholders, model.Pending{})
		},
		"another kind": func(p *model.Procedure, a *model.Application) error {
			list(t, p, a, `[{"id":"p1","name":"甲公司","kind":"natural"}]`)
			return nil
		},
	} {
		p, a := owned(t)
		if err := change(p, a); err != nil {
			t.Fatal(err)
		}
		if aside := model.SetAside(p, a); len(aside) != 1 || aside[0].Person != "甲公司" {
			t.Errorf("%s: %+v", name, aside)
		}
	}
}

func TestRefile(t *testing.T) {
	const from, to = "shareholder-licence/p1", "shareholder-licence/p2"
	p, a := owned(t)
	id := model.FileID(sum('a'))
	if err := a.Refile(p, from, to, model.FileID(sum('b'))); err == nil || files(p, a, from) != 1 {
		t.Errorf("a file that is not there: %v", err)
	}
	if err := a.Refile(p, from, "nothing"); err == nil || files(p, a, from) != 1 {
		t.Errorf("a row that is not there: %v", err)
	}
	if err := a.Refile(p, from, from); err != nil || files(p, a, from) != 1 {
		t.Errorf("the row itself: %v", err)
	}
	if err := a.Detail(p, from, model.OnName, model.Text("甲公司")); err != nil {
		t.Fatal(err)
	}
	list(t, p, a, `[{"name":"乙公司","kind":"corporate"}]`)
	if err := a.Refile(p, from, to, id); err != nil {
		t.Fatal(err)
	}
	if a.Materials[to].Details[model.OnName] != model.Text("甲公司") || len(a.Materials[from].Details) > 0 {
		t.Errorf("the facts stay behind: %+v", a.Materials)
	}
	if files(p, a, to) != 1 || len(model.SetAside(p, a)) != 0 || a.Materials[from].Status != model.Missing {
		t.Errorf("%+v", a.Materials)
	}
}

func TestDetachWhatIsAside(t *testing.T) {
	const key = "shareholder-licence/p1"
	p, a := owned(t)
	list(t, p, a, `[{"name":"乙公司","kind":"corporate"}]`)
	if err := a.Detach(p, key, model.FileID(sum('a')), a.Updated); err != nil {
		t.Fatal(err)
	}
	if len(model.SetAside(p, a)) != 0 || len(a.Materials[key].Past) != 1 {
		t.Errorf("%+v", a.Materials)
	}
}

func TestArrangeAndBringBack(t *testing.T) {
	const key = "equity-chart"
	p, a := owned(t)
	var fs []model.File
	for _, b := range []byte("abc") {
		fs = append(fs, model.File{Name: string(b), SHA256: model.FileID(sum(b))})
	}
	if err := a.Attach(p, key, fs...); err != nil {
		t.Fatal(err)
	}
	order := func() (s string) {
		for _, f := range a.Materials[key].Files {
			s += f.Name
		}
		return s
	}
	if err := a.Arrange(p, key, fs[2].SHA256, fs[1].SHA256, fs[2].SHA256); err != nil || order() != "cba" {
		t.Errorf("arranged: %s %v", order(), err)
	}
	if err := a.Arrange(p, key, model.FileID(sum('x'))); err == nil {
		t.Error("a file that is not there")
	}
	if err := a.Detach(p, key, fs[1].SHA256, a.Updated); err != nil || order() != "ca" {
		t.Errorf("detached: %s %v", order(), err)
	}
	if err := a.BringBack(p, key, fs[1].SHA256); err != nil || order() != "cab" {
		t.Errorf("brought back: %s %v", order(), err)
	}
	if err := a.BringBack(p, key, fs[0].SHA256); err == nil {
		t.Error("brought back what is no past file")
	}
}
