package uitest

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

func (m *Memory) Answer(id model.QuestionID) model.Answer { return m.Apps["app1"].Answers[id] }

func (m *Memory) Find(q model.Query) []model.Summary {
	var rows []model.Summary
	for _, s := range m.Sums {
		searched := strings.Contains(strings.Join(slices.Concat(s.Tags, s.Words, []string{s.Title, s.Responsible}), "\n"), q.Search)
		away := !s.Archived.IsZero() && s.Trashed.IsZero()
		if searched && q.Trash != s.Trashed.IsZero() && q.Archived == away && q.Wants().Fits(s, q.Today) {
			rows = append(rows, s)
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

func (m *Memory) IDs(q model.Query) ([]model.ApplicationID, error) {
	var ids []model.ApplicationID
	for _, s := range m.Find(q) {
		ids = append(ids, s.ID)
	}
	return ids, nil
}

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

func (m *Memory) Trash(ids []model.ApplicationID, at time.Time) error {
	for _, id := range ids {
		s := m.Sums[id]
		s.Trashed = at
		m.Sums[id] = s
	}
	return m.Fail
}

func (m *Memory) Purge(id model.ApplicationID) error {
	if m.Fail == nil {
		delete(m.Apps, id)
		delete(m.Sums, id)
	}
	return m.Fail
}

func (m *Memory) Copies(model.ApplicationID) []string { return m.Backups }

func (m *Memory) Views() ([]model.View, error) { return m.Kept, nil }

func (m *Memory) KeepViews(views []model.View) error {
	m.Kept = views
	return m.Fail
}

// memory is a Backend without a disk.
type Memory struct {
	Apps     map[model.ApplicationID]model.Application
	Sums     map[model.ApplicationID]model.Summary
	Drafts   map[model.ApplicationID]model.Draft
	Logs     map[model.ApplicationID][]model.Edit // the latest last
	Last     model.ApplicationID
	Kept     []model.View
	Backups  []string // that hold everything that was purged
	Language string
	Fail     error // of every write
	Saves    int
	Listed   int // the most rows that were listed at once
}

func NewMemory() *Memory {
	return &Memory{
		Apps: map[model.ApplicationID]model.Application{}, Sums: map[model.ApplicationID]model.Summary{},
		Drafts: map[model.ApplicationID]model.Draft{}, Logs: map[model.ApplicationID][]model.Edit{},
	}
}

func (m *Memory) Create(app model.Application, sum model.Summary) (model.Application, error) {
	if m.Fail != nil {
		return app, m.Fail
	}
	app.ID = model.ApplicationID(fmt.Sprintf("app%d", len(m.Apps)+1))
	app.Rev, sum.ID = 1, app.ID
	m.Apps[app.ID], m.Sums[app.ID] = app, sum
	m.log(model.Application{}, app, 0)
	return app, nil
}

func (m *Memory) Load(id model.ApplicationID) (model.Application, error) {
	app, ok := m.Apps[id]
	if !ok {
		return app, errors.New("no such application")
	}
	return app, nil
}

func (m *Memory) Save(app model.Application, sum model.Summary, draft *model.Draft) (int64, error) {
	switch {
	case m.Fail != nil:
		return 0, m.Fail
	case m.Apps[app.ID].Rev != app.Rev:
		return 0, fmt.Errorf("revision %d over %d", app.Rev, m.Apps[app.ID].Rev)
	}
	m.Saves++
	app.Rev++
	m.log(m.Apps[app.ID], app, 0)
	m.Apps[app.ID], m.Sums[app.ID] = app, sum
	if draft != nil {
		m.Drafts[app.ID], m.Last = *draft, app.ID
	}
	return app.Rev, nil
}

func (m *Memory) log(before, after model.Application, undoes int64) {
	changes, err := model.Changes(&before, &after)
	if err != nil || len(changes) == 0 {
		return
	}
	edits := m.Logs[after.ID]
	m.Logs[after.ID] = append(edits, model.Edit{Seq: int64(len(edits) + 1), Rev: after.Rev, At: Noon, Undoes: undoes, Changes: changes})
}

func (m *Memory) History(id model.ApplicationID, offset, limit int) ([]model.Edit, error) {
	edits := slices.Clone(m.Logs[id])
	slices.Reverse(edits)
	return edits, nil
}

func (m *Memory) LastStep(id model.ApplicationID) (model.Edit, bool, error) {
	edit, ok := model.Undoable(func(yield func(model.Edit) bool) {
		for _, e := range slices.Backward(m.Logs[id]) {
			if !yield(e) {
				return
			}
		}
	})
	return edit, ok && edit.Seq > 1, nil
}

func (m *Memory) Undo(id model.ApplicationID, now time.Time, summarise func(*model.Application) (model.Summary, error)) (model.Application, model.Edit, bool, error) {
	edit, ok, _ := m.LastStep(id)
	if !ok {
		return model.Application{}, edit, false, m.Fail
	}
	app, err := m.Apps[id].Revert(edit)
	if err != nil || m.Fail != nil {
		return app, edit, false, errors.Join(err, m.Fail)
	}
	sum, err := summarise(&app)
	app.Rev++
	m.log(m.Apps[id], app, edit.Seq)
	m.Apps[id], m.Sums[id] = app, sum
	return app, edit, true, err
}

func (m *Memory) SaveDraft(id model.ApplicationID, d model.Draft) error {
	if m.Fail == nil {
		m.Drafts[id], m.Last = d, id
	}
	return m.Fail
}

func (m *Memory) Draft(id model.ApplicationID) (model.Draft, bool, error) {
	d, ok := m.Drafts[id]
	return d, ok, nil
}

func (m *Memory) LastOpen() (model.ApplicationID, bool, error) { return m.Last, m.Last != "", nil }

func (m *Memory) KeepLanguage(lang string) error {
	m.Language = lang
	return m.Fail
}

type Builtin struct{}

func (Builtin) All() []*model.Procedure {
	s, _ := procedure.Shipped()
	return s.All()
}

func (Builtin) For(p *model.Procedure, _ *model.Application) *model.Procedure { return p }

func (Builtin) Editions() []*model.Procedure {
	s, _ := procedure.Shipped()
	return s.Editions()
}

func (Builtin) Latest(id model.ProcedureID) (*model.Procedure, error) { return procedure.Latest(id) }

func (Builtin) Edition(id model.ProcedureID, d model.Date) (*model.Procedure, error) {
	return procedure.Edition(id, d)
}

var Noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func (m *Memory) Only(t *testing.T) model.Application {
	t.Helper()
	for _, a := range m.Apps {
		return a
	}
	t.Fatal("no application")
	return model.Application{}
}
