package store

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// lockWait is how long to wait for another process to finish: long enough for
// a command that saves and leaves, short enough for a person.
const lockWait = time.Second

// errHeld is what flock returns while another process has the lock.
var errHeld = errors.New("the lock is held")

// A lock is held by whoever has the database open. The operating system frees
// it when the process dies, however that happens; the file stays, since
// removing it would let two processes lock two files of one name.
type lock struct {
	file      *os.File
	exclusive bool
	killed    time.Time // when the holder before began, if it did not release the lock
}

// A holder is what the lock file says about who has it.
type holder struct {
	PID     int       `json:"pid"`
	Since   time.Time `json:"since"`
	Program string    `json:"program"`
}

// acquire locks path, alone or shared with other readers. A reader in a
// folder that cannot be written to does without: nobody else writes there.
func acquire(path string, exclusive bool, now time.Time) (*lock, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, &Error{Code: NotOurs, Path: path, Err: errOdd}
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil && !exclusive {
		f, err = os.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
	}
	if err != nil {
		return nil, explain(path, err)
	}
	for deadline := time.Now().Add(lockWait); ; time.Sleep(20 * time.Millisecond) {
		err := flock(f, exclusive)
		if err == nil {
			break
		}
		if errors.Is(err, errHeld) && time.Now().Before(deadline) {
			continue
		}
		defer f.Close()
		if errors.Is(err, errHeld) {
			return nil, readHolder(f)
		}
		return nil, explain(path, err)
	}
	l := &lock{file: f, exclusive: exclusive}
	if exclusive {
		l.killed = readHolder(f).Since
	}
	l.sign(holder{os.Getpid(), now, filepath.Base(os.Args[0])})
	return l, nil
}

// sign writes who holds the lock. It is for people only: a failure changes
// nothing.
func (l *lock) sign(h holder) {
	text, err := json.Marshal(h)
	if err == nil && l.file.Truncate(0) == nil {
		l.file.WriteAt(append(text, '\n'), 0) //nolint:errcheck // see above
	}
}

func readHolder(f *os.File) *BusyError {
	text, _ := io.ReadAll(io.NewSectionReader(f, 0, 4096))
	var h holder
	if json.Unmarshal(text, &h) != nil {
		return &BusyError{}
	}
	return &BusyError{h.PID, h.Since, h.Program}
}

// release frees the lock. Closing the file is what frees it.
func (l *lock) release() error {
	if l == nil {
		return nil
	}
	if l.exclusive {
		l.file.Truncate(0) //nolint:errcheck // for people only
	}
	return l.file.Close()
}
