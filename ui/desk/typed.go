package desk

import (
	"maps"

	"github.com/xuke-cli/xuke/ui/page"
)

// Kept implements page.Keeper.
func (d *Desk) Kept(field string) (string, bool) {
	text, ok := d.Draft.Text[field]
	return text, ok
}

// Typed implements page.Keeper. A save that is on its way has a draft of its own,
// which does not change: the map is copied.
func (d *Desk) Typed(field, text string) page.Step {
	if old, ok := d.Draft.Text[field]; ok && old == text {
		return nil
	}
	d.Draft.Text = maps.Clone(d.Draft.Text)
	if d.Draft.Text == nil {
		d.Draft.Text = make(map[string]string)
	}
	d.Draft.Text[field] = text
	d.saving.draft = true
	return d.Flush()
}

// Forget implements page.Keeper.
func (d *Desk) Forget(fields ...string) page.Step {
	n := len(d.Draft.Text)
	d.Draft.Text = maps.Clone(d.Draft.Text)
	for _, f := range fields {
		delete(d.Draft.Text, f)
	}
	if len(d.Draft.Text) == n {
		return nil
	}
	d.saving.draft = true
	return d.Flush()
}

// Here keeps where the user is, for the next start.
func (d *Desk) Here(place, focus string) page.Step {
	if d.Draft.Place == place && d.Draft.Focus == focus {
		return nil
	}
	d.Draft.Place, d.Draft.Focus = place, focus
	d.saving.draft = true
	return d.Flush()
}
