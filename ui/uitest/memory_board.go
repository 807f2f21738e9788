package uitest

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// Find returns what a query asks for, all of it.
func (m *Memory) Find(q model.Query) []model.Summary {
	var rows []model.Summary
	for _, s := range m.Sums {
		searched := strings.Contains(strings.Join(slices.Concat(s.Tags, s.Words, []string{s.Title, s.Responsible}), "\n"), q.Search)
		away := !s.Archived.IsZero() && s.Trashed.IsZero()
		if searched && q.Trash != s.Trashed.IsZero() && q.Archived == away && q.Wants().Fits(s, q.Today) {
			rows = append(rows, s.On(q.Today))
		}
	}
	slices.SortFunc(rows, func(a, b model.Summary) int {
		if q.Sort == model.ByTitle {
			return cmp.Or(strings.Compare(a.Title, b.Title), strings.Compare(string(a.ID), string(b.ID)))
		}
		return strings.Compare(string(a.ID), string(b.ID))
	})
	return rows
}

// List implements board.Store.
func (m *Memory) List(q model.Query) (model.Listing, error) {
	rows := m.Find(q)
	total := len(rows)
	rows = rows[min(q.Offset, total):]
	if q.Limit > 0 {
		rows = rows[:min(q.Limit, len(rows))]
	}
	m.Listed = max(m.Listed, len(rows))
	return model.Listing{Rows: rows, Total: total}, nil
}

// IDs implements board.Store.
func (m *Memory) IDs(q model.Query) ([]model.ApplicationID, error) {
	var ids []model.ApplicationID
	for _, s := range m.Find(q) {
		ids = append(ids, s.ID)
	}
	return ids, nil
}

// Totals implements board.Store.
func (m *Memory) Totals(today model.Date) (model.Totals, error) {
	t := model.Totals{Turn: make(map[model.Turn]int)}
	for _, s := range m.Find(model.Query{}) {
		t.Live++
		t.Turn[s.Turn()]++
		if model.DueIs(s.Due(), model.Within(model.SoonDays), today) {
			t.Soon++
		}
		if model.DueIs(s.Due(), model.Overdue, today) {
			t.Overdue++
		}
	}
	t.Archived, t.Trash = len(m.Find(model.Query{Archived: true})), len(m.Find(model.Query{Trash: true}))
	return t, nil
}

// Tally implements board.Store.
func (m *Memory) Tally(q model.Query) (model.Tally, error) {
	tally := make(model.Tally)
	for _, facet := range model.Facets {
		tally[facet] = make(map[string]int)
		others := q
		if value, ok := q.Filter[facet]; ok {
			others.Filter = q.Filter.With(facet, value)
		}
		for _, s := range m.Find(others) {
			for _, v := range values(s, facet, q.Today) {
				tally[facet][v]++
			}
		}
	}
	return tally, nil
}

// values are those by which an application is found under a facet.
func values(s model.Summary, facet model.Facet, today model.Date) []string {
	switch facet {
	case model.OfTurn:
		return []string{string(s.Turn())}
	case model.OfState:
		return []string{string(s.State)}
	case model.OfProcedure:
		return []string{string(s.Procedure)}
	case model.OfResponsible:
		return []string{s.Responsible}
	case model.OfTag:
		if len(s.Tags) == 0 {
			return []string{""}
		}
		return s.Tags
	}
	return slices.DeleteFunc([]string{model.Overdue, model.Within(7), model.Within(30), model.Undated}, func(v string) bool { return !model.DueIs(s.Due(), v, today) })
}

// Change implements board.Store.
func (m *Memory) Change(ids []model.ApplicationID, change func(*model.Application) error) error {
	if m.Fail != nil {
		return m.Fail
	}
	changed := make(map[model.ApplicationID]model.Application)
	for _, id := range ids {
		app := m.Apps[id].Clone()
		if err := change(&app); err != nil {
			return err
		}
		app.Rev++
		changed[id] = app
	}
	for id, app := range changed {
		s := m.Sums[id]
		s.Responsible, s.Tags, s.Archived = app.Responsible, app.Tags, app.Archived
		m.Apps[id], m.Sums[id] = app, s
	}
	return nil
}

// Trash implements board.Store.
func (m *Memory) Trash(ids []model.ApplicationID, at time.Time) error {
	for _, id := range ids {
		s := m.Sums[id]
		s.Trashed = at
		m.Sums[id] = s
	}
	return m.Fail
}

// Purge implements board.Store.
func (m *Memory) Purge(id model.ApplicationID) error {
	if m.Fail == nil {
		delete(m.Apps, id)
		delete(m.Sums, id)
	}
	return m.Fail
}

// Copies implements board.Store.
func (m *Memory) Copies(model.ApplicationID) []string { return m.Backups }

// Views implements board.Store.
func (m *Memory) Views() ([]model.View, error) { return m.Kept, nil }

// KeepViews implements board.Store.
func (m *Memory) KeepViews(views []model.View) error {
	m.Kept = views
	return m.Fail
}
