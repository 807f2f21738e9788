package cover

// Hints are the hints on the check page.
func Hints(d *Room) (texts []string) {
	for _, row := range (&review{d: d}).hints() {
		texts = append(texts, row.Told()...)
	}
	return texts
}
