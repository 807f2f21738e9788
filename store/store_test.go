package store

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// TestMain lets the test binary stand in for another process (lock_test.go).
func TestMain(m *testing.M) {
	if dir := os.Getenv("XUKE_TEST_HOLD"); dir != "" {
		hold(dir)
		return
	}
	os.Exit(m.Run())
}

var epoch = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// openDir opens a store that is checked and closed when the test ends.
func openDir(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := Open(dir, Options{Now: func() time.Time { return epoch }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if s.refused() == nil {
			for _, err := range s.Check() {
				t.Error(err)
			}
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// sample returns an application that has something in most fields.
func sample(title string) model.Application {
	return model.Application{
		Procedure: "call-center", Edition: model.Date{Year: 2026, Month: 11, Day: 1}, Title: title,
		Created: epoch, Updated: epoch,
		Answers: map[model.QuestionID]model.Answer{
			"company-name":       {Value: model.Text(title)},
			"registered-capital": {Value: model.Number(10_000_000)},
			"seats":              {Pending: &model.Pending{Who: title, By: model.Date{Year: 2026, Month: 12, Day: 1}}},
			"shareholders": {Value: model.Entries{{ID: "1", Fields: map[string]model.Value{
				"name": model.Text(title), "share": model.Share(600_000)}}}},
		},
		Materials: map[model.MaterialKey]model.Collected{"lease": {Status: model.Got, Note: title}},
	}
}

func summary(a model.Application, state model.StateID, due model.Date) model.Summary {
	return model.Summary{State: state, Title: a.Title, Updated: a.Updated, Words: []string{"91110108MA01ABCD2X"},
		Next: &model.Next{Code: model.NextAnswer, What: "seats", Date: due, Whose: model.Applicant}}
}

func create(t testing.TB, s *Store, a model.Application) model.Application {
	t.Helper()
	a, err := s.Create(a, summary(a, "preparing", model.Date{}))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// createAs is create with an id that a test can count on.
func createAs(t testing.TB, s *Store, id model.ApplicationID, title string) {
	t.Helper()
	a := sample(title)
	a.ID, a.Rev = id, 1
	if err := s.update(func(tx tx) error { return tx.keep(a, summary(a, "preparing", model.Date{}), nil) }); err != nil {
		t.Fatal(err)
	}
}

// fill makes n applications in one transaction.
func fill(t testing.TB, s *Store, n int) {
	t.Helper()
	err := s.update(func(t tx) error {
		for i := range n {
			id, err := t.newID()
			if err != nil {
				return err
			}
			a := sample(fmt.Sprintf("北京蓝鲸客服科技%d号有限公司", i))
			a.ID, a.Rev, a.Updated = id, 1, epoch.Add(time.Duration(i)*time.Second)
			sum := summary(a, []model.StateID{"preparing", "submitted"}[i%2], model.Date{Year: 2027, Month: 1, Day: 1 + i%28})
			if err := t.keep(a, sum, nil); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// same compares what JSON keeps: times without their clock reading.
func same(a, b any) bool {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	return string(x) == string(y)
}

func wantCode(t testing.TB, err error, want Code) {
	t.Helper()
	if CodeOf(err) != want {
		t.Errorf("error %v has the code %q, want %q", err, CodeOf(err), want)
	}
}

func TestEveryStringComesBack(t *testing.T) {
	f, err := os.Open("../testdata/strings.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	dir := t.TempDir()
	s := openDir(t, dir)
	var apps []model.Application
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var line struct{ Name, Text string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		a := create(t, s, sample(line.Text))
		d := model.Draft{Place: "fit", Focus: line.Text, Text: map[string]string{"a": line.Text}, Saved: epoch}
		if err := s.SaveDraft(a.ID, d); err != nil {
			t.Fatalf("%s: %v", line.Name, err)
		}
		if err := s.SetSetting(line.Name, line.Text); err != nil {
			t.Fatalf("%s: %v", line.Name, err)
		}
		got, err := s.Load(a.ID)
		if err != nil || !same(got, a) || got.Title != line.Text {
			t.Errorf("%s: %v, got %+v", line.Name, err, got)
		}
		if got, found, err := s.Draft(a.ID); err != nil || !found || !reflect.DeepEqual(got, d) {
			t.Errorf("%s: %v, draft %+v", line.Name, err, got)
		}
		if v, err := s.Setting(line.Name); v != line.Text || err != nil {
			t.Errorf("%s: setting %q, %v", line.Name, v, err)
		}
		apps = append(apps, a)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openDir(t, dir)
	for _, a := range apps {
		if got, err := s.Load(a.ID); err != nil || !same(got, a) {
			t.Errorf("after opening again: %v, got %+v", err, got)
		}
	}
	if l, err := s.List(model.Query{}); err != nil || len(l.Rows) != len(apps) {
		t.Errorf("%d rows of %d, %v", len(l.Rows), len(apps), err)
	}
}

// labels are the changes that Change is for.
var labels = []func(*model.Application) error{
	func(a *model.Application) error { return a.Tag([]string{"vip"}, nil) },
	func(a *model.Application) error { return a.Tag([]string{"重点", "a"}, []string{"vip"}) },
	func(a *model.Application) error { return a.Assign("张三") },
	func(a *model.Application) error { return a.Assign("") },
	func(a *model.Application) error { a.Archive(epoch); return nil },
	func(a *model.Application) error { a.Unarchive(); return nil },
}

// TestRandomOperations holds the store against a map.
func TestRandomOperations(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	dir := t.TempDir()
	s := openDir(t, dir)
	want := make(map[model.ApplicationID]model.Application)
	sums := make(map[model.ApplicationID]model.Summary)
	var ids []model.ApplicationID
	for i := range 600 {
		var id model.ApplicationID
		if len(ids) > 0 {
			id = ids[r.IntN(len(ids))]
		}
		a := want[id]
		var err error
		switch op := r.IntN(12); {
		case op < 3 || id == "":
			a = sample(fmt.Sprint("公司", r.IntN(20)))
			sum := summary(a, "preparing", model.Date{})
			if a, err = s.Create(a, sum); err == nil {
				ids, sums[a.ID] = append(ids, a.ID), sum
			}
		case op < 7:
			a.Title, a.Updated = fmt.Sprint("company ", r.IntN(20)), epoch.Add(time.Duration(r.IntN(1e6))*time.Millisecond)
			sum := summary(a, []model.StateID{"submitted", "accepted"}[r.IntN(2)], model.Date{Year: 2027, Month: 1, Day: 1 + r.IntN(28)})
			sums[id] = sum
			a.Rev, err = s.Save(a, sum, &model.Draft{Place: fmt.Sprint(i)})
		case op == 7 && a.Trashed.IsZero():
			a.Trashed, a.Rev = epoch, a.Rev+1
			err = s.Delete(id, epoch)
		case op == 7:
			a.Trashed, a.Rev = time.Time{}, a.Rev+1
			err = s.Undelete(id)
		case op > 9:
			label := labels[r.IntN(len(labels))]
			if err = label(&a); err == nil {
				err = s.Change([]model.ApplicationID{id}, label)
			}
			if got, loadErr := s.Load(id); loadErr == nil && err == nil {
				a.Rev = got.Rev // a label that was there already is no change
			}
		case op == 8:
			err = s.SaveDraft(id, model.Draft{Place: fmt.Sprint(i)})
		case r.IntN(3) == 0:
			err = s.Purge(id)
			delete(want, id)
			ids = ids[:0]
			for id := range want {
				ids = append(ids, id)
			}
			a.ID = ""
		default:
			s.Close()
			s = openDir(t, dir)
		}
		if err != nil {
			t.Fatalf("operation %d: %v", i, err)
		}
		if a.ID != "" {
			want[a.ID] = a
		}
	}
	n := 0
	for _, q := range []model.Query{{}, {Archived: true}, {Trash: true}} {
		q.Sort = model.ByTitle
		l, err := s.List(q)
		if err != nil {
			t.Fatal(err)
		}
		n += len(l.Rows)
		for _, row := range l.Rows {
			a := want[row.ID]
			got, err := s.Load(row.ID)
			if row.Responsible != a.Responsible || !slices.Equal(row.Tags, a.Tags) || q.Trash == a.Trashed.IsZero() ||
				!q.Trash && q.Archived == a.Archived.IsZero() {
				t.Errorf("%+v is listed by %+v as %+v", a, q, row)
			}
			if err != nil || !same(got, a) || row.Title != a.Title || row.State != sums[row.ID].State {
				t.Errorf("%v: %+v in the store, want %+v", err, got, a)
			}
		}
	}
	if n != len(want) {
		t.Errorf("%d applications, want %d", n, len(want))
	}
}

func TestFilesAreForTheOwnerAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "xuke")
	s := openDir(t, dir)
	s.Close()
	for path, want := range map[string]os.FileMode{dir: 0o700, s.Path(): 0o600, filepath.Join(dir, lockName): 0o600} {
		if info, err := os.Stat(path); err != nil || os.PathSeparator == '/' && info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, want %v (%v)", path, info.Mode(), want, err)
		}
	}
	if err := os.Chmod(s.Path(), 0o644); err != nil {
		t.Fatal(err)
	}
	s = openDir(t, dir)
	if info, _ := os.Stat(s.Path()); os.PathSeparator == '/' && info.Mode().Perm() != 0o600 {
		t.Errorf("opened with mode %v", info.Mode())
	}
	left, _ := filepath.Glob(filepath.Join(dir, "*"))
	if len(left) != 2 {
		t.Errorf("the folder holds %v", left)
	}
}

func TestCloseTwice(t *testing.T) {
	s := openDir(t, t.TempDir())
	for range 2 {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	_, err := s.List(model.Query{})
	wantCode(t, err, Closed)
	wantCode(t, s.SetSetting("language", "zh"), Closed)
}
