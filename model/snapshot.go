package model

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"time"
)

// A Snapshot is what was handed in: the answers, the list and the hashes of
// its files as they were when the event was recorded. It is made by Record and
// goes only with its event, through Unrecord; nothing else changes it, and Sum
// tells if something did.
type Snapshot struct {
	Round     int                       `json:"round"` // 1 for the first submission, 2 for the first resubmission
	Event     EventID                   `json:"event"`
	Date      Date                      `json:"date"` // of the event
	Number    string                    `json:"number,omitempty"`
	Edition   Date                      `json:"edition"`
	Taken     time.Time                 `json:"taken,omitzero"`
	Title     string                    `json:"title"`
	Answers   map[QuestionID]Answer     `json:"answers,omitempty"`
	Materials map[MaterialKey]Collected `json:"materials,omitempty"`
	Own       []OwnMaterial             `json:"own,omitempty"`
	Items     []Item                    `json:"items,omitempty"`
	Sum       string                    `json:"sum"` // SHA-256 of all the above as it is stored
}

// freeze makes the snapshot of the event that was recorded last.
func (a *Application) freeze(p *Procedure) Snapshot {
	e := a.Events[len(a.Events)-1]
	s := Snapshot{
		Round: a.submissions(p), Event: e.ID, Date: e.Date, Number: e.Number, Taken: e.Recorded,
		Edition: a.Edition, Title: a.Title, Answers: maps.Clone(a.Answers),
		Own: slices.Clone(a.Own), Items: slices.Clone(a.Items),
	}
	for key, c := range a.Materials {
		c.Files, c.Past = slices.Clone(c.Files), nil // what was replaced was not handed in
		if s.Materials == nil {
			s.Materials = make(map[MaterialKey]Collected)
		}
		s.Materials[key] = c
	}
	s.Sum = s.sum()
	return s
}

// sum is "" for what cannot be written, which no sum equals.
func (s Snapshot) sum() string {
	s.Sum = ""
	data, err := json.Marshal(s)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Intact reports whether the snapshot is as it was taken.
func (s Snapshot) Intact() bool { return s.Sum != "" && s.Sum == s.sum() }

// submissions counts the events that freeze, those of a time before snapshots
// among them.
func (a *Application) submissions(p *Procedure) int {
	n := 0
	for _, e := range a.Events {
		if r := p.Event(e.ID); r != nil && r.Freezes {
			n++
		}
	}
	return n
}

// Snapshot returns what was handed in at a round. The error is an *Error with
// NoSuchRound; Accepts names the rounds that there are.
func (a *Application) Snapshot(round int) (Snapshot, error) {
	i := slices.IndexFunc(a.Snapshots, func(s Snapshot) bool { return s.Round == round })
	if i < 0 {
		return Snapshot{}, &Error{Code: NoSuchRound, Given: strconv.Itoa(round), Accepts: a.rounds()}
	}
	return a.Snapshots[i], nil
}

func (a *Application) rounds() []string {
	out := make([]string, len(a.Snapshots))
	for i, s := range a.Snapshots {
		out[i] = strconv.Itoa(s.Round)
	}
	return out
}

// AsOf returns the application as it was handed in: to be looked at, and not
// to be saved.
func (a *Application) AsOf(p *Procedure, s Snapshot) Application {
	was := a.Clone()
	was.Title, was.Edition, was.Snapshots = s.Title, s.Edition, nil
	was.Answers, was.Materials, was.Own, was.Items = s.Answers, s.Materials, s.Own, s.Items
	round := 0
	for i, e := range was.Events {
		if r := p.Event(e.ID); r != nil && r.Freezes {
			round++
		}
		if round == s.Round {
			was.Events = was.Events[:i+1]
			break
		}
	}
	return was.Clone()
}

// Compared is what differs between an application at two times.
type Compared struct {
	Answers   []AnswerChange
	Materials []MaterialChange
}

// Same reports whether nothing does.
func (c Compared) Same() bool { return len(c.Answers)+len(c.Materials) == 0 }

// An AnswerChange is a question that is answered otherwise. Where it was not
// asked the answer is the zero Answer.
type AnswerChange struct {
	Question      *Question
	Before, After Answer
}

// A MaterialChange is a row that came, went, stands otherwise or holds other
// files. A row that is not on the list is nil.
type MaterialChange struct {
	Key           MaterialKey
	Before, After *ListRow
	Added         []File // in After only
	Removed       []File // in Before only
}

// Compare lists what differs, in the order of the questions and of the list.
func Compare(p *Procedure, before, after *Application) Compared {
	var c Compared
	for i := range p.Questions {
		q := &p.Questions[i]
		was, is := asked(p, before, q.ID), asked(p, after, q.ID)
		if !sameAnswer(was, is) {
			c.Answers = append(c.Answers, AnswerChange{q, was, is})
		}
	}
	old, now := Checklist(p, before), Checklist(p, after)
	for i := range now {
		var was *ListRow
		if r, ok := FindRow(old, now[i].Key); ok {
			was = &r
		}
		if change, differs := compareRows(was, &now[i]); differs {
			c.Materials = append(c.Materials, change)
		}
	}
	for i := range old {
		if _, ok := FindRow(now, old[i].Key); !ok {
			change, _ := compareRows(&old[i], nil)
			c.Materials = append(c.Materials, change)
		}
	}
	return c
}

func asked(p *Procedure, a *Application, id QuestionID) Answer {
	if Applies(p, a, id) != True {
		return Answer{}
	}
	return a.Answers[id]
}

func sameAnswer(a, b Answer) bool {
	if (a.Value == nil) != (b.Value == nil) || (a.Pending == nil) != (b.Pending == nil) {
		return false
	}
	if a.Pending != nil && *a.Pending != *b.Pending {
		return false
	}
	return a.Value == nil || Equal(a.Value, b.Value)
}

func compareRows(was, is *ListRow) (c MaterialChange, differs bool) {
	var old, now Collected
	c.Before, c.After = was, is
	if was != nil {
		c.Key, old = was.Key, was.Collected
	}
	if is != nil {
		c.Key, now = is.Key, is.Collected
	}
	c.Added, c.Removed = filesWithout(now.Files, old.Files), filesWithout(old.Files, now.Files)
	if was == nil || is == nil || len(c.Added)+len(c.Removed) > 0 {
		return c, true
	}
	return c, old.Status != now.Status || old.Reason != now.Reason || old.Note != now.Note || was.Needed != is.Needed
}

func filesWithout(in, notIn []File) (out []File) {
	for _, f := range in {
		if !slices.ContainsFunc(notIn, func(o File) bool { return o.SHA256 == f.SHA256 }) {
			out = append(out, f)
		}
	}
	return out
}

// ChangedSince reports whether the thing that a correction item names is
// otherwise than it was handed in before the notice. It never is where nothing
// was frozen, or where the item names nothing.
func (a *Application) ChangedSince(p *Procedure, it Item) bool {
	i := a.noticed(p, it.Round)
	if i < 0 {
		return false
	}
	before := Application{Events: a.Events[:i]}
	s, err := a.Snapshot(before.submissions(p))
	if err != nil {
		return false
	}
	was := a.AsOf(p, s)
	switch {
	case it.Answer != "":
		return !sameAnswer(asked(p, &was, it.Answer), asked(p, a, it.Answer))
	case it.Material != "":
		old, had := FindRow(Checklist(p, &was), it.Material)
		now, has := FindRow(Checklist(p, a), it.Material)
		if !had || !has {
			return had != has
		}
		if len(now.Recheck) > 0 {
			now.Status = old.Status // it is the same paper, of which something else is true now
		}
		_, differs := compareRows(&old, &now)
		return differs
	}
	return false
}

// noticed returns the index of the event of a notice, or -1.
func (a *Application) noticed(p *Procedure, round int) int {
	for i, e := range a.Events {
		if r := p.Event(e.ID); r != nil && slices.Contains(r.Asks, AskItems) {
			if round--; round == 0 {
				return i
			}
		}
	}
	return -1
}
