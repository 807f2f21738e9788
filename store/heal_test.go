package store

import (
	"bytes"
	"errors"
	"os"
	"testing"

	bolt "go.etcd.io/bbolt"

	"github.com/xuke-cli/xuke/model"
)

// spoil changes a bit of a value, as a bad disk does.
func spoil(t *testing.T, s *Store, b bucket, key string) {
	t.Helper()
	err := s.db.Update(func(tx *bolt.Tx) error {
		in := tx.Bucket([]byte(b))
		value := bytes.Clone(in.Get([]byte(key)))
		value[len(value)-1] ^= 1
		return in.Put([]byte(key), value)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// misplace changes a bit of a key.
func misplace(t *testing.T, s *Store, b bucket, key string) {
	t.Helper()
	wrong := []byte(key)
	wrong[len(wrong)-1] ^= 1
	err := s.db.Update(func(tx *bolt.Tx) error {
		in := tx.Bucket([]byte(b))
		return errors.Join(in.Put(wrong, in.Get([]byte(key))), in.Delete([]byte(key)))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// lose drops a key.
func lose(t *testing.T, s *Store, b bucket, key string) {
	t.Helper()
	if err := s.db.Update(func(tx *bolt.Tx) error { return tx.Bucket([]byte(b)).Delete([]byte(key)) }); err != nil {
		t.Fatal(err)
	}
}

// TestDamagedValue spoils one value after another. Each time the rest is
// right, what is hit says so, and saving makes good what can be made good; the
// check at the end of the test sees to that.
func TestDamagedValue(t *testing.T) {
	s := openDir(t, t.TempDir())
	other, a := create(t, s, sample("重庆山城")), create(t, s, sample("北京蓝鲸"))
	if err := s.SaveDraft(other.ID, model.Draft{Place: "scope"}); err != nil {
		t.Fatal(err)
	}
	sum := summary(a, "preparing", model.Date{})
	save := func() {
		t.Helper()
		rev, err := s.Save(a, sum, &model.Draft{Place: "fit"})
		if err != nil {
			t.Fatal(err)
		}
		a.Rev = rev
	}
	list := func(q model.Query, want string, damaged int) {
		t.Helper()
		l, err := s.List(q)
		n := 0
		for _, r := range l.Rows {
			if r.State == Damaged {
				n++
			}
		}
		if err != nil || titles(l) != want || n != damaged {
			t.Errorf("%v: %q, %d damaged", err, titles(l), n)
		}
	}
	save()
	id := string(a.ID)
	all := model.Query{Sort: model.ByTitle}

	spoil(t, s, summaries, id)
	list(all, "北京蓝鲸 重庆山城", 1)
	save()
	list(all, "北京蓝鲸 重庆山城", 0)

	listed := sum
	listed.ID = a.ID
	spoil(t, s, byTitle, indexes[model.ByTitle].key(listed))
	list(all, "北京蓝鲸 重庆山城", 0)
	a.Title = "安徽" // leaves its place in the index
	save()
	list(all, "安徽 重庆山城", 0)

	listed.Title = a.Title
	misplace(t, s, byTitle, indexes[model.ByTitle].key(listed))
	list(all, "安徽 重庆山城", 0)
	a.Title = "安徽省"
	save()
	for _, err := range s.Check() {
		t.Error(err)
	}
	listed.Title = a.Title
	lose(t, s, byTitle, indexes[model.ByTitle].key(listed))
	list(all, "安徽省 重庆山城", 0)
	a.Title = "安徽"
	save()

	spoil(t, s, searched, string(other.ID))
	list(model.Query{Search: "cqsc"}, "重庆山城", 0)
	lose(t, s, searched, string(other.ID))
	list(model.Query{Search: "cqsc"}, "重庆山城", 0)
	if err := s.update(tx.reindex); err != nil {
		t.Fatal(err)
	}

	spoil(t, s, meta, countsKey)
	if n, err := s.Counts(); n.Live != 2 || err != nil {
		t.Errorf("%+v, %v", n, err)
	}
	sum.State = "submitted"
	save()

	spoil(t, s, drafts, id)
	_, _, err := s.Draft(a.ID)
	wantCode(t, err, Corrupt)
	save()
	misplace(t, s, drafts, string(a.ID))
	_, _, err = s.Draft(a.ID)
	wantCode(t, err, Corrupt)
	wrong := []byte(a.ID)
	wrong[len(wrong)-1] ^= 1
	lose(t, s, drafts, string(wrong))
	save()

	spoil(t, s, recent, "0000000000000002")
	_, _, err = s.LastOpen()
	wantCode(t, err, Corrupt)
	save()
	if last, found, err := s.LastOpen(); last != a.ID || !found || err != nil {
		t.Errorf("%q, %v", last, err)
	}

	spoil(t, s, applications, id)
	_, err = s.Load(a.ID)
	e, _ := errors.AsType[*Error](err)
	if wantCode(t, err, Corrupt); e.ID != a.ID || e.Path != s.Path() {
		t.Errorf("the error names %q in %q", e.ID, e.Path)
	}
	if _, err := s.Load(other.ID); err != nil {
		t.Errorf("the other one: %v", err)
	}
	list(all, "安徽 重庆山城", 0)
	spoil(t, s, summaries, id)
	list(all, " 重庆山城", 1)
	if err := s.Purge(a.ID); err != nil {
		t.Fatal(err)
	}
	list(all, "重庆山城", 0)
}

// TestCutWhileOpen cuts the file off under an open store, where reading it is
// a memory fault.
func TestCutWhileOpen(t *testing.T) {
	for _, first := range []string{"read", "write"} {
		dir := t.TempDir()
		s, err := Open(dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		fill(t, s, 50)
		l, _ := s.List(model.Query{})
		whole, err := os.ReadFile(s.Path())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(s.Path(), 8192); err != nil {
			t.Skip(err) // Windows keeps a mapped file as long as it is
		}
		a := sample("蓝鲸")
		a.ID, a.Rev = l.Rows[0].ID, 1
		read := func() error { _, err := s.Load(a.ID); return err }
		write := func() error { _, err := s.Save(a, summary(a, "preparing", model.Date{}), nil); return err }
		if first == "write" {
			read, write = write, read
		}
		for range 2 {
			wantCode(t, read(), Corrupt)
			wantCode(t, write(), Corrupt)
		}
		wantCode(t, s.SetSetting("language", "zh"), Corrupt)
		if err := s.Close(); err != nil {
			t.Errorf("%s: closing: %v", first, err)
		}
		if err := os.WriteFile(s.Path(), whole, 0o600); err != nil {
			t.Fatal(err)
		}
		s = openDir(t, dir)
		if again, err := s.List(model.Query{}); err != nil || !same(again, l) {
			t.Errorf("%s: opened again: %v", first, err)
		}
	}
}
