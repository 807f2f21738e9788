package model

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// A DetailID names a fact of a document that a person reads off it and types
// in beside it.
type DetailID string

// Details of documents.
const (
	OnName     DetailID = "name"        // whose document it is: Text
	OnNumber   DetailID = "number"      // of its holder, a USCC or an identity number: Text
	ValidFrom  DetailID = "valid-from"  // Date
	ValidUntil DetailID = "valid-until" // Date, or the Text LongTerm
	CoverMonth DetailID = "months"      // Choices of "2026-05", in order
	NamesOn    DetailID = "people"      // Choices of names, in the order of the document
	SignedOn   DetailID = "signed-on"   // Date
	PagesOf    DetailID = "pages"       // of the original: Number
)

// LongTerm is the value of ValidUntil of what does not run out (长期).
const LongTerm Text = "long-term"

// DetailIDs lists them in the order in which they are asked for.
var DetailIDs = []DetailID{OnName, OnNumber, ValidFrom, ValidUntil, CoverMonth, NamesOn, SignedOn, PagesOf}

// A Detail is a fact that a material asks for, and what it is held against.
// Every check is optional; without one the fact is only noted down.
type Detail struct {
	ID      DetailID
	When    Table      // asked when; empty means always
	Equals  QuestionID // the answer that it should equal; of a list, the names in it
	Column  string     // the column of the entry that the row is for, which it should equal
	By      QuestionID // the day on which the document is used: it should be in date then, and signed before
	AtLeast QuestionID // how many months there should be
	Within  int        // the last month should lie at most so many months before By; 0 for no bound
	IDCard  bool       // validity should be one that the identity card law gives out
	Sources []Citation // of the check
}

// Details are the facts that somebody has typed in about the document of a
// row. What is not known is not there.
type Details map[DetailID]Value

// MarshalJSON writes the stored form, in which values carry their kind.
func (d Details) MarshalJSON() ([]byte, error) {
	m := make(map[DetailID]boxed, len(d))
	for id, v := range d {
		m[id] = boxed{v}
	}
	return json.Marshal(m)
}

// UnmarshalJSON reads the stored form.
func (d *Details) UnmarshalJSON(data []byte) error {
	var m map[DetailID]boxed
	if err := json.Unmarshal(data, &m); err != nil {
		return err
	}
	*d = make(Details, len(m))
	for id, b := range m {
		if b.Value != nil {
			(*d)[id] = b.Value
		}
	}
	return nil
}

// DetailsOf lists the facts that the document of a row is asked for, in the
// order of its procedure; the number of its pages comes last. What depends on
// an answer that is missing is not asked for yet.
func DetailsOf(p *Procedure, a *Application, row ListRow) []Detail {
	var asked []Detail
	if row.Material != nil {
		f := facts{p, a}
		for _, d := range row.Material.Details {
			if f.holds(d.When) == True {
				asked = append(asked, d)
			}
		}
	}
	if slices.ContainsFunc(asked, func(d Detail) bool { return d.ID == PagesOf }) {
		return asked
	}
	return append(asked, Detail{ID: PagesOf, Sources: p.Scan.Sources})
}

// Field is how the text of a detail is read, where Parse can read it.
func (id DetailID) Field() Field {
	f := Field{Name: string(id), Kind: FreeText, Optional: true}
	switch id {
	case ValidFrom, ValidUntil, SignedOn:
		f.Kind = Day
	case PagesOf:
		f.Kind, f.Min, f.Max = Count, new(int64(1)), new(int64(10_000))
	}
	return f
}

// The ways to write that a document does not run out, folded.
var longTerm = []string{"长期", "長期", "长期有效", "永久", "无固定期限", "long-term", "long term", "longterm", "permanent", "indefinite"}

// ParseDetail reads a detail as people type it: dates and numbers as answers
// are read, 长期 or "long-term" for what does not run out, months as
// "2026-05 至 2026-10" or one by one, people with a comma or a line between
// them. Nothing typed is nil, which clears it. The error is an *Error.
func ParseDetail(id DetailID, text string) (Value, error) {
	switch id {
	case ValidUntil:
		if slices.Contains(longTerm, strings.ToLower(fold(text))) {
			return LongTerm, nil
		}
	case CoverMonth:
		return parseMonths(text)
	case NamesOn:
		return parseNames(text)
	case OnNumber:
		text = upper(fold(text))
	case OnName:
		text = strings.TrimSpace(text)
	case PagesOf:
		text = strings.TrimRight(strings.TrimSpace(text), "页頁 ")
	}
	return Parse(id.Field(), text)
}

// parseNames splits at what stands between names in lists. A point within a
// name (阿依古丽·买买提) is part of it, and so is a space (John Smith).
func parseNames(text string) (Value, error) {
	if len(text) > MaxText {
		return nil, &Error{Code: TooLong, Field: string(NamesOn), Given: text, Max: new(int64(MaxText))}
	}
	var names Choices
	for name := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",，、;；\n\r\t", r) }) {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil, nil
	}
	return names, nil
}

// Detail notes a fact of the document of a row; nil clears it. The error is an
// *Error with NoSuchMaterial, NoSuchDetail (Accepts names those that the row
// asks for) or NotAnOption, where the value is none that ParseDetail makes.
func (a *Application) Detail(p *Procedure, key MaterialKey, id DetailID, v Value) error {
	row, ok := FindRow(Checklist(p, a), key)
	if !ok {
		return &Error{Code: NoSuchMaterial, Given: string(key), Accepts: nearest(string(key), p)}
	}
	var asked []DetailID
	for _, d := range DetailsOf(p, a, row) {
		asked = append(asked, d.ID)
	}
	if _, noted := row.Details[id]; !slices.Contains(asked, id) && !(noted && v == nil) {
		return &Error{Code: NoSuchDetail, Given: string(id), Accepts: names(asked)}
	}
	if v != nil && !id.fits(v) {
		return &Error{Code: NotAnOption, Field: string(id), Given: Input(v)}
	}
	c := row.Collected
	c.Details = maps.Clone(c.Details)
	if c.Details == nil {
		c.Details = make(Details)
	}
	if c.Details[id] = v; v == nil {
		delete(c.Details, id)
	}
	a.note(key, c)
	return nil
}

func (id DetailID) fits(v Value) bool {
	switch v := v.(type) {
	case Text:
		return id == OnName || id == OnNumber || id == ValidUntil && v == LongTerm
	case Choices:
		return id == CoverMonth || id == NamesOn
	}
	return id.Field().fits(v)
}
