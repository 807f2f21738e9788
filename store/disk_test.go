package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	berrors "go.etcd.io/bbolt/errors"

	"github.com/xuke-cli/xuke/model"
)

// TestNothingIsWrittenAfterAFailure lets the disk fail: the file is closed
// behind bbolt's back. The failed save is told, and so is every later one.
func TestNothingIsWrittenAfterAFailure(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	a := create(t, s, sample("蓝鲸"))
	s.file.Close()
	a.Title = "lost"
	for range 2 {
		_, err := s.Save(a, summary(a, "preparing", model.Date{}), nil)
		wantCode(t, err, BadDisk)
	}
	if got, err := s.Load(a.ID); err != nil || got.Title != "蓝鲸" {
		t.Errorf("%v, %+v", err, got)
	}
	s.Close() // may complain
	s = openDir(t, dir)
	a.Title = "kept"
	if _, err := s.Save(a, summary(a, "preparing", model.Date{}), nil); err != nil {
		t.Errorf("opened again: %v", err)
	}
}

func TestExplain(t *testing.T) {
	for _, c := range []struct {
		err  error
		want Code
	}{
		{&fs.PathError{Op: "write", Err: syscall.EIO}, BadDisk},
		{syscall.EIO, BadDisk},
		{fs.ErrPermission, NoPermission},
		{berrors.ErrTimeout, Busy},
		{berrors.ErrDatabaseReadOnly, ReadOnly},
		{berrors.ErrDatabaseNotOpen, Closed},
		{berrors.ErrChecksum, Corrupt},
		{errDamaged, Corrupt},
		{&Error{Code: NotFound}, NotFound},
		{errors.Join(&Error{Code: NotFound}, syscall.EIO), NotFound},
	} {
		wantCode(t, explain("f", c.err), c.want)
	}
	if explain("f", nil) != nil {
		t.Error("nothing is explained as something")
	}
	if CodeOf(errors.New("x")) != "" {
		t.Error("a foreign error has a code")
	}
}

func TestFoldersThatTakeNoWrites(t *testing.T) {
	if os.Geteuid() == 0 || os.PathSeparator != '/' {
		t.Skip("modes stop nobody here")
	}
	for _, c := range []struct {
		mode os.FileMode
		want Code
	}{{0o500, ReadOnlyDir}, {0o000, NoPermission}} {
		dir := filepath.Join(t.TempDir(), "xuke")
		if err := os.Mkdir(dir, c.mode); err != nil {
			t.Fatal(err)
		}
		_, err := Open(dir, Options{})
		wantCode(t, err, c.want)
		os.Chmod(dir, 0o700)
	}
	dir := t.TempDir()
	s := openDir(t, dir)
	s.Close()
	if err := os.Chmod(s.Path(), 0); err != nil {
		t.Fatal(err)
	}
	_, err := Open(dir, Options{})
	wantCode(t, err, NoPermission)
	os.Chmod(s.Path(), 0o600)

	os.Chmod(dir, 0o500)
	defer os.Chmod(dir, 0o700)
	r, err := Open(dir, Options{ReadOnly: true})
	if err != nil {
		t.Fatalf("reading a folder that takes no writes: %v", err)
	}
	r.Close()
}

// TestBornComplete: what a crash left of a file being made is no database and
// in nobody's way.
func TestBornComplete(t *testing.T) {
	dir := t.TempDir()
	left := filepath.Join(dir, fileName+".tmp-1")
	if err := os.WriteFile(left, make([]byte, 4096), 0o600); err != nil {
		t.Fatal(err)
	}
	openDir(t, dir)
	if _, err := os.Stat(left); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
}

// TestFailedCreationNamesTheFolder: nobody knows the name that a database has
// before it is complete.
func TestFailedCreationNamesTheFolder(t *testing.T) {
	dir := t.TempDir()
	temp := filepath.Join(dir, fmt.Sprintf("%s.tmp-%d", fileName, os.Getpid()))
	if err := os.MkdirAll(filepath.Join(temp, "in the way"), 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := Open(dir, Options{})
	wantCode(t, err, BadDisk)
	full := namingFolder(dir, explain(temp, &os.PathError{Op: "write", Path: temp, Err: errFull}))
	wantCode(t, full, DiskFull)
	for _, err := range []error{err, full} {
		if e, ok := err.(*Error); !ok || e.Path != dir || strings.Contains(e.Error(), ".tmp-") {
			t.Errorf("%v", err)
		}
	}
}

// failing is a disk that cannot be read from some byte on.
type failing struct {
	io.ReaderAt
	from int64
}

func (f failing) ReadAt(p []byte, at int64) (int, error) {
	if at+int64(len(p)) > f.from {
		return 0, &fs.PathError{Op: "read", Path: "xuke.db", Err: syscall.EIO}
	}
	return f.ReaderAt.ReadAt(p, at)
}

// TestD14 reads a sound file over a bad cable: nothing is called damaged, for
// which the advice is to put a backup in the place of the file.
func TestD14(t *testing.T) {
	dir := t.TempDir()
	s := openDir(t, dir)
	create(t, s, sample("a"))
	s.Close()
	data, err := os.ReadFile(filepath.Join(dir, fileName))
	if err != nil {
		t.Fatal(err)
	}
	for from := int64(0); from < int64(len(data)); from += 512 {
		m, err := openImage(failing{bytes.NewReader(data), from}, int64(len(data)))
		if err == nil {
			_, err = m.schema()
		}
		if err == nil {
			if err = m.walk(nil); err != nil {
				err = m.damaged(err)
			}
		}
		if err != nil {
			wantCode(t, err, BadDisk)
		} else if from < int64(len(data)/2) {
			t.Errorf("read up to %d, and nothing is missed", from)
		}
	}
}

// TestD14Codes has what the system says mean what it means.
func TestD14Codes(t *testing.T) {
	if os.PathSeparator != '/' {
		t.Skip("the numbers are those of Unix")
	}
	for err, want := range map[error]Code{
		syscall.EFBIG: TooLarge, syscall.EMFILE: TooManyFiles, syscall.ENFILE: TooManyFiles, syscall.ENOLCK: NoLocks,
		syscall.EDQUOT: DiskFull, syscall.EIO: BadDisk,
	} {
		wantCode(t, explain("f", &fs.PathError{Op: "write", Path: "f", Err: err}), want)
	}
}

// TestD14NoRoomToGrow saves where files may not grow: that is no fault of the
// disk, and the next save may fit.
func TestD14NoRoomToGrow(t *testing.T) {
	if os.PathSeparator != '/' {
		t.Skip("the number is that of Unix")
	}
	s := openDir(t, t.TempDir())
	a := create(t, s, sample("a"))
	breakOnce(s, noData, syscall.EFBIG)
	_, err := s.Save(a, summary(a, "preparing", model.Date{}), nil)
	wantCode(t, err, TooLarge)
	if _, err := s.Save(a, summary(a, "preparing", model.Date{}), nil); err != nil {
		t.Error(err)
	}
}
