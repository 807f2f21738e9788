package ui

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/widget"
)

// newOutcome is the page for an answer with which the application would fail,
// or belongs elsewhere. It never traps: one can change the answer, or go on
// with the warning staying in the list of conditions.
func newOutcome(w walk, at model.PageID, c *model.Condition, depth int) screen {
	d, id := w.d, string(c.ID)
	title := func() string {
		th := d.env.theme()
		mark := th.Bad.Render(th.Mark.Bad)
		if c.Severity == model.Routes {
			mark = th.Warn.Render(th.Mark.Warn)
		}
		return mark + " " + d.words().Part("condition", id, "outcome.title")
	}
	body := func(w int) []string {
		th, words := d.env.theme(), d.words()
		lines := widget.Wrap(words.Part("condition", id, "outcome.body"), w)
		for _, s := range d.assessed {
			if s.ID != c.ID {
				continue
			}
			for _, n := range s.Notes {
				lines = append(append(lines, ""), widget.Wrap(words.Text("condition", id, "note."+n.ID), w)...)
			}
		}
		lines = append(lines, "", th.Label.Render(d.env.t(locales.UIWhySources)))
		for _, cite := range c.Sources {
			for _, l := range widget.Wrap(words.Cited(cite), w) {
				lines = append(lines, th.Dim.Render(l))
			}
		}
		return lines
	}
	return d.env.confirm(title, body, 0, []locales.ID{locales.UIButtonBack, locales.UIButtonGoOn, locales.UIButtonHome},
		func() Step { return w.finish(at, depth) },
		func() Step { return goHome() },
	)
}
