package store

import "fmt"

// conclude finds out how commit id ended after bbolt returned failed from it,
// and returns nil if it did take place.
//
// bbolt shows a commit from the moment its header is in the file, and syncs
// the header after that. So when the last sync fails, every reader here has
// the new state while the caller is told that nothing was saved, and would
// save over a revision that is no longer there. Worse, pages of the old state
// count as free although the header on the disk may still lead to them.
// Therefore nothing is said, and nothing written, before the commit was read
// back.
func (s *Store) conclude(id int, failed error) error {
	arrived, err := s.arrived(id)
	if err == nil && arrived {
		err = s.confirm(id)
	}
	switch {
	case err != nil:
		err = &Error{Code: InDoubt, Path: s.path, Err: err}
		s.refuse(err)
		return err
	case arrived:
		s.awaitReaders()
		return nil
	case CodeOf(failed) != DiskFull && CodeOf(failed) != TooLarge:
		s.refuse(failed)
	}
	return failed
}

// arrived reports whether readers see commit id.
func (s *Store) arrived(id int) (bool, error) {
	seen := 0
	err := s.view(func(t tx) error {
		seen = t.bolt.ID()
		return nil
	})
	return seen == id, err
}

// confirm puts the header of commit id on the disk. It writes the header again
// because a system that failed to write a page may call it clean, and a second
// sync of a clean page succeeds without writing anything. The pages that the
// header leads to are on the disk: bbolt syncs them before it writes a header.
func (s *Store) confirm(id int) error {
	page := make([]byte, s.db.Info().PageSize)
	at := int64(id%2) * int64(len(page))
	if _, err := s.file.ReadAt(page, at); err != nil {
		return err
	}
	if h, ok := parseHeader(page[pageHead:]); !ok || h.tx != uint64(id) {
		return fmt.Errorf("the header of save %d: %w", id, errDamaged)
	}
	return s.flush(page, at)
}

func (s *Store) writeThrough(page []byte, at int64) error {
	if _, err := s.file.WriteAt(page, at); err != nil {
		return err
	}
	return s.db.Sync()
}

// awaitReaders returns when everybody has finished who began to read before
// the commit. After a failed one bbolt forgets that they still need the pages
// of the old state, and the next save would write over them.
func (s *Store) awaitReaders() {
	s.reading.Lock()
	defer s.reading.Unlock()
}
