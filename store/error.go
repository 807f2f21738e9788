package store

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	berrors "go.etcd.io/bbolt/errors"

	"github.com/xuke-cli/xuke/model"
)

// A Code says what went wrong. The edge has words for each.
type Code string

// Codes about the file or its folder. After every one of them but InDoubt the
// file is as it was.
const (
	NotOurs      Code = "not-ours"       // the file belongs to another program
	EmptyFile    Code = "empty-file"     // nothing is left where the database was
	CutShort     Code = "cut-short"      // the end of the file is missing
	Corrupt      Code = "corrupt"        // bytes have changed; ID where only that application is hit
	NewerVersion Code = "newer-version"  // written by a newer xuke
	OlderVersion Code = "older-version"  // opened for reading only, and has to be migrated first
	NoPermission Code = "no-permission"  //
	ReadOnlyDir  Code = "read-only-dir"  // the folder or its disk takes no writes
	DiskFull     Code = "disk-full"      // what was to be saved is not; what was there is
	TooLarge     Code = "too-large"      // the same, because no file may be as large
	TooManyFiles Code = "too-many-files" // the system opens no more files
	NoLocks      Code = "no-locks"       // the disk cannot lock files, as some network drives
	BadDisk      Code = "bad-disk"       // reading or writing failed; nothing more is written until the file is opened again
	InDoubt      Code = "in-doubt"       // the disk may or may not have the save; nothing more is written until the file is opened again
	Busy         Code = "busy"           // a *BusyError
	ReadOnly     Code = "read-only"      // opened for reading only
	Closed       Code = "closed"         //
	NotWiped     Code = "not-wiped"      // purged, but its bytes are still in free pages of the file
)

// Codes about one application.
const (
	NotFound  Code = "not-found"
	Conflict  Code = "conflict"  // saved by somebody else meanwhile, as Rev
	Ambiguous Code = "ambiguous" // Candidates
)

// An Error is a failure for a person to read, in codes and arguments. Fields
// that a code has no use for are empty.
type Error struct {
	Code       Code
	Path       string              // the file or folder
	ID         model.ApplicationID // the application, or the name that was looked for
	Rev        int64               // of Conflict: the revision that the store has
	Candidates []Candidate         // of Ambiguous, at most maxCandidates
	Err        error               // what lies below, for a bug report
}

// A Candidate is an application that a name may mean.
type Candidate struct {
	ID    model.ApplicationID
	Title string
}

func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("store: " + string(e.Code))
	if e.ID != "" {
		fmt.Fprintf(&b, ": application %q", e.ID)
	}
	if e.Path != "" {
		fmt.Fprintf(&b, ": %q", e.Path)
	}
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	return b.String()
}

func (e *Error) Unwrap() error { return e.Err }

// A BusyError says that another process has the data, and as far as it can be
// told which.
type BusyError struct {
	PID     int       // 0 where not known
	Since   time.Time // zero where not known
	Program string
}

func (e *BusyError) Error() string {
	if e.PID == 0 {
		return "store: in use by another process"
	}
	return fmt.Sprintf("store: in use by process %d (%s) since %s", e.PID, e.Program, e.Since.Format(time.RFC3339))
}

// CodeOf returns the code of an error of this package, or "" for any other.
func CodeOf(err error) Code {
	var e *Error
	var b *BusyError
	switch {
	case errors.As(err, &b):
		return Busy
	case errors.As(err, &e):
		return e.Code
	}
	return ""
}

// explain gives an error from below its code. What already has one is passed
// on.
func explain(path string, err error) error {
	if err == nil || CodeOf(err) != "" {
		return err
	}
	if errors.Is(err, berrors.ErrTimeout) { // held by a program that does not know our lock
		return &BusyError{}
	}
	for _, c := range []struct {
		code Code
		is   bool
	}{
		{DiskFull, isDiskFull(err)},
		{TooLarge, isTooLarge(err)},
		{TooManyFiles, isOutOfFiles(err)},
		{NoLocks, isLockless(err)},
		{ReadOnlyDir, isWriteProtected(err)},
		{NoPermission, errors.Is(err, fs.ErrPermission)},
		{ReadOnly, errors.Is(err, berrors.ErrDatabaseReadOnly)},
		{Closed, errors.Is(err, berrors.ErrDatabaseNotOpen)},
		{Corrupt, errors.Is(err, errDamaged)},
		{Corrupt, errors.Is(err, berrors.ErrInvalid)},
		{Corrupt, errors.Is(err, berrors.ErrChecksum)},
	} {
		if c.is {
			return &Error{Code: c.code, Path: path, Err: err}
		}
	}
	return &Error{Code: BadDisk, Path: path, Err: err}
}
