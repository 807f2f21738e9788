package model

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

var shareholders = Question{
	ID:    "shareholders",
	Field: Field{Name: "shareholders", Kind: List},
	Fields: []Field{
		{Name: "name", Kind: FreeText},
		{Name: "kind", Kind: Choice, Options: []string{"corporate", "natural"}},
		{Name: "number", Kind: IDNumber, Optional: true},
		{Name: "share", Kind: Percent, Optional: true},
		{Name: "parent", Kind: EntryRef, Optional: true},
		{Name: "since", Kind: Day, Optional: true},
		{Name: "active", Kind: YesNo, Optional: true},
		{Name: "in", Kind: Provinces, Optional: true},
	},
}

// counter gives n1, n2 and so on.
func counter() func() string {
	n := 0
	return func() string { n++; return fmt.Sprintf("n%d", n) }
}

func row1(id, name string, more ...string) Entry {
	e := Entry{ID: id, Fields: map[string]Value{"name": Text(name), "kind": Text("natural")}}
	for i := 0; i+1 < len(more); i += 2 {
		e.Fields[more[i]] = Text(more[i+1])
	}
	return e
}

func TestParseEntries(t *testing.T) {
	before := Entries{row1("p1", "甲"), row1("p2", "乙"), row1("p3", "乙", "number", "B")}
	one := func(id, name string, more ...string) string {
		s := fmt.Sprintf(`{"id":%q,"name":%q,"kind":"natural"`, id, name)
		for i := 0; i+1 < len(more); i += 2 {
			s += fmt.Sprintf(`,%q:%q`, more[i], more[i+1])
		}
		return s + "}"
	}
	tests := []struct {
		name, data string
		want       string // as Input writes it
	}{
		{"none", `[]`, `[]`},
		{"new", `[{"name":"丙","kind":"natural"}]`, `[` + one("n1", "丙") + `]`},
		{"kept by name", `[{"name":"乙","kind":"corporate"},{"name":"甲","kind":"natural"}]`,
			`[{"id":"p2","kind":"corporate","name":"乙"},` + one("p1", "甲") + `]`},
		{"kept by id, renamed", `[` + one("p1", "丁") + `]`, `[` + one("p1", "丁") + `]`},
		{"an id that was given is not kept by name", `[` + one("p1", "丁") + `,{"name":"甲","kind":"natural"}]`,
			`[` + one("p1", "丁") + `,` + one("n1", "甲") + `]`},
		{"the one most alike", `[{"name":"乙","kind":"natural","number":"b"}]`, `[` + one("p3", "乙", "number", "B") + `]`},
		{"each once", `[{"name":"甲","kind":"natural"},{"name":"甲","kind":"natural"}]`, `[` + one("p1", "甲") + `,` + one("n1", "甲") + `]`},
		{"a given id is not given again", `[` + one("n1", "丙") + `,{"name":"丁","kind":"natural"}]`,
			`[` + one("n1", "丙") + `,` + one("n2", "丁") + `]`},
		{"empty id", `[` + one("", "丙") + `]`, `[` + one("n1", "丙") + `]`},
		{"parent by id", `[` + one("p1", "甲") + `,` + one("p2", "乙", "parent", "p1") + `]`,
			`[` + one("p1", "甲") + `,` + one("p2", "乙", "parent", "p1") + `]`},
		{"parent by name", `[{"name":"戊","kind":"natural","parent":" 丙"},{"name":"丙","kind":"natural"}]`,
			`[` + one("n1", "戊", "parent", "n2") + `,` + one("n2", "丙") + `]`},
		{"parent nobody", `[` + one("p1", "甲", "parent", "") + `]`, `[` + one("p1", "甲") + `]`},
		{"share as number", `[{"name":"甲","kind":"NATURAL","share":33.34}]`, `[{"id":"p1","kind":"natural","name":"甲","share":33.34}]`},
		{"share as text", `[{"name":"甲","kind":"natural","share":"６０％"}]`, `[{"id":"p1","kind":"natural","name":"甲","share":60}]`},
		{"null is nothing", `[{"id":null,"name":"甲","kind":"natural","share":null}]`, `[` + one("p1", "甲") + `]`},
		{"every kind", `[{"name":"甲","kind":"natural","since":"2026年1月2日","active":true,"in":["上海","北京"]}]`,
			`[{"active":true,"id":"p1","in":["beijing","shanghai"],"kind":"natural","name":"甲","since":"2026-01-02"}]`},
		{"name byte for byte", `[{"name":" ａ\u0000\u202e","kind":"natural"}]`, `[{"id":"n1","kind":"natural","name":" ａ\u0000` + "\u202e" + `"}]`},
	}
	for _, tt := range tests {
		got, err := ParseEntries(shareholders, []byte(tt.data), before, counter())
		want, werr := ParseEntries(shareholders, []byte(tt.want), nil, counter())
		if err != nil || werr != nil || !Equal(got, want) {
			t.Errorf("%s: %s, %v; want %s, %v", tt.name, Input(got), err, tt.want, werr)
		}
		again, err := ParseEntries(shareholders, []byte(Input(got)), got, counter())
		if err != nil || !Equal(got, again) {
			t.Errorf("%s: read back as %s, %v", tt.name, Input(again), err)
		}
	}
}

func TestParseEntriesRefuses(t *testing.T) {
	ok := `{"id":"a","name":"甲","kind":"natural"}`
	tests := []struct {
		data  string
		code  Code
		row   int
		field string
	}{
		{``, NotJSON, 0, ""},
		{`null`, NotJSON, 0, ""},
		{`{}`, NotJSON, 0, ""},
		{`"甲"`, NotJSON, 0, ""},
		{`[`, NotJSON, 0, ""},
		{`[] []`, NotJSON, 0, ""},
		{`[1]`, NotJSON, 1, ""},
		{`[` + ok + `,null]`, NotJSON, 2, ""},
		{`[[]]`, NotJSON, 1, ""},
		{"[\xff]", NotText, 0, ""},
		{`[{"name":"甲","kind":"natural","age":3}]`, UnknownColumn, 1, "age"},
		{`[{"Name":"甲","kind":"natural"}]`, UnknownColumn, 1, "Name"},
		{`[{"name":"甲"}]`, MissingColumn, 1, "kind"},
		{`[` + ok + `,{"kind":"natural"}]`, MissingColumn, 2, "name"},
		{`[{"name":null,"kind":"natural"}]`, MissingColumn, 1, "name"},
		{`[{"name":" ","kind":"natural"}]`, Empty, 1, "name"},
		{`[{"name":"甲","name":"乙","kind":"natural"}]`, TwiceColumn, 1, "name"},
		{`[{"name":3,"kind":"natural"}]`, WrongType, 1, "name"},
		{`[{"name":["甲"],"kind":"natural"}]`, WrongType, 1, "name"},
		{`[{"name":{},"kind":"natural"}]`, WrongType, 1, "name"},
		{`[{"name":"甲","kind":true}]`, WrongType, 1, "kind"},
		{`[{"name":"甲","kind":"natural","number":110105}]`, WrongType, 1, "number"},
		{`[{"name":"甲","kind":"natural","share":true}]`, WrongType, 1, "share"},
		{`[{"name":"甲","kind":"natural","share":101}]`, TooBig, 1, "share"},
		{`[{"name":"甲","kind":"natural","share":-1}]`, TooSmall, 1, "share"},
		{`[{"name":"甲","kind":"natural","share":6e1}]`, NotAPercent, 1, "share"},
		{`[{"name":"甲","kind":"king"}]`, NotAnOption, 1, "kind"},
		{`[{"name":"甲","kind":"natural","since":"x"}]`, NotADate, 1, "since"},
		{`[{"id":1,"name":"甲","kind":"natural"}]`, NotAnID, 1, "id"},
		{`[{"id":"a/b","name":"甲","kind":"natural"}]`, NotAnID, 1, "id"},
		{`[` + ok + `,` + ok + `]`, TwiceID, 2, "id"},
		{`[{"name":"甲","kind":"natural","parent":"乙"}]`, UnknownEntry, 1, "parent"},
		{`[{"name":"甲","kind":"natural","parent":"甲"}]`, ParentCycle, 1, "parent"},
		{`[{"id":"a","name":"甲","kind":"natural","parent":"b"},{"id":"b","name":"乙","kind":"natural","parent":"a"}]`, ParentCycle, 1, "parent"},
		{`[` + ok + `,{"id":"b","name":"甲","kind":"natural"},{"name":"乙","kind":"natural","parent":"甲"}]`, AmbiguousEntry, 3, "parent"},
		{"[" + strings.Repeat("1,", MaxEntries) + "1]", TooMany, 0, ""},
	}
	for _, tt := range tests {
		_, err := ParseEntries(shareholders, []byte(tt.data), nil, counter())
		var e *Error
		if !errors.As(err, &e) || e.Code != tt.code || e.Row != tt.row || e.Field != tt.field {
			t.Errorf("%.80s: %.200v, want %s in row %d, %q", tt.data, err, tt.code, tt.row, tt.field)
		}
	}
	q := shareholders
	q.Min, q.Max = new(int64(1)), new(int64(1))
	if _, err := ParseEntries(q, []byte(`[]`), nil, counter()); !isCode(err, TooFew) {
		t.Errorf("too few: %v", err)
	}
	if _, err := ParseEntries(q, []byte(`[`+ok+`,{"name":"乙","kind":"natural"}]`), nil, counter()); !isCode(err, TooMany) {
		t.Errorf("too many: %v", err)
	}
}

// A long chain of parents is followed once, not once a row.
func TestDeepTree(t *testing.T) {
	var b strings.Builder
	for i := range MaxEntries {
		fmt.Fprintf(&b, `,{"id":"a%d","name":"%d","kind":"corporate","parent":"a%d"}`, i+1, i, i)
	}
	data := strings.Replace(b.String()[1:], `"parent":"a0"`, `"parent":""`, 1)
	if es, err := ParseEntries(shareholders, []byte("["+data+"]"), nil, counter()); err != nil || len(es) != MaxEntries {
		t.Error(len(es), err)
	}
}

func FuzzParseEntries(f *testing.F) {
	f.Add([]byte(`[{"id":"a","name":"甲","kind":"natural","share":60,"parent":"乙"},{"name":"乙","kind":"corporate"}]`))
	f.Add([]byte(`[{"name":"甲","kind":"natural","since":"2026-01-02","active":false,"in":["北京"]}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		es, err := ParseEntries(shareholders, data, nil, counter())
		if err != nil {
			return
		}
		CheckValue(shareholders, es, nil, nil, Date{2026, 11, 23})
		again, err := ParseEntries(shareholders, []byte(Input(es)), es, counter())
		if err != nil || !Equal(es, again) {
			t.Fatalf("%s\nread back as %s, %v", Input(es), Input(again), err)
		}
	})
}

// What was below an entry that goes comes to stand at the top.
func TestEntriesWithout(t *testing.T) {
	row := func(id, parent string) Entry {
		return Entry{ID: id, Fields: map[string]Value{"name": Text(id), "parent": Text(parent)}}
	}
	es := Entries{row("a", ""), row("b", "a"), row("c", "b")}
	left := es.Without("a")
	if len(left) != 2 || left[0].Text("parent") != "" || left[1].Text("parent") != "b" {
		t.Errorf("%+v", left)
	}
	if es[1].Text("parent") != "a" {
		t.Error("the list itself was changed")
	}
	if left := es[:1].Without("a"); left == nil || len(left) != 0 {
		t.Errorf("%#v: a list that has become empty is an answer", left)
	}
	if err := left.Cycle("parent"); err != nil {
		t.Error(err)
	}
	left[0].Fields["parent"] = Text("c")
	if err := left.Cycle("parent"); !isCode(err, ParentCycle) {
		t.Errorf("%v", err)
	}
	left[0].Fields["parent"] = Text("gone")
	if err := left.Cycle("parent"); err != nil {
		t.Errorf("a parent that is not on the list: %v", err)
	}
}
