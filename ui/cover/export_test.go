package cover

// Hints are the titles of the hints on the check page.
func Hints(d *Room) (titles []string) {
	for _, r := range (&review{d: d}).hints() {
		titles = append(titles, r.face().title)
	}
	return titles
}
