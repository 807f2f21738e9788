package draft

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/docx"
	"github.com/xuke-cli/xuke/model/procedure"
)

// Every place, condition and table of a text fits the procedure.
func TestTexts(t *testing.T) {
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(texts, "text/*.txt")
	if err != nil || len(names) != 24 {
		t.Fatal(len(names), err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(texts, name)
		if err != nil {
			t.Fatal(err)
		}
		id, lang, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(name, "text/"), ".txt"), ".")
		if p.Material(model.MaterialID(id)) == nil {
			t.Errorf("%s is for no material", name)
		}
		lines := parse(string(text))
		if title := lines[0].style == docx.Title; title != (lang == "zh") {
			t.Errorf("%s begins with %q", name, lines[0].text)
		}
		columns := 0
		for i, l := range lines {
			fits(t, p, name, l)
			if len(l.cells) == 0 {
				continue
			}
			if i == 0 || len(lines[i-1].cells) == 0 {
				columns = len(l.cells)
			}
			if len(l.cells) != columns {
				t.Errorf("%s: %d cells of %d: %q", name, len(l.cells), columns, l.cells)
			}
		}
	}
}

func fits(t *testing.T, p *model.Procedure, name string, l line) {
	t.Helper()
	if l.what != "" && !slices.Contains([]string{"look", "hints", "chart"}, l.what) {
		t.Errorf("%s: @%s", name, l.what)
	}
	if l.when != nil {
		q := p.Question(l.when.question)
		switch {
		case q == nil:
			t.Errorf("%s asks for %s", name, l.when.question)
		case l.when.column != "":
			column(t, p, name, string(q.ID), l.when.column)
		default:
			options := append([]string{unknown}, q.Options...)
			if q.Kind == model.YesNo {
				options = append(options, "yes", "no")
			}
			for _, o := range l.when.options {
				if !slices.Contains(options, o) {
					t.Errorf("%s: %s is never %s", name, q.ID, o)
				}
			}
		}
	}
	for _, text := range append(l.cells, l.text) {
		for _, place := range places.FindAllString(text, -1) {
			if place == "{#}" || place == "{authority}" || !strings.HasPrefix(place, "{") {
				continue
			}
			if list, col, ok := strings.Cut(strings.Trim(place, "{}"), "."); ok {
				column(t, p, name, list, col)
			} else if p.Question(model.QuestionID(list)) == nil {
				t.Errorf("%s: no question %s", name, place)
			}
		}
		if strings.Count(text, "【") != strings.Count(text, "】") || strings.Count(text, "{") != strings.Count(text, "}") {
			t.Errorf("%s: a bracket is open: %s", name, text)
		}
	}
}

func column(t *testing.T, p *model.Procedure, name, list, col string) {
	t.Helper()
	q := p.Question(model.QuestionID(list))
	if q == nil || !slices.ContainsFunc(q.Fields, func(f model.Field) bool { return f.Name == col }) {
		t.Errorf("%s: no column %s.%s", name, list, col)
	}
}

// Any tree is drawn inside the page, each holder once: few shareholders, many,
// deep chains, parents that are gone or go round in a circle.
func TestDrawing(t *testing.T) {
	entry := func(id, parent, name string) model.Entry {
		return model.Entry{ID: id, Fields: map[string]model.Value{"name": model.Text(name), "kind": model.Text("natural"), "parent": model.Text(parent)}}
	}
	var many, chain model.Entries
	for i := range 60 {
		id := string(rune('A' + i))
		many = append(many, entry(id, "", "股东"+id))
		parent := ""
		if i > 0 {
			parent = string(rune('A' + i - 1))
		}
		chain = append(chain, entry(id, parent, "股东"+id))
	}
	for name, es := range map[string]model.Entries{
		"none": nil, "one": many[:1], "five": many[:5], "six": many[:6], "many": many, "chain": chain[:4], "long chain": chain,
		"long name": {entry("a", "", strings.Repeat("很长", 40))}, "gone": {entry("a", "x", "甲")}, "circle": {entry("a", "b", "甲"), entry("b", "a", "乙"), entry("c", "", "丙")},
	} {
		b := &builder{Words: mute{}, app: &model.Application{Answers: map[model.QuestionID]model.Answer{shareholders: {Value: es}}}, proc: &model.Procedure{}}
		boxes := 0
		for _, block := range b.drawing(b.tree()) {
			d, ok := block.(docx.Drawing)
			if !ok {
				continue
			}
			if d.W > across+1 || d.H > 250 {
				t.Errorf("%s: %d×%d mm", name, d.W, d.H)
			}
			for _, s := range d.Shapes {
				if s.X < 0 || s.Y < -0.01 || s.X+s.W > float64(d.W)+0.01 || s.Y+s.H > float64(d.H)+0.01 || s.W < 0 || s.H < 0 {
					t.Errorf("%s: outside %d×%d: %+v", name, d.W, d.H, s)
				}
				if len(s.Text) > 0 {
					boxes++
				}
			}
		}
		want := len(es) + 1
		switch name {
		case "none":
			want = 2 // the company, and the mark
		case "circle":
			want = 2 // what hangs on nothing is in no tree
		}
		if boxes != want {
			t.Errorf("%s: %d boxes, want %d", name, boxes, want)
		}
	}
}

// mute has no words.
type mute struct{}

func (mute) Text(kind, id, part string, _ ...any) string            { return kind + id + part }
func (mute) Has(_, _, _ string) bool                                { return false }
func (mute) Value(*model.Question, model.Value) string              { return "" }
func (mute) Field(*model.Question, model.Field, model.Entry) string { return "" }
func (mute) Question(id model.QuestionID) string                    { return string(id) }
func (mute) Column(_ model.QuestionID, column string) string        { return column }
func (mute) Day(d model.Date) string                                { return d.String() }
func (mute) Cited(model.Citation) string                            { return "" }
func (mute) Authority(*model.Authority, *model.Application) string  { return "" }
