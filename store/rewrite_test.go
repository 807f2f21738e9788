package store

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/xuke-cli/xuke/model"
)

// holding lists the files in a folder, at any depth, that hold some bytes.
func holding(t *testing.T, dir, some string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if bytes.Contains(data, []byte(some)) {
			names = append(names, d.Name())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

const idNumber = "11010519491231002X"

// private makes an application that has an ID number in every place: answers,
// half-typed text, log, summary, a file.
func private(t *testing.T, s *Store) model.Application {
	t.Helper()
	a := create(t, s, sample("P"+idNumber))
	id := add(t, s, idNumber)
	save(t, s, &a, withFile(id))
	save(t, s, &a, func(a *model.Application) { a.Responsible = idNumber })
	if err := s.SaveDraft(a.ID, model.Draft{Text: map[string]string{"x": idNumber}}); err != nil {
		t.Fatal(err)
	}
	return a
}

// TestD11 looks for what was purged in everything that the folder holds.
func TestD11(t *testing.T) {
	dir := t.TempDir()
	s := openDir(t, dir)
	kept := create(t, s, sample("kept"))
	a := private(t, s)
	s.fresh.Clear()
	if len(holding(t, dir, idNumber)) == 0 {
		t.Fatal("the test looks in the wrong place")
	}
	if err := s.Purge(a.ID); err != nil {
		t.Fatal(err)
	}
	for _, some := range []string{idNumber, string(a.ID)} {
		if got := holding(t, dir, some); len(got) != 0 {
			t.Errorf("%s is still in %v", some, got)
		}
	}
	if got, err := s.Load(kept.ID); err != nil || !same(got, kept) {
		t.Errorf("%v, %+v", err, got)
	}
	kept.Title = "改"
	if _, err := s.Save(kept, summary(kept, "preparing", model.Date{}), nil); err != nil {
		t.Error(err)
	}
	s.Close()
	s = openDir(t, dir)
	if got, err := s.Load(kept.ID); err != nil || got.Title != "改" {
		t.Errorf("opened again: %v, %+v", err, got)
	}
}

// TestD11Interrupted kills the process between the purge and the rewriting of
// the file.
func TestD11Interrupted(t *testing.T) {
	dir := t.TempDir()
	s := openDir(t, dir)
	a := private(t, s)
	s.fresh.Clear()
	temp := s.path + ".tmp-1"
	if err := os.Mkdir(s.path+".tmp-"+strconv.Itoa(os.Getpid()), 0o700); err != nil { // no file can be written there
		t.Fatal(err)
	}
	err := s.Purge(a.ID)
	wantCode(t, err, NotWiped)
	if wiped, err := s.Wiped(); wiped || err != nil {
		t.Errorf("it says that nothing is left, %v", err)
	}
	_, err = s.Load(a.ID)
	wantCode(t, err, NotFound)
	s.Close()
	if err := os.WriteFile(temp, []byte(idNumber), 0o600); err != nil { // half of a copy
		t.Fatal(err)
	}
	s = openDir(t, dir)
	if wiped, err := s.Wiped(); !wiped || err != nil {
		t.Errorf("it says that something is left, %v", err)
	}
	if got := holding(t, dir, idNumber); len(got) != 0 {
		t.Errorf("it is still in %v", got)
	}
}

// TestPurgeBesideOthers purges while others read and write.
func TestPurgeBesideOthers(t *testing.T) {
	s := openDir(t, t.TempDir())
	a := create(t, s, sample("a"))
	var others sync.WaitGroup
	for range 4 {
		others.Go(func() {
			for range 20 {
				if _, err := s.Load(a.ID); err != nil {
					t.Error(err)
				}
			}
		})
		others.Go(func() {
			for range 5 {
				b, err := s.Create(sample("b"), model.Summary{State: "preparing"})
				if err == nil {
					err = s.Purge(b.ID)
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	others.Wait()
}

// TestCopies finds an application in backups, wherever in the file it is.
func TestCopies(t *testing.T) {
	dir := t.TempDir()
	s := openDir(t, dir)
	a := create(t, s, sample("a"))
	if got := s.Copies(a.ID); len(got) != 0 {
		t.Errorf("found in %v", got)
	}
	for name, text := range map[string]string{
		"xuke.db.v2-backup": strings.Repeat("x", 1<<20-5) + string(a.ID), // across two parts that are read
		"other.db":          strings.Repeat("x", 3<<20),
		"xuke.db.old":       string(a.ID),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{filepath.Join(dir, "xuke.db.old"), filepath.Join(dir, "xuke.db.v2-backup")}
	if got := s.Copies(a.ID); !slices.Equal(got, want) {
		t.Errorf("found in %v", got)
	}
}
