package walk

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
)

// A walk leads from page to page through the questions. A single page, as the
// check page opens it, returns to where it was opened.
type Walk struct {
	D      *desk.Desk
	Single bool
}

// at returns the screen of a page: a list has one of its own.
func (w Walk) at(v model.Visit) page.Screen {
	if q := v.Questions[0]; len(v.Questions) == 1 && q.Kind == model.List {
		return newEntries(w, v.Page, q)
	}
	return newAsk(w, v.Page)
}

// page returns the screen of a page, nil if it is not asked.
func (w Walk) Page(id model.PageID) page.Screen {
	if v, ok := w.visit(id); ok {
		return w.at(v)
	}
	return nil
}

// open returns the screen on which a question is asked, nil if it is not.
func (w Walk) Open(id model.QuestionID) page.Screen {
	for _, v := range w.D.Visits {
		if slices.ContainsFunc(v.Questions, func(q *model.Question) bool { return q.ID == id }) {
			return w.at(v)
		}
	}
	return nil
}

// visit returns a page as it stands now.
func (w Walk) visit(at model.PageID) (model.Visit, bool) {
	i := w.index(at)
	if i < 0 {
		return model.Visit{}, false
	}
	return w.D.Visits[i], true
}

func (w Walk) index(at model.PageID) int {
	return slices.IndexFunc(w.D.Visits, func(v model.Visit) bool { return v.Page == at })
}

// after returns what follows a page: the next one, or the conditions.
func (w Walk) after(at model.PageID) page.Screen {
	if i := w.index(at); i+1 < len(w.D.Visits) {
		return w.at(w.D.Visits[i+1])
	}
	return Conditions(w.D, "")
}

// take commits a changed application and goes on, by way of what the person
// has to see: what the change does (before it is made), and an outcome that
// the answer leads to (after it). Depth is how many screens of this walk are
// on top of where it came from.
func (w Walk) take(at model.PageID, changed model.Application, confirmed []string, depth int) page.Step {
	d := w.D
	if diff := model.Differ(d.Proc, &d.App, &changed); diff.Matters() && w.changes(&changed) {
		return page.Push(newImpact(w, at, changed, confirmed, diff, depth))
	}
	return w.commit(at, changed, confirmed, depth)
}

// changes reports whether an answer that was there becomes another one: a
// first answer has nothing to take away.
func (w Walk) changes(changed *model.Application) bool {
	for id, old := range w.D.App.Answers {
		if old.Value != nil && !model.Equal(old.Value, changed.Answers[id].Value) {
			return true
		}
	}
	return false
}

func (w Walk) commit(at model.PageID, changed model.Application, confirmed []string, depth int) page.Step {
	before := w.D.Assessed
	name(w.D, &changed)
	save := w.D.Commit(changed, confirmed...)
	if c := newOutcomeOf(before, w.D.Assessed); c != nil {
		return page.Steps(save, w.show(newOutcome(w, at, c, max(2, depth)), depth))
	}
	return page.Steps(save, w.finish(at, depth))
}

// finish leaves a page that is done.
func (w Walk) finish(at model.PageID, depth int) page.Step {
	if w.Single {
		return page.Pop(depth)
	}
	return w.show(w.after(at), depth)
}

// show puts a screen above the page, in the place of what stands above it
// already.
func (w Walk) show(s page.Screen, depth int) page.Step {
	if depth > 1 {
		return page.Replace(s, depth-1)
	}
	return page.Push(s)
}

// newOutcomeOf finds the condition that has just come to be not met and has a
// page of its own.
func newOutcomeOf(before, after []model.Assessment) *model.Condition {
	for _, s := range after {
		if !s.Outcome || s.Verdict != model.NotMet {
			continue
		}
		was := slices.ContainsFunc(before, func(b model.Assessment) bool { return b.ID == s.ID && b.Verdict == model.NotMet })
		if !was {
			return s.Condition
		}
	}
	return nil
}

// name gives an application the name of its company, until somebody has given
// it another one.
func name(d *desk.Desk, app *model.Application) {
	company, ok := app.Answers["company-name"].Value.(model.Text)
	before, _ := d.App.Answers["company-name"].Value.(model.Text)
	if !ok || strings.TrimSpace(string(company)) == "" {
		return
	}
	untitled := d.App.Title == untitled(d, locales.ZH) || d.App.Title == untitled(d, locales.EN)
	if untitled || d.App.Title == strings.TrimSpace(string(before)) {
		app.Title = strings.TrimSpace(string(company))
	}
}

// untitled is the title that an application is created with.
func untitled(d *desk.Desk, lang locales.Lang) string {
	p, err := d.Env.Printers(lang)
	if err != nil {
		return ""
	}
	return p.T(locales.UIAppUntitled, "Today", model.DateOf(d.App.Created).String())
}
