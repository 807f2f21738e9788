package cover

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// NewEditionOffer offers the newest edition of the procedure; nil if the
// application has it already, or the user has declined it.
func NewEditionOffer(d *Room) page.Screen {
	latest, err := d.Env.Procedures.Latest(d.App.Procedure)
	if err != nil || !d.App.Newer(latest) {
		return nil
	}
	return d.edition(latest)
}

// NewEdition offers the edition to which the application can be moved; nil if
// there is no other.
func NewEdition(d *Room) page.Screen {
	to, ok := d.otherEdition()
	if !ok {
		return nil
	}
	return d.edition(to)
}

// otherEdition is the newest edition, or for an application that has it the one
// before.
func (d *Room) otherEdition() (*model.Procedure, bool) {
	var other *model.Procedure
	for _, p := range d.Env.Procedures.Editions() { // the oldest first
		if p.ID == d.App.Procedure && p.Edition != d.App.Edition && (other == nil || p.Edition.After(other.Edition)) {
			other = p
		}
	}
	return other, other != nil
}

// edition shows what another edition changes, and lets the user stay or move.
// Nothing that was filled in is lost either way.
func (d *Room) edition(to *model.Procedure) page.Screen {
	e, from, changes := d.Env, d.App.Edition, model.CompareEditions(d.Base, to)
	heading := locales.UIEditionTitleBack
	if to.Edition.After(from) {
		heading = locales.UIEditionTitle
	}
	title := func() string { return e.T(heading, "To", d.Words().Day(to.Edition)) }
	body := func(w int) []string {
		lines := widget.Wrap(e.T(locales.UIEditionBody, "From", d.Words().Day(from)), w)
		return append(lines, editionChanges(e, to, changes, w)...)
	}
	stay := func() page.Step {
		app := d.App.Clone()
		app.Stay(to)
		return page.Steps(d.Commit(app), page.Pop())
	}
	move := func() page.Step {
		app := d.App.Clone()
		app.Adopt(to)
		// The screens below were made for the other edition.
		return page.Steps(d.Move(to, app), page.Restart(), page.Notice(e.T(locales.UIEditionMoved, "Edition", to.Edition.String())))
	}
	return e.Confirm(title, body, 0, []locales.ID{locales.UIEditionLater, locales.UIEditionStay, locales.UIEditionMove}, stay, move)
}

// editionChanges lists changes under headings that say how things have changed.
func editionChanges(e *page.Env, to *model.Procedure, changes []model.EditionChange, w int) []string {
	if len(changes) == 0 {
		return append([]string{""}, widget.Wrap(e.T(locales.UIEditionNone), w)...)
	}
	var lines []string
	for i, c := range changes {
		if i == 0 || changes[i-1].How != c.How {
			lines = append(lines, "", e.Theme().Label.Render(e.P.Text("term", "how", string(c.How))))
		}
		lines = append(lines, bulleted(e, e.Words(to).EditionChange(c), w)...)
	}
	return lines
}
