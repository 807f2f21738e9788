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

// signAsKilled leaves the lock as a process leaves it that began then and was
// killed: signed.
func signAsKilled(t *testing.T, dir string, began time.Time) {
	t.Helper()
	f, err := os.OpenFile(filepath.Join(dir, lockName), os.O_RDWR, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	(&lock{file: f}).sign(holder{1, began, "xuke"})
	f.Close()
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
	if _, count, size, err := s.Aside(); count != 1 || size != 4 || err != nil {
		t.Errorf("%d files of %d bytes were set aside, %v", count, size, err)
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

	signAsKilled(t, dir, began)
	openDir(t, dir).Close()
	there(older, foreign, s.FilePath(kept))
	if _, err := os.Stat(filepath.Join(dir, asideName, one)); err != nil {
		t.Errorf("what got no row was not set aside: %v", err)
	}
}

// TestD3 kills a process, puts an older database in the place of its own, and
// then its own again, as somebody does who tries which backup is the right one.
func TestD3(t *testing.T) {
	dir := t.TempDir()
	s := openDir(t, dir)
	a := create(t, s, sample("蓝鲸"))
	s.Close()
	database := filepath.Join(dir, fileName)
	read := func() []byte {
		t.Helper()
		data, err := os.ReadFile(database)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	put := func(data []byte) {
		t.Helper()
		if err := os.WriteFile(database, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	older := read()
	s = openDir(t, dir)
	id := add(t, s, "scan")
	save(t, s, &a, withFile(id))
	newer := read()
	s.Close()
	signAsKilled(t, dir, time.Now().Add(-time.Minute))

	put(older)
	openDir(t, dir).Close()
	s = openDir(t, dir)
	if got := inVault(t, s); len(got) != 0 {
		t.Errorf("the vault of the older database has %v", got)
	}
	s.Close()

	put(newer)
	s = openDir(t, dir)
	if err := s.VerifyFile(t.Context(), id); err != nil {
		t.Errorf("the file of the newer database: %v", err)
	}
	if _, count, _, _ := s.Aside(); count != 0 {
		t.Errorf("%d files are still set aside", count)
	}
}

// TestPurgeErasesWhatWasSetAside has the content of a purged application in
// both places.
func TestPurgeErasesWhatWasSetAside(t *testing.T) {
	s := openDir(t, t.TempDir())
	a := create(t, s, sample("a"))
	id := add(t, s, "shared")
	save(t, s, &a, withFile(id))
	s.fresh.Clear()
	s.setAside([]model.FileID{id})
	if err := s.Purge(a.ID); err != nil {
		t.Fatal(err)
	}
	if _, count, _, _ := s.Aside(); count != 0 || len(inVault(t, s)) != 0 {
		t.Errorf("the content of what was purged is still there")
	}
}

// TestClean deletes what was set aside, and nothing else.
func TestClean(t *testing.T) {
	dir := t.TempDir()
	s := openDir(t, dir)
	kept := add(t, s, "kept")
	add(t, s, "lost")
	a := create(t, s, sample("蓝鲸"))
	save(t, s, &a, withFile(kept))
	s.Close()
	s = openDir(t, dir)
	if err := s.Clean(); err != nil {
		t.Fatal(err)
	}
	if _, count, _, err := s.Aside(); count != 0 || err != nil || s.VerifyFile(t.Context(), kept) != nil {
		t.Errorf("%d files are left, %v", count, err)
	}
}
