package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"
)

// An Edit is an entry of the log of an application: one save, and what it
// changed. The log is only ever added to; taking a step back adds another.
type Edit struct {
	Seq     int64     `json:"seq"` // 1 for the first
	Rev     int64     `json:"rev"` // the revision that it made
	At      time.Time `json:"at,omitzero"`
	Undoes  int64     `json:"undoes,omitempty"` // the step that it takes back
	Changes []Change  `json:"changes"`
}

// A Change is one part of an application that is otherwise than before, in its
// stored form: null, or nothing, where there is none.
type Change struct {
	Part   string          `json:"part"`           // "title", "answers", "materials", "events", … as the application is stored
	Of     string          `json:"of,omitempty"`   // of answers and materials: which
	From   int             `json:"from,omitempty"` // of lists: how many at their beginning stayed as they were
	Before json.RawMessage `json:"before,omitempty"`
	After  json.RawMessage `json:"after,omitempty"`
}

// aside are the parts that are no step of the work: the store keeps them.
var aside = []string{"id", "procedure", "rev", "created", "updated", "trashed", "numbered"}

// Changes lists what is otherwise in after than in before, so that Revert can
// go back. Equal applications have none.
func Changes(before, after *Application) ([]Change, error) {
	was, err := parts(before)
	if err != nil {
		return nil, err
	}
	is, err := parts(after)
	if err != nil {
		return nil, err
	}
	var cs []Change
	for _, part := range union(was, is) {
		if slices.Contains(aside, part) || bytes.Equal(was[part], is[part]) {
			continue
		}
		more, err := partChanges(part, was[part], is[part])
		if err != nil {
			return nil, err
		}
		cs = append(cs, more...)
	}
	return cs, nil
}

// parts returns an application as it is stored, but for what was seen in its
// files: to look into a file is no step of the work, and may happen at any
// time.
func parts(a *Application) (map[string]json.RawMessage, error) {
	unseen := a.Clone()
	unseen.looks(func(*File) *Look { return nil })
	data, err := json.Marshal(unseen)
	if err != nil {
		return nil, err
	}
	return decodeRaw[map[string]json.RawMessage](data)
}

// partChanges compares maps by key, and lists from the first entry that
// differs: most of the time only the end of a list changes.
func partChanges(part string, was, is json.RawMessage) ([]Change, error) {
	var cs []Change
	switch first(was, is) {
	case '{':
		olds, err := decodeOr[map[string]json.RawMessage](was)
		if err != nil {
			return nil, err
		}
		news, err := decodeOr[map[string]json.RawMessage](is)
		if err != nil {
			return nil, err
		}
		for _, of := range union(olds, news) {
			if !bytes.Equal(olds[of], news[of]) {
				cs = append(cs, Change{Part: part, Of: of, Before: olds[of], After: news[of]})
			}
		}
	case '[':
		olds, err := decodeOr[[]json.RawMessage](was)
		if err != nil {
			return nil, err
		}
		news, err := decodeOr[[]json.RawMessage](is)
		if err != nil {
			return nil, err
		}
		same := 0
		for same < len(olds) && same < len(news) && bytes.Equal(olds[same], news[same]) {
			same++
		}
		cs = append(cs, Change{Part: part, From: same, Before: list(olds[same:]), After: list(news[same:])})
	default:
		cs = append(cs, Change{Part: part, Before: was, After: is})
	}
	return cs, nil
}

func first(raws ...json.RawMessage) byte {
	for _, r := range raws {
		if len(r) > 0 {
			return r[0]
		}
	}
	return 0
}

func list(raws []json.RawMessage) json.RawMessage {
	if len(raws) == 0 {
		return nil
	}
	return slices.Concat([]byte{'['}, bytes.Join(slices.Collect(bytesOf(raws)), []byte{','}), []byte{']'})
}

func bytesOf(raws []json.RawMessage) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
		for _, r := range raws {
			if !yield(r) {
				return
			}
		}
	}
}

func decodeOr[T any](raw json.RawMessage) (v T, err error) {
	if len(raw) == 0 {
		return v, nil
	}
	return decodeRaw[T](raw)
}

func union[V any](a, b map[string]V) []string {
	return slices.Compact(slices.Sorted(func(yield func(string) bool) {
		for k := range a {
			if !yield(k) {
				return
			}
		}
		for k := range b {
			if !yield(k) {
				return
			}
		}
	}))
}

// ErrMoved is returned by Revert where the application has gone on since the
// step and the two would be mixed.
var ErrMoved = &Error{Code: EditMoved}

// Revert returns the application without a step. Only the latest step that
// was not taken back can be taken back; of any other the error is ErrMoved.
func (a Application) Revert(s Edit) (Application, error) {
	now, err := parts(&a)
	if err != nil {
		return a, err
	}
	for _, c := range s.Changes {
		if now[c.Part], err = c.revert(now[c.Part]); err != nil {
			return a, err
		}
		if now[c.Part] == nil {
			delete(now, c.Part)
		}
	}
	data, err := json.Marshal(now)
	if err != nil {
		return a, err
	}
	back, err := decodeRaw[Application](data)
	if err != nil {
		return a, fmt.Errorf("step %d: %w", s.Seq, err)
	}
	seen := make(map[FileID]*Look)
	a.looks(func(f *File) *Look {
		if f.Look != nil {
			seen[f.SHA256] = f.Look
		}
		return f.Look
	})
	back.looks(func(f *File) *Look { return seen[f.SHA256] })
	return back, nil
}

// looks sets what was seen in each file of the rows.
func (a *Application) looks(of func(*File) *Look) {
	a.Materials = maps.Clone(a.Materials)
	for key, c := range a.Materials {
		c.Files, c.Past = slices.Clone(c.Files), slices.Clone(c.Past)
		for i := range c.Files {
			c.Files[i].Look = of(&c.Files[i])
		}
		for i := range c.Past {
			c.Past[i].Look = of(&c.Past[i].File)
		}
		a.Materials[key] = c
	}
}

// revert puts what was before in the place of what came after.
func (c Change) revert(now json.RawMessage) (json.RawMessage, error) {
	switch {
	case c.Of != "":
		m, err := decodeOr[map[string]json.RawMessage](now)
		if err != nil || !bytes.Equal(m[c.Of], c.After) {
			return nil, mixed(err)
		}
		m = maps.Clone(m)
		if m == nil {
			m = make(map[string]json.RawMessage)
		}
		if m[c.Of] = c.Before; c.Before == nil {
			delete(m, c.Of)
		}
		return json.Marshal(m)
	case first(c.Before, c.After) == '[':
		entries, err := decodeOr[[]json.RawMessage](now)
		if err != nil || len(entries) < c.From || !bytes.Equal(list(entries[c.From:]), c.After) {
			return nil, mixed(err)
		}
		before, err := decodeOr[[]json.RawMessage](c.Before)
		if err != nil {
			return nil, err
		}
		return list(slices.Concat(entries[:c.From], before)), nil
	case !bytes.Equal(now, c.After):
		return nil, ErrMoved
	}
	return c.Before, nil
}

func mixed(err error) error {
	if err != nil {
		return err
	}
	return ErrMoved
}

// Undoable returns the step that comes next when steps are taken back, given
// the log from its end: the latest that is no taking back and was not taken
// back itself.
func Undoable(newestFirst func(func(Edit) bool)) (step Edit, ok bool) {
	gone := make(map[int64]bool)
	for s := range newestFirst {
		switch {
		case s.Undoes != 0:
			gone[s.Undoes] = true
		case !gone[s.Seq]:
			return s, true
		}
	}
	return Edit{}, false
}
