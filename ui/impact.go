package ui

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// newImpact shows what changing an answer does, before it is done.
func newImpact(w walk, at model.PageID, changed model.Application, confirmed []string, diff model.Difference, depth int) screen {
	d := w.d
	title := func() string {
		return d.env.t(locales.UIImpactTitle, "Added", len(diff.Added), "Removed", len(diff.Removed))
	}
	body := func(w int) []string { return d.difference(diff, w) }
	return d.env.confirm(title, body, 1, []locales.ID{locales.UIButtonBack, locales.UIButtonChange}, func() Step {
		return w.commit(at, changed, confirmed, depth+1)
	})
}
