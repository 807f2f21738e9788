package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/xuke-cli/xuke/model"
)

// errFull is how the system says that a disk is full.
var errFull = func() error {
	if runtime.GOOS == "windows" {
		return syscall.Errno(112) // ERROR_DISK_FULL
	}
	return syscall.ENOSPC
}()

// A fault is what the disk does to a write of bbolt.
type fault int

const (
	none        fault = iota
	noData            // pages are refused
	noHeader          // the header is refused
	headerNoted       // the header is in the file, but the call fails, as a sync does after it
)

// breakOnce has the next commit of bbolt meet a fault, with an error of the
// system, and everything work again after that. bbolt keeps its way to write
// in a field, for tests of its own; nothing else gets between its two writes.
func breakOnce(s *Store, f fault, errno error) {
	write := (*func([]byte, int64) (int, error))(
		reflect.ValueOf(s.db).Elem().FieldByName("ops").FieldByName("writeAt").Addr().UnsafePointer())
	sound := *write
	*write = func(page []byte, at int64) (int, error) {
		header := at < 2*int64(s.db.Info().PageSize)
		if f == none || header != (f != noData) {
			return sound(page, at)
		}
		*write = sound
		if f == headerNoted {
			if n, err := sound(page, at); err != nil {
				return n, err
			}
		}
		return 0, &os.PathError{Op: "write", Path: s.path, Err: errno}
	}
}

// TestLastSyncFailsOnce lets every kind of write meet a disk that has the
// header and fails all the same. The header goes to the disk again and the
// write has happened; so the revision that it returned is good for the next.
func TestLastSyncFailsOnce(t *testing.T) {
	dir := t.TempDir()
	s := openDir(t, dir)
	flushed, through := 0, s.flush
	s.flush = func(page []byte, at int64) error {
		flushed++
		if h, ok := parseHeader(page[pageHead:]); !ok || at != int64(h.tx%2)*int64(h.pageSize) {
			t.Errorf("what is put on the disk at %d is not the header", at)
		}
		return through(page, at)
	}
	a, other := create(t, s, sample("蓝鲸")), create(t, s, sample("山城"))
	writes := []struct {
		what  string
		write func() error
	}{
		{"create", func() error {
			_, err := s.Create(sample("新"), model.Summary{State: "preparing"})
			return err
		}},
		{"save", func() (err error) {
			a.Title += "改"
			a.Rev, err = s.Save(a, summary(a, "preparing", model.Date{}), &model.Draft{Place: "fit"})
			return err
		}},
		{"draft", func() error { return s.SaveDraft(other.ID, model.Draft{Place: "scope"}) }},
		{"change", func() error {
			return s.Change([]model.ApplicationID{other.ID}, func(a *model.Application) error { a.Tags = []string{"x"}; return nil })
		}},
		{"trash", func() error { return s.Delete(other.ID, epoch) }},
		{"purge", func() error { return s.Purge(other.ID) }},
		{"setting", func() error { return s.SetSetting("language", "zh") }},
		{"saved again", func() (err error) {
			a.Title += "改"
			a.Rev, err = s.Save(a, summary(a, "preparing", model.Date{}), nil)
			return err
		}},
	}
	for i, w := range writes {
		breakOnce(s, headerNoted, []error{errFull, syscall.EIO}[i%2])
		if err := w.write(); err != nil || flushed != i+1 {
			t.Fatalf("%s: %v, %d headers put on the disk", w.what, err, flushed)
		}
	}
	s.Close()
	s = openDir(t, dir)
	if got, err := s.Load(a.ID); err != nil || got.Title != "蓝鲸改改" || got.Rev != a.Rev {
		t.Errorf("opened again: %v, %+v", err, got)
	}
	_, err := s.Load(other.ID)
	wantCode(t, err, NotFound)
	if v, err := s.Setting("language"); v != "zh" || err != nil {
		t.Errorf("opened again: %q, %v", v, err)
	}
}

// TestFullDiskKeepsTheOldState: what the disk has no room for is not visible,
// and can be saved over the same revision when there is room.
func TestFullDiskKeepsTheOldState(t *testing.T) {
	s := openDir(t, t.TempDir())
	s.flush = func([]byte, int64) error { t.Error("a header is put on the disk that is not there"); return nil }
	a := create(t, s, sample("蓝鲸"))
	for _, f := range []fault{noData, noHeader} {
		was, now := a, a
		now.Title += "改"
		breakOnce(s, f, errFull)
		_, err := s.Save(now, summary(now, "preparing", model.Date{}), nil)
		wantCode(t, err, DiskFull)
		if got, err := s.Load(a.ID); err != nil || !same(got, was) {
			t.Errorf("%v, %+v", err, got)
		}
		if now.Rev, err = s.Save(now, summary(now, "preparing", model.Date{}), nil); err != nil || now.Rev != was.Rev+1 {
			t.Fatalf("with room again: revision %d, %v", now.Rev, err)
		}
		a = now
	}
}

// TestInDoubt lets the header reach the file but not the disk. Every write
// after it is refused, and the file is good with the save and without it.
func TestInDoubt(t *testing.T) {
	for _, lost := range []bool{false, true} {
		dir := t.TempDir()
		s, err := Open(dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		a := create(t, s, sample("蓝鲸"))
		if a.Rev, err = s.Save(a, summary(a, "submitted", model.Date{}), nil); err != nil {
			t.Fatal(err)
		}
		file, size, err := s.AddFile(context.Background(), strings.NewReader("lease"))
		if err != nil {
			t.Fatal(err)
		}
		old := make([]byte, 2*s.db.Info().PageSize)
		if _, err := s.file.ReadAt(old, 0); err != nil {
			t.Fatal(err)
		}
		now := a.Clone()
		now.Title = "蓝鲸改"
		now.Materials["lease"] = model.Collected{Status: model.Got, Files: []model.File{{SHA256: file, Name: "a.pdf", Size: size}}}
		breakOnce(s, headerNoted, errFull)
		s.flush = func([]byte, int64) error { return errFull }
		for range 2 {
			_, err := s.Save(now, summary(now, "preparing", model.Date{}), nil)
			wantCode(t, err, InDoubt)
		}
		wantCode(t, s.SetSetting("language", "zh"), InDoubt)
		_, _, err = s.AddFile(context.Background(), strings.NewReader("licence"))
		wantCode(t, err, InDoubt)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		want := now
		want.Rev++
		if lost {
			want = a
			f, err := os.OpenFile(s.Path(), os.O_WRONLY, 0)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := f.WriteAt(old, 0); err != nil {
				t.Fatal(err)
			}
			f.Close()
		}
		s = openDir(t, dir)
		if got, err := s.Load(a.ID); err != nil || !same(got, want) {
			t.Errorf("header lost %t: %v, %+v", lost, err, got)
		}
		if _, err := s.OpenFile(file); err != nil {
			t.Errorf("header lost %t: %v", lost, err)
		}
		if _, err := s.Save(want, summary(want, "preparing", model.Date{}), nil); err != nil {
			t.Errorf("header lost %t: %v", lost, err)
		}
	}
}

// TestReadersAreWaitedFor has somebody read the old state while a save is read
// back: the next save must not get at the pages before that one is done.
func TestReadersAreWaitedFor(t *testing.T) {
	s := openDir(t, t.TempDir())
	a := create(t, s, sample("蓝鲸"))
	for _, text := range []string{strings.Repeat("x", 1<<20), ""} { // so that the save needs no larger mapping, for which bbolt waits by itself
		if err := s.SaveDraft(a.ID, model.Draft{Text: map[string]string{"x": text}}); err != nil {
			t.Fatal(err)
		}
	}
	began, finish, read := make(chan bool), make(chan bool), make(chan error)
	go func() {
		read <- s.view(func(tx tx) error {
			close(began)
			<-finish
			got, err := tx.load(a.ID)
			if err == nil && got.Rev != 1 {
				err = fmt.Errorf("revision %d", got.Rev)
			}
			return err
		})
	}()
	<-began
	breakOnce(s, headerNoted, errFull)
	saved := make(chan error)
	go func() {
		var err error
		a.Rev, err = s.Save(a, summary(a, "submitted", model.Date{}), nil)
		close(saved)
		read <- err
	}()
	for waits := false; !waits; runtime.Gosched() {
		select {
		case <-saved:
			t.Error("the save is done before the reader")
			waits = true
		default:
			if waits = !s.reading.TryRLock(); !waits {
				s.reading.RUnlock()
			}
		}
	}
	close(finish)
	for range 2 {
		if err := <-read; err != nil {
			t.Error(err)
		}
	}
}

// TestFaultsAtRandom saves over a disk that fails again and again. What was
// told is what is there, and no page is lost or used twice; openDir checks.
func TestFaultsAtRandom(t *testing.T) {
	dir := t.TempDir()
	s := openDir(t, dir)
	fill(t, s, 8)
	l, err := s.List(model.Query{})
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	want := make(map[model.ApplicationID]model.Application)
	for _, r := range l.Rows {
		want[r.ID], _ = s.Load(r.ID)
	}
	for i := range 60 {
		id := l.Rows[random.IntN(len(l.Rows))].ID
		a := want[id]
		a.Title = strings.Repeat("字", random.IntN(3000))
		f := fault(random.IntN(4))
		breakOnce(s, f, errFull)
		rev, err := s.Save(a, summary(a, "preparing", model.Date{}), &model.Draft{Place: fmt.Sprint(i)})
		switch {
		case f == noData || f == noHeader:
			wantCode(t, err, DiskFull)
		case err != nil:
			t.Fatalf("%d: %v", i, err)
		default:
			a.Rev = rev
			want[id] = a
		}
		if errs := s.Check(); errs != nil {
			t.Fatalf("%d, fault %d: %v", i, f, errs)
		}
	}
	s.Close()
	s = openDir(t, dir)
	for id, a := range want {
		if got, err := s.Load(id); err != nil || !same(got, a) {
			t.Errorf("%v, revision %d, told was %d", err, got.Rev, a.Rev)
		}
	}
}
