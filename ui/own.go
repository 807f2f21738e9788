package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// own adds or changes a row of one's own: something that the authority asked
// for beyond the list, who asked, and when. How far it is, is noted as with
// any other row.
type own struct {
	d    *papersRoom
	key  model.MaterialKey // "" while the row is new
	in   [3]*input         // as ownFields
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

func newOwn(d *papersRoom, o model.OwnMaterial) screen {
	s := &own{d: d, key: o.Key}
	ws := make([]widget.Widget, len(ownFields))
	for i, saved := range []string{o.Name, o.AskedBy, o.AskedOn.String()} {
		f := ownFields[i]
		s.in[i] = d.env.input(model.Field{Kind: f.kind}, nil, nil)
		if typed, ok := d.draft.Text[ownDraft(o.Key, f.name)]; ok {
			saved = typed
		}
		s.in[i].set(saved)
		ws[i] = s.in[i].Widget
	}
	s.form = widget.NewForm(d.env.kit, s.caption, ws...)
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

func (s *own) Typing() bool  { return s.form.Typing() }
func (s *own) Title() string { return s.d.env.t(locales.UITaskMaterials) }

func (s *own) Keys() []key.Binding {
	k := s.d.env.keys().When(s.Typing())
	return append([]key.Binding{k.Continue, k.Back}, s.form.Help()...)
}

func (s *own) Update(msg tea.Msg) (screen, Step) {
	if keys.Is(msg, s.d.env.keys().Back) {
		return s, pop(1)
	}
	at, event := s.form.At(), widget.Ignored
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		x, y := s.d.clicked(m, s.w)
		event = s.form.Click(x, y-2)
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseWheelMsg:
		event = s.form.Update(m)
	}
	switch event {
	case widget.Picked:
		return s, s.done()
	case widget.Changed:
		s.in[at].changed()
		return s, s.d.typed(ownDraft(s.key, ownFields[at].name), s.in[at].get())
	}
	return s, nil
}

// done checks the fields, saves the row and goes back to it.
func (s *own) done() Step {
	d, stop := s.d, -1
	o := model.OwnMaterial{Key: s.key, Name: strings.TrimSpace(s.in[0].get()), AskedBy: strings.TrimSpace(s.in[1].get())}
	for _, in := range s.in {
		in.changed()
	}
	on, err := s.in[2].value()
	if err != nil {
		s.in[2].problem, stop = d.refusal("", err), 2
	}
	o.AskedOn, _ = on.(model.Date)
	if o.Name == "" {
		s.in[0].problem, stop = d.env.t(locales.UIOwnNameNeeded), 0
	}
	if stop >= 0 {
		s.form.FocusOn(stop)
		return nil
	}
	changed := d.app.Clone()
	if s.key == "" {
		o.Key, err = changed.AddOwn(o)
	} else {
		err = changed.EditOwn(o)
	}
	if err != nil {
		return warn(d.refusal("", err))
	}
	return Steps(d.commit(changed, ownDrafts(s.key)...), d.at(string(Materials), string(o.Key)), pop(1))
}

func (s *own) caption(i int) widget.Caption {
	f, e := ownFields[i], s.d.env
	note, tone := s.in[i].note(s.d.dayWords, e.t(f.hint))
	return widget.Caption{Label: e.t(f.label), Note: note, Tone: tone}
}

func (s *own) View(w, h int) (string, *tea.Cursor) {
	s.w = w
	title := s.d.env.t(locales.UIOwnAdd)
	if s.key != "" {
		title = s.d.env.t(locales.UIOwnEdit)
	}
	aside := s.d.explain("material", string(model.OtherMaterial), nil)
	return s.d.page(w, h, Materials, aside, func(w, h int) (string, *tea.Cursor) {
		text, cursor := s.form.View(min(w, 72), max(1, h-2))
		return strings.Join([]string{s.d.env.theme().Title.Render(title), "", text}, "\n"), widget.Shift(cursor, 0, 2)
	})
}

// newOwnRemoval asks before a row of one's own goes.
func newOwnRemoval(d *papersRoom, o model.OwnMaterial) screen {
	title := func() string { return d.env.t(locales.UIRemoveTitle, "Name", legible.Line(o.Name)) }
	body := func(w int) []string { return widget.Wrap(d.env.t(locales.UIOwnRemoval), w) }
	return d.env.confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIButtonRemove}, func() Step {
		changed := d.app.Clone()
		changed.RemoveOwn(o.Key)
		return Steps(d.commit(changed, slices.Concat(ownDrafts(o.Key), materialDrafts(o.Key))...), pop(1))
	})
}

// asked says who asked for a row of one's own, and when.
func (d *papersRoom) asked(o model.OwnMaterial) string {
	e, who, on := d.env, legible.Line(o.AskedBy), d.words().Day(o.AskedOn)
	switch {
	case who != "" && on != "":
		return e.t(locales.UIOwnAskedOn, "Who", who, "On", on)
	case who != "":
		return e.t(locales.UIOwnAsked, "Who", who)
	case on != "":
		return e.t(locales.UIOwnOn, "On", on)
	}
	return ""
}
