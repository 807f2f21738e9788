package ui

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/theme"
)

// next is what to do next, as of today.
func (d *desk) next() *model.Next {
	return model.NextOn(d.proc, &d.app, d.env.Workdays, d.env.Today())
}

// deemRows says that no notice came in time, by which article the application
// counts as accepted, and leads to recording that.
func (s *submission) deemRows() []trackRow {
	d := s.d
	dl, rule, ok := model.Deemable(d.proc, &d.app, d.env.Workdays, d.env.Today())
	if !ok {
		return nil
	}
	row := trackRow{key: "deem", part: partOf(d.proc, string(dl.Clock)), verb: locales.UISubmissionEnter}
	row.mark = func() string { return d.env.theme().Warn.Render(d.env.theme().Mark.Warn) }
	row.title = func() string { return d.env.t(locales.UIDeemRow, "On", d.clockDay(dl.Latest)) }
	row.told = func() []string {
		told := []string{d.env.t(locales.UIDeemTold, "On", d.words().Day(dl.Latest), "From", d.words().Day(d.app.Received(d.proc)), "Citation", d.words().Citation(dl.Sources[0]))}
		if dl.Estimate {
			told = append(told, d.env.theme().Say(theme.Warn, d.env.t(locales.UIDeemEstimate)))
		}
		return append(told, d.readings(dl)...)
	}
	row.open = func() Step {
		return push(newRecordWith(d, rule.ID, map[string]string{"deemed": "yes", "date": d.app.Received(d.proc).String()}))
	}
	return s.group(locales.UIDeemHead, []trackRow{row})
}

// correcting lists the items of the notice that waits for an answer, and what
// earlier ones left open: while there is a notice nothing else is to do. The
// order stays when one is settled.
func (d *desk) correcting() (items []model.Item) {
	if !model.Correcting(d.proc, &d.app) {
		return nil
	}
	round := d.app.Rounds(d.proc)
	for _, it := range d.app.Items {
		if it.Round == round || !it.Settled() {
			items = append(items, it)
		}
	}
	return items
}

// namedBy reports whether an item of the notice concerns a row.
func namedBy(items []model.Item, key model.MaterialKey) bool {
	return slices.ContainsFunc(items, func(it model.Item) bool { return it.Material == key })
}

// changedSince reports whether what an open item names is otherwise than it
// was handed in: then a person only has to confirm it.
func (d *desk) changedSince(it model.Item) bool {
	return !it.Settled() && d.app.ChangedSince(d.proc, it)
}

// itemMark is how far an item is.
func (d *desk) itemMark(it model.Item) string {
	th := d.env.theme()
	switch {
	case it.Waived != "":
		return th.Dim.Render(th.Mark.None)
	case it.Resolved:
		return th.Good.Render(th.Mark.Done)
	case d.changedSince(it):
		return th.Accent.Render(th.Mark.Part)
	}
	return th.Accent.Render(th.Mark.Open)
}
