package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"unicode/utf8"
)

// A row of JSON, not yet read.
type row map[string]json.RawMessage

// decodeRows splits the array into objects. Unlike encoding/json it refuses
// an object that has a key twice, since one of the two would be lost.
func decodeRows(data []byte) ([]row, error) {
	if !utf8.Valid(data) {
		return nil, &Error{Code: NotText, Given: string(data)}
	}
	var raw []json.RawMessage
	err := json.Unmarshal(data, &raw)
	if err == nil && raw == nil {
		err = errors.New("null")
	}
	if err != nil {
		return nil, &Error{Code: NotJSON, Given: string(data), Part: err.Error()}
	}
	if len(raw) > MaxEntries {
		return nil, &Error{Code: TooMany, Max: new(int64(MaxEntries)), Given: string(data)}
	}
	rows := make([]row, len(raw))
	for i, object := range raw {
		if rows[i], err = decodeRow(object); err != nil {
			return nil, inRow(given(err, string(object)), i)
		}
	}
	return rows, nil
}

func decodeRow(object []byte) (row, error) {
	dec := json.NewDecoder(bytes.NewReader(object))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil, &Error{Code: NotJSON}
	}
	r := make(row)
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, &Error{Code: NotJSON, Part: err.Error()}
		}
		name := key.(string) // of an object that Unmarshal has accepted
		if _, twice := r[name]; twice {
			return nil, &Error{Code: TwiceColumn, Field: name}
		}
		var v json.RawMessage
		if err := dec.Decode(&v); err != nil {
			return nil, &Error{Code: NotJSON, Part: err.Error()}
		}
		r[name] = v
	}
	return r, nil
}
