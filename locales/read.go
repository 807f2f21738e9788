package locales

import (
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
)

// An entry is a text as its file has it.
type entry struct {
	id         string
	one, other string         // one is "" where there is no such plural form
	at         unstable.Range // of its key
}

// A reader walks over what the TOML parser finds. Every start of the program
// reads some hundreds of kilobytes, and decoding them into maps takes seven
// times as long.
type reader struct {
	unstable.Parser
	entries []entry
	err     error // the first that is not about TOML itself
}

// read returns the entries of a file, in its order. A text is a string or a
// table of plural forms; tables of their own come after everything else. The
// error says line and column.
func read(data []byte) ([]entry, error) {
	if !utf8.Valid(data) {
		return nil, errors.New("this file is not in UTF-8")
	}
	r := reader{entries: make([]entry, 0, len(data)/100)}
	r.Reset(slices.Clip(data)) // the parser finds positions by capacity
	table := false
	for r.NextExpression() {
		e := r.Expression()
		key, at := r.key(e)
		switch {
		case e.Kind == unstable.ArrayTable:
			r.fail(at, "%q is no text", key)
		case e.Kind == unstable.Table:
			table = true
			r.entries = append(r.entries, entry{id: key, at: at})
		case table:
			r.form(key, at, e.Value())
		default:
			r.entries = append(r.entries, entry{id: key, at: at})
			r.text(at, e.Value())
		}
	}
	var pe *unstable.ParserError
	if errors.As(r.Error(), &pe) {
		r.err = nil
		r.fail(r.Range(pe.Highlight), "%s", pe)
	}
	for _, e := range r.entries {
		if e.other == "" {
			r.fail(e.at, "%q says nothing", e.id)
		}
	}
	return r.entries, r.err
}

func (r *reader) text(at unstable.Range, v *unstable.Node) {
	if v.Kind != unstable.InlineTable {
		r.form("other", at, v)
		return
	}
	for forms := v.Children(); forms.Next(); {
		name, at := r.key(forms.Node())
		r.form(name, at, forms.Node().Value())
	}
}

// form notes a plural form of the last entry, or its only text as "other".
func (r *reader) form(name string, at unstable.Range, v *unstable.Node) {
	e := &r.entries[len(r.entries)-1]
	switch {
	case v.Kind != unstable.String:
		r.fail(at, "%q is no text", e.id)
	case name == "other" && e.other == "":
		e.other = string(v.Data)
	case name == "one" && e.one == "":
		e.one = string(v.Data)
	default:
		r.fail(at, "%q is no plural form of %q, or is there twice", name, e.id)
	}
}

// key returns the key of an expression, its parts joined by dots, and where it
// stands.
func (r *reader) key(n *unstable.Node) (key string, at unstable.Range) {
	for parts := n.Key(); parts.Next(); {
		if key == "" {
			key, at = string(parts.Node().Data), parts.Node().Raw
		} else {
			key += "." + string(parts.Node().Data)
		}
	}
	return key, at
}

// fail keeps the first error. Counting lines is left to here.
func (r *reader) fail(at unstable.Range, format string, args ...any) {
	if r.err == nil {
		start := r.Shape(at).Start
		r.err = &FileError{Line: start.Line, Column: start.Column, Text: fmt.Sprintf(format, args...)}
	}
}
