package cover

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// review is the check page: what is in the way, what to look at again, then
// every answer and every material in order. Each row leads to where it is
// settled, and back to itself.
type review struct {
	d        *Room
	rows     *page.Rows
	problems int
	warnings int
}

// NewReview is the check page of the application.
func NewReview(d *Room) page.Screen {
	r := &review{d: d, rows: d.Env.Rows(1)}
	r.refresh()
	return r
}

func (r *review) refresh() { r.rows.Set(r.all()) }

// Init keeps that the user is here.
func (r *review) Init() page.Step { return r.d.Here(string(desk.Review), "") }

func (r *review) Title() string { return r.d.Env.T(locales.UITaskReview) }

func (r *review) Bindings() []page.Binding {
	k, e := r.d.Env.Keys(), r.d.Env
	row, _ := r.rows.At()
	can, nothing := row.Part.ID != "", e.T(locales.UIReviewNothing)
	return []page.Binding{
		{Binding: k.Open},
		page.On(k.Next, func() page.Step { return desk.OpenAt(desk.Submission, "") }).As(e.T(locales.UITaskSubmission)),
		e.Back(),
		{Binding: k.Move},
		page.On(k.Why, func() page.Step { return r.why(row.Part) }).If(can, nothing),
		page.On(k.Sources, func() page.Step { return page.Push(r.d.SourcesOf(row.Part)) }).If(can, nothing),
		{Binding: k.GoTo},
	}
}

func (r *review) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch msg.(type) {
	case page.ShownMsg:
		r.refresh()
		return r, r.d.Here(string(desk.Review), "")
	case desk.ChangedMsg:
		r.refresh()
		return r, nil
	}
	step, _ := r.rows.Update(msg)
	return r, step
}

// explainable reports whether there is more to say about a part than its
// sources. A hint explains itself.
func explainable(p model.Part) bool { return p.ID != "" && p.Kind != "hint" }

func (r *review) why(p model.Part) page.Step {
	if explainable(p) {
		return page.Push(r.d.Why(p))
	}
	return page.Push(r.d.SourcesOf(p))
}

// reviewHead is the number of lines above the list.
const reviewHead = 3

func (r *review) View(w, h int) page.Drawn {
	var aside []string
	if w >= desk.ThreeColumns {
		aside = []string{""} // the column stays where a row has nothing to explain
		if row, ok := r.rows.At(); ok && explainable(row.Part) {
			aside = r.d.Explain(row.Part.Kind, row.Part.ID, row.Part.Sources)
		}
	}
	return r.d.Lay(w, h, desk.Review, aside, func(w, h int) page.Drawn {
		foot := r.foot(w, h)
		return r.rows.Draw(w, h-reviewHead-len(foot)).Under(r.head(w)...).Over(foot...)
	})
}

// head is the verdict and what to do next.
func (r *review) head(w int) []string {
	th, e := r.d.Env.Theme(), r.d.Env
	tone, next := theme.Warn, locales.UIReviewFix
	switch {
	case r.problems == 0:
		tone, next = theme.Good, locales.UIReviewGo
	case r.d.Readiness.Submittable():
		tone = theme.Good
	case r.d.Readiness == model.Unsure:
		tone = theme.Neutral
	}
	verdict := e.T(locales.UIReviewVerdict, "Readiness", e.P.Text("term", "readiness", string(r.d.Readiness)),
		"Problems", e.T(locales.UIReviewProblems, "Count", r.problems), "Warnings", e.T(locales.UIReviewWarnings, "Count", r.warnings))
	return []string{
		widget.Cut(th.Title.Render(r.Title())+"  "+th.Say(tone, verdict), w),
		th.Dim.Render(widget.Cut(e.T(next), w)),
		"",
	}
}

// foot says everything about the row in focus, as far as there is room. It is
// always of the same height, so that the list stands still.
func (r *review) foot(w, h int) []string {
	n := min(3, h/7)
	row, ok := r.rows.At()
	if !ok || h < 12 {
		return nil
	}
	var lines []string
	for _, text := range row.Told() {
		lines = append(lines, widget.Wrap(text, w)...)
	}
	if len(lines) > n {
		lines[n-1] = widget.Cut(lines[n-1]+" "+lines[n], w)
	}
	return strings.Split(r.d.Env.Kit.Rule(w)+"\n"+widget.FitLines(lines, w, n), "\n")
}
