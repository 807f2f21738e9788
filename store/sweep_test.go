package store

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// withFile gives an application a row that refers to a file.
func withFile(id model.FileID) func(*model.Application) {
	return func(a *model.Application) {
		a.Materials = map[model.MaterialKey]model.Collected{"equity-chart": {Status: model.Got, Files: []model.File{{Name: "a.pdf", SHA256: id}}}}
	}
}

// TestWhatGotNoRowGoesAtTheEnd is the full disk, and whoever stops half way:
// copied, never saved.
func TestWhatGotNoRowGoesAtTheEnd(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	kept, lost := add(t, s, "kept"), add(t, s, "lost")
	a := create(t, s, sample("蓝鲸"))
	save(t, s, &a, withFile(kept))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openDir(t, dir)
	if got := inVault(t, s); !slices.Equal(got, []string{string(kept)}) {
		t.Errorf("the vault has %v, and not %.8s without %.8s", got, kept, lost)
	}
	add(t, s, "kept") // brought in again, and not used: its row is older
	s.Close()
	s = openDir(t, dir)
	if err := s.VerifyFile(t.Context(), kept); err != nil {
		t.Error(err)
	}
}

// TestPurgeLeavesWhatIsOnItsWay lets one application go for good while its
// file comes in for another.
func TestPurgeLeavesWhatIsOnItsWay(t *testing.T) {
	dir := t.TempDir()
	s := openDir(t, dir)
	a, b := create(t, s, sample("a")), create(t, s, sample("b"))
	id := add(t, s, "shared")
	save(t, s, &a, withFile(id))
	s.Close()
	s = openDir(t, dir)
	add(t, s, "shared")
	if err := s.Purge(a.ID); err != nil {
		t.Fatal(err)
	}
	save(t, s, &b, withFile(id))
	if err := s.VerifyFile(t.Context(), id); err != nil {
		t.Errorf("a row points to nothing: %v", err)
	}
}

// TestAfterAKill leaves in the vault what a killed process leaves.
func TestAfterAKill(t *testing.T) {
	dir := t.TempDir()
	s := openDir(t, dir)
	kept := add(t, s, "kept")
	a := create(t, s, sample("蓝鲸"))
	save(t, s, &a, withFile(kept))
	s.Close()

	began := time.Now().Add(-time.Hour)
	leave := func(name string, at time.Time) string {
		t.Helper()
		path := filepath.Join(dir, vaultName, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("left"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
		return path
	}
	const one = "aa00000000000000000000000000000000000000000000000000000000000000"
	const two = "bb00000000000000000000000000000000000000000000000000000000000000"
	lost := leave(filepath.Join("aa", one), began.Add(time.Minute))
	older := leave(filepath.Join("bb", two), began.Add(-time.Minute))
	foreign := leave("mine.txt", time.Now())
	half := leave(arrivalName+"1", began.Add(time.Minute))
	there := func(want ...string) {
		t.Helper()
		for _, path := range []string{lost, older, foreign, half, s.FilePath(kept)} {
			if _, err := os.Stat(path); (err == nil) != slices.Contains(want, path) {
				t.Errorf("%s: %v", path, err)
			}
		}
	}

	openDir(t, dir).Close() // after an end in good order
	there(lost, older, foreign, s.FilePath(kept))

	f, err := os.OpenFile(filepath.Join(dir, lockName), os.O_RDWR, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	(&lock{file: f}).sign(holder{1, began, "xuke"})
	f.Close()
	openDir(t, dir).Close()
	there(older, foreign, s.FilePath(kept))
}
