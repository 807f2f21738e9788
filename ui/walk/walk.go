package walk

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// Page opens a page of questions, from which Continue leads on to the next one.
// It is nil if the page is not asked.
func Page(d *desk.Desk, id model.PageID) page.Screen {
	for _, v := range d.Visits {
		if v.Page == id {
			return open(stop{d: d, page: id}, v)
		}
	}
	return nil
}

// Question opens the page on which a question is asked, from which Continue
// leads back to where it was opened. It is nil if the question is not asked.
func Question(d *desk.Desk, id model.QuestionID) page.Screen {
	for _, v := range d.Visits {
		if slices.ContainsFunc(v.Questions, func(q *model.Question) bool { return q.ID == id }) {
			return open(stop{d: d, page: v.Page, returns: true}, v)
		}
	}
	return nil
}

// A stop is one page of the walk through the questions, and the screen that
// shows it.
type stop struct {
	d       *desk.Desk
	page    model.PageID
	returns bool        // Continue leads back to where the page was opened
	screen  page.Screen // what follows from the page stands above it
}

// open makes the screen of a page: a question for a list has one of its own.
func open(s stop, v model.Visit) page.Screen {
	if q := v.Questions[0]; len(v.Questions) == 1 && q.Kind == model.List {
		return newListPage(s, q)
	}
	return newQuestionsPage(s)
}

// index is the place of the page among those that are asked now, -1 if it is
// not.
func (s stop) index() int {
	return slices.IndexFunc(s.d.Visits, func(v model.Visit) bool { return v.Page == s.page })
}

// visit is the page as it is asked now, if it is.
func (s stop) visit() (model.Visit, bool) {
	i := s.index()
	if i < 0 {
		return model.Visit{}, false
	}
	return s.d.Visits[i], true
}

// next opens what follows the page: the next one, or the conditions.
func (s stop) next() page.Screen {
	if i := s.index() + 1; i < len(s.d.Visits) {
		return open(stop{d: s.d, page: s.d.Visits[i].Page}, s.d.Visits[i])
	}
	return Conditions(s.d, "")
}

// stage is the section of the page on the task list.
func (s stop) stage() desk.Stage {
	v, _ := s.visit()
	return desk.Stage(v.Section)
}

// Title implements page.Screen: it names the section.
func (s stop) Title() string { return s.d.Words().Title("section", string(s.stage())) }

// headline names what is asked, and says how far the walk has come.
func (s stop) headline(title string, w int) string {
	th := s.d.Env.Theme()
	position := s.d.Env.T(locales.UIAskPosition, "At", s.index()+1, "Of", len(s.d.Visits))
	return widget.Spread(th.Title.Render(title), th.Dim.Render(position), w)
}

// questionKeys are what can be done about a question besides answering it.
func (s stop) questionKeys(k keys.Map, q *model.Question) []page.Binding {
	part := model.Part{Kind: "question", ID: string(q.ID), Sources: q.Sources}
	return []page.Binding{
		page.On(k.Unknown, func() page.Step { return page.Push(newPendingForm(s, q)) }),
		page.On(k.Why, func() page.Step { return page.Push(s.d.Why(part)) }),
		page.On(k.Sources, func() page.Step { return page.Push(s.d.SourcesOf(desk.PartOf(s.d.Proc, part.ID))) }),
	}
}
