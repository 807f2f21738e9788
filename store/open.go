package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"
)

// Names in the folder.
const (
	fileName = "xuke.db"
	lockName = "xuke.lock"
)

// Options say how to open. The zero value reads and writes.
type Options struct {
	Now      func() time.Time // for the lock file; time.Now if nil
	ReadOnly bool             // change nothing; several may read at once
}

// A Store is an open database. Close it.
type Store struct {
	path string
	db   *bolt.DB
	file *os.File // what db stands on, to be closed when bbolt no longer can
	lock *lock

	readOnly bool // opened so

	flush   func(page []byte, at int64) error // puts a page of file on the disk; tests make it fail
	writing sync.Mutex                        // held from before a write until its failure is known
	reading sync.RWMutex                      // held by everybody who reads; see awaitReaders
	failure atomic.Pointer[error]             // why nothing more is written
	stuck   atomic.Bool                       // bbolt may hold its locks for ever
	fresh   sync.Map                          // the FileIDs that have come into the vault; see sweep.go
	close   func() error
}

// Open opens the database in dir, and makes both if they are not there. It
// waits for another process at most a second, then returns a *BusyError. Every
// other error is an *Error, and leaves the file as it was.
func Open(dir string, opt Options) (*Store, error) { return open(dir, opt, migrations) }

func open(dir string, opt Options, steps []migration) (s *Store, err error) {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	if err := makeDir(dir, opt.ReadOnly); err != nil {
		return nil, err
	}
	held, err := acquire(filepath.Join(dir, lockName), !opt.ReadOnly, opt.Now())
	if err != nil {
		return nil, inDir(dir, err)
	}
	path := filepath.Join(dir, fileName)
	defer func() {
		if err != nil {
			held.release() //nolint:errcheck // there is a worse error already
			err = withPath(path, err)
		}
	}()
	if err := present(path, opt.ReadOnly, 1+len(steps)); err != nil {
		return nil, inDir(dir, err)
	}
	schema, err := examine(path)
	if err != nil {
		return nil, err
	}
	switch current := 1 + len(steps); {
	case schema > current:
		return nil, &Error{Code: NewerVersion, Err: fmt.Errorf("schema %d, known are up to %d", schema, current)}
	case schema < current && opt.ReadOnly:
		return nil, &Error{Code: OlderVersion, Err: fmt.Errorf("schema %d, has to be %d", schema, current)}
	case schema < current:
		if err := keepCopy(path, schema); err != nil {
			return nil, inDir(dir, err)
		}
	}
	s = &Store{path: path, lock: held, readOnly: opt.ReadOnly}
	s.close = sync.OnceValue(s.shut)
	if s.db, s.file, err = openBolt(path, opt.ReadOnly, 0); err != nil {
		return nil, err
	}
	s.flush = s.writeThrough
	if err := s.settle(schema, steps, opt.ReadOnly); err != nil {
		s.shutFile() //nolint:errcheck // there is a worse error already
		return nil, err
	}
	return s, nil
}

// settle brings an opened file up to date.
func (s *Store) settle(schema int, steps []migration, readOnly bool) error {
	if readOnly {
		return nil
	}
	if err := restrict(s.file); err != nil {
		return explain(s.path, err)
	}
	if err := s.migrate(schema, steps); err != nil {
		return err
	}
	s.sweep(s.lock.killed)
	s.bringBack()
	s.clearScratch()
	s.wipe() //nolint:errcheck // the next start tries again, and doctor says so
	s.removeUnfinished()
	return nil
}

// openBolt opens a file that was examined. Bits of flag are added.
//
// The list of free pages is saved with every commit although leaving it out
// makes a save into a file full of holes faster (91,000 free pages: 0.83 ms
// instead of 2.4; a usual file: no difference): without it the next start has
// to read the whole file (100 ms instead of 9), and bbolt does that in a
// goroutine where a damaged page kills the process. Keeping the list in a map
// rather than an array halves both (5.4 ms and 27 ms).
func openBolt(path string, readOnly bool, flag int) (db *bolt.DB, file *os.File, err error) {
	options := &bolt.Options{
		Timeout:      100 * time.Millisecond, // we hold our own lock already
		ReadOnly:     readOnly,
		FreelistType: bolt.FreelistMapType,
		NoStatistics: true,
		OpenFile: func(name string, f int, perm os.FileMode) (*os.File, error) {
			var err error
			file, err = os.OpenFile(name, f&^os.O_CREATE|flag, perm)
			return file, err
		},
	}
	err = guard(path, func() error {
		var err error
		db, err = bolt.Open(path, 0o600, options)
		return err
	})
	if err != nil && file != nil { // bbolt forgets its file, and the lock on it, when it panics
		freeBolt(file)
		file.Close() //nolint:errcheck // it may be closed already
	}
	return db, file, err
}

// Path returns the path of the database file.
func (s *Store) Path() string { return s.path }

// Close waits for transactions to end and lets others open the database. A
// second Close does nothing.
func (s *Store) Close() error { return s.close() }

func (s *Store) shut() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if !s.readOnly {
		s.discard()
		s.clearScratch()
	}
	s.refuse(&Error{Code: Closed, Path: s.path})
	return errors.Join(s.shutFile(), s.lock.release())
}

func (s *Store) shutFile() error {
	if s.stuck.Load() {
		freeBolt(s.file)
		return s.file.Close() // the mapping stays until the process ends
	}
	return guard(s.path, s.db.Close)
}
