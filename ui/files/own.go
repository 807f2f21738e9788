package files

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// own adds or changes a row of one's own: something that the authority asked
// for beyond the list, who asked, and when. How far it is, is noted as with
// any other row.
type own struct {
	d    *Room
	key  model.MaterialKey // "" while the row is new
	in   [3]*page.Input    // as ownFields
	form *widget.Form
	w    int // as drawn last, for clicks
}

// ownFields are the fields of the form: their names in the draft, their texts.
var ownFields = [3]struct {
	name        string
	kind        model.Kind
	label, hint locales.ID
}{
	{"name", model.FreeText, locales.UIOwnName, locales.UIOwnNameHint},
	{"by", model.FreeText, locales.UIOwnBy, locales.UIOwnByHint},
	{"on", model.Day, locales.UIOwnWhen, locales.UIOwnWhenHint},
}

func newOwn(d *Room, o model.OwnMaterial) page.Screen {
	s := &own{d: d, key: o.Key}
	ws := make([]widget.Widget, len(ownFields))
	for i, saved := range []string{o.Name, o.AskedBy, o.AskedOn.String()} {
		f := ownFields[i]
		s.in[i] = d.Env.Input(model.Field{Kind: f.kind}, nil, nil)
		if typed, ok := d.Draft.Text[ownDraft(o.Key, f.name)]; ok {
			saved = typed
		}
		s.in[i].Set(saved)
		ws[i] = s.in[i].Widget
	}
	s.form = widget.NewForm(d.Env.Kit, s.caption, ws...)
	return s
}

// ownDraft names a field of a row of one's own among the half-typed texts.
func ownDraft(key model.MaterialKey, field string) string { return "own/" + string(key) + "/" + field }

func ownDrafts(key model.MaterialKey) []string {
	var names []string
	for _, f := range ownFields {
		names = append(names, ownDraft(key, f.name))
	}
	return names
}

func (s *own) Typing() bool { return s.form.Typing() }

func (s *own) Title() string { return s.d.Env.T(locales.UITaskMaterials) }

func (s *own) Keys() []key.Binding {
	k := s.d.Env.Keys().When(s.Typing())
	return append([]key.Binding{k.Continue, k.Back}, s.form.Help()...)
}

func (s *own) Update(msg tea.Msg) (page.Screen, page.Step) {
	if keys.Is(msg, s.d.Env.Keys().Back) {
		return s, page.Pop(1)
	}
	at, event := s.form.At(), widget.Ignored
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		x, y := s.d.Clicked(m, s.w)
		event = s.form.Click(x, y-2)
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseWheelMsg:
		event = s.form.Update(m)
	}
	switch event {
	case widget.Picked:
		return s, s.done()
	case widget.Changed:
		s.in[at].Changed()
		return s, s.d.Typed(ownDraft(s.key, ownFields[at].name), s.in[at].Get())
	}
	return s, nil
}

// done checks the fields, saves the row and goes back to it.
func (s *own) done() page.Step {
	d, stop := s.d, -1
	o := model.OwnMaterial{Key: s.key, Name: strings.TrimSpace(s.in[0].Get()), AskedBy: strings.TrimSpace(s.in[1].Get())}
	for _, in := range s.in {
		in.Changed()
	}
	on, err := s.in[2].Value()
	if err != nil {
		s.in[2].Problem, stop = d.Refusal("", err), 2
	}
	o.AskedOn, _ = on.(model.Date)
	if o.Name == "" {
		s.in[0].Problem, stop = d.Env.T(locales.UIOwnNameNeeded), 0
	}
	if stop >= 0 {
		s.form.FocusOn(stop)
		return nil
	}
	changed := d.App.Clone()
	if s.key == "" {
		o.Key, err = changed.AddOwn(o)
	} else {
		err = changed.EditOwn(o)
	}
	if err != nil {
		return page.Warn(d.Refusal("", err))
	}
	return page.Steps(d.Commit(changed, ownDrafts(s.key)...), d.At(string(desk.Materials), string(o.Key)), page.Pop(1))
}

func (s *own) caption(i int) widget.Caption {
	f, e := ownFields[i], s.d.Env
	note, tone := s.in[i].Note(s.d.DayWords, e.T(f.hint))
	return widget.Caption{Label: e.T(f.label), Note: note, Tone: tone}
}

func (s *own) View(w, h int) (string, *tea.Cursor) {
	s.w = w
	title := s.d.Env.T(locales.UIOwnAdd)
	if s.key != "" {
		title = s.d.Env.T(locales.UIOwnEdit)
	}
	aside := s.d.Explain("material", string(model.OtherMaterial), nil)
	return s.d.Page(w, h, desk.Materials, aside, func(w, h int) (string, *tea.Cursor) {
		text, cursor := s.form.View(min(w, 72), max(1, h-2))
		return strings.Join([]string{s.d.Env.Theme().Title.Render(title), "", text}, "\n"), widget.Shift(cursor, 0, 2)
	})
}

// newOwnRemoval asks before a row of one's own goes.
func newOwnRemoval(d *Room, o model.OwnMaterial) page.Screen {
	title := func() string { return d.Env.T(locales.UIRemoveTitle, "Name", legible.Line(o.Name)) }
	body := func(w int) []string { return widget.Wrap(d.Env.T(locales.UIOwnRemoval), w) }
	return d.Env.Confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIButtonRemove}, func() page.Step {
		changed := d.App.Clone()
		changed.RemoveOwn(o.Key)
		return page.Steps(d.Commit(changed, slices.Concat(ownDrafts(o.Key), desk.MaterialDrafts(o.Key))...), page.Pop(1))
	})
}

// asked says who asked for a row of one's own, and when.
func (d *Room) asked(o model.OwnMaterial) string {
	e, who, on := d.Env, legible.Line(o.AskedBy), d.Words().Day(o.AskedOn)
	switch {
	case who != "" && on != "":
		return e.T(locales.UIOwnAskedOn, "Who", who, "On", on)
	case who != "":
		return e.T(locales.UIOwnAsked, "Who", who)
	case on != "":
		return e.T(locales.UIOwnOn, "On", on)
	}
	return ""
}
