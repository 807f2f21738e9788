package store

import (
	"os"
	"path/filepath"
	"testing"
)

// TestD4 kills a process that is writing a document somewhere.
func TestD4(t *testing.T) {
	dir, target := t.TempDir(), t.TempDir()
	there := func(path string) bool {
		_, err := os.Lstat(path)
		return err == nil
	}
	write := func(path string) {
		t.Helper()
		if err := os.WriteFile(path, []byte("scans"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := openDir(t, dir)
	left, _ := s.TempFile(target)
	write(left)
	_, done := s.TempFile(target)
	done()
	s.Close()

	s = openDir(t, dir)
	if there(left) || len(s.Unfinished()) != 0 {
		t.Errorf("%s is still there, noted are %v", left, s.Unfinished())
	}

	// On a disk that is not connected it is kept in mind.
	disk := filepath.Join(target, "disk")
	if err := os.Mkdir(disk, 0o700); err != nil {
		t.Fatal(err)
	}
	left, _ = s.TempFile(disk)
	write(left)
	s.Close()
	if err := os.Rename(disk, disk+"-away"); err != nil {
		t.Fatal(err)
	}
	s = openDir(t, dir)
	if got := s.Unfinished(); len(got) != 1 || got[0] != left {
		t.Errorf("noted are %v", got)
	}
	s.Close()
	if err := os.Rename(disk+"-away", disk); err != nil {
		t.Fatal(err)
	}
	openDir(t, dir)
	if there(left) {
		t.Errorf("%s is still there", left)
	}
}

// TestNotesOfOthers has notes that would lead to files which are none of ours.
func TestNotesOfOthers(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(t.TempDir(), "mine.pdf")
	s := openDir(t, dir)
	if err := os.Mkdir(s.notes(), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"mine.pdf": mine, "xuke-A": mine, "xuke-B": ".xuke-B", "xuke-C": ""} {
		if err := os.WriteFile(filepath.Join(s.notes(), name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(mine, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s.Close()
	openDir(t, dir)
	if _, err := os.Stat(mine); err != nil {
		t.Error(err)
	}
}
