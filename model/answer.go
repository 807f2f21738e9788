package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxText is the most bytes that one answer may have, lists aside.
const MaxText = 1 << 16

// ParseAnswer reads the answer to a question: for a list the JSON that
// ParseEntries takes, for everything else what Parse takes. Before is the
// answer that it replaces, or nil; number gives ids to new entries. An empty
// answer to an optional question is nil, no answer. The error is an *Error
// that names the question.
func ParseAnswer(q Question, text string, before Value, number func() string) (Value, error) {
	var v Value
	var err error
	if q.Kind == List {
		rows, _ := before.(Entries)
		v, err = asValue(ParseEntries(q, []byte(text), rows, number))
	} else {
		v, err = Parse(q.Field, text)
	}
	var e *Error
	if errors.As(err, &e) {
		e.Question = q.ID
		if q.Kind != List {
			e.Field = ""
		}
	}
	return v, err
}

func asValue(es Entries, err error) (Value, error) {
	if err != nil {
		return nil, err
	}
	return es, nil
}

// Parse reads one value as people type it: full-width or half-width, with
// units and separators, in Chinese or English. Free text is kept byte for
// byte; of other kinds the spelling is normalised (a USCC in capitals without
// hyphens) but nothing is guessed: what has two meanings is refused. Numbers
// are held against f.Min and f.Max.
//
// Nothing typed gives nil for an optional field and Empty for any other. The
// error is an *Error that holds the text as it was given.
func Parse(f Field, text string) (Value, error) {
	v, err := parse(f, text)
	var e *Error
	if errors.As(err, &e) {
		e.Field, e.Given = f.Name, text
		return nil, e
	}
	return v, err
}

func parse(f Field, text string) (Value, error) {
	if !utf8.ValidString(text) {
		return nil, &Error{Code: NotText}
	}
	if len(text) > MaxText {
		return nil, &Error{Code: TooLong, Max: new(int64(MaxText))}
	}
	if fold(text) == "" {
		switch {
		case f.Optional:
			return nil, nil
		case f.Kind == EntryRef:
			return Text(""), nil
		}
		return nil, &Error{Code: Empty}
	}
	read, ok := readers[f.Kind]
	if !ok { // a list, which only ParseEntries can read
		return nil, &Error{Code: WrongType, Accepts: []string{string(f.Kind)}}
	}
	return read(f, text)
}

var readers map[Kind]func(Field, string) (Value, error)

func init() {
	readers = map[Kind]func(Field, string) (Value, error){
		FreeText:  func(_ Field, s string) (Value, error) { return Text(s), nil },
		EntryRef:  func(_ Field, s string) (Value, error) { return Text(strings.TrimSpace(s)), nil },
		Phone:     func(_ Field, s string) (Value, error) { return Text(strings.Join(strings.Fields(fold(s)), " ")), nil },
		Email:     func(_ Field, s string) (Value, error) { return Text(fold(s)), nil },
		USCC:      parseNumber,
		IDNumber:  parseNumber,
		Choice:    parseChoice,
		YesNo:     parseYesNo,
		Count:     parseCount,
		Money:     parseMoney,
		Percent:   parsePercent,
		Day:       parseDay,
		Provinces: parseProvinces,
	}
}

// parseNumber reads a number out of a register. Any will do: what looks odd
// about it is a Finding, since real ones are known that fail the check.
func parseNumber(_ Field, s string) (Value, error) {
	n := upper(without(fold(s), " -"))
	if n == "" {
		return nil, &Error{Code: Empty}
	}
	return Text(n), nil
}

func parseChoice(f Field, s string) (Value, error) {
	s = fold(s)
	for _, o := range f.Options {
		if strings.EqualFold(o, s) {
			return Text(o), nil
		}
	}
	return nil, &Error{Code: NotAnOption, Accepts: f.Options}
}

var (
	yesWords = []string{"yes", "y", "true", "t", "1", "√", "✓", "是", "是的", "有", "对", "对的", "會", "会", "有的"}
	noWords  = []string{"no", "n", "false", "f", "0", "否", "不", "不是", "没有", "沒有", "没", "无", "無", "不会", "不會"}
)

func parseYesNo(_ Field, s string) (Value, error) {
	s = strings.ToLower(fold(s))
	switch {
	case slices.Contains(yesWords, s):
		return Bool(true), nil
	case slices.Contains(noWords, s):
		return Bool(false), nil
	}
	return nil, &Error{Code: NotYesNo, Accepts: []string{"yes", "no"}}
}

// Input returns the text of a value for editing: ParseAnswer reads it back to
// the same value. No answer is "".
func Input(v Value) string {
	switch v := v.(type) {
	case Text:
		return string(v)
	case Bool:
		if v {
			return "yes"
		}
		return "no"
	case Number:
		return strconv.FormatInt(int64(v), 10)
	case Share:
		return v.String()
	case Date:
		return v.String()
	case Choices:
		return strings.Join(v, ", ")
	case Entries:
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if enc.Encode(Plain(v)) != nil {
			return ""
		}
		return strings.TrimSuffix(b.String(), "\n")
	}
	return ""
}
