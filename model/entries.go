package model

import (
	"encoding/json"
	"errors"
	"slices"
)

// MaxEntries is the most rows that a list may have.
const MaxEntries = 10_000

// ParseEntries reads a list as JSON, an array with an object a row:
//
//	[{"name": "…", "kind": "natural", "share": 60, "parent": "p1"}]
//
// A column takes the text that Parse takes; numbers, money and percentages
// may also be JSON numbers, yes-no true or false, provinces an array. Null is
// the same as a column that is not there. An entry column names another row
// by its id, or by its name where only one row has it.
//
// Ids that are given are kept. A row without one keeps the id of the row of
// before that has its name (of several the one most like it, each once), and
// else gets one from number, which is called until it gives one that is in
// use neither now nor before.
//
// An empty array means that there are none. The error is an *Error that names
// row and column; nothing is taken over then.
func ParseEntries(q Question, data []byte, before Entries, number func() string) (Entries, error) {
	rows, err := decodeRows(data)
	if err != nil {
		return nil, err
	}
	if err := fewOrMany(q.Field, len(rows)); err != nil {
		return nil, given(err, string(data))
	}
	es := make(Entries, len(rows))
	for i, row := range rows {
		if es[i], err = parseRow(q.Fields, row); err != nil {
			return nil, inRow(err, i)
		}
	}
	if err := keepIDs(es); err != nil {
		return nil, err
	}
	nameIDs(es, before, number)
	for _, f := range q.Fields {
		if f.Kind == EntryRef {
			if err := resolve(es, f.Name); err != nil {
				return nil, err
			}
		}
	}
	return es, nil
}

func given(err error, text string) error {
	var e *Error
	if errors.As(err, &e) && e.Given == "" {
		e.Given = text
	}
	return err
}

func inRow(err error, i int) error {
	var e *Error
	if errors.As(err, &e) {
		e.Row = i + 1
	}
	return err
}

var entryID = lazy(`^[A-Za-z0-9._-]{1,64}$`)

// parseRow reads the columns and the id, which stays "" where none is given.
// Entry columns hold what was typed.
func parseRow(fields []Field, r row) (Entry, error) {
	e := Entry{Fields: make(map[string]Value, len(r))}
	for name := range r {
		if name != "id" && !slices.ContainsFunc(fields, func(f Field) bool { return f.Name == name }) {
			return e, &Error{Code: UnknownColumn, Field: name, Given: name, Accepts: columns(fields)}
		}
	}
	if raw, ok := r["id"]; ok && string(raw) != "null" {
		if json.Unmarshal(raw, &e.ID) != nil || !entryID().MatchString(e.ID) && e.ID != "" {
			return e, &Error{Code: NotAnID, Field: "id", Given: string(raw)}
		}
	}
	for _, f := range fields {
		raw, ok := r[f.Name]
		if !ok || string(raw) == "null" {
			if !f.Optional && f.Kind != EntryRef {
				return e, &Error{Code: MissingColumn, Field: f.Name}
			}
			continue
		}
		text, ok := columnText(f.Kind, raw)
		if !ok {
			return e, &Error{Code: WrongType, Field: f.Name, Given: string(raw), Accepts: []string{string(f.Kind)}}
		}
		v, err := Parse(f, text)
		if err != nil {
			return e, err
		}
		if v != nil {
			e.Fields[f.Name] = v
		}
	}
	return e, nil
}

func columns(fields []Field) []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Name
	}
	return names
}

// columnText returns the text that Parse reads, and whether this sort of JSON
// may stand in a column of the kind.
func columnText(k Kind, raw json.RawMessage) (string, bool) {
	switch raw[0] {
	case '"':
		var s string
		err := json.Unmarshal(raw, &s)
		return s, err == nil
	case '[':
		return string(raw), k == Provinces
	case 't', 'f':
		return string(raw), k == YesNo
	case '{':
		return "", false
	}
	return string(raw), k == Count || k == Money || k == Percent
}
