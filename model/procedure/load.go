package procedure

import (
	"strconv"
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// maxBytes is eight times what the call center licence needs. Among many more
// keys than that, go-toml would look for duplicates for too long.
const maxBytes = 1 << 18

// Load reads a definition. The name is the file's, for the problems. A
// definition with any problem is not used: then the procedure is nil.
func Load(name string, data []byte) (*model.Procedure, []Problem) {
	r := &reader{file: name, data: data}
	if len(data) > maxBytes {
		r.report(0, TooLarge, strconv.Itoa(maxBytes))
		return nil, r.problems
	}
	root, bad := parse(data)
	if bad != nil {
		line, column := bad.Position()
		return nil, []Problem{{File: name, Line: line, Column: column, Code: Syntax, Detail: strings.TrimPrefix(bad.Error(), "toml: ")}}
	}
	return r.load(root)
}

// load reads a whole definition from its tree.
func (r *reader) load(root *node) (*model.Procedure, []Problem) {
	r.tiers = make(map[model.SourceID]int)
	r.collect(root)
	p := r.procedure(root)
	r.flow(p, root)
	r.unread(root, "")
	if len(r.problems) > 0 {
		return nil, r.sorted()
	}
	p.Ready()
	return p, nil
}

// procedure reads everything, facts before the rules that look at them.
func (r *reader) procedure(root *node) *model.Procedure {
	r.need(root, "id")
	r.need(root, "edition")
	p := &model.Procedure{ID: model.ProcedureID(r.text(root, "id")), Edition: r.date(root, "edition")}
	if n := root.child("id"); n != nil {
		r.checkID(n)
	}
	p.Sources = r.sources(root, r.date(root, "checked"))
	p.Questions = r.fields(root)
	p.Derived = r.derived(root)
	r.questions(root, p.Questions)
	p.Sections = r.sections(root)
	p.Authorities = r.authorities(root)
	p.Conditions = r.conditions(root)
	p.Materials = r.materials(root)
	p.Steps = r.steps(root)
	p.States = r.states(root)
	p.Events = r.events(root)
	p.Clocks = r.clocks(root)
	p.Hints = r.hints(root)
	p.Duties = r.duties(root)
	p.Scan = r.scan(root)
	if own := root.child("own"); own != nil {
		own.used = true
		p.OwnSources = r.citations(own)
	}
	for _, key := range []string{"section", "question", "state"} { // without these there is nothing to walk through
		r.need(root, key)
	}
	return p
}
