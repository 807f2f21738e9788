package ui

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/widget"
)

// newer returns the newest edition of the procedure, if it is to be offered.
func (d *coverRoom) newer() (*model.Procedure, bool) {
	latest, err := d.env.Procedures.Latest(d.app.Procedure)
	if err != nil || !d.app.Newer(latest) {
		return nil, false
	}
	return latest, true
}

// otherEdition is where an application can be moved to: the newest edition, or
// from there the one before it.
func (d *coverRoom) otherEdition() (*model.Procedure, bool) {
	var other *model.Procedure
	for _, p := range d.env.Procedures.Editions() { // the oldest first
		if p.ID == d.app.Procedure && p.Edition != d.app.Edition && (other == nil || p.Edition.After(other.Edition)) {
			other = p
		}
	}
	return other, other != nil
}

// offerEdition puts the choice of a newer edition over what is being opened.
func (d *coverRoom) offerEdition() Step {
	if p, ok := d.newer(); ok {
		return push(newEdition(d, p))
	}
	return nil
}

// newEdition shows what is otherwise in another edition, and lets one stay or
// move. Nothing that was filled in is lost either way.
func newEdition(d *coverRoom, to *model.Procedure) screen {
	e, from := d.env, d.app.Edition
	newer := to.Edition.After(from)
	title := func() string {
		if newer {
			return e.t(locales.UIEditionTitle, "To", d.words().Day(to.Edition))
		}
		return e.t(locales.UIEditionTitleBack, "To", d.words().Day(to.Edition))
	}
	changes := model.CompareEditions(d.base, to)
	body := func(w int) []string {
		lines := widget.Wrap(e.t(locales.UIEditionBody, "From", d.words().Day(from)), w)
		if len(changes) == 0 {
			return append(append(lines, ""), widget.Wrap(e.t(locales.UIEditionNone), w)...)
		}
		words := e.words(to)
		for i, c := range changes {
			if i == 0 || changes[i-1].How != c.How {
				lines = append(lines, "", e.theme().Label.Render(e.p.Text("term", "how", string(c.How))))
			}
			for k, l := range widget.Wrap(words.EditionChange(c), w-2) {
				lead := "  "
				if k == 0 {
					lead = e.theme().Mark.Quiet + " "
				}
				lines = append(lines, lead+l)
			}
		}
		return lines
	}
	labels := []locales.ID{locales.UIEditionLater, locales.UIEditionStay, locales.UIEditionMove}
	return e.confirm(title, body, 0, labels,
		func() Step {
			app := d.app.Clone()
			app.Stay(to)
			return Steps(d.commit(app), pop(1))
		},
		func() Step {
			app := d.app.Clone()
			app.Adopt(to)
			// The screens below were made for the other edition.
			return Steps(d.move(to, app), restart(), notice(e.t(locales.UIEditionMoved, "Edition", to.Edition.String())))
		})
}
