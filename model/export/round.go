package export

import (
	"slices"
	"time"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// A Round is an application as it was handed in, and what had changed since
// another submission.
type Round struct {
	Record
	Round   int      `json:"round"`
	Frozen  Frozen   `json:"frozen"`
	Since   *int     `json:"since"` // the submission that Changes compares with; null for the first
	Changes *Changes `json:"changes"`
}

// Frozen says what was kept, when, and whether it is as it was kept.
type Frozen struct {
	Event  model.EventID `json:"event"`
	Date   model.Date    `json:"date"`
	Number string        `json:"number"`
	Taken  time.Time     `json:"taken"`
	Sum    string        `json:"sha256"`
	Intact bool          `json:"intact"`
}

// Changes is what differs between two submissions.
type Changes struct {
	Answers   []AnswerChange   `json:"answers"`
	Materials []MaterialChange `json:"materials"`
}

// An AnswerChange is a question that is answered otherwise.
type AnswerChange struct {
	ID     model.QuestionID `json:"id"`
	Before any              `json:"before"`
	After  any              `json:"after"`
}

// A MaterialChange is a row that differs. A side where it was not on the list
// is null.
type MaterialChange struct {
	Key     model.MaterialKey `json:"key"`
	Before  *model.Status     `json:"before"`
	After   *model.Status     `json:"after"`
	Added   []model.FileID    `json:"added"`
	Removed []model.FileID    `json:"removed"`
}

// RoundOf makes the record of a submission as of its day; since is the one to
// compare with, nil for none.
func RoundOf(w Words, a *model.Application, s model.Snapshot, since *model.Snapshot, workdays model.Workdays) Round {
	was := a.AsOf(w.Procedure, s)
	r := Round{
		Record: RecordOf(w, &was, workdays, s.Date), Round: s.Round,
		Frozen: Frozen{s.Event, s.Date, s.Number, s.Taken, s.Sum, s.Intact()},
	}
	if since == nil {
		return r
	}
	before := a.AsOf(w.Procedure, *since)
	r.Since, r.Changes = &since.Round, changesOf(model.Compare(w.Procedure, &before, &was))
	return r
}

func changesOf(c model.Compared) *Changes {
	out := &Changes{Answers: []AnswerChange{}, Materials: []MaterialChange{}}
	for _, a := range c.Answers {
		out.Answers = append(out.Answers, AnswerChange{a.Question.ID, model.Plain(a.Before.Value), model.Plain(a.After.Value)})
	}
	for _, m := range c.Materials {
		out.Materials = append(out.Materials, MaterialChange{m.Key, status(m.Before), status(m.After), fileIDs(m.Added), fileIDs(m.Removed)})
	}
	return out
}

func status(r *model.ListRow) *model.Status {
	if r == nil {
		return nil
	}
	return &r.Status
}

func fileIDs(files []model.File) []model.FileID {
	ids := []model.FileID{}
	for _, f := range files {
		ids = append(ids, f.SHA256)
	}
	return ids
}

// Compared says what differs, a line each.
func (w Words) Compared(c model.Compared) (lines []string) {
	add := func(id string, args ...any) { lines = append(lines, w.say("compare."+id, args...)) }
	for _, a := range c.Answers {
		before, after := w.side(a.Question, a.Before), w.side(a.Question, a.After)
		if before == after { // a column that the short form leaves out
			add("within", "Question", w.Question(a.Question.ID), "After", after)
			continue
		}
		add("answer", "Question", w.Question(a.Question.ID), "Before", before, "After", after)
	}
	for _, m := range c.Materials {
		switch {
		case m.Before == nil:
			add("row-new", "Row", w.Row(*m.After))
		case m.After == nil:
			add("row-gone", "Row", w.Row(*m.Before))
		case m.Before.Status != m.After.Status:
			add("row-status", "Row", w.Row(*m.After), "Before", w.status(m.Before), "After", w.status(m.After))
		case m.Before.Needed != m.After.Needed:
			add("row-needed", "Row", w.Row(*m.After))
		case len(m.Added)+len(m.Removed) == 0:
			add("row-noted", "Row", w.Row(*m.After))
		}
		row := m.After
		if row == nil {
			row = m.Before
		}
		for _, f := range m.Removed {
			add("file-gone", "Row", w.Row(*row), "Name", legible.Line(f.Name))
		}
		for _, f := range m.Added {
			add("file-new", "Row", w.Row(*row), "Name", legible.Line(f.Name))
		}
	}
	return lines
}

func (w Words) side(q *model.Question, a model.Answer) string {
	if text := w.Answer(q, a); text != "" {
		return text
	}
	return w.say("compare.none")
}

func (w Words) status(r *model.ListRow) string { return w.Text("term", "status", string(r.Status)) }

// noticeSources is the law on correction notices.
func (w Words) noticeSources() []model.Citation {
	for i := range w.Procedure.Events {
		if e := &w.Procedure.Events[i]; e.Once && slices.Contains(e.Asks, model.AskItems) {
			return e.Sources
		}
	}
	return nil
}

// NoticeLaw names the law that asks for one complete notice, "" where the
// procedure names none.
func (w Words) NoticeLaw() string {
	if cites := w.noticeSources(); len(cites) > 0 {
		return w.Citation(cites[0])
	}
	return ""
}
