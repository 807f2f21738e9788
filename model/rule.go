package model

// A Table is a rule: alternatives, of which one has to hold. An empty Table
// holds always.
type Table []Row

// A Row holds when all of its cells hold.
type Row struct {
	Cells   []Cell
	Sources []Citation // of this alternative alone
}

// A Cell compares one fact.
type Cell struct {
	Fact   FactID
	Op     Op
	Values []Value // one of these, for Is, or none where any will do; exactly one for a comparison
	Than   FactID  // the fact to compare with, instead of Values
	Days   int     // added to Than, which is a date; less than 0 for days before it
}

// An Op is how a cell compares.
type Op string

// Comparisons. They order numbers, money, dates, and lists by their length.
const (
	Is      Op = "is"
	AtLeast Op = ">="
	AtMost  Op = "<="
	Over    Op = ">"
	Under   Op = "<"
)

// Truth is three-valued (Kleene): what is not known never counts as true.
type Truth int8

// Truth values; the zero value is Unknown.
const (
	False   Truth = -1
	Unknown Truth = 0
	True    Truth = 1
)

// facts answers what the rules ask about one application.
type facts struct {
	p *Procedure
	a *Application
}

// holds evaluates a rule.
func (f facts) holds(t Table) Truth {
	if len(t) == 0 {
		return True
	}
	best := False
	for _, r := range t {
		best = max(best, f.row(r))
	}
	return best
}

func (f facts) row(r Row) Truth {
	worst := True
	for _, c := range r.Cells {
		worst = min(worst, f.cell(c))
	}
	return worst
}

func (f facts) cell(c Cell) Truth { return test(c, f.known(c.Fact), f.operand(c)) }

// known is what is known of a fact: a value, bounds, or nothing. A question
// that is not asked has no value, which no test passes.
type known struct {
	value    Value
	lo, hi   int64
	ordered  bool        // lo and hi hold
	excluded bool        // does not apply
	paper    MaterialKey // the row that says so, and not an answer; "" for none
}

func (f facts) known(id FactID) known {
	if d := f.p.index.derived[id]; d != nil {
		return f.count(d)
	}
	q := f.p.Question(QuestionID(id))
	if q == nil {
		return known{}
	}
	switch f.holds(q.When) {
	case False:
		return known{excluded: true}
	case Unknown:
		return known{}
	}
	if m := f.paper(q.ID); m != nil {
		k := knownValue(m.Settles.Value)
		k.paper = MaterialKey(m.ID)
		return k
	}
	return knownValue(f.answer(q))
}

// answer is the value that the rules count with: where nobody has answered,
// and nobody has said that it is not known yet, the default of the question.
func (f facts) answer(q *Question) Value {
	if ans := f.a.Answers[q.ID]; ans.Value != nil || ans.Pending != nil {
		return ans.Value
	}
	return q.Default
}

// assumed lists the questions of a rule whose default was counted with.
func (f facts) assumed(t Table) []QuestionID {
	var ids []QuestionID
	note := func(id FactID) {
		if q := f.p.Question(QuestionID(id)); q != nil && f.a.Answers[q.ID].Value == nil && f.paper(q.ID) == nil && f.known(id).value != nil {
			ids = append(ids, q.ID)
		}
	}
	for _, r := range t {
		for _, c := range r.Cells {
			note(c.Fact)
			note(c.Than)
			if d := f.p.index.derived[c.Fact]; d != nil {
				for _, w := range d.Where {
					note(w.Than)
				}
			}
		}
	}
	return f.p.sorted(ids)
}

func knownValue(v Value) known {
	k := known{value: v}
	k.lo, k.ordered = ordinal(v)
	k.hi = k.lo
	return k
}

// ordinal places a value on a line, where it has a place.
func ordinal(v Value) (int64, bool) {
	switch v := v.(type) {
	case Number:
		return int64(v), true
	case Share:
		return int64(v), true
	case Date:
		return v.time().Unix() / (24 * 60 * 60), true
	case Choices:
		return int64(len(v)), true
	case Entries:
		return int64(len(v)), true
	}
	return 0, false
}

// count counts the entries that fit: at least the certain ones, at most those
// that are not ruled out.
func (f facts) count(d *Derived) known {
	list := f.known(FactID(d.Count))
	entries, ok := list.value.(Entries)
	if !ok {
		return known{excluded: list.excluded}
	}
	k := known{ordered: true}
	for _, e := range entries {
		switch f.entry(d.Where, e) {
		case True:
			k.lo++
			k.hi++
		case Unknown:
			k.hi++
		}
	}
	return k
}

// entry evaluates cells over the columns of a list entry. A reference to
// another entry that is not there is the empty text, not an unknown.
func (f facts) entry(cells []Cell, e Entry) Truth {
	worst := True
	for _, c := range cells {
		v := e.Fields[string(c.Fact)]
		if v == nil && len(c.Values) > 0 && c.Values[0] == Text("") {
			v = Text("")
		}
		worst = min(worst, test(c, knownValue(v), f.operand(c)))
	}
	return worst
}

func (f facts) operand(c Cell) known {
	if c.Than != "" {
		k := f.known(c.Than)
		k.lo, k.hi = k.lo+int64(c.Days), k.hi+int64(c.Days)
		return k
	}
	if c.Op == Is || len(c.Values) != 1 {
		return known{}
	}
	return knownValue(c.Values[0])
}

func test(c Cell, got, than known) Truth {
	if got.excluded || than.excluded {
		return False
	}
	if c.Op == Is {
		return isOneOf(got.value, c.Values)
	}
	if !got.ordered || !than.ordered {
		return Unknown
	}
	switch c.Op {
	case AtLeast:
		return order(got.lo >= than.hi, got.hi < than.lo)
	case Over:
		return order(got.lo > than.hi, got.hi <= than.lo)
	case AtMost:
		return order(got.hi <= than.lo, got.lo > than.hi)
	case Under:
		return order(got.hi < than.lo, got.lo >= than.hi)
	}
	return Unknown
}

func order(certain, impossible bool) Truth {
	switch {
	case certain:
		return True
	case impossible:
		return False
	}
	return Unknown
}

// isOneOf compares single answers; of an answer with several choices, one has
// to be among the wanted.
func isOneOf(v Value, wanted []Value) Truth {
	if v == nil {
		return Unknown
	}
	if len(wanted) == 0 {
		return True
	}
	for _, w := range wanted {
		if Equal(v, w) {
			return True
		}
		if cs, ok := v.(Choices); ok {
			for _, c := range cs {
				if Equal(Text(c), w) {
					return True
				}
			}
		}
	}
	return False
}
