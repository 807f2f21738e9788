package files

import (
	"strconv"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/collect"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// The groups of a proposal that are no confidence.
const (
	unplaced = "unplaced" // files that no row is known for
	attach   = "attach"   // the row that attaches the chosen files
	skipped  = "skipped"  // files that cannot be attached
)

var proposalGroups = map[string]locales.ID{
	string(collect.Sure): locales.UICollectGroupSure, string(collect.Likely): locales.UICollectGroupLikely,
	string(collect.Unsure): locales.UICollectGroupUnsure, unplaced: locales.UICollectGroupUnplaced,
	attach: locales.UICollectGroupAttach, skipped: locales.UICollectGroupSkipped,
}

// under words the heading of a group.
func (s *proposal) under(group string) func() string {
	return func() string { return s.d.Env.T(proposalGroups[group]) }
}

// look makes the rows anew: the files, the row that attaches them, and what
// cannot be attached.
func (s *proposal) look() {
	var rows []page.Row
	for _, f := range s.files {
		group := string(f.Confidence)
		if f.Key == "" {
			group = unplaced
		}
		rows = append(rows, page.Row{
			Key: "file/" + f.Path, Group: s.under(group), Open: func() page.Step { return s.choose(f) },
			Lines: func(w int, focused bool) []string { return s.fileLines(f, w, focused) },
		})
	}
	rows = append(rows, page.Row{Key: attach, Group: s.under(attach), Open: s.attach, Lines: s.attachLines})
	for i, k := range s.skipped {
		rows = append(rows, page.Row{
			Key: skipped + "/" + strconv.Itoa(i), Group: s.under(skipped), Open: s.explainSkipped,
			Lines: func(int, bool) []string { return s.skippedLines(k) },
		})
	}
	s.rows.Set(rows)
}

// explainSkipped says what can be done about what cannot be attached.
func (s *proposal) explainSkipped() page.Step {
	if s.copying != nil {
		return nil
	}
	return page.Notice(s.d.Env.T(locales.UICollectSkippedNote))
}

func (s *proposal) View(w, h int) page.Drawn {
	e, th := s.d.Env, s.d.Env.Theme()
	title := th.Title.Render(e.T(locales.UICollectTitle))
	right := th.Dim.Render(e.T(locales.UICollectCount, "Count", len(s.files), "In", len(s.chosen())))
	return s.rows.Draw(w, h-2).Under(widget.Spread(title, right, w), "")
}

func (s *proposal) attachLines(_ int, focused bool) []string {
	e, th := s.d.Env, s.d.Env.Theme()
	style := th.Text
	if focused {
		style = th.Selected
	}
	return []string{style.Render(e.T(locales.UICollectAttach, "Count", len(s.chosen()))), th.Dim.Render(e.T(locales.UICollectAttachNote))}
}

func (s *proposal) skippedLines(k collect.Skip) []string {
	th := s.d.Env.Theme()
	text := s.d.Env.P.Text("term", "collect-skip", string(k.Reason), "Word", legible.Line(k.Word))
	return []string{th.Dim.Render(th.Mark.None + " " + legible.Line(k.Path)), th.Dim.Render("  " + text)}
}

// leastWhy is how many cells a reason needs to say anything.
const leastWhy = 10

// fileLines draws a file in two lines: its path, and below it which row it goes
// to, and why.
func (s *proposal) fileLines(f *proposed, w int, focused bool) []string {
	e, th := s.d.Env, s.d.Env.Theme()
	style, box := th.Text, th.Mark.Box
	if focused {
		style = th.Selected
	}
	if f.in {
		box = th.Mark.Tick
	}
	target := th.Dim.Render(e.T(locales.UICollectNoTarget))
	if f.target != "" && (f.in || f.byHand || len(f.Candidates) < 2) {
		target = s.d.Words().RowName(f.target, &s.d.App)
	} else if len(f.Candidates) > 1 {
		target = th.Say(theme.Warn, e.T(locales.UICollectChoose, "Count", len(f.Candidates)))
	}
	below := widget.Cut(strings.Repeat(" ", 4)+th.Mark.Right+" "+target, w)
	if room := w - widget.Width(below) - 2; room >= leastWhy {
		below = widget.Spread(below, widget.Cut(s.reason(f), room), w)
	}
	return []string{widget.Cut(style.Render(box+" "+legible.Line(f.Path)), w), below}
}

// reason says how certain the row of a file is, and by what.
func (s *proposal) reason(f *proposed) string {
	e, th := s.d.Env, s.d.Env.Theme()
	switch {
	case f.problem != "":
		return th.Say(theme.Bad, f.problem)
	case f.byHand:
		return th.Dim.Render(e.T(locales.UICollectByHand))
	case f.Key == "":
		return ""
	}
	var texts []string
	for _, r := range f.Why {
		texts = append(texts, e.P.Text("term", "collect", string(r.Code), "Word", legible.Line(r.Word)))
	}
	mark := map[collect.Confidence]string{collect.Sure: th.Mark.Done, collect.Likely: th.Mark.Part, collect.Unsure: th.Mark.Warn}[f.Confidence]
	style := th.Dim
	if f.Confidence == collect.Unsure {
		style = th.Warn
		texts = texts[len(texts)-1:] // what speaks against it
	}
	return style.Render(mark + " " + e.P.List(texts))
}
