package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/xuke-cli/xuke/model"
)

func add(t testing.TB, s *Store, content string) model.FileID {
	t.Helper()
	id, size, err := s.AddFile(t.Context(), strings.NewReader(content))
	if err != nil || size != int64(len(content)) {
		t.Fatalf("%v: %d bytes", err, size)
	}
	return id
}

// inVault lists the files in the vault.
func inVault(t testing.TB, s *Store) (names []string) {
	t.Helper()
	err := filepath.WalkDir(s.vault(), func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, d.Name())
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestAddFile(t *testing.T) {
	s := openDir(t, t.TempDir())
	sum := sha256.Sum256([]byte("营业执照"))
	id := add(t, s, "营业执照")
	if want := hex.EncodeToString(sum[:]); string(id) != want {
		t.Errorf("id %s, want %s", id, want)
	}
	if again := add(t, s, "营业执照"); again != id || len(inVault(t, s)) != 1 {
		t.Errorf("equal files are kept %d times", len(inVault(t, s)))
	}
	f, err := s.OpenFile(id)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got, err := io.ReadAll(f); err != nil || string(got) != "营业执照" {
		t.Errorf("%v: %q", err, got)
	}
	if info, err := f.Stat(); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("%v: mode %v", err, info.Mode())
	}
	if err := s.VerifyFile(t.Context(), id); err != nil {
		t.Error(err)
	}
}

func TestAddFileLeavesNothingHalf(t *testing.T) {
	s := openDir(t, t.TempDir())
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	broken := errors.New("the stick was pulled out")
	for _, c := range []struct {
		name string
		ctx  context.Context
		from io.Reader
		is   error
	}{
		{"source vanishes", t.Context(), io.MultiReader(strings.NewReader("half"), iotest.ErrReader(broken)), broken},
		{"given up", ended, strings.NewReader("all of it"), context.Canceled},
	} {
		_, _, err := s.AddFile(c.ctx, c.from)
		var source *SourceError
		if !errors.Is(err, c.is) || !errors.As(err, &source) {
			t.Errorf("%s: %v", c.name, err)
		}
		if left := inVault(t, s); len(left) > 0 {
			t.Errorf("%s leaves %v", c.name, left)
		}
	}
}

func TestFilesOutsideTheVault(t *testing.T) {
	s := openDir(t, t.TempDir())
	for _, id := range []model.FileID{"", "xuke.db", "../xuke.db", model.FileID(strings.Repeat("A", 64)), model.FileID("../" + strings.Repeat("a", 61))} {
		if _, err := s.OpenFile(id); CodeOf(err) != NotFound {
			t.Errorf("%q: %v", id, err)
		}
	}
}

func TestDamagedFileIsFoundAndHealed(t *testing.T) {
	s := openDir(t, t.TempDir())
	id := add(t, s, "content")
	if err := os.WriteFile(s.FilePath(id), []byte("CONTENT"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.VerifyFile(t.Context(), id); CodeOf(err) != Corrupt {
		t.Errorf("altered: %v", err)
	}
	add(t, s, "content")
	if err := s.VerifyFile(t.Context(), id); err != nil {
		t.Errorf("brought in again: %v", err)
	}
	if err := os.Remove(s.FilePath(id)); err != nil {
		t.Fatal(err)
	}
	if err := s.VerifyFile(t.Context(), id); CodeOf(err) != NotFound {
		t.Errorf("missing: %v", err)
	}
}

func TestPurgeClearsOutFiles(t *testing.T) {
	dir := t.TempDir()
	s := openDir(t, dir)
	shared, own, past := add(t, s, "shared"), add(t, s, "own"), add(t, s, "past")
	a, b := create(t, s, sample("a")), create(t, s, sample("b"))
	with := func(ids ...model.FileID) func(*model.Application) {
		return func(a *model.Application) {
			c := model.Collected{Status: model.Got}
			for _, id := range ids {
				c.Files = append(c.Files, model.File{Name: "a.pdf", SHA256: id})
			}
			a.Materials = map[model.MaterialKey]model.Collected{"equity-chart": c}
		}
	}
	save(t, s, &a, with(shared, past))
	save(t, s, &a, with(shared, own)) // past can come back by undoing
	save(t, s, &b, with(shared))
	if orphans, err := s.Orphans(); err != nil || len(orphans) > 0 {
		t.Errorf("%v: orphans %v", err, orphans)
	}
	lost := add(t, s, "nobody's")
	if orphans, err := s.Orphans(); err != nil || len(orphans) != 1 || filepath.Base(orphans[0]) != string(lost) {
		t.Errorf("%v: orphans %v", err, orphans)
	}
	s.Close()
	s = openDir(t, dir) // what came in before is no longer fresh
	if err := s.Purge(a.ID); err != nil {
		t.Fatal(err)
	}
	for id, there := range map[model.FileID]bool{shared: true, own: false, past: false} {
		if err := s.VerifyFile(t.Context(), id); (err == nil) != there {
			t.Errorf("%.8s: %v, want there %v", id, err, there)
		}
	}
	if ids, err := s.Files(); err != nil || len(ids) != 1 || ids[0] != shared {
		t.Errorf("%v: %v", err, ids)
	}
}
