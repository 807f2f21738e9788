package walk

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// newOutcome is the page for an answer with which the application would fail,
// or belongs elsewhere. It never traps: one can change the answer, or go on
// with the warning staying in the list of conditions.
func newOutcome(w Walk, at model.PageID, c *model.Condition, depth int) page.Screen {
	d, id := w.D, string(c.ID)
	title := func() string {
		th := d.Env.Theme()
		mark := th.Bad.Render(th.Mark.Bad)
		if c.Severity == model.Routes {
			mark = th.Warn.Render(th.Mark.Warn)
		}
		return mark + " " + d.Words().Part("condition", id, "outcome.title")
	}
	body := func(w int) []string {
		th, words := d.Env.Theme(), d.Words()
		lines := widget.Wrap(words.Part("condition", id, "outcome.body"), w)
		for _, s := range d.Assessed {
			if s.ID != c.ID {
				continue
			}
			for _, n := range s.Notes {
				lines = append(append(lines, ""), widget.Wrap(words.Text("condition", id, "note."+n.ID), w)...)
			}
		}
		lines = append(lines, "", th.Label.Render(d.Env.T(locales.UIWhySources)))
		for _, cite := range c.Sources {
			for _, l := range widget.Wrap(words.Cited(cite), w) {
				lines = append(lines, th.Dim.Render(l))
			}
		}
		return lines
	}
	return d.Env.Confirm(title, body, 0, []locales.ID{locales.UIButtonBack, locales.UIButtonGoOn, locales.UIButtonHome},
		func() page.Step { return w.finish(at, depth) },
		func() page.Step { return page.GoHome() },
	)
}
