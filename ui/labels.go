package ui

import (
	"maps"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// labels asks for the tags, or the person, that applications get. It offers
// those that others have already.
type labels struct {
	h      *home
	to     targets
	title  locales.ID
	fields []locales.ID
	facet  model.Facet // whose values are offered
	known  []string
	done   locales.ID
	apply  func(a *model.Application, texts []string) error
	ins    []*input
	form   *widget.Form
	asked  bool // the change is on its way
}

func newTagging(h *home, to targets) screen {
	s := &labels{h: h, to: to, title: locales.UIBoardTag, facet: model.OfTag, done: locales.UIBoardTagged,
		fields: []locales.ID{locales.UIBoardTagAdd, locales.UIBoardTagRemove}}
	s.apply = func(a *model.Application, texts []string) error {
		return a.Tag(model.Labels(texts[0]), model.Labels(texts[1]))
	}
	return s.build()
}

func newAssigning(h *home, to targets) screen {
	s := &labels{h: h, to: to, title: locales.UIBoardAssign, facet: model.OfResponsible, done: locales.UIBoardAssigned,
		fields: []locales.ID{locales.UIBoardAssignTo}}
	s.apply = func(a *model.Application, texts []string) error { return a.Assign(texts[0]) }
	s.build()
	s.ins[0].set(to.one.Responsible)
	return s
}

func (s *labels) build() *labels {
	var fields []widget.Widget
	for range s.fields {
		in := s.h.env.input(model.Field{Kind: model.FreeText}, nil, nil)
		s.ins, fields = append(s.ins, in), append(fields, in.Widget)
	}
	s.form = widget.NewForm(s.h.env.kit, s.caption, fields...)
	return s
}

// Init asks which values there are.
func (s *labels) Init() Step    { return s.h.env.tally(model.Query{Today: s.h.env.Today()}) }
func (s *labels) Typing() bool  { return true }
func (s *labels) Title() string { return s.h.env.t(s.title) }
func (s *labels) Keys() []key.Binding {
	k := s.h.env.keys().When(true)
	return append([]key.Binding{k.Continue, k.Back}, s.form.Help()...)
}

func (s *labels) Update(msg tea.Msg) (screen, Step) {
	if keys.Is(msg, s.h.env.keys().Back) {
		return s, pop(1)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case tallyMsg:
		s.known = slices.DeleteFunc(slices.Sorted(maps.Keys(m.tally[s.facet])), func(v string) bool { return v == "" })
	case changedMsg:
		if s.asked = false; m.err == nil {
			return s, pop(1)
		}
		s.ins[0].problem = s.h.env.failure(m.err)
	case tea.MouseClickMsg:
		event = s.form.Click(m.X, m.Y-actionsHead)
	case tea.KeyPressMsg, tea.PasteMsg:
		event = s.form.Update(m)
	}
	switch event {
	case widget.Changed:
		s.ins[s.form.At()].changed()
	case widget.Picked:
		return s, s.carryOut()
	}
	return s, nil
}

// carryOut tries the change on an empty application, so that what cannot be a
// label stays on the screen beside its message, and then makes it.
func (s *labels) carryOut() Step {
	if s.asked {
		return nil
	}
	texts := make([]string, len(s.ins))
	for i, in := range s.ins {
		texts[i] = in.get()
		one := make([]string, len(s.ins))
		one[i] = texts[i]
		if err := s.apply(&model.Application{}, one); err != nil {
			in.problem = s.h.env.failure(err)
			s.form.FocusOn(i)
			return nil
		}
	}
	if s.facet == model.OfTag && strings.TrimSpace(strings.Join(texts, "")) == "" {
		s.ins[0].problem = s.h.env.t(locales.UIBoardTagEmpty)
		s.form.FocusOn(0)
		return nil
	}
	s.asked = true
	apply := s.apply
	return s.h.env.change(s.to.ids, s.done, nil, func(a *model.Application) error { return apply(a, texts) })
}

func (s *labels) caption(i int) widget.Caption {
	e := s.h.env
	hint := e.t(s.fields[i] + "-hint")
	switch tags := s.to.one.Tags; {
	case s.facet == model.OfTag && i == 1 && len(tags) > 0:
		hint = e.t(locales.UIBoardTagHas, "Tags", e.legibly(tags))
	case len(s.known) > 0 && i == 0:
		hint = e.t(locales.UIBoardKnown, "Values", e.legibly(s.known))
	}
	note, tone := s.ins[i].note(nil, hint)
	if note == "" && i == 0 && len(s.known) > 0 {
		note = hint // worth a look while one types
	}
	return widget.Caption{Label: e.t(s.fields[i]), Note: note, Tone: tone}
}

// legibly lists what people typed.
func (e *boardRoom) legibly(texts []string) string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = e.kit.Legible(t)
	}
	return e.p.List(out)
}

func (s *labels) View(w, h int) (string, *tea.Cursor) {
	head := s.h.env.theme().Title.Render(widget.Cut(s.h.naming(s.to), w))
	text, cursor := s.form.View(min(w, 72), max(1, h-actionsHead))
	return head + "\n\n" + text, widget.Shift(cursor, 0, actionsHead)
}
