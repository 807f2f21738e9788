package store

import (
	"os"
	"path/filepath"
	"testing"
)

// TestD5 leaves nothing of what was shown, whether the process ends in good
// order or is killed.
func TestD5(t *testing.T) {
	dir := t.TempDir()
	show := func(s *Store) {
		t.Helper()
		in, err := s.ScratchDir()
		if err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(in); err != nil || info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
			t.Errorf("%v, %v", info.Mode(), err)
		}
		if err := os.WriteFile(filepath.Join(in, "scan.pdf"), []byte("scan"), 0o400); err != nil {
			t.Fatal(err)
		}
	}
	s := openDir(t, dir)
	show(s)
	s.Close()
	if got := holding(t, dir, "scan"); len(got) != 0 {
		t.Errorf("closed, and left are %v", got)
	}
	s = openDir(t, dir)
	show(s)
	copied := t.TempDir()
	if err := os.CopyFS(copied, os.DirFS(dir)); err != nil { // as it lies there when the process is killed
		t.Fatal(err)
	}
	openDir(t, copied)
	if got := holding(t, copied, "scan"); len(got) != 0 {
		t.Errorf("killed, opened again, and left are %v", got)
	}
}
