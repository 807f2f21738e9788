package theme

import "charm.land/huh/v2"

// Huh is this look for huh's fields, bare: no border, no padding, nothing of
// huh's own words or colours. What an option looks like is up to its text.
func (t Theme) Huh() *huh.Styles {
	s := &huh.Styles{}
	s.Focused.SelectSelector = t.Bar.SetString(t.Mark.Here + " ")
	s.Blurred.SelectSelector = t.Bar.SetString("  ")
	return s
}
