package track

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// The keys of rows, or what they begin with. Drafts keep them as the place to
// come back to, so they stay as they are.
const (
	eventKey  = "event/" // that can be recorded
	laterKey  = "later/" // that cannot be recorded now
	clockKey  = "clock/"
	deemedKey = "deem"
)

// itemKey names an item of a notice among the rows.
func itemKey(id string) string { return "item/" + id }

// A row is a line of the submission page. Its words are found when it is
// drawn, so that they follow the language.
type row struct {
	page.Row
	verb  locales.ID // what Enter does, where "open" does not say it
	dim   bool       // nothing can be done about it now
	mark  func() string
	title func() string
	sides func() []string    // at the right, the fullest form first; nil for none
	line  func(w int) string // in the place of mark, title and sides; nil for none
}

// draw is the row with as much on its right as there is room for.
func (r row) draw(th *theme.Theme, w int, focused bool) string {
	if r.line != nil {
		return r.line(w)
	}
	style := th.Text
	switch {
	case focused:
		style = th.Selected
	case r.dim:
		style = th.Dim
	}
	left, right := style.Render(r.title()), ""
	if mark := r.mark(); mark != "" {
		left = mark + " " + left
	}
	if r.sides != nil {
		sides := r.sides()
		right = sides[len(sides)-1]
		for _, side := range sides {
			if widget.Width(left)+2+widget.Width(side) <= w {
				right = side
				break
			}
		}
	}
	return widget.Spread(left, right, w)
}

// below is what stands below the list about the row in focus, with its title
// where that was cut.
func (r row) below(w int) []string {
	if title := r.title(); r.line == nil && widget.Width(title)+6 > w {
		return append([]string{title}, r.Told()...)
	}
	return r.Told()
}

// all makes the rows, the most urgent first.
func (s *submission) all() []row {
	d := s.d
	now, earlier := s.itemRows()
	return slices.Concat(now, d.deemedRows(), d.stepRows(), d.timelineRows(), d.clockRows(), s.dutyRows(), s.eventRows(), d.roundRows(), s.originRows(), earlier, s.laterRows())
}

// group puts a heading above rows.
func (d *Room) group(id locales.ID, rows []row) []row {
	for i := range rows {
		rows[i].Group = func() string { return d.Env.T(id) }
	}
	return rows
}

// reading has Enter show all about a row that nothing else can be done with.
func (d *Room) reading(r row) row {
	r.Open = func() page.Step { return page.Push(d.reader(locales.UIWhyTitle, r.title, r.Told)) }
	return r
}
