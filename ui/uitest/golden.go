package uitest

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
)

// Sizes are the windows of golden frames: narrow, usual, and with three columns.
var Sizes = [][2]int{{60, 20}, {80, 24}, {120, 40}}

// update is the flag of go test that has golden files rewritten.
var update = flag.Bool("update", false, "rewrite golden files: look at them before you commit them")

// Update reports whether golden files are to be rewritten.
func Update() bool { return *update }

// goldens is the folder of the golden frames: of the package that is tested, else
// of package ui.
func goldens() string {
	if own := filepath.Join("testdata", "golden"); exists(own) {
		return own
	}
	return filepath.Join("..", "testdata", "golden")
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// Golden compares the frame with the golden one of that name.
func (s *Session) Golden(name string) {
	s.t.Helper()
	s.Fits()
	file := filepath.Join(goldens(), name+".golden")
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			s.t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(s.Screen()), 0o644); err != nil {
			s.t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		s.t.Fatal(err)
	}
	if got := s.Screen(); got != string(want) {
		s.t.Errorf("%s differs from its golden frame:\n%s", name, got)
	}
}

// Root is the folder of the module.
func Root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	for err == nil {
		if exists(filepath.Join(dir, "go.mod")) {
			return dir
		}
		if up := filepath.Dir(dir); up != dir {
			dir = up
			continue
		}
		err = os.ErrNotExist
	}
	t.Fatal(err)
	return ""
}
