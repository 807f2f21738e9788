package store

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	bolt "go.etcd.io/bbolt"
)

// guard runs what may touch a damaged page. bbolt panics on one, or reads
// beyond the file, which kills a process unless the goroutine that reads asks
// for a panic instead. Both become a Corrupt error.
//
// bbolt must not start goroutines of its own in here: they would be without
// this protection. It does so in two places, both avoided: Tx.Check, and
// opening a file whose list of free pages was not saved.
func guard(path string, fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = &Error{Code: Corrupt, Path: path, Err: panicked{p, nil}}
			if unread := readThrough(path); unread != nil { // the pages were not damaged, but not to be had
				err = &Error{Code: BadDisk, Path: path, Err: panicked{p, unread}}
			}
		}
	}()
	return explain(path, fn())
}

// panicked marks the errors that were panics: after one in a write, bbolt may
// hold its locks for ever.
type panicked struct {
	value  any
	unread error // why the file could not be read
}

func (p panicked) Error() string {
	if p.unread != nil {
		return p.unread.Error()
	}
	return fmt.Sprint(p.value)
}

// readThrough reads a file to its end and returns what keeps it from that.
func readThrough(path string) error {
	f, err := openFile(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(io.Discard, f)
	return err
}

func isPanic(err error) bool {
	_, ok := errors.AsType[panicked](err)
	return ok
}

// view reads. What fn gets from t is valid until it returns.
func (s *Store) view(fn func(t tx) error) error {
	s.reading.RLock()
	defer s.reading.RUnlock()
	err := guard(s.path, func() error {
		return s.db.View(func(b *bolt.Tx) error { return fn(tx{b, s.path}) })
	})
	if isPanic(err) {
		s.refuse(err) // writing into a file with broken pages would break more
	}
	return err
}

// update writes all or nothing. A failure to put it on the disk, unless the
// disk is just full, is the last write. One that leaves open whether the disk
// has it is looked into before anything is said (commit.go).
func (s *Store) update(fn func(t tx) error) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.refused(); err != nil {
		return err
	}
	committing := 0 // the number of the commit, once it has begun
	err := guard(s.path, func() error {
		return s.db.Update(func(b *bolt.Tx) error {
			err := fn(tx{b, s.path})
			if err == nil {
				committing = b.ID()
			}
			return err
		})
	})
	switch {
	case isPanic(err):
		s.stuck.Store(true)
		s.refuse(err)
	case err != nil && committing != 0:
		return s.conclude(committing, err)
	}
	return err
}

func (s *Store) refuse(err error) { s.failure.CompareAndSwap(nil, &err) }

// refused returns why nothing may be written, or nil.
func (s *Store) refused() error {
	if err := s.failure.Load(); err != nil {
		return *err
	}
	return nil
}
