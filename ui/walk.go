package ui

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// A walk leads from page to page through the questions. A single page, as the
// check page opens it, returns to where it was opened.
type walk struct {
	d      *desk
	single bool
}

// at returns the screen of a page: a list has one of its own.
func (w walk) at(v model.Visit) screen {
	if q := v.Questions[0]; len(v.Questions) == 1 && q.Kind == model.List {
		return newEntries(w, v.Page, q)
	}
	return newAsk(w, v.Page)
}

// page returns the screen of a page, nil if it is not asked.
func (w walk) page(id model.PageID) screen {
	if v, ok := w.visit(id); ok {
		return w.at(v)
	}
	return nil
}

// open returns the screen on which a question is asked, nil if it is not.
func (w walk) open(id model.QuestionID) screen {
	for _, v := range w.d.visits {
		if slices.ContainsFunc(v.Questions, func(q *model.Question) bool { return q.ID == id }) {
			return w.at(v)
		}
	}
	return nil
}

// visit returns a page as it stands now.
func (w walk) visit(at model.PageID) (model.Visit, bool) {
	i := w.index(at)
	if i < 0 {
		return model.Visit{}, false
	}
	return w.d.visits[i], true
}

func (w walk) index(at model.PageID) int {
	return slices.IndexFunc(w.d.visits, func(v model.Visit) bool { return v.Page == at })
}

// after returns what follows a page: the next one, or the conditions.
func (w walk) after(at model.PageID) screen {
	if i := w.index(at); i+1 < len(w.d.visits) {
		return w.at(w.d.visits[i+1])
	}
	return newConditions(w.d, "")
}

// take commits a changed application and goes on, by way of what the person
// has to see: what the change does (before it is made), and an outcome that
// the answer leads to (after it). Depth is how many screens of this walk are
// on top of where it came from.
func (w walk) take(at model.PageID, changed model.Application, confirmed []string, depth int) Step {
	d := w.d
	if diff := model.Differ(d.proc, &d.app, &changed); diff.Matters() && w.changes(&changed) {
		return push(newImpact(w, at, changed, confirmed, diff, depth))
	}
	return w.commit(at, changed, confirmed, depth)
}

// changes reports whether an answer that was there becomes another one: a
// first answer has nothing to take away.
func (w walk) changes(changed *model.Application) bool {
	for id, old := range w.d.app.Answers {
		if old.Value != nil && !model.Equal(old.Value, changed.Answers[id].Value) {
			return true
		}
	}
	return false
}

func (w walk) commit(at model.PageID, changed model.Application, confirmed []string, depth int) Step {
	before := w.d.assessed
	w.d.name(&changed)
	save := w.d.commit(changed, confirmed...)
	if c := newOutcomeOf(before, w.d.assessed); c != nil {
		return Steps(save, w.show(newOutcome(w, at, c, max(2, depth)), depth))
	}
	return Steps(save, w.finish(at, depth))
}

// finish leaves a page that is done.
func (w walk) finish(at model.PageID, depth int) Step {
	if w.single {
		return pop(depth)
	}
	return w.show(w.after(at), depth)
}

// show puts a screen above the page, in the place of what stands above it
// already.
func (w walk) show(s screen, depth int) Step {
	if depth > 1 {
		return replace(s, depth-1)
	}
	return push(s)
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
func (d *desk) name(app *model.Application) {
	company, ok := app.Answers["company-name"].Value.(model.Text)
	before, _ := d.app.Answers["company-name"].Value.(model.Text)
	if !ok || strings.TrimSpace(string(company)) == "" {
		return
	}
	untitled := d.app.Title == d.untitled(locales.ZH) || d.app.Title == d.untitled(locales.EN)
	if untitled || d.app.Title == strings.TrimSpace(string(before)) {
		app.Title = strings.TrimSpace(string(company))
	}
}

// untitled is the title that an application is created with.
func (d *desk) untitled(lang locales.Lang) string {
	p, err := d.env.Printers(lang)
	if err != nil {
		return ""
	}
	return p.T(locales.UIAppUntitled, "Today", model.DateOf(d.app.Created).String())
}
