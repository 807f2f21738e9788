package walk

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// remove asks before the entry in focus goes off the list, and what becomes of
// its files where it has any.
func (l *listPage) remove() page.Step {
	r := removal{list: l, entry: l.entries()[l.rows.Index()]}
	changed, err := l.changed(r.make)
	if err != nil {
		return page.Warn(l.d.Refusal(l.q.ID, err))
	}
	r.diff = model.Differ(l.d.Proc, &l.d.App, &changed)
	if left := model.Leaving(l.d.Proc, &l.d.App, &changed); len(left) > 0 {
		return page.Push(newRemovalOfFiles(r, left, &changed))
	}
	return page.Push(newRemoval(r))
}

// A removal is an entry that is to go off a list.
type removal struct {
	list  *listPage
	entry model.Entry
	diff  model.Difference // what that does
}

// make takes the entry off the list.
func (r removal) make(app *model.Application) error {
	return app.Answer(r.list.d.Proc, r.list.q.ID, r.list.entries().Without(r.entry.ID))
}

func (r removal) name() string { return legible.Line(r.entry.Text("name")) }

func (r removal) title() string { return r.list.d.Env.T(locales.UIRemoveTitle, "Name", r.name()) }

func (r removal) lines(w int) []string { return impactLines(r.list.d, r.diff, w) }

// newRemoval asks before an entry goes that has no files.
func newRemoval(r removal) page.Screen {
	labels := []locales.ID{locales.UIButtonKeep, locales.UIButtonRemove}
	return r.list.d.Env.Confirm(r.title, r.lines, 0, labels, func() page.Step { return r.list.save(r.make) })
}

// newNone asks whether an empty list means that there are no entries.
func newNone(l *listPage) page.Screen {
	e := l.d.Env
	title := func() string { return e.T(locales.UINoneTitle, "Question", l.d.Words().Question(l.q.ID)) }
	body := func(w int) []string { return widget.Wrap(e.T(locales.UINoneBody), w) }
	return e.Confirm(title, body, 0, []locales.ID{locales.UIButtonBack, locales.UIButtonNone}, func() page.Step {
		return l.answer(func(app *model.Application) error { return app.Answer(l.d.Proc, l.q.ID, model.Entries{}) })
	})
}
