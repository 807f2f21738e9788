package ui

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// The board's half of a Backend without a disk.

func (m *memory) find(q model.Query) []model.Summary {
	var rows []model.Summary
	for _, s := range m.sums {
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

func (m *memory) List(q model.Query) (model.Listing, error) {
	rows := m.find(q)
	total := len(rows)
	rows = rows[min(q.Offset, total):]
	if q.Limit > 0 {
		rows = rows[:min(q.Limit, len(rows))]
	}
	return model.Listing{Rows: rows, Total: total}, nil
}

func (m *memory) IDs(q model.Query) ([]model.ApplicationID, error) {
	var ids []model.ApplicationID
	for _, s := range m.find(q) {
		ids = append(ids, s.ID)
	}
	return ids, nil
}

func (m *memory) Totals(today model.Date) (model.Totals, error) {
	t := model.Totals{Turn: make(map[model.Turn]int)}
	for _, s := range m.find(model.Query{}) {
		t.Live++
		t.Turn[s.Turn()]++
		if model.DueIs(s.Due(), model.Within(model.SoonDays), today) {
			t.Soon++
		}
		if model.DueIs(s.Due(), model.Overdue, today) {
			t.Overdue++
		}
	}
	t.Archived, t.Trash = len(m.find(model.Query{Archived: true})), len(m.find(model.Query{Trash: true}))
	return t, nil
}

func (m *memory) Tally(q model.Query) (model.Tally, error) {
	tally := make(model.Tally)
	for _, facet := range model.Facets {
		tally[facet] = make(map[string]int)
		others := q
		if value, ok := q.Filter[facet]; ok {
			others.Filter = q.Filter.With(facet, value)
		}
		for _, s := range m.find(others) {
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
	return slices.DeleteFunc(slices.Clone(fixed[model.OfDue]), func(v string) bool { return !model.DueIs(s.Due(), v, today) })
}

func (m *memory) Change(ids []model.ApplicationID, change func(*model.Application) error) error {
	if m.fail != nil {
		return m.fail
	}
	changed := make(map[model.ApplicationID]model.Application)
	for _, id := range ids {
		app := m.apps[id].Clone()
		if err := change(&app); err != nil {
			return err
		}
		app.Rev++
		changed[id] = app
	}
	for id, app := range changed {
		s := m.sums[id]
		s.Responsible, s.Tags, s.Archived = app.Responsible, app.Tags, app.Archived
		m.apps[id], m.sums[id] = app, s
	}
	return nil
}

func (m *memory) Trash(ids []model.ApplicationID, at time.Time) error {
	for _, id := range ids {
		s := m.sums[id]
		s.Trashed = at
		m.sums[id] = s
	}
	return m.fail
}

func (m *memory) Purge(id model.ApplicationID) error {
	if m.fail == nil {
		delete(m.apps, id)
		delete(m.sums, id)
	}
	return m.fail
}

func (m *memory) Views() ([]model.View, error) { return m.views, nil }

func (m *memory) KeepViews(views []model.View) error {
	m.views = views
	return m.fail
}

// clients is a store with an agency's applications: five that are worked on,
// one put away, one in the trash.
func clients(t testing.TB) *memory {
	t.Helper()
	m := newMemory()
	p, err := builtin{}.Latest(callCenter)
	if err != nil {
		t.Fatal(err)
	}
	today := model.DateOf(noon)
	for _, c := range []struct {
		title, state, coverage, owner string
		tags                          []string
		next                          model.Next
		done                          int
	}{
		{"北京蓝鲸客服科技有限公司", "preparing", "nationwide", "张三", []string{"重点"}, model.Next{Code: model.NextCollect, What: "security-measures", Whose: model.Applicant}, 14},
		{"上海云答信息服务有限公司", "returned", "one-province", "李四", nil, model.Next{Code: model.NextResubmit, What: "returned", Date: today.AddDays(5), Whose: model.Applicant}, 20},
		{"成都锦声呼叫服务有限公司", "under-review", "nationwide", "张三", nil, model.Next{Code: model.NextWait, What: "decision", Date: today.AddDays(42), Whose: model.Officials}, 21},
		{"Blue Whale (Shenzhen) Services Ltd", "preparing", "several-provinces", "", []string{"2027", "重点"}, model.Next{Code: model.NextWait, What: "premises-proof", Date: today.AddDays(-2), Whose: model.Client}, 3},
		{"广州应答有限公司", "preparing", "", "李四", []string{"2027"}, model.Next{Code: model.NextAnswer, What: "service-for", Whose: model.Applicant}, 0},
		{"武汉旧声有限公司", "preparing", "nationwide", "", nil, model.Next{Code: model.NextAnswer, What: "coverage", Whose: model.Applicant}, 2},
		{"天津误建有限公司", "preparing", "nationwide", "", nil, model.Next{Code: model.NextAnswer, What: "coverage", Whose: model.Applicant}, 1},
	} {
		app := model.New(p, c.title)
		app.Responsible, app.Tags = c.owner, c.tags
		if err := app.Answer(p, "company-name", model.Text(c.title)); err != nil {
			t.Fatal(err)
		}
		_, err := m.Create(app, model.Summary{Title: c.title, Procedure: p.ID, Edition: p.Edition, State: model.StateID(c.state), Coverage: c.coverage,
			Done: c.done, Of: 21, Responsible: c.owner, Tags: c.tags, Next: &c.next})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(
		m.Change([]model.ApplicationID{"app6"}, func(a *model.Application) error { a.Archive(noon); return nil }),
		m.Trash([]model.ApplicationID{"app7"}, noon),
	); err != nil {
		t.Fatal(err)
	}
	return m
}

// boardScenes are the ways to what the board shows, from home on.
var boardScenes = []struct {
	name string
	keys []string
}{
	{"board", nil},
	{"board-search", []string{"/", "公司"}},
	{"board-selection", []string{"space", "down", "space"}},
	{"board-filter", []string{"f"}},
	{"board-chips", []string{"f", "space", "tab", "tab", "tab", "down", "space", "esc"}},
	{"board-actions", []string{"space", "space", "x"}},
	{"board-tags", []string{"x", "down", "enter"}},
	{"board-assign", []string{"ctrl+a", "x", "down", "down", "enter"}},
	{"board-views", []string{"f", "space", "esc", "v", "n", "张三的事", "enter", "end"}},
	{"board-export", []string{"ctrl+a", "e"}},
	{"board-exported", []string{"ctrl+a", "e", "enter", "enter", "enter"}},
	{"board-clone", []string{"x", "end", "enter"}},
	{"board-archive", []string{"v", "end", "up", "enter"}},
	{"board-trash", []string{"v", "end", "enter"}},
	{"board-purge", []string{"v", "end", "enter", "del"}},
}

func TestBoardGolden(t *testing.T) {
	for _, scene := range boardScenes {
		for _, size := range sizes {
			for _, lang := range locales.Langs {
				name := fmt.Sprintf("%s.%dx%d.%s", scene.name, size[0], size[1], lang)
				t.Run(name, func(t *testing.T) {
					s := drive(t, clients(t), lang, size[0], size[1])
					for _, k := range scene.keys {
						s.keys(k)
						s.fits()
					}
					s.golden(name)
				})
			}
		}
	}
}
