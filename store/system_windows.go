package store

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// flock tries to lock a file, without waiting. Windows keeps others from
// reading what is locked, so it is a byte far behind the text that is locked.
func flock(f *os.File, exclusive bool) error {
	how := uint32(windows.LOCKFILE_FAIL_IMMEDIATELY)
	if exclusive {
		how |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	far := &windows.Overlapped{Offset: ^uint32(0), OffsetHigh: ^uint32(0) >> 1}
	err := windows.LockFileEx(windows.Handle(f.Fd()), how, 0, 1, 0, far)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errHeld
	}
	return err
}

// freeBolt takes bbolt's lock off a file that bbolt can no longer close. It is
// on the byte that bbolt's own bolt_windows.go names.
func freeBolt(f *os.File) {
	last := &windows.Overlapped{Offset: ^uint32(0), OffsetHigh: ^uint32(0)}
	windows.UnlockFileEx(windows.Handle(f.Fd()), 0, 1, 0, last) //nolint:errcheck // closing is next
}

// restrict does nothing: on Windows the folder decides who gets in, and the
// one for a person's data is theirs.
func restrict(*os.File) error { return nil }

// syncDir does nothing: Windows cannot sync a folder.
func syncDir(string) error { return nil }

func isDiskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

func isTooLarge(err error) bool { return errors.Is(err, windows.ERROR_FILE_TOO_LARGE) }

func isOutOfFiles(err error) bool { return errors.Is(err, windows.ERROR_TOO_MANY_OPEN_FILES) }

func isLockless(err error) bool { return errors.Is(err, windows.ERROR_NOT_SUPPORTED) }

func isWriteProtected(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }
