package walk

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// newImpact shows what another answer changes, before it is made.
func newImpact(d *desk.Desk, diff model.Difference, commit func() page.Step) page.Screen {
	title := func() string {
		return d.Env.T(locales.UIImpactTitle, "Added", len(diff.Added), "Removed", len(diff.Removed))
	}
	body := func(w int) []string { return impactLines(d, diff, w) }
	return d.Env.Confirm(title, body, 1, []locales.ID{locales.UIButtonBack, locales.UIButtonChange}, commit)
}

// impactLines say what a change does.
func impactLines(d *desk.Desk, diff model.Difference, w int) []string {
	var lines []string
	add := func(mark, text string) {
		for i, l := range widget.Wrap(text, w-2) {
			if i > 0 {
				mark = strings.Repeat(" ", widget.Width(mark))
			}
			lines = append(lines, mark+" "+l)
		}
	}
	impactOnRules(d, diff, add)
	impactOnWork(d, diff, add)
	if len(lines) == 0 {
		lines = append(lines, d.Env.T(locales.UIImpactNothing))
	}
	if len(diff.Dropped) > 0 || diff.RemovedWithStatus > 0 {
		lines = append(append(lines, ""), widget.Wrap(d.Env.T(locales.UIImpactKept), w)...)
	}
	return lines
}

// impactOnRules adds who decides, and which conditions move.
func impactOnRules(d *desk.Desk, diff model.Difference, add func(mark, text string)) {
	th, words, e := d.Env.Theme(), d.Words(), d.Env
	if diff.After != diff.Before && diff.After != nil {
		add(th.Mark.Warn, e.T(locales.UIImpactAuthority, "Authority", words.Authority(diff.After, &d.App)))
	}
	for _, r := range diff.Requirements {
		add(th.Mark.Warn, e.T(locales.UIImpactRequirement, "Condition", words.Title("condition", string(r.Condition.ID)),
			"Before", words.Bound(r.Before[0]), "After", words.Bound(r.After[0])))
	}
	for _, v := range diff.Verdicts {
		if v.Before != "" && v.After != "" {
			add(th.Mark.Quiet, e.T(locales.UIImpactVerdict, "Condition", words.Title("condition", string(v.Condition.ID)),
				"Before", e.P.Text("term", "verdict", string(v.Before)), "After", e.P.Text("term", "verdict", string(v.After))))
		}
	}
}

// impactOnWork adds which papers and questions come and go, and which papers
// have to be checked again.
func impactOnWork(d *desk.Desk, diff model.Difference, add func(mark, text string)) {
	th, words, e := d.Env.Theme(), d.Words(), d.Env
	for _, r := range diff.Added {
		add(th.Good.Render("+"), e.T(locales.UIImpactAdded, "Material", words.Row(r)))
	}
	for _, r := range diff.Removed {
		add(th.Bad.Render("−"), e.T(locales.UIImpactRemoved, "Material", words.Row(r)))
	}
	for _, r := range diff.Recheck {
		add(th.Mark.Warn, e.T(locales.UIImpactRecheck, "Material", words.Row(r)))
	}
	for _, q := range diff.Dropped {
		add(th.Mark.Quiet, e.T(locales.UIImpactDropped, "Question", words.Question(q)))
	}
}
