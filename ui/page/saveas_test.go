package page

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
)

func TestIsFolder(t *testing.T) {
	for path, want := range map[string]bool{"out/": true, `out\`: true, "/": true, "out": false, "out/a.md": false, "": false} {
		if isFolder(path) != want {
			t.Errorf("%q: %v", path, !want)
		}
	}
}

// A printing is a document and what became of it.
type printing struct {
	orders []Order
	reply  func(Order) (Saved, error)
	notes  notes
	dialog *saveAs
}

// save opens the dialog of a document, with the path empty.
func save(t *testing.T, change func(*Document)) *printing {
	t.Helper()
	p := &printing{notes: notes{}, reply: func(o Order) (Saved, error) { return Saved{Path: "/full/" + o.Path}, nil }}
	doc := Document{
		Title: locales.UIExportTitle, Body: locales.UIExportBody, Name: func() string { return "list" }, Formats: []string{"md", "docx"},
		Langs: LangChoices, Lang: string(locales.EN), Keep: "list", Progress: locales.UIPacketWriting, Stopped: locales.UIPacketStopped,
		Write: func(o Order) Writing {
			p.orders = append(p.orders, o)
			return func(ctx context.Context, tell func(done, of int)) (Saved, error) {
				tell(1, 2)
				if ctx.Err() != nil {
					return Saved{}, ctx.Err()
				}
				return p.reply(o)
			}
		},
		Done: func(s Saved) string { return "written to " + s.Path },
	}
	if change != nil {
		change(&doc)
	}
	p.dialog = english(t).SaveAs(p.notes, doc).(*saveAs)
	return p
}

// path empties the field and types a path.
func (p *printing) path(text string) {
	p.dialog.Update(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl})
	typeIn(p.dialog, text)
}

// run carries out what a step asks for, and returns the moves and notices that
// are left in the end.
func (p *printing) run(step Step) Step {
	var left Step
	for _, msg := range step {
		var reply tea.Msg
		switch msg := msg.(type) {
		case WorkMsg:
			reply = msg.Run()
		case EffectMsg:
			reply = msg.Run()
		default:
			left = append(left, msg)
			continue
		}
		_, more := p.dialog.Update(reply)
		left = append(left, p.run(more)...)
	}
	return left
}

// confirm presses Enter in the last field.
func (p *printing) confirm() Step { return p.run(p.dialog.confirm()) }

// The ending of the path and the format agree, whichever is changed.
func TestSaveAsEnding(t *testing.T) {
	for _, tt := range []struct{ typed, format, path, written string }{
		{"a", "", "a", "a.md"},
		{"a.docx", "", "a.docx", "a.docx"},
		{"a.md", "docx", "a.docx", "a.docx"},
		{"a.txt", "", "a.txt", "a.md"}, // a format, but none of this document's
		{"a.v2", "", "a.v2", "a.v2.md"},
		{"out/", "", "out/", "out/list.md"},
		{"out/", "docx", "out/", "out/list.docx"},
	} {
		p := save(t, nil)
		p.path(tt.typed)
		if tt.format != "" {
			p.dialog.format.Set(tt.format)
			p.dialog.changed(1)
		}
		if got := p.dialog.path.Get(); got != tt.path {
			t.Errorf("%q, %q: the field has %q", tt.typed, tt.format, got)
		}
		if p.confirm(); len(p.orders) != 1 || p.orders[0].Path != tt.written || !strings.HasSuffix(tt.written, "."+p.orders[0].Format) {
			t.Errorf("%q, %q: written %+v, want %s", tt.typed, tt.format, p.orders, tt.written)
		}
	}
}

// What is written leaves the dialog with a notice, and its half-typed text is
// dropped.
func TestSaveAsLeaves(t *testing.T) {
	p := save(t, nil)
	p.path("a")
	if p.notes["list/path"] != "a" {
		t.Errorf("kept %v", p.notes)
	}
	if got, want := p.confirm(), Steps(Leave(p.dialog), Notice("written to /full/a.md")); !same(got, want) {
		t.Errorf("%v", got)
	}
	if o := p.orders[0]; o.Replace || !slices.Equal(o.Langs, []locales.Lang{locales.EN}) {
		t.Errorf("ordered %+v", o)
	}
	if len(p.notes) > 0 {
		t.Errorf("still half typed: %v", p.notes)
	}
	after := p.dialog.env.Reader(locales.UIWhyTitle, nil)
	p = save(t, func(d *Document) { d.After = func() Screen { return after } })
	if got, want := p.confirm(), Steps(Instead(p.dialog, after), Notice("written to /full/list.md")); !same(got, want) {
		t.Errorf("with a page after it: %v", got)
	}
}

func TestSaveAsRefuses(t *testing.T) {
	p := save(t, nil)
	p.path("  ")
	if got := p.confirm(); len(got)+len(p.orders) > 0 || p.dialog.path.Problem == "" {
		t.Errorf("without a path: %v, ordered %v", got, p.orders)
	}
	p = save(t, nil)
	p.reply = func(Order) (Saved, error) { return Saved{}, errors.New("the disk is full") }
	if got := p.confirm(); len(got) > 0 || p.dialog.path.Problem != "the disk is full" {
		t.Errorf("on a full disk: %v, %q", got, p.dialog.path.Problem)
	}
	p.reply = func(Order) (Saved, error) { return Saved{Path: "/x"}, nil }
	if got := p.confirm(); len(got) != 2 {
		t.Errorf("again: %v", got)
	}
}

// A file that exists is replaced only after a yes.
func TestSaveAsReplaces(t *testing.T) {
	p := save(t, nil)
	p.reply = func(o Order) (Saved, error) {
		if !o.Replace {
			return Saved{Path: "/full/list.md"}, fs.ErrExist
		}
		return Saved{Path: "/full/list.md"}, nil
	}
	asked := p.confirm()
	if len(asked) != 1 {
		t.Fatalf("asks %v", asked)
	}
	question := asked[0].(PushMsg).Screen
	if !strings.Contains(on(question), "/full/list.md") {
		t.Errorf("the question does not say which file:\n%s", on(question))
	}
	if got := p.run(press(question, enter)); !same(got, Pop()) || len(p.orders) != 1 {
		t.Errorf("the safe button: %v, ordered %+v", got, p.orders)
	}
	press(question, right)
	if got, want := p.run(press(question, enter)), Steps(BackTo(p.dialog), Leave(p.dialog), Notice("written to /full/list.md")); !same(got, want) {
		t.Errorf("yes: %v", got)
	}
	if len(p.orders) != 2 || !p.orders[1].Replace {
		t.Errorf("ordered %+v", p.orders)
	}
}

// What takes long says how far it is, and Esc stops it; the dialog stays.
func TestSaveAsStops(t *testing.T) {
	p := save(t, nil)
	begun := p.dialog.confirm()
	if !strings.Contains(on(p.dialog), p.dialog.env.T(locales.UIPacketWriting)) {
		t.Errorf("no progress on\n%s", on(p.dialog))
	}
	if again := p.dialog.confirm(); again != nil || len(p.orders) != 1 {
		t.Errorf("confirmed again, while it is written: %v", again)
	}
	if step, ok := Press(p.dialog.Bindings(), esc); !ok || step != nil {
		t.Errorf("esc while it is written: %v", step)
	}
	if got, want := p.run(begun), Warn(p.dialog.env.T(locales.UIPacketStopped)); !same(got, want) {
		t.Errorf("stopped: %v", got)
	}
	if step := press(p.dialog, esc); !same(step, Pop()) {
		t.Errorf("esc after it: %v", step)
	}
	if _, step := p.dialog.Update(savedMsg{order: &p.orders[0]}); step != nil { // of an earlier writing
		t.Errorf("a late reply does %v", step)
	}
}
