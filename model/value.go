package model

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// A Kind says what a question asks for, and so how its text is read.
type Kind string

// Kinds of question.
const (
	Choice    Kind = "choice"    // one of Options: Text
	YesNo     Kind = "yes-no"    // Bool
	FreeText  Kind = "text"      // Text, any Unicode, kept byte for byte
	Count     Kind = "number"    // Number, not negative
	Money     Kind = "money"     // Number, whole yuan
	Percent   Kind = "percent"   // Share
	Day       Kind = "date"      // Date
	USCC      Kind = "uscc"      // Text, unified social credit code
	IDNumber  Kind = "id-number" // Text, a USCC or a resident identity number
	Phone     Kind = "phone"     // Text
	Email     Kind = "email"     // Text
	Provinces Kind = "provinces" // Choices, province codes
	List      Kind = "list"      // Entries
	EntryRef  Kind = "entry"     // Text, the id of another entry of the same list; "" for none
)

// Kinds lists every kind of question.
var Kinds = []Kind{Choice, YesNo, FreeText, Count, Money, Percent, Day, USCC, IDNumber, Phone, Email, Provinces, List, EntryRef}

// A Value is what somebody answered. It is one of Text, Bool, Number, Share,
// Date, Choices and Entries; nil stands for no answer. Values are not changed
// once made.
type Value interface{ tag() string }

// The values.
type (
	Text    string
	Bool    bool
	Number  int64    // a count, or whole yuan
	Share   int64    // millionths of the whole: 60 % is 600,000
	Choices []string // province codes
	Entries []Entry
)

// An Entry is one row of a list. Its ID is assigned once and survives renaming.
type Entry struct {
	ID     string
	Fields map[string]Value
}

// Text returns a column that holds text, or "".
func (e Entry) Text(name string) string {
	t, _ := e.Fields[name].(Text)
	return string(t)
}

func (Text) tag() string    { return "text" }
func (Bool) tag() string    { return "bool" }
func (Number) tag() string  { return "number" }
func (Share) tag() string   { return "share" }
func (Date) tag() string    { return "date" }
func (Choices) tag() string { return "choices" }
func (Entries) tag() string { return "entries" }

// Equal reports whether two values are the same answer.
func Equal(a, b Value) bool {
	switch a := a.(type) {
	case nil:
		return b == nil
	case Choices:
		b, ok := b.(Choices)
		if !ok || len(a) != len(b) {
			return false
		}
		for i := range a {
			if a[i] != b[i] {
				return false
			}
		}
		return true
	case Entries:
		b, ok := b.(Entries)
		if !ok || len(a) != len(b) {
			return false
		}
		for i := range a {
			if !a[i].equal(b[i]) {
				return false
			}
		}
		return true
	}
	switch b.(type) {
	case Choices, Entries:
		return false
	}
	return a == b
}

func (e Entry) equal(o Entry) bool {
	if e.ID != o.ID || len(e.Fields) != len(o.Fields) {
		return false
	}
	for k, v := range e.Fields {
		w, ok := o.Fields[k]
		if !ok || !Equal(v, w) {
			return false
		}
	}
	return true
}

// Plain returns the value as encoding/json writes it best for people and
// scripts: money as whole yuan, a share as a percentage, dates as YYYY-MM-DD,
// entries as objects with their id.
func Plain(v Value) any {
	switch v := v.(type) {
	case Text:
		return string(v)
	case Bool:
		return bool(v)
	case Number:
		return int64(v)
	case Share:
		return float64(v) / 10_000
	case Date:
		return v.String()
	case Choices:
		return append([]string{}, v...)
	case Entries:
		rows := make([]map[string]any, len(v))
		for i, e := range v {
			rows[i] = map[string]any{"id": e.ID}
			for k, f := range e.Fields {
				rows[i][k] = Plain(f)
			}
		}
		return rows
	}
	return nil
}

// boxed is a value as it is stored: {"date":"2026-11-23"}. The tag makes a
// record readable without its procedure.
type boxed struct{ Value }

func (b boxed) MarshalJSON() ([]byte, error) {
	if b.Value == nil {
		return []byte("null"), nil
	}
	var inner any = b.Value
	if es, ok := b.Value.(Entries); ok {
		rows := make([]boxedEntry, len(es))
		for i, e := range es {
			rows[i] = *boxEntry(e)
		}
		inner = rows
	}
	return json.Marshal(map[string]any{b.tag(): inner})
}

type boxedEntry struct {
	ID     string           `json:"id"`
	Fields map[string]boxed `json:"fields"`
}

func boxEntry(e Entry) *boxedEntry {
	b := &boxedEntry{ID: e.ID, Fields: make(map[string]boxed, len(e.Fields))}
	for k, v := range e.Fields {
		b.Fields[k] = boxed{v}
	}
	return b
}

func (b boxedEntry) entry() Entry {
	e := Entry{ID: b.ID, Fields: make(map[string]Value, len(b.Fields))}
	for k, f := range b.Fields {
		e.Fields[k] = f.Value
	}
	return e
}

func (b *boxed) UnmarshalJSON(data []byte) error {
	var box map[string]json.RawMessage
	if err := json.Unmarshal(data, &box); err != nil {
		return err
	}
	if box == nil {
		b.Value = nil
		return nil
	}
	if len(box) != 1 {
		return errors.New("a stored value has exactly one tag")
	}
	for tag, raw := range box {
		v, err := unbox(tag, raw)
		if err != nil {
			return fmt.Errorf("%s: %w", tag, err)
		}
		b.Value = v
	}
	return nil
}

func unbox(tag string, raw json.RawMessage) (Value, error) {
	switch tag {
	case "text":
		return decode[Text](raw)
	case "bool":
		return decode[Bool](raw)
	case "number":
		return decode[Number](raw)
	case "share":
		return decode[Share](raw)
	case "date":
		return decode[Date](raw)
	case "choices":
		return decode[Choices](raw)
	case "entries":
		rows, err := decodeRaw[[]boxedEntry](raw)
		if err != nil {
			return nil, err
		}
		es := make(Entries, len(rows))
		for i, r := range rows {
			es[i] = r.entry()
		}
		return es, nil
	}
	return nil, errors.New("unknown kind of value")
}

func decode[T Value](raw json.RawMessage) (Value, error) {
	v, err := decodeRaw[T](raw)
	if err != nil {
		return nil, err
	}
	return v, nil
}

func decodeRaw[T any](raw json.RawMessage) (v T, err error) {
	err = json.Unmarshal(raw, &v)
	return v, err
}

// String writes a share as a percentage without the sign: "33.34".
func (s Share) String() string {
	f := strconv.FormatFloat(float64(s)/10_000, 'f', 4, 64)
	return strings.TrimSuffix(strings.TrimRight(f, "0"), ".")
}

// Whole is 100 %.
const Whole Share = 1_000_000

// Without returns the list without the entry of that id, and without what
// refers to it.
func (es Entries) Without(id string) Entries {
	left := Entries{}
	for _, e := range es {
		if e.ID != id {
			left = append(left, e.Without(id))
		}
	}
	return left
}

// Without returns the entry with no reference to another one, for when that
// one goes: what stood below it comes to stand at the top.
func (e Entry) Without(id string) Entry {
	for name, v := range e.Fields {
		if v == Text(id) && name == "parent" {
			fields := make(map[string]Value, len(e.Fields))
			for k, w := range e.Fields {
				if k != name {
					fields[k] = w
				}
			}
			e.Fields = fields
		}
	}
	return e
}
