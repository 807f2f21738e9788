package ui

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/widget"
)

// newRemoval asks before a row of a list goes.
func newRemoval(list *entries, e model.Entry) screen {
	d := list.d
	changed := d.app.Clone()
	var left model.Entries
	for _, x := range list.values() {
		if x.ID != e.ID {
			left = append(left, x.Without(e.ID))
		}
	}
	if left == nil {
		left = model.Entries{}
	}
	err := changed.Answer(d.proc, list.q.ID, left)
	if err == nil && len(model.Leaving(d.proc, &d.app, &changed)) > 0 {
		return newDeparture(list, e, changed)
	}
	diff := model.Differ(d.proc, &d.app, &changed)
	title := func() string {
		return d.env.t(locales.UIRemoveTitle, "Name", legible.Line(e.Text("name")))
	}
	body := func(w int) []string { return d.difference(diff, w) }
	return d.env.confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIButtonRemove}, func() Step {
		if err != nil {
			return warn(d.refusal(list.q.ID, err))
		}
		return Steps(d.commit(changed), pop(1))
	})
}

// newNone asks whether an empty list means that there is none.
func newNone(list *entries) screen {
	d := list.d
	title := func() string { return d.env.t(locales.UINoneTitle, "Question", d.words().Question(list.q.ID)) }
	body := func(w int) []string { return widget.Wrap(d.env.t(locales.UINoneBody), w) }
	return d.env.confirm(title, body, 0, []locales.ID{locales.UIButtonBack, locales.UIButtonNone}, func() Step {
		changed := d.app.Clone()
		if err := changed.Answer(d.proc, list.q.ID, model.Entries{}); err != nil {
			return warn(d.refusal(list.q.ID, err))
		}
		return list.take(list.page, changed, nil, 2)
	})
}

// difference says what a change does, in lines.
func (d *desk) difference(diff model.Difference, w int) []string {
	th, words, e := d.env.theme(), d.words(), d.env
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
		add(th.Mark.Warn, e.t(locales.UIImpactAuthority, "Authority", words.Authority(diff.After, &d.app)))
	}
	for _, r := range diff.Requirements {
		add(th.Mark.Warn, e.t(locales.UIImpactRequirement, "Condition", words.Title("condition", string(r.Condition.ID)),
			"Before", words.Bound(r.Before[0]), "After", words.Bound(r.After[0])))
	}
	for _, v := range diff.Verdicts {
		if v.Before != "" && v.After != "" {
			add(th.Mark.Quiet, e.t(locales.UIImpactVerdict, "Condition", words.Title("condition", string(v.Condition.ID)),
				"Before", e.p.Text("term", "verdict", string(v.Before)), "After", e.p.Text("term", "verdict", string(v.After))))
		}
	}
	for _, r := range diff.Added {
		add(th.Good.Render("+"), e.t(locales.UIImpactAdded, "Material", words.Row(r)))
	}
	for _, r := range diff.Removed {
		add(th.Bad.Render("−"), e.t(locales.UIImpactRemoved, "Material", words.Row(r)))
	}
	for _, q := range diff.Dropped {
		add(th.Mark.Quiet, e.t(locales.UIImpactDropped, "Question", words.Question(q)))
	}
	if len(lines) == 0 {
		lines = append(lines, e.t(locales.UIImpactNothing))
	}
	if len(diff.Dropped) > 0 || diff.RemovedWithStatus > 0 {
		lines = append(lines, "")
		lines = append(lines, widget.Wrap(e.t(locales.UIImpactKept), w)...)
	}
	return lines
}
