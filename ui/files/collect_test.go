package files

import "testing"

// A folder or an archive is collected from; anything else is attached.
func TestCollectable(t *testing.T) {
	for path, want := range map[string]bool{"/a/材料": true, "/a/材料/": true, `C:\材料`: true, "/a/b.zip": true, "/a.b/c.pdf": false, "章程.PDF": false} {
		if collectable(path) != want {
			t.Errorf("%s: %t", path, !want)
		}
	}
}
