package model

import (
	"slices"
	"strings"
)

// detail checks one fact against everything that it is to be held against.
func (in *inspector) detail(d Detail) {
	got := in.row.Details[d.ID]
	if d.ID == PagesOf {
		in.originalPages(d, got)
		return
	}
	if got == nil {
		in.say(d, InspectMissing, Inconclusive, nil, nil)
		return
	}
	if d.Equals != "" || d.Column != "" {
		in.equals(d, got)
	}
	if d.ID == CoverMonth {
		in.months(d, got.(Choices))
	}
	if d.By != "" && (d.ID == ValidUntil || d.ID == SignedOn) {
		in.onTheDay(d, got)
	}
	if d.IDCard {
		in.card(d, got)
	}
}

func (in *inspector) say(d Detail, code InspectionCode, level Level, want, got Value) {
	in.add(Inspection{Code: code, Level: level, Detail: d.ID, Want: want, Got: got, Sources: d.Sources})
}

// lacks notes that an answer is missing which decides about a fact.
func (in *inspector) lacks(d Detail, q QuestionID) {
	in.add(Inspection{Code: InspectAnswer, Level: Inconclusive, Detail: d.ID, Got: in.row.Details[d.ID], Of: q, Sources: d.Sources})
}

// originalPages compares the pages of the paper with those of the files: too
// few were scanned, or another document is among them.
func (in *inspector) originalPages(d Detail, want Value) {
	sum, ok := in.pages()
	switch {
	case want == nil && len(in.row.Files) == 0:
	case want == nil:
		in.say(d, InspectMissing, Inconclusive, nil, nil)
	case !ok:
		in.say(d, InspectPages, Inconclusive, want, nil)
	case Number(sum) < want.(Number):
		in.say(d, InspectPages, Fail, want, Number(sum))
	default:
		in.say(d, InspectPages, passOr(Number(sum) == want, Warn), want, Number(sum))
	}
}

// equals compares a fact with an answer. Names and numbers that differ come
// back for certain; a list of people may have changed meanwhile.
func (in *inspector) equals(d Detail, got Value) {
	want := in.expected(d)
	if want == nil {
		in.lacks(d, in.source(d))
		return
	}
	found := Inspection{Code: InspectEquals, Detail: d.ID, Want: want, Got: got, Of: in.source(d), Sources: d.Sources}
	if people, ok := got.(Choices); ok {
		found.Code, found.Level = InspectPeople, passOr(samePeople(people, want), Warn)
	} else {
		found.Level = passOr(alike(Input(got)) == alike(Input(want)), Fail)
	}
	in.add(found)
}

// source is the question that holds what a fact should equal.
func (in *inspector) source(d Detail) QuestionID {
	if d.Column != "" && in.row.Material != nil && in.row.Material.Per != nil {
		return in.row.Material.Per.List
	}
	return d.Equals
}

// expected returns what a fact should equal, or nil while that is not known.
func (in *inspector) expected(d Detail) Value {
	if d.Column != "" {
		if in.row.Of == nil {
			return nil
		}
		return in.row.Of.Fields[d.Column]
	}
	v := in.known(FactID(d.Equals)).value
	list, ok := v.(Entries)
	if !ok {
		return v
	}
	people := make(Choices, len(list))
	for i, e := range list {
		people[i] = e.Text("name")
	}
	return people
}

// alike drops what two spellings of one name may differ in: the width of
// brackets and letters, spaces, capitals.
func alike(s string) string { return strings.ReplaceAll(upper(fold(s)), " ", "") }

func samePeople(got Choices, want Value) bool {
	all, ok := want.(Choices)
	return ok && slices.Equal(people(got), people(all))
}

func people(all Choices) []string {
	same := make([]string, len(all))
	for i, name := range all {
		same[i] = alike(name)
	}
	slices.Sort(same)
	return slices.Compact(same)
}

// months checks whether contributions were paid without a gap, long enough,
// and until lately.
func (in *inspector) months(d Detail, got Choices) {
	missing := gaps(got)
	in.say(d, InspectGap, passOr(len(missing) == 0, Warn), nil, missing)
	if d.AtLeast != "" {
		switch least := in.known(FactID(d.AtLeast)).value.(type) {
		case Number:
			in.say(d, InspectEnough, passOr(Number(len(got)) >= least, Warn), least, Number(len(got)))
		default:
			in.lacks(d, d.AtLeast)
		}
	}
	if d.By == "" || d.Within == 0 || len(got) == 0 {
		return
	}
	by, ok := in.known(FactID(d.By)).value.(Date)
	if !ok {
		in.lacks(d, d.By)
		return
	}
	last, _ := monthNumber(got[len(got)-1])
	earliest := monthOfDay(by) - d.Within
	in.add(Inspection{
		Code: InspectRecent, Level: passOr(last >= earliest, Warn), Detail: d.ID,
		Want: Text(monthName(earliest)), Got: Text(monthName(last)), On: by, Sources: d.Sources,
	})
}

// onTheDay checks a fact against the day on which the document is used.
func (in *inspector) onTheDay(d Detail, got Value) {
	if got == LongTerm {
		in.say(d, InspectInDate, Pass, nil, got)
		return
	}
	by, ok := in.known(FactID(d.By)).value.(Date)
	if !ok {
		in.lacks(d, d.By)
		return
	}
	day := got.(Date)
	found := Inspection{Code: InspectInDate, Detail: d.ID, Got: got, On: by, Sources: d.Sources}
	switch {
	case d.ID == ValidUntil:
		found.Level = passOr(!day.Before(by), in.binding(d))
	case day.After(by):
		found.Code, found.Level = InspectSignAfter, Warn
	default:
		earliest := by.AddDays(-in.p.Scan.SignatureMaxDays)
		found.Code, found.Want, found.Level = InspectSigned, earliest, passOr(!day.Before(earliest), Warn)
	}
	in.add(found)
}

// shares checks that what a chart draws is the whole company.
func (in *inspector) shares() {
	if in.row.Material == nil || in.row.Material.Shares == "" {
		return
	}
	q := in.p.Question(in.row.Material.Shares)
	found := Inspection{Code: InspectShares, Level: Inconclusive, Want: Whole, Of: q.ID, Sources: in.row.Material.Sources}
	if list, ok := in.known(FactID(q.ID)).value.(Entries); ok {
		column, parent := levels(q.Fields)
		if sum, ok := sharesByLevel(column, parent, list)[""]; ok {
			found.Level, found.Got = passOr(wholeShare(sum), Warn), sum
		}
	}
	in.add(found)
}

// binding is Fail for what a law, a rule or a guide asks for, and Warn for
// what is only usual.
func (in *inspector) binding(d Detail) Level {
	for _, c := range d.Sources {
		if s := in.p.Source(c.Source); s != nil && s.Tier != Practice && s.Tier != Article {
			return Fail
		}
	}
	return Warn
}
