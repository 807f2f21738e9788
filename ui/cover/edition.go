package cover

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// newer returns the newest edition of the procedure, if it is to be offered.
func (d *Room) newer() (*model.Procedure, bool) {
	latest, err := d.Env.Procedures.Latest(d.App.Procedure)
	if err != nil || !d.App.Newer(latest) {
		return nil, false
	}
	return latest, true
}

// otherEdition is where an application can be moved to: the newest edition, or
// from there the one before it.
func (d *Room) otherEdition() (*model.Procedure, bool) {
	var other *model.Procedure
	for _, p := range d.Env.Procedures.Editions() { // the oldest first
		if p.ID == d.App.Procedure && p.Edition != d.App.Edition && (other == nil || p.Edition.After(other.Edition)) {
			other = p
		}
	}
	return other, other != nil
}

// offerEdition puts the choice of a newer edition over what is being opened.
func (d *Room) OfferEdition() page.Step {
	if p, ok := d.newer(); ok {
		return page.Push(newEdition(d, p))
	}
	return nil
}

// newEdition shows what is otherwise in another edition, and lets one stay or
// move. Nothing that was filled in is lost either way.
func newEdition(d *Room, to *model.Procedure) page.Screen {
	e, from := d.Env, d.App.Edition
	newer := to.Edition.After(from)
	title := func() string {
		if newer {
			return e.T(locales.UIEditionTitle, "To", d.Words().Day(to.Edition))
		}
		return e.T(locales.UIEditionTitleBack, "To", d.Words().Day(to.Edition))
	}
	changes := model.CompareEditions(d.Base, to)
	body := func(w int) []string {
		lines := widget.Wrap(e.T(locales.UIEditionBody, "From", d.Words().Day(from)), w)
		if len(changes) == 0 {
			return append(append(lines, ""), widget.Wrap(e.T(locales.UIEditionNone), w)...)
		}
		words := e.Words(to)
		for i, c := range changes {
			if i == 0 || changes[i-1].How != c.How {
				lines = append(lines, "", e.Theme().Label.Render(e.P.Text("term", "how", string(c.How))))
			}
			for k, l := range widget.Wrap(words.EditionChange(c), w-2) {
				lead := "  "
				if k == 0 {
					lead = e.Theme().Mark.Quiet + " "
				}
				lines = append(lines, lead+l)
			}
		}
		return lines
	}
	labels := []locales.ID{locales.UIEditionLater, locales.UIEditionStay, locales.UIEditionMove}
	return e.Confirm(title, body, 0, labels,
		func() page.Step {
			app := d.App.Clone()
			app.Stay(to)
			return page.Steps(d.Commit(app), page.Pop(1))
		},
		func() page.Step {
			app := d.App.Clone()
			app.Adopt(to)
			// The screens below were made for the other edition.
			return page.Steps(d.Move(to, app), page.Restart(), page.Notice(e.T(locales.UIEditionMoved, "Edition", to.Edition.String())))
		})
}
