package files

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/collect"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// proposalHead is the number of lines above the list.
const proposalHead = 2

func (s *proposal) View(w, h int) (string, *tea.Cursor) {
	s.w = w
	e, th := s.d.Env, s.d.Env.Theme()
	title := th.Title.Render(e.T(locales.UICollectTitle))
	right := th.Dim.Render(e.T(locales.UICollectCount, "Count", len(s.files), "In", len(s.chosen())))
	if s.stop != nil {
		right = th.Accent.Render(e.T(locales.UICollectCopying, "Done", s.of-len(s.left), "Of", s.of))
	}
	text, _ := s.list.View(w, max(1, h-proposalHead))
	return strings.Join([]string{widget.Spread(title, right, w), "", text}, "\n"), nil
}

// leastWhy is how many cells a reason needs to say anything.
const leastWhy = 10

// group names the part of the list that row i is in.
func (s *proposal) group(i int) string {
	switch {
	case i == len(s.files):
		return "attach"
	case i > len(s.files):
		return "skipped"
	case s.files[i].Key == "":
		return "unplaced"
	}
	return string(s.files[i].Confidence)
}

var proposalGroups = map[string]locales.ID{
	string(collect.Sure): locales.UICollectGroupSure, string(collect.Likely): locales.UICollectGroupLikely,
	string(collect.Unsure): locales.UICollectGroupUnsure, "unplaced": locales.UICollectGroupUnplaced,
	"attach": locales.UICollectGroupAttach, "skipped": locales.UICollectGroupSkipped,
}

func (s *proposal) header(i int) string {
	if i > 0 && s.group(i-1) == s.group(i) {
		return ""
	}
	return s.d.Env.T(proposalGroups[s.group(i)])
}

// row draws a file in two lines: which row it goes to, and why.
func (s *proposal) row(i, w int, focused bool) []string {
	e, th := s.d.Env, s.d.Env.Theme()
	style := th.Text
	if focused {
		style = th.Selected
	}
	switch {
	case i == len(s.files):
		return []string{style.Render(e.T(locales.UICollectAttach, "Count", len(s.chosen()))), th.Dim.Render(e.T(locales.UICollectAttachNote))}
	case i > len(s.files):
		k := s.skipped[i-len(s.files)-1]
		text := e.P.Text("term", "collect-skip", string(k.Reason), "Word", legible.Line(k.Word))
		return []string{th.Dim.Render(th.Mark.None + " " + legible.Line(k.Path)), th.Dim.Render("  " + text)}
	}
	f := s.files[i]
	box := th.Mark.Box
	if f.in {
		box = th.Mark.Tick
	}
	target := th.Dim.Render(e.T(locales.UICollectNoTarget))
	if f.target != "" && (f.in || f.byHand || len(f.Candidates) < 2) {
		target = s.d.Words().RowName(f.target, &s.d.App)
	} else if len(f.Candidates) > 1 {
		target = th.Say(theme.Warn, e.T(locales.UICollectChoose, "Count", len(f.Candidates)))
	}
	name := style.Render(box + " " + legible.Line(f.Path))
	lines := []string{widget.Cut(name, w), strings.Repeat(" ", 4) + th.Mark.Right + " " + target}
	lines[1] = widget.Cut(lines[1], w)
	if room := w - widget.Width(lines[1]) - 2; room >= leastWhy {
		lines[1] = widget.Spread(lines[1], widget.Cut(s.why(f), room), w)
	}
	return lines
}

// why says how certain the row is, and by what.
func (s *proposal) why(f proposed) string {
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
