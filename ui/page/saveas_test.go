package page

import "testing"

func TestIsFolder(t *testing.T) {
	for path, want := range map[string]bool{"out/": true, `out\`: true, "/": true, "out": false, "out/a.md": false, "": false} {
		if isFolder(path) != want {
			t.Errorf("%q: %v", path, !want)
		}
	}
}
