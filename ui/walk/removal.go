package walk

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// newRemoval asks before a row of a list goes.
func newRemoval(list *entries, e model.Entry) page.Screen {
	d := list.D
	changed := d.App.Clone()
	var left model.Entries
	for _, x := range list.values() {
		if x.ID != e.ID {
			left = append(left, x.Without(e.ID))
		}
	}
	if left == nil {
		left = model.Entries{}
	}
	err := changed.Answer(d.Proc, list.q.ID, left)
	if err == nil && len(model.Leaving(d.Proc, &d.App, &changed)) > 0 {
		return newDeparture(list, e, changed)
	}
	diff := model.Differ(d.Proc, &d.App, &changed)
	title := func() string {
		return d.Env.T(locales.UIRemoveTitle, "Name", legible.Line(e.Text("name")))
	}
	body := func(w int) []string { return difference(d, diff, w) }
	return d.Env.Confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIButtonRemove}, func() page.Step {
		if err != nil {
			return page.Warn(d.Refusal(list.q.ID, err))
		}
		return page.Steps(d.Commit(changed), page.Pop(1))
	})
}

// newNone asks whether an empty list means that there is none.
func newNone(list *entries) page.Screen {
	d := list.D
	title := func() string { return d.Env.T(locales.UINoneTitle, "Question", d.Words().Question(list.q.ID)) }
	body := func(w int) []string { return widget.Wrap(d.Env.T(locales.UINoneBody), w) }
	return d.Env.Confirm(title, body, 0, []locales.ID{locales.UIButtonBack, locales.UIButtonNone}, func() page.Step {
		changed := d.App.Clone()
		if err := changed.Answer(d.Proc, list.q.ID, model.Entries{}); err != nil {
			return page.Warn(d.Refusal(list.q.ID, err))
		}
		return list.take(list.page, changed, nil, 2)
	})
}

// difference says what a change does, in lines.
func difference(d *desk.Desk, diff model.Difference, w int) []string {
	th, words, e := d.Env.Theme(), d.Words(), d.Env
	var lines []string
	add := func(mark, text string) {
		for i, l := range widget.Wrap(text, w-2) {
			if i > 0 {
				mark = strings.Repeat(" ", widget.Width(mark))
			}
			lines = append(lines, mark+" "+l)
		}
	}
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
	for _, r := range diff.Added {
		add(th.Good.Render("+"), e.T(locales.UIImpactAdded, "Material", words.Row(r)))
	}
	for _, r := range diff.Removed {
		add(th.Bad.Render("−"), e.T(locales.UIImpactRemoved, "Material", words.Row(r)))
	}
	for _, q := range diff.Dropped {
		add(th.Mark.Quiet, e.T(locales.UIImpactDropped, "Question", words.Question(q)))
	}
	if len(lines) == 0 {
		lines = append(lines, e.T(locales.UIImpactNothing))
	}
	if len(diff.Dropped) > 0 || diff.RemovedWithStatus > 0 {
		lines = append(lines, "")
		lines = append(lines, widget.Wrap(e.T(locales.UIImpactKept), w)...)
	}
	return lines
}
