package track

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
)

// deemRows says that no notice came in time, by which article the application
// counts as accepted, and leads to recording that.
func (s *Submission) deemRows() []trackRow {
	d := s.D
	dl, rule, ok := model.Deemable(d.Proc, &d.App, d.Env.Workdays, d.Env.Today())
	if !ok {
		return nil
	}
	row := trackRow{key: "deem", part: desk.PartOf(d.Proc, string(dl.Clock)), verb: locales.UISubmissionEnter}
	row.mark = func() string { return d.Env.Theme().Warn.Render(d.Env.Theme().Mark.Warn) }
	row.title = func() string { return d.Env.T(locales.UIDeemRow, "On", d.clockDay(dl.Latest)) }
	row.told = func() []string {
		told := []string{d.Env.T(locales.UIDeemTold, "On", d.Words().Day(dl.Latest), "From", d.Words().Day(d.App.Received(d.Proc)), "Citation", d.Words().Citation(dl.Sources[0]))}
		if dl.Estimate {
			told = append(told, d.Env.Theme().Say(theme.Warn, d.Env.T(locales.UIDeemEstimate)))
		}
		return append(told, d.readings(dl)...)
	}
	row.open = func() page.Step {
		return page.Push(newRecordWith(d, rule.ID, map[string]string{"deemed": "yes", "date": d.App.Received(d.Proc).String()}))
	}
	return s.group(locales.UIDeemHead, []trackRow{row})
}
