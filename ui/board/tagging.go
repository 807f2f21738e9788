package board

import (
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// labelForm asks for the tags that applications get and lose, or for the person
// who is responsible for them. It offers the values that are in use.
type labelForm struct {
	env    *Room
	to     targets
	kind   labelKind
	known  []string // values that are in use
	inputs []*page.Input
	form   *page.Form
	asked  bool // the change is on its way
}

// A labelKind is what distinguishes tags from responsible persons.
type labelKind struct {
	title  locales.ID
	fields []locales.ID // what stands above them
	facet  model.Facet  // whose values are offered
	done   locales.ID   // says that the change is made
	change func(a *model.Application, texts []string) error
}

var tagging = labelKind{
	title:  locales.UIBoardTag,
	fields: []locales.ID{locales.UIBoardTagAdd, locales.UIBoardTagRemove},
	facet:  model.OfTag,
	done:   locales.UIBoardTagged,
	change: func(a *model.Application, texts []string) error {
		return a.Tag(model.Labels(texts[0]), model.Labels(texts[1]))
	},
}

var assigning = labelKind{
	title:  locales.UIBoardAssign,
	fields: []locales.ID{locales.UIBoardAssignTo},
	facet:  model.OfResponsible,
	done:   locales.UIBoardAssigned,
	change: func(a *model.Application, texts []string) error { return a.Assign(texts[0]) },
}

func newTagging(e *Room, to targets) page.Screen { return newLabelForm(e, to, tagging, "", "") }

func newAssigning(e *Room, to targets) page.Screen {
	return newLabelForm(e, to, assigning, to.one.Responsible)
}

// newLabelForm makes the form with the values that its fields begin with.
// Half-typed text is kept for the same applications only: what was meant for
// one client must not wait in the form of another.
func newLabelForm(e *Room, to targets, kind labelKind, values ...string) page.Screen {
	s := &labelForm{env: e, to: to, kind: kind}
	var fields []page.Field
	for i, label := range kind.fields {
		in := e.Input(model.Field{Kind: model.FreeText}, nil, nil)
		in.Set(values[i])
		s.inputs = append(s.inputs, in)
		fields = append(fields, page.Field{Input: in, Keep: string(label) + " " + to.key(), Caption: func() widget.Caption { return s.caption(i) }})
	}
	s.form = e.Form(e.notes, s.confirm, fields...)
	return s
}

// Init asks which values are in use.
func (s *labelForm) Init() page.Step { return s.env.tally(model.Query{Today: s.env.Today()}) }

func (s *labelForm) Typing() bool { return true }

func (s *labelForm) Title() string { return s.env.T(s.kind.title) }

func (s *labelForm) Bindings() []page.Binding { return s.form.Bindings() }

func (s *labelForm) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch m := msg.(type) {
	case tallyMsg:
		s.known = slices.DeleteFunc(slices.Sorted(maps.Keys(m.tally[s.kind.facet])), func(v string) bool { return v == "" })
		return s, nil
	case changedMsg:
		return s, s.changed(m)
	}
	return s, s.form.Update(msg)
}

// changed leaves when the change is made. What went wrong stands beside the
// text, which stays.
func (s *labelForm) changed(msg changedMsg) page.Step {
	s.asked = false
	if msg.err != nil {
		s.form.Refuse(0, s.env.Fail(msg.err))
		return nil
	}
	s.env.notes.Forget(s.form.Kept()...)
	return page.Leave(s)
}

// confirm tries the change on an empty application first, so that a text that
// cannot be a label stays on the screen with the reason beside it.
func (s *labelForm) confirm() page.Step {
	if s.asked {
		return nil
	}
	texts := make([]string, len(s.inputs))
	for i, in := range s.inputs {
		texts[i] = in.Get()
		alone := make([]string, len(s.inputs))
		alone[i] = texts[i]
		if err := s.kind.change(&model.Application{}, alone); err != nil {
			s.form.Refuse(i, s.env.Fail(err))
			return nil
		}
	}
	if s.kind.facet == model.OfTag && strings.TrimSpace(strings.Join(texts, "")) == "" {
		s.form.Refuse(0, s.env.T(locales.UIBoardTagEmpty))
		return nil
	}
	s.asked = true
	change := s.kind.change
	return s.env.change(s.to.ids, s.kind.done, nil, func(a *model.Application) error { return change(a, texts) })
}

func (s *labelForm) caption(i int) widget.Caption {
	e, label := s.env, s.kind.fields[i]
	hint := e.T(label + "-hint")
	switch tags := s.to.one.Tags; {
	case s.kind.facet == model.OfTag && i == 1 && len(tags) > 0:
		hint = e.T(locales.UIBoardTagHas, "Tags", e.legibly(tags))
	case len(s.known) > 0 && i == 0:
		hint = e.T(locales.UIBoardKnown, "Values", e.legibly(s.known))
	}
	note, tone := s.inputs[i].Note(nil, hint)
	if note == "" && i == 0 && len(s.known) > 0 {
		note = hint // worth a look while the user types
	}
	return widget.Caption{Label: e.T(label), Note: note, Tone: tone}
}

// legibly lists texts that were typed.
func (e *Room) legibly(texts []string) string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = e.Kit.Legible(t)
	}
	return e.P.List(out)
}

func (s *labelForm) View(w, h int) page.Drawn {
	return s.form.Draw(w, h-actionsHead).Under(s.env.Theme().Title.Render(widget.Cut(s.env.naming(s.to), w)), "")
}
