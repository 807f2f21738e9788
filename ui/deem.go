package ui

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/theme"
)

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
