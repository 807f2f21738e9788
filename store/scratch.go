package store

import (
	"os"
	"path/filepath"
)

// scratchName is the folder of copies that other programs are shown. It is in
// the data directory, where nobody else can read them and the next start finds
// what a killed process has left.
const scratchName = "shown"

func (s *Store) scratch() string { return filepath.Join(filepath.Dir(s.path), scratchName) }

// ScratchDir makes a new folder for files that are of use while this process
// runs. Closing the store removes it.
func (s *Store) ScratchDir() (string, error) {
	if s.readOnly {
		return "", &Error{Code: ReadOnly, Path: s.path}
	}
	if err := s.refused(); err != nil {
		return "", err
	}
	if err := makeDir(s.scratch(), false); err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp(s.scratch(), "") // mode 0700
	return dir, explain(s.scratch(), err)
}

// clearScratch removes all such folders. What another program keeps open may
// stay, on Windows; the next start tries again.
func (s *Store) clearScratch() { os.RemoveAll(s.scratch()) } //nolint:errcheck // see above
