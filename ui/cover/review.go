package cover

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// review is the check page: what is in the way, what to look at again, then
// every answer and every material in order. Each row leads to where it is
// settled, and back to itself.
type review struct {
	d        *Room
	rows     []checkRow
	problems int
	warnings int
	list     *widget.List
	w        int // as drawn last, for clicks
}

// A checkRow holds what a row is about; its words are found when it is drawn.
type checkRow struct {
	key  string        // the same for the same row, wherever it stands
	head func() string // the line above it where a group begins
	part model.Part    // what F1 and F4 tell about, without an id nothing
	open func() page.Step
	face func() face
}

// A face is how a row looks just now.
type face struct {
	tone               theme.Tone
	mark, title, aside string
	more               string // the whole of it, for the lines below the list
}

func NewReview(d *Room) page.Screen {
	r := &review{d: d}
	r.list = widget.NewList(d.Env.Kit, 1, r.row)
	r.list.Header = func(i int) string {
		if i >= len(r.rows) || r.rows[i].head == nil {
			return ""
		}
		return r.rows[i].head()
	}
	r.look()
	return r
}

func (r *review) Init() page.Step { return r.d.At(string(desk.Review), "") }

func (r *review) Title() string { return r.d.Env.T(locales.UITaskReview) }

func (r *review) Keys() []key.Binding {
	k := r.d.Env.Keys()
	next := k.Next
	next.SetHelp(next.Help().Key, r.d.Env.T(locales.UITaskSubmission))
	return []key.Binding{k.Open, next, k.Back, k.Move, k.Why, k.Sources, k.GoTo}
}

// look makes the rows anew and stays on the row in focus. If that is gone, as
// a solved problem is, the nearest one after it takes its place.
func (r *review) look() {
	var near []string
	if at := r.list.At(); at >= 0 {
		before := slices.Clone(r.rows[:at])
		slices.Reverse(before)
		for _, row := range slices.Concat(r.rows[at:], before) {
			near = append(near, row.key)
		}
	}
	r.rows = r.all()
	r.list.SetCount(len(r.rows))
	for _, k := range near {
		if i := slices.IndexFunc(r.rows, func(row checkRow) bool { return row.key == k }); i >= 0 {
			r.list.Select(i)
			return
		}
	}
}

func (r *review) at() (checkRow, bool) {
	if i := r.list.At(); i >= 0 && i < len(r.rows) {
		return r.rows[i], true
	}
	return checkRow{}, false
}

func (r *review) Update(msg tea.Msg) (page.Screen, page.Step) {
	k := r.d.Env.Keys()
	row, ok := r.at()
	switch {
	case keys.Is(msg, k.Back):
		return r, page.Pop(1)
	case keys.Is(msg, k.Next):
		return r, desk.OpenAt(desk.Submission, "")
	case ok && keys.Is(msg, k.Why, k.Sources):
		return r, r.explain(row, keys.Is(msg, k.Why))
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case page.ShownMsg:
		r.look()
		return r, r.d.At(string(desk.Review), "")
	case tea.MouseClickMsg:
		x, y := r.d.Clicked(m, r.w)
		event = r.list.Click(x, y-reviewHead)
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = r.list.Update(m)
	}
	if event == widget.Picked && ok {
		return r, row.open()
	}
	return r, nil
}

// explain tells about a row; a hint explains itself, so that only its sources
// are left to show.
func (r *review) explain(row checkRow, why bool) page.Step {
	switch {
	case row.part.ID == "":
		return page.Warn(r.d.Env.T(locales.UIReviewNothing))
	case why && row.part.Kind != "hint":
		return page.Push(r.d.Why(row.part))
	}
	return page.Push(r.d.SourcesOf(row.part))
}

func (r *review) row(i, w int, focused bool) []string {
	if i >= len(r.rows) {
		return nil
	}
	th, f := r.d.Env.Theme(), r.rows[i].face()
	style, mark := th.Tone(f.tone)
	if f.mark != "" {
		mark = f.mark
	}
	title := th.Text
	if focused {
		title = th.Selected
	}
	return []string{widget.Spread(style.Render(mark)+" "+title.Render(f.title), style.Render(f.aside), w)}
}

// reviewHead is the number of lines above the list.
const reviewHead = 3

func (r *review) View(w, h int) (string, *tea.Cursor) {
	r.w = w
	var aside []string
	if w >= desk.ThreeColumns {
		aside = []string{""} // the column stays where a row has nothing to explain
		if row, ok := r.at(); ok && row.part.ID != "" && row.part.Kind != "hint" {
			aside = r.d.Explain(row.part.Kind, row.part.ID, row.part.Sources)
		}
	}
	return r.d.Page(w, h, desk.Review, aside, func(w, h int) (string, *tea.Cursor) {
		foot := r.foot(w, h)
		list, _ := r.list.View(w, max(1, h-reviewHead-len(foot)))
		return strings.Join(slices.Concat(r.head(w), []string{list}, foot), "\n"), nil
	})
}

// head is the verdict and what to do next.
func (r *review) head(w int) []string {
	th, e := r.d.Env.Theme(), r.d.Env
	tone, next := theme.Warn, locales.UIReviewFix
	switch {
	case r.problems == 0:
		tone, next = theme.Good, locales.UIReviewGo
	case r.d.Readiness == model.Ready:
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

// foot says all of the row in focus, as far as there is room. It is always of
// the same height, so that the list stands still.
func (r *review) foot(w, h int) []string {
	n := min(3, h/7)
	row, ok := r.at()
	if !ok || h < 12 {
		return nil
	}
	lines := widget.Wrap(row.face().more, w)
	if len(lines) > n {
		lines[n-1] = widget.Cut(lines[n-1]+" "+lines[n], w)
	}
	return strings.Split(r.d.Env.Kit.Rule(w)+"\n"+widget.FitLines(lines, w, n), "\n")
}
