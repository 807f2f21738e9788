package store

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"

	bolt "go.etcd.io/bbolt"

	"github.com/xuke-cli/xuke/model"
)

// bbolt frees the pages of what was deleted and leaves their bytes where they
// are until another save happens to need the page. After a purge that would
// keep ID numbers in the file for years. So all that is left is copied into a
// new file, which takes the place of the old one. Until that has happened the
// file says so, and the next start does what was interrupted.
const (
	wipeKey   = "wipe"   // in meta: pages of the file hold what was purged
	copyBatch = 32 << 20 // bytes that are copied in one transaction
)

// Wiped reports whether nothing is left of what was purged, as it is unless
// rewriting the file has failed.
func (s *Store) Wiped() (bool, error) {
	var mark []byte
	err := s.view(func(t tx) (err error) {
		mark, err = t.get(meta, wipeKey)
		return err
	})
	return mark == nil, err
}

// wipe rewrites the file if something was purged. A failure leaves it as it
// is.
func (s *Store) wipe() error {
	if wiped, err := s.Wiped(); wiped || err != nil {
		return err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.refused(); err != nil {
		return err
	}
	temp := s.path + ".tmp-" + strconv.Itoa(os.Getpid())
	defer os.Remove(temp) //nolint:errcheck // it has its name by then, or is of no use
	if err := s.copySound(temp); err != nil {
		return withPath(s.path, explain(s.path, err))
	}
	s.reading.Lock()
	defer s.reading.Unlock()
	return s.exchange(temp)
}

// copySound writes everything into a new file. It refuses to do that with a
// damaged one, in whose pages something may be left that can still be saved.
func (s *Store) copySound(temp string) error {
	info, err := s.file.Stat()
	if err != nil {
		return err
	}
	m, err := openImage(s.file, info.Size())
	if err != nil {
		return err
	}
	if err := m.walk(nil); err != nil {
		return m.damaged(err)
	}
	to, _, err := openBolt(temp, false, os.O_CREATE|os.O_EXCL)
	if err != nil {
		return err
	}
	err = guard(s.path, func() error {
		if err := bolt.Compact(to, s.db, copyBatch); err != nil {
			return err
		}
		return to.Update(func(b *bolt.Tx) error {
			_, err := tx{b, temp}.delete(meta, wipeKey)
			return err
		})
	})
	if err = errors.Join(err, to.Close()); err != nil {
		return err
	}
	_, err = examine(temp)
	return err
}

// exchange puts a complete file in the place of the one that is open. Nobody
// reads or writes meanwhile.
func (s *Store) exchange(temp string) error {
	if err := s.shutFile(); err != nil {
		s.refuse(err)
		return err
	}
	settled := settleFile(temp, s.path)
	db, file, err := openBolt(s.path, false, 0) // the new one, or still the old one
	if err != nil {
		s.refuse(err) // reading fails from here on, too: the file is closed
		return err
	}
	s.db, s.file = db, file
	return explain(s.path, settled)
}

// Copies lists the files in the data directory, the database aside, that still
// hold an application: copies from before a migration, and backups.
func (s *Store) Copies(id model.ApplicationID) (paths []string) {
	dir := filepath.Dir(s.path)
	files, _ := readDir(dir)
	for _, f := range files {
		path := filepath.Join(dir, f.Name())
		if f.Type().IsRegular() && f.Name() != fileName && f.Name() != lockName && contains(path, []byte(id)) {
			paths = append(paths, path)
		}
	}
	return paths
}

// contains reports whether a file holds some bytes.
func contains(path string, some []byte) bool {
	f, err := openFile(path)
	if err != nil {
		return false
	}
	defer f.Close()
	buf := make([]byte, 1<<20)
	kept := 0 // bytes of the part before, among which the beginning may be
	for {
		n, err := io.ReadFull(f, buf[kept:])
		if bytes.Contains(buf[:kept+n], some) {
			return true
		}
		if err != nil {
			return false
		}
		kept = copy(buf, buf[len(buf)-len(some)+1:])
	}
}
