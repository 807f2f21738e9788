package board

import (
	"maps"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
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
	ins    []*page.Input
	form   *widget.Form
	asked  bool // the change is on its way
}

func newTagging(h *home, to targets) page.Screen {
	s := &labels{h: h, to: to, title: locales.UIBoardTag, facet: model.OfTag, done: locales.UIBoardTagged,
		fields: []locales.ID{locales.UIBoardTagAdd, locales.UIBoardTagRemove}}
	s.apply = func(a *model.Application, texts []string) error {
		return a.Tag(model.Labels(texts[0]), model.Labels(texts[1]))
	}
	return s.build()
}

func newAssigning(h *home, to targets) page.Screen {
	s := &labels{h: h, to: to, title: locales.UIBoardAssign, facet: model.OfResponsible, done: locales.UIBoardAssigned,
		fields: []locales.ID{locales.UIBoardAssignTo}}
	s.apply = func(a *model.Application, texts []string) error { return a.Assign(texts[0]) }
	s.build()
	s.ins[0].Set(to.one.Responsible)
	return s
}

func (s *labels) build() *labels {
	var fields []widget.Widget
	for range s.fields {
		in := s.h.env.Input(model.Field{Kind: model.FreeText}, nil, nil)
		s.ins, fields = append(s.ins, in), append(fields, in.Widget)
	}
	s.form = widget.NewForm(s.h.env.Kit, s.caption, fields...)
	return s
}

// Init asks which values there are.
func (s *labels) Init() page.Step { return s.h.env.tally(model.Query{Today: s.h.env.Today()}) }

func (s *labels) Typing() bool { return true }

func (s *labels) Title() string { return s.h.env.T(s.title) }

func (s *labels) Keys() []key.Binding {
	k := s.h.env.Keys().When(true)
	return append([]key.Binding{k.Continue, k.Back}, s.form.Help()...)
}

func (s *labels) Update(msg tea.Msg) (page.Screen, page.Step) {
	if keys.Is(msg, s.h.env.Keys().Back) {
		return s, page.Pop(1)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case tallyMsg:
		s.known = slices.DeleteFunc(slices.Sorted(maps.Keys(m.tally[s.facet])), func(v string) bool { return v == "" })
	case changedMsg:
		if s.asked = false; m.err == nil {
			return s, page.Pop(1)
		}
		s.ins[0].Problem = s.h.env.Fail(m.err)
	case tea.MouseClickMsg:
		event = s.form.Click(m.X, m.Y-actionsHead)
	case tea.KeyPressMsg, tea.PasteMsg:
		event = s.form.Update(m)
	}
	switch event {
	case widget.Changed:
		s.ins[s.form.At()].Changed()
	case widget.Picked:
		return s, s.carryOut()
	}
	return s, nil
}

// carryOut tries the change on an empty application, so that what cannot be a
// label stays on the screen beside its message, and then makes it.
func (s *labels) carryOut() page.Step {
	if s.asked {
		return nil
	}
	texts := make([]string, len(s.ins))
	for i, in := range s.ins {
		texts[i] = in.Get()
		one := make([]string, len(s.ins))
		one[i] = texts[i]
		if err := s.apply(&model.Application{}, one); err != nil {
			in.Problem = s.h.env.Fail(err)
			s.form.FocusOn(i)
			return nil
		}
	}
	if s.facet == model.OfTag && strings.TrimSpace(strings.Join(texts, "")) == "" {
		s.ins[0].Problem = s.h.env.T(locales.UIBoardTagEmpty)
		s.form.FocusOn(0)
		return nil
	}
	s.asked = true
	apply := s.apply
	return s.h.env.change(s.to.ids, s.done, nil, func(a *model.Application) error { return apply(a, texts) })
}

func (s *labels) caption(i int) widget.Caption {
	e := s.h.env
	hint := e.T(s.fields[i] + "-hint")
	switch tags := s.to.one.Tags; {
	case s.facet == model.OfTag && i == 1 && len(tags) > 0:
		hint = e.T(locales.UIBoardTagHas, "Tags", e.legibly(tags))
	case len(s.known) > 0 && i == 0:
		hint = e.T(locales.UIBoardKnown, "Values", e.legibly(s.known))
	}
	note, tone := s.ins[i].Note(nil, hint)
	if note == "" && i == 0 && len(s.known) > 0 {
		note = hint // worth a look while one types
	}
	return widget.Caption{Label: e.T(s.fields[i]), Note: note, Tone: tone}
}

// legibly lists what people typed.
func (e *Room) legibly(texts []string) string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = e.Kit.Legible(t)
	}
	return e.P.List(out)
}

func (s *labels) View(w, h int) (string, *tea.Cursor) {
	head := s.h.env.Theme().Title.Render(widget.Cut(s.h.naming(s.to), w))
	text, cursor := s.form.View(min(w, 72), max(1, h-actionsHead))
	return head + "\n\n" + text, widget.Shift(cursor, 0, actionsHead)
}
