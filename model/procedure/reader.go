package procedure

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/xuke-cli/xuke/model"
)

// A reader takes a document apart and notes what is wrong with it. Reading
// goes on after a problem, so that one run shows all of them.
type reader struct {
	file     string
	data     []byte
	over     string // the file of an overlay, which begins at split
	split    int
	item     string // the part being read: "condition.capital"
	problems []Problem

	ids     map[string]map[string]bool          // by kind: "question", "state"
	facts   map[string]model.Field              // what rules may look at
	columns map[string][]model.Field            // of lists
	tiers   map[model.SourceID]int              // of sources, their place in model.Tiers
	deps    map[model.FactID][]model.QuestionID // what derived facts count by
	rules   []appliedRule
	edges   []edge
}

// maxProblems is where reporting stops: nobody reads on, and a hostile file
// must not keep the linter busy.
const maxProblems = 100

func (r *reader) full() bool { return len(r.problems) >= maxProblems }

func (r *reader) report(at int, code Code, detail string) {
	if r.full() {
		return
	}
	file, line, column := r.origin(at)
	r.problems = append(r.problems, Problem{file, line, column, code, r.item, detail})
}

// sorted returns the problems in the order of the file, each once.
func (r *reader) sorted() []Problem {
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), a.Line-b.Line, a.Column-b.Column)
	})
	return slices.Compact(r.problems)
}

var kindNames = map[unstable.Kind]string{
	unstable.String: "a string", unstable.Bool: "true or false", unstable.Integer: "a whole number",
	unstable.LocalDate: "a date like 2026-11-23", unstable.Array: "a list", unstable.Table: "a table",
}

// get returns the value of a key if it is there and has that type.
func (r *reader) get(t *node, key string, kind unstable.Kind) *node {
	n := t.child(key)
	if n == nil {
		return nil
	}
	n.used = true
	if !r.is(n, kind) {
		return nil
	}
	return n
}

func (r *reader) is(n *node, kind unstable.Kind) bool {
	if n.kind == kind {
		return true
	}
	r.report(n.at, WrongType, kindNames[kind])
	n.kids = nil // and is not looked into
	return false
}

// need reports a key that is not there.
func (r *reader) need(t *node, key string) {
	if t.child(key) == nil {
		r.report(t.at, MissingKey, key)
	}
}

func (r *reader) text(t *node, key string) string {
	if n := r.get(t, key, unstable.String); n != nil {
		return n.text
	}
	return ""
}

func (r *reader) flag(t *node, key string) bool {
	n := r.get(t, key, unstable.Bool)
	return n != nil && n.text == "true"
}

// number returns a whole number, or nil where there is none.
func (r *reader) number(t *node, key string) *int64 {
	n := r.get(t, key, unstable.Integer)
	if n == nil {
		return nil
	}
	i, err := strconv.ParseInt(n.text, 0, 64) // base 0 as in TOML: 0x10, 1_000
	if err != nil {
		r.report(n.at, WrongType, kindNames[unstable.Integer])
		return nil
	}
	return &i
}

// size is a number that has to be there and to be positive.
func (r *reader) size(t *node, key string) int64 {
	r.need(t, key)
	n := r.number(t, key)
	if n == nil {
		return 0
	}
	if *n <= 0 {
		r.report(valueOf(t, key), WrongType, "over 0")
	}
	return *n
}

func (r *reader) date(t *node, key string) model.Date {
	n := r.get(t, key, unstable.LocalDate)
	if n == nil {
		return model.Date{}
	}
	d, err := model.ParseISODate(n.text)
	if err != nil {
		r.report(n.at, WrongType, kindNames[unstable.LocalDate])
	}
	return d
}

// tables returns the tables of [[key]] or key = [{…}].
func (r *reader) tables(t *node, key string) []*node { return r.list(t, key, unstable.Table) }

func (r *reader) list(t *node, key string, kind unstable.Kind) []*node {
	n := r.get(t, key, unstable.Array)
	if n == nil {
		return nil
	}
	var of []*node
	for _, k := range n.kids {
		k.used = true
		if r.is(k, kind) {
			of = append(of, k)
		}
	}
	return of
}

// word reads a string that has to be one of a few.
func word[T ~string](r *reader, t *node, key string, among []T) T {
	r.need(t, key)
	n := r.get(t, key, unstable.String)
	if n == nil {
		return ""
	}
	if !slices.Contains(among, T(n.text)) {
		r.report(n.at, UnknownWord, joined(among))
		return ""
	}
	return T(n.text)
}

// choice is word for a key that may be left out.
func choice[T ~string](r *reader, t *node, key string, among []T) T {
	if t.child(key) == nil {
		return ""
	}
	return word(r, t, key, among)
}

// words reads a list of such strings.
func words[T ~string](r *reader, t *node, key string, among []T) []T {
	var ws []T
	for _, n := range r.list(t, key, unstable.String) {
		if !slices.Contains(among, T(n.text)) {
			r.report(n.at, UnknownWord, joined(among))
		}
		ws = append(ws, T(n.text))
	}
	return ws
}

func joined[T ~string](among []T) string {
	s := make([]string, len(among))
	for i, w := range among {
		s[i] = string(w)
	}
	return strings.Join(s, ", ")
}

// unread reports the keys that nothing has asked for.
func (r *reader) unread(n *node, name string) {
	for _, k := range n.kids {
		path := k.key
		if name != "" && path != "" {
			path = name + "." + path
		}
		if !k.used {
			r.report(k.keyAt, UnknownKey, path)
			continue
		}
		r.unread(k, cmp.Or(path, name))
	}
}
