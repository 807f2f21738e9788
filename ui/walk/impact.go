package walk

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
)

// newImpact shows what changing an answer does, before it is done.
func newImpact(w Walk, at model.PageID, changed model.Application, confirmed []string, diff model.Difference, depth int) page.Screen {
	d := w.D
	title := func() string {
		return d.Env.T(locales.UIImpactTitle, "Added", len(diff.Added), "Removed", len(diff.Removed))
	}
	body := func(w int) []string { return difference(d, diff, w) }
	return d.Env.Confirm(title, body, 1, []locales.ID{locales.UIButtonBack, locales.UIButtonChange}, func() page.Step {
		return w.commit(at, changed, confirmed, depth+1)
	})
}
