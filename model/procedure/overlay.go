package procedure

import (
	"bytes"
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/xuke-cli/xuke/model"
)

// An Overlay adds rows to a procedure, or changes single keys of its rows, for
// applications in one province:
//
//	overlay = "call-center"
//	province = "heilongjiang"
//
//	[[question]]
//	id = "insurance-months-asked"
//	default = 3
//	sources = [{ id = "practice" }]
//
// What a row does not name stays as the procedure has it. Each row says by
// what source; those of the procedure stand after it.
type Overlay struct {
	Procedure model.ProcedureID
	Province  string
	file      string
	data      []byte
}

var overlayLine = lazy(`(?m)^overlay\s*=`)

// IsOverlay reports whether a file means to be an overlay.
func IsOverlay(data []byte) bool { return overlayLine().Match(data) }

// LoadOverlay reads the head of an overlay. Its rows are read over a procedure.
func LoadOverlay(name string, data []byte) (*Overlay, []Problem) {
	r := &reader{file: name, data: data}
	root, bad := parse(data)
	if bad != nil {
		line, column := bad.Position()
		return nil, []Problem{{File: name, Line: line, Column: column, Code: Syntax, Detail: bad.Error()}}
	}
	r.need(root, "overlay")
	r.need(root, "province")
	o := &Overlay{Procedure: model.ProcedureID(r.text(root, "overlay")), file: name, data: data}
	if n := r.get(root, "province", unstable.String); n != nil {
		r.option(n, model.ProvinceCodes())
		o.Province = n.text
	}
	if len(r.problems) > 0 {
		return nil, r.sorted()
	}
	return o, nil
}

// Over reads a definition with the overlay on it. Problems of the overlay
// name its own lines.
func (o *Overlay) Over(name string, base []byte) (*model.Procedure, []Problem) {
	root, bad := parse(base)
	if bad != nil {
		return nil, []Problem{{File: name, Code: Syntax, Detail: bad.Error()}}
	}
	rows, bad := parse(o.data)
	if bad != nil {
		return nil, []Problem{{File: o.file, Code: Syntax, Detail: bad.Error()}}
	}
	data := slices.Concat(base, []byte("\n"), o.data)
	r := &reader{file: name, data: data, over: o.file, split: len(base) + 1}
	rows.shift(r.split)
	r.lay(root, rows)
	p, problems := r.load(root)
	if p != nil {
		p.Province = o.Province
	}
	return p, problems
}

// shift moves a tree to another place in the text.
func (n *node) shift(by int) {
	n.at += by
	n.keyAt += by
	for _, k := range n.kids {
		k.shift(by)
	}
}

// own are the kinds whose rows have to say by what source.
var own = []string{"question", "condition", "material", "clock", "hint", "duty", "step", "event"}

// lay puts the rows of an overlay into a definition.
func (r *reader) lay(root, rows *node) {
	for _, kind := range rows.kids {
		if kind.key == "overlay" || kind.key == "province" {
			continue
		}
		if !slices.ContainsFunc(kinds, func(k struct {
			name  string
			share bool
		}) bool {
			return k.name == kind.key
		}) || kind.kind != unstable.Array {
			r.report(kind.keyAt, UnknownKey, kind.key)
			continue
		}
		into := root.child(kind.key)
		if into == nil {
			into = &node{key: kind.key, keyAt: kind.keyAt, at: kind.at, kind: unstable.Array}
			root.add(into)
		}
		for _, row := range kind.kids {
			id := row.child("id")
			if id == nil {
				r.report(row.at, MissingKey, "id")
				continue
			}
			if slices.Contains(own, kind.key) && row.child("sources") == nil {
				r.report(id.at, NoSource, "")
			}
			i := slices.IndexFunc(into.kids, func(t *node) bool { n := t.child("id"); return n != nil && n.text == id.text })
			if i < 0 {
				into.kids = append(into.kids, row)
				continue
			}
			into.kids[i].override(row)
		}
	}
}

// override takes the keys of another table; its sources come first.
func (n *node) override(by *node) {
	for _, k := range by.kids {
		was := n.child(k.key)
		switch {
		case was == nil:
			n.add(k)
		case k.key == "sources" && was.kind == unstable.Array && k.kind == unstable.Array:
			was.kids = slices.Concat(k.kids, was.kids)
		default:
			was.kind, was.text, was.kids, was.at, was.keyAt, was.index = k.kind, k.text, k.kids, k.at, k.keyAt, k.index
		}
	}
}

// origin finds file, line and column of an offset.
func (r *reader) origin(at int) (file string, line, column int) {
	line, column = position(r.data, at)
	if r.split == 0 || at < r.split {
		return r.file, line, column
	}
	return r.over, line - bytes.Count(r.data[:r.split], []byte("\n")), column
}
