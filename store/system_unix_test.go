//go:build unix

package store

import (
	"syscall"
	"testing"
)

// TestD14Interrupted has signals come while the lock is asked for.
func TestD14Interrupted(t *testing.T) {
	calls := 0
	err := undisturbed(func() error {
		if calls++; calls < 3 {
			return syscall.EINTR
		}
		return syscall.EWOULDBLOCK
	})
	if err != syscall.EWOULDBLOCK || calls != 3 {
		t.Errorf("%d calls, %v", calls, err)
	}
}
