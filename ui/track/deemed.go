package track

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
)

// deemedRows say that no notice came in time, by which article the application
// counts as accepted, and lead to recording that.
func (d *Room) deemedRows() []row {
	dl, rule, ok := model.Deemable(d.Proc, &d.App, d.Env.Workdays, d.Env.Today())
	if !ok {
		return nil
	}
	filled := map[string]string{"deemed": "yes", "date": d.App.Received(d.Proc).String()}
	return d.group(locales.UIDeemHead, []row{{
		Row: page.Row{
			Key: deemedKey, Part: desk.PartOf(d.Proc, string(dl.Clock)),
			Told: func() []string { return d.deemedTold(dl) },
			Open: func() page.Step { return page.Push(newRecord(d, rule.ID, filled)) },
		},
		verb:  locales.UISubmissionEnter,
		mark:  func() string { return d.Env.Theme().Warn.Render(d.Env.Theme().Mark.Warn) },
		title: func() string { return d.Env.T(locales.UIDeemRow, "On", d.shortDay(dl.Latest)) },
	}})
}

// deemedTold is why the application counts as accepted, and from when.
func (d *Room) deemedTold(dl model.Deadline) []string {
	words := d.Words()
	told := []string{d.Env.T(locales.UIDeemTold, "On", words.Day(dl.Latest), "From", words.Day(d.App.Received(d.Proc)), "Citation", words.Citation(dl.Sources[0]))}
	if dl.Estimate {
		told = append(told, d.Env.Theme().Say(theme.Warn, d.Env.T(locales.UIDeemEstimate)))
	}
	return append(told, d.readings(dl)...)
}
