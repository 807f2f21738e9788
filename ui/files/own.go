package files

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// own adds or changes a row that is the user's own: something that the authority
// asked for beyond the list, who asked, and when. How far it is, is noted as
// with any other row.
type own struct {
	d    *Room
	key  model.MaterialKey // "" while the row is new
	in   [3]*page.Input    // as ownFields
	form *page.Form
}

// ownFields are the fields of the form: their names among the half-typed texts,
// their words.
var ownFields = [3]struct {
	name        string
	kind        model.Kind
	label, hint locales.ID
}{
	{"name", model.FreeText, locales.UIOwnName, locales.UIOwnNameHint},
	{"by", model.FreeText, locales.UIOwnBy, locales.UIOwnByHint},
	{"on", model.Day, locales.UIOwnWhen, locales.UIOwnWhenHint},
}

func newOwn(d *Room, o model.OwnMaterial) *own {
	s := &own{d: d, key: o.Key}
	var fields []page.Field
	for i, saved := range []string{o.Name, o.AskedBy, o.AskedOn.String()} {
		f := ownFields[i]
		s.in[i] = d.Env.Input(model.Field{Kind: f.kind}, nil, nil)
		s.in[i].Set(saved)
		fields = append(fields, page.Field{Input: s.in[i], Keep: ownDraft(o.Key, f.name), Label: f.label, Hint: f.hint, Shown: d.DayWords})
	}
	s.form = d.Env.Form(d, s.done, fields...)
	return s
}

// ownDraft names a field of such a row among the half-typed texts.
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

func (s *own) Bindings() []page.Binding { return s.form.Bindings() }

func (s *own) Update(msg tea.Msg) (page.Screen, page.Step) { return s, s.form.Update(msg) }

// done checks the fields, saves the row and goes back to it.
func (s *own) done() page.Step {
	d := s.d
	o := model.OwnMaterial{Key: s.key, Name: strings.TrimSpace(s.in[0].Get()), AskedBy: strings.TrimSpace(s.in[1].Get())}
	for _, in := range s.in {
		in.Changed()
	}
	on, err := s.in[2].Value()
	if err != nil {
		s.form.Refuse(2, d.Refusal("", err))
	}
	if o.Name == "" {
		s.form.Refuse(0, d.Env.T(locales.UIOwnNameNeeded))
	}
	if err != nil || o.Name == "" {
		return nil
	}
	o.AskedOn, _ = on.(model.Date)
	changed := d.App.Clone()
	if s.key == "" {
		o.Key, err = changed.AddOwn(o)
	} else {
		err = changed.EditOwn(o)
	}
	if err != nil {
		return page.Warn(d.Refusal("", err))
	}
	return page.Steps(d.Commit(changed, s.form.Kept()...), d.Here(string(desk.Materials), string(o.Key)), page.Pop())
}

func (s *own) View(w, h int) page.Drawn {
	title := s.d.Env.T(locales.UIOwnAdd)
	if s.key != "" {
		title = s.d.Env.T(locales.UIOwnEdit)
	}
	aside := s.d.Explain("material", string(model.OtherMaterial), nil)
	return s.d.Lay(w, h, desk.Materials, aside, func(w, h int) page.Drawn {
		return s.form.Draw(w, h-2).Under(s.d.Env.Theme().Title.Render(title), "")
	})
}

// newOwnRemoval asks before such a row is removed.
func newOwnRemoval(d *Room, o model.OwnMaterial) page.Screen {
	title := func() string { return d.Env.T(locales.UIRemoveTitle, "Name", legible.Line(o.Name)) }
	body := func(w int) []string { return widget.Wrap(d.Env.T(locales.UIOwnRemoval), w) }
	return d.Env.Confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIButtonRemove}, func() page.Step {
		changed := d.App.Clone()
		changed.RemoveOwn(o.Key)
		return page.Steps(d.Commit(changed, slices.Concat(ownDrafts(o.Key), noteDrafts(o.Key))...), page.Pop())
	})
}
