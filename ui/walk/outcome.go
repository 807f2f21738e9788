package walk

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// newOutcome says that with this answer the application would fail, or belongs
// elsewhere. The user can change the answer, or go on with it: the condition then
// stays on the list as not met.
func newOutcome(s stop, a model.Assessment) page.Screen {
	d, id := s.d, string(a.ID)
	title := func() string {
		th := d.Env.Theme()
		mark := th.Bad.Render(th.Mark.Bad)
		if a.Severity == model.Routes {
			mark = th.Warn.Render(th.Mark.Warn)
		}
		return mark + " " + d.Words().Part("condition", id, "outcome.title")
	}
	body := func(w int) []string {
		th, words := d.Env.Theme(), d.Words()
		lines := widget.Wrap(words.Part("condition", id, "outcome.body"), w)
		for _, n := range a.Notes {
			lines = append(append(lines, ""), widget.Wrap(words.Text("condition", id, "note."+n.ID), w)...)
		}
		lines = append(lines, "", th.Label.Render(d.Env.T(locales.UIWhySources)))
		for _, cite := range a.Sources {
			for _, l := range widget.Wrap(words.Cited(cite), w) {
				lines = append(lines, th.Dim.Render(l))
			}
		}
		return lines
	}
	return d.Env.Confirm(title, body, 0, []locales.ID{locales.UIButtonBack, locales.UIButtonGoOn, locales.UIButtonHome}, s.leave, page.GoHome)
}
