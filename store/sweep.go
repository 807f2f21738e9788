package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// Content that comes into the vault is fresh until the store is closed. A fresh
// file may be about to get its row, so nothing takes it away; if it has none by
// the end, the disk was full or the user stopped. A process that was killed
// tidies up nothing, so the next one does that for it.
//
// Tidying up deletes nothing: a file without a row here may have one in a
// database that is about to be put back. It is set aside in a folder beside the
// vault, and returns from there when a database refers to it. Only Purge and
// Clean delete, and both are asked for.

// asideName is the folder of the files that were set aside.
const asideName = "files-unused"

func (s *Store) aside() string { return filepath.Join(filepath.Dir(s.path), asideName) }

// discard sets the fresh files aside that no application has come to refer to.
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
		s.setAside(lost)
	}
}

// sweep tidies up after a process that began at since and was killed: half
// copied files go, and whole ones without a row are set aside. A zero time is
// of one that ended in good order, or cannot be told; only half copied files go
// then.
func (s *Store) sweep(since time.Time) {
	left, _ := filepath.Glob(filepath.Join(s.vault(), arrivalName+"*")) // nobody else has the lock
	for _, path := range left {
		os.Remove(path) //nolint:errcheck // Orphans finds what stays
	}
	left, _ = filepath.Glob(s.path + ".tmp-*") // of a rewriting that was interrupted
	for _, path := range left {
		os.Remove(path) //nolint:errcheck // the next start tries again
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
			s.setAside([]model.FileID{id})
		}
	}
}

// setAside moves files out of the vault that nothing refers to. What cannot be
// moved stays, as an orphan; what is fresh is about to be referred to.
func (s *Store) setAside(files []model.FileID) {
	for _, id := range files {
		path := s.vaultPath(id)
		if _, fresh := s.fresh.Load(id); fresh || path == "" || makeDir(s.aside(), false) != nil {
			continue
		}
		os.Rename(path, filepath.Join(s.aside(), string(id))) //nolint:errcheck // Orphans finds what stays
	}
}

// bringBack returns the files to the vault that were set aside and are missing
// there: a database was put back that refers to them.
func (s *Store) bringBack() {
	files, err := readDir(s.aside())
	if err != nil || len(files) == 0 {
		return // almost always: nothing was set aside
	}
	wanted, err := s.Files()
	if err != nil {
		return // doctor says so
	}
	for _, f := range files {
		id := model.FileID(f.Name())
		path := s.vaultPath(id)
		if path == "" || !slices.Contains(wanted, id) {
			continue
		}
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) && makeDir(filepath.Dir(path), false) == nil {
			os.Rename(filepath.Join(s.aside(), f.Name()), path) //nolint:errcheck // doctor says what is missing
		}
	}
}

// Aside returns the folder of the files that were set aside, with how many
// there are and their bytes.
func (s *Store) Aside() (dir string, count int, size int64, err error) {
	dir = s.aside()
	files, err := readDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return dir, 0, 0, nil
	}
	for _, f := range files {
		if info, err := f.Info(); err == nil {
			count, size = count+1, size+info.Size()
		}
	}
	return dir, count, size, explain(dir, err)
}

// Clean deletes the files that were set aside, and gives up those unfinished
// ones that cannot be removed.
func (s *Store) Clean() error {
	return errors.Join(explain(s.aside(), os.RemoveAll(s.aside())), explain(s.notes(), os.RemoveAll(s.notes())))
}

// erase deletes files that nothing refers to any more, as Purge wants it. What
// cannot be deleted stays, as an orphan; what is fresh is about to be referred
// to.
func (s *Store) erase(files []model.FileID) {
	for _, id := range files {
		if _, fresh := s.fresh.Load(id); fresh {
			continue
		}
		if path := s.vaultPath(id); path != "" {
			os.Remove(path)                                 //nolint:errcheck // Orphans finds what stays
			os.Remove(filepath.Join(s.aside(), string(id))) //nolint:errcheck // most likely it is not there
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
