package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// What comes into the vault is fresh until the store is closed. A fresh file
// may be about to get its row, so nobody clears it out; and what has got none
// by the end is of no use to anybody: the disk was full, somebody stopped. A
// process that was killed clears out nothing, so the next one does that for
// it. Nothing older is ever removed without being asked: it may belong to a
// database that somebody is about to put back.

// discard removes the fresh files that no application has come to refer to.
// After a failure it leaves everything where it is.
func (s *Store) discard() {
	var lost []model.FileID
	err := s.refused()
	s.fresh.Range(func(id, _ any) bool {
		err = errors.Join(err, s.view(func(t tx) error {
			used := false
			err := t.scan(references, string(id.(model.FileID)), func(_, _ []byte, _ error) bool {
				used = true
				return false
			})
			if err == nil && !used {
				lost = append(lost, id.(model.FileID))
			}
			return err
		}))
		return err == nil
	})
	if err == nil {
		s.fresh.Clear()
		s.clearOut(lost)
	}
}

// sweep removes what a process has left that began at since and was killed:
// half copied files, and whole ones without a row. A zero time is of one that
// ended in good order, or cannot be told; only half copied files go then.
func (s *Store) sweep(since time.Time) {
	left, _ := filepath.Glob(filepath.Join(s.vault(), arrivalName+"*")) // nobody else has the lock
	for _, path := range left {
		os.Remove(path) //nolint:errcheck // Orphans finds what stays
	}
	if since.IsZero() {
		return
	}
	orphans, err := s.Orphans()
	if err != nil {
		return // doctor says so
	}
	for _, path := range orphans {
		const tick = time.Second // how coarse the clocks of file systems may be
		id := model.FileID(filepath.Base(path))
		if info, err := os.Lstat(path); err == nil && s.vaultPath(id) == path && info.ModTime().After(since.Add(-tick)) {
			s.clearOut([]model.FileID{id})
		}
	}
}

// clearOut removes files that nothing refers to any more. What cannot be
// removed stays, as an orphan; what is fresh is about to be referred to.
func (s *Store) clearOut(files []model.FileID) {
	for _, id := range files {
		if _, fresh := s.fresh.Load(id); fresh {
			continue
		}
		if path := s.vaultPath(id); path != "" {
			os.Remove(path) //nolint:errcheck // Orphans finds what stays
		}
	}
}

// Orphans lists the paths in the vault that no application refers to: left by
// a crash between the copying of a file and the saving of its row.
func (s *Store) Orphans() (paths []string, err error) {
	known, err := s.Files()
	if err != nil {
		return nil, err
	}
	want := make(map[string]bool, len(known))
	for _, id := range known {
		want[s.vaultPath(id)] = true
	}
	err = filepath.WalkDir(s.vault(), func(path string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !d.IsDir() && !want[path]:
			paths = append(paths, path)
		}
		return nil
	})
	return paths, explain(s.vault(), err)
}
