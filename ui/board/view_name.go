package board

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// viewNameNote names the half-typed name of a view.
const viewNameNote = "view-name"

// viewName asks what the present filter, search and order are called, and saves
// them as a view.
type viewName struct {
	h      *home
	name   *page.Input
	form   *page.Form
	saving bool // the reply is on its way
}

func newViewName(h *home) *viewName {
	s := &viewName{h: h, name: h.env.Input(model.Field{Kind: model.FreeText}, nil, nil)}
	s.form = h.env.Form(h.env.notes, s.save, page.Field{Input: s.name, Keep: viewNameNote, Caption: s.caption})
	return s
}

func (s *viewName) caption() widget.Caption {
	note, tone := s.name.Note(nil, s.h.viewText(s.view()))
	return widget.Caption{Label: s.h.env.T(locales.UIViewsName), Note: note, Tone: tone}
}

func (s *viewName) Typing() bool { return true }

func (s *viewName) Title() string { return s.h.env.T(locales.UIViewsSave) }

func (s *viewName) Bindings() []page.Binding { return s.form.Bindings() }

// view is what is going to be saved.
func (s *viewName) view() model.View { return s.h.view(strings.TrimSpace(s.name.Get())) }

func (s *viewName) Update(msg tea.Msg) (page.Screen, page.Step) {
	if m, ok := msg.(viewsMsg); ok {
		return s, s.saved(m)
	}
	return s, s.form.Update(msg)
}

// save saves the view, in the place of one of the same name.
func (s *viewName) save() page.Step {
	v := s.view()
	switch {
	case s.saving:
		return nil
	case v.Name == "":
		s.form.Refuse(0, s.h.env.T(locales.UIViewsNameEmpty))
		return nil
	}
	s.saving = true
	return s.h.env.saveView(v)
}

// saved says that the view is saved and leaves, or says why it is not.
func (s *viewName) saved(msg viewsMsg) page.Step {
	e := s.h.env
	switch {
	case !s.saving || msg.saved == "":
		return nil
	case msg.err != nil:
		s.saving = false
		s.form.Refuse(0, e.Fail(msg.err))
		return nil
	}
	e.notes.Forget(s.form.Kept()...)
	return page.Steps(page.Leave(s), page.Notice(e.T(locales.UIViewsSaved, "Name", e.Kit.Legible(msg.saved))))
}

func (s *viewName) View(w, h int) page.Drawn { return s.form.Draw(w, h) }
