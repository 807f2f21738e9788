package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/model"
)

var today = model.Date{Year: 2026, Month: 11, Day: 26}

// board makes applications of every kind, and what their summaries are.
func board(t *testing.T, s *Store, r *rand.Rand, n int) []model.Summary {
	t.Helper()
	var all []model.Summary
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	for i := range n {
		a := sample(fmt.Sprintf("%s公司%d", pick("甲", "乙"), i))
		a.Updated = epoch.Add(time.Duration(i) * time.Second)
		a.Procedure = model.ProcedureID(pick("call-center", "call-center-renewal"))
		a.Responsible = pick("", "张三", "Li\x00Si", "Li")
		for _, tag := range []string{"vip", "vip2", "重点", "x"} {
			if r.IntN(3) == 0 {
				a.Tags = append(a.Tags, tag)
			}
		}
		var due model.Date
		if days := r.IntN(60) - 10; days < 45 {
			due = today.AddDays(days)
		}
		sum := summary(a, model.StateID(pick("preparing", "submitted", "accepted")), due)
		sum.Next.Whose = model.Turn(pick("applicant", "client", "authority", ""))
		if sum.Next.Whose == model.Officials && r.IntN(2) == 0 { // a notice that comes in time, or not
			sum.Next.Date = today.AddDays(r.IntN(5) - 2)
			sum.Deem = &model.Next{Code: model.NextDeem, Date: sum.Next.Date, Whose: model.Applicant}
		} else if r.IntN(5) == 0 {
			sum.Next = nil
		}
		a.Archived = []time.Time{{}, epoch}[r.IntN(6)/5]
		a, err := s.Create(a, sum)
		if err != nil {
			t.Fatal(err)
		}
		if r.IntN(6) == 0 {
			if err := s.Delete(a.ID, epoch); err != nil {
				t.Fatal(err)
			}
			a.Trashed = epoch
		}
		sum.ID, sum.Procedure, sum.Responsible, sum.Tags, sum.Trashed, sum.Archived = a.ID, a.Procedure, a.Responsible, a.Tags, a.Trashed, a.Archived
		all = append(all, sum)
	}
	return all
}

// values lists what a facet can have, by the rules of the model.
var values = map[model.Facet][]string{
	model.OfTurn:        {"applicant", "client", "authority", ""},
	model.OfDue:         {model.Overdue, "7d", "30d", model.Undated},
	model.OfState:       {"preparing", "submitted", "accepted"},
	model.OfResponsible: {"", "张三", "Li\x00Si", "Li"},
	model.OfTag:         {"", "vip", "vip2", "重点", "x"},
	model.OfProcedure:   {"call-center", "call-center-renewal"},
}

// TestFilters holds what the marks say against what the model says of the
// summaries.
func TestFilters(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	s := openDir(t, t.TempDir())
	all := board(t, s, r, 120)
	in := func(q model.Query, sum model.Summary) bool {
		switch {
		case !sum.Trashed.IsZero():
			return q.Trash
		case !sum.Archived.IsZero():
			return q.Archived
		}
		return !q.Trash && !q.Archived
	}
	totals, err := s.Totals(today)
	if l, _ := s.List(model.Query{Filter: model.Filter{model.OfDue: "7d"}, Today: today}); err != nil || totals.Soon != l.Total {
		t.Errorf("%+v, want %d soon (%v)", totals, l.Total, err)
	}
	if l, _ := s.List(model.Query{Filter: model.Filter{model.OfDue: model.Overdue}, Today: today}); totals.Overdue != l.Total {
		t.Errorf("%+v, want %d overdue", totals, l.Total)
	}
	for who, n := range totals.Turn {
		if l, _ := s.List(model.Query{Filter: model.Filter{model.OfTurn: string(who)}, Today: today}); n != l.Total {
			t.Errorf("%d are the turn of %q, and %d are listed", n, who, l.Total)
		}
	}
	for range 300 {
		q := model.Query{Today: today, Sort: []model.Order{model.ByDue, model.ByTitle}[r.IntN(2)], Trash: r.IntN(6) == 0, Filter: model.Filter{}}
		q.Archived = !q.Trash && r.IntN(6) == 0
		q.Search = []string{"", "", "甲"}[r.IntN(3)]
		for _, facet := range model.Facets {
			if r.IntN(4) == 0 {
				q.Filter[facet] = values[facet][r.IntN(len(values[facet]))]
			}
		}
		searched := func(sum model.Summary) bool {
			return in(q, sum) && (q.Search == "" || sum.Title[:len("甲")] == q.Search)
		}
		fitting := func(f model.Filter) (n int) {
			for _, sum := range all {
				if searched(sum) && f.Fits(sum, today) {
					n++
				}
			}
			return n
		}
		l, err := s.List(q)
		if err != nil || l.Total != fitting(q.Filter) || len(l.Rows) != l.Total {
			t.Fatalf("%+v: %d of %d rows, want %d (%v)", q, len(l.Rows), l.Total, fitting(q.Filter), err)
		}
		for _, row := range l.Rows {
			if !searched(row) || !q.Filter.Fits(row, today) {
				t.Errorf("%+v lists %+v", q, row)
			}
		}
		ids, err := s.IDs(q)
		if err != nil || !slices.EqualFunc(l.Rows, ids, func(row model.Summary, id model.ApplicationID) bool { return row.ID == id }) {
			t.Errorf("%+v: other ids than rows (%v)", q, err)
		}
		tally, err := s.Tally(q)
		if err != nil {
			t.Fatal(err)
		}
		for facet, vs := range values {
			for _, v := range vs {
				trial := model.Filter{facet: v}
				for k, other := range q.Filter {
					if k != facet {
						trial[k] = other
					}
				}
				if got, want := tally[facet][plain(v)], fitting(trial); got != want {
					t.Errorf("%+v: %s %q counted %d times, want %d", q, facet, v, got, want)
				}
			}
		}
	}
}

// What cannot be read is on every list, and in no count.
func TestFiltersShowDamage(t *testing.T) {
	s := openDir(t, t.TempDir())
	a := create(t, s, sample("a"))
	create(t, s, sample("b"))
	if err := s.Change([]model.ApplicationID{a.ID}, func(a *model.Application) error { return a.Tag([]string{"vip"}, nil) }); err != nil {
		t.Fatal(err)
	}
	spoil(t, s, summaries, string(a.ID))
	for _, f := range []model.Filter{{model.OfTag: "vip"}, {model.OfTag: "vip", model.OfState: "preparing"}} {
		l, err := s.List(model.Query{Filter: f, Today: today})
		if err != nil || len(l.Rows) != 1 || l.Rows[0].State != Damaged {
			t.Errorf("%v: %+v, %v", f, l, err)
		}
	}
	if err := s.Purge(a.ID); err != nil {
		t.Fatal(err)
	}
}

func TestChange(t *testing.T) {
	s := openDir(t, t.TempDir())
	a, b := create(t, s, sample("a")), create(t, s, sample("b"))
	both := []model.ApplicationID{a.ID, b.ID}
	archive := func(a *model.Application) error { a.Archive(epoch); return nil }
	if err := s.Change(both, archive); err != nil {
		t.Fatal(err)
	}
	if n, err := s.Counts(); err != nil || n.Live != 0 || n.Archived != 2 {
		t.Errorf("%+v, %v", n, err)
	}
	if id, err := s.Find("a"); err != nil || id != a.ID {
		t.Errorf("what is put away is found by its title: %q, %v", id, err)
	}
	if err := s.Change(both, archive); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Load(a.ID); err != nil || got.Rev != 2 {
		t.Errorf("nothing was changed, and the revision is %d (%v)", got.Rev, err)
	}
	// One that is refused, or is not there, keeps the others as they were.
	n := 0
	err := s.Change(both, func(a *model.Application) error {
		if n++; n == 2 {
			return &model.Error{Code: model.ManyTags}
		}
		return a.Tag([]string{"zebra"}, nil)
	})
	if err == nil {
		t.Error("the refusal was lost")
	}
	wantCode(t, s.Change([]model.ApplicationID{a.ID, "0000000000"}, func(a *model.Application) error { return a.Assign("x") }), NotFound)
	if got, err := s.Load(a.ID); err != nil || len(got.Tags) > 0 || got.Responsible != "" {
		t.Errorf("half was done: %+v, %v", got, err)
	}
	if l, err := s.List(model.Query{Search: "zebra", Archived: true}); err != nil || len(l.Rows) > 0 {
		t.Errorf("%+v, %v", l, err)
	}
}
