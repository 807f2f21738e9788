package model

import "strings"

// A Finding is what is odd about a value that was understood. It never keeps
// the value from being stored. As an Error it holds codes and arguments; the
// edge finds the words.
type Finding struct {
	Code     FindingCode
	Level    Level
	Question QuestionID
	Entry    string   // id of the list entry, if one is meant
	Field    string   // column of the list, if one is meant
	Given    string   // the value, as Input writes it
	Want     string   // the check digit that would fit, or what a paper says
	Sum      Share    // SharesNot100, SharesBelow: what the shares add up to
	Min, Max *int64   // bounds of TooFewGiven to TooBigGiven
	IDs      []string // NameTwice: the entries that share it

	Material MaterialKey // PaperSays: the row that was checked
}

// A Level says how much a finding matters.
type Level string

// Levels. A Problem makes the answer unfit for the rest of the answers; a Warn
// wants a second look.
const (
	Warn    Level = "warn"
	Problem Level = "problem"
)

// A FindingCode says what is odd.
type FindingCode string

// What may be odd.
const (
	USCCForm       FindingCode = "uscc-form"        // not 18 characters of its alphabet
	USCCCheckDigit FindingCode = "uscc-check-digit" // Want: the one that would fit
	IDForm         FindingCode = "id-form"          // neither a USCC nor a resident identity number
	IDCheckDigit   FindingCode = "id-check-digit"   // Want: the one that would fit
	PhoneForm      FindingCode = "phone-form"
	EmailForm      FindingCode = "email-form"
	DateFar        FindingCode = "date-far"       // before 1949, or over 20 years ahead
	DateEarly      FindingCode = "date-early"     // before the date that it should outlast; Want
	SharesNot100   FindingCode = "shares-not-100" // of the entries without a parent; Sum
	SharesBelow    FindingCode = "shares-below"   // the same of those with one parent. Entry, Given: that parent; Sum
	NoOwners       FindingCode = "no-owners"      // nobody stands above an entry whose owners count. Entry, Given: that entry
	NameTwice      FindingCode = "duplicate-name" // Given: the name; IDs
	PaperSays      FindingCode = "paper-says"     // a paper that was checked says otherwise. Want: what; Material: which
	TooFewGiven    FindingCode = "too-few"        // against the bounds that other answers set
	TooManyGiven   FindingCode = "too-many"
	TooSmallGiven  FindingCode = "too-small"
	TooBigGiven    FindingCode = "too-big"
)

// CheckValue looks at the answer to a question. Min and max are the bounds
// that the other answers set (Limit), nil where there is none; dates are held
// against today, of which the zero Date knows nothing.
func CheckValue(q Question, v Value, min, max *int64, today Date) []Finding {
	found := checkBounds(v, min, max)
	if es, ok := v.(Entries); ok {
		for _, e := range es {
			found = append(found, CheckEntry(q, e, today)...)
		}
		found = append(found, checkNames(es)...)
		found = append(found, checkShares(q.Fields, es)...)
		found = append(found, checkOwners(q, es)...)
	} else {
		found = append(found, checkField(q.Field, v, today)...)
	}
	for i := range found {
		found[i].Question = q.ID
	}
	return found
}

// CheckEntry looks at one row of a list on its own.
func CheckEntry(q Question, e Entry, today Date) []Finding {
	var found []Finding
	for _, f := range q.Fields {
		for _, one := range checkField(f, e.Fields[f.Name], today) {
			one.Question, one.Entry, one.Field = q.ID, e.ID, f.Name
			found = append(found, one)
		}
	}
	return found
}

func checkField(f Field, v Value, today Date) []Finding {
	if v == nil || v == Text("") {
		return nil
	}
	var code FindingCode
	var want string
	text, _ := v.(Text)
	switch f.Kind {
	case USCC:
		code, want = CheckUSCC(string(text))
	case IDNumber:
		code, want = CheckID(string(text))
	case Phone:
		code = CheckPhone(string(text))
	case Email:
		code = CheckEmail(string(text))
	case Day:
		if d, ok := v.(Date); ok && (d.Year < 1949 || !today.IsZero() && d.After(today.AddMonths(20*12))) {
			code = DateFar
		}
	}
	if code == "" {
		return nil
	}
	if !strings.HasSuffix(string(code), "check-digit") {
		want = ""
	}
	return []Finding{{Code: code, Level: Warn, Given: Input(v), Want: want}}
}

func checkBounds(v Value, min, max *int64) []Finding {
	var n int64
	below, above := TooFewGiven, TooManyGiven
	switch v := v.(type) {
	case Number:
		n, below, above = int64(v), TooSmallGiven, TooBigGiven
	case Choices:
		n = int64(len(v))
	case Entries:
		n = int64(len(v))
	default:
		return nil
	}
	switch {
	case min != nil && n < *min:
		return []Finding{{Code: below, Level: Problem, Given: Input(v), Min: min, Max: max}}
	case max != nil && n > *max:
		return []Finding{{Code: above, Level: Problem, Given: Input(v), Min: min, Max: max}}
	}
	return nil
}

// checkNames finds the names that several entries share: --of and a parent
// given by name cannot tell them apart.
func checkNames(es Entries) []Finding {
	var order []string
	ids := make(map[string][]string)
	for _, e := range es {
		name := strings.TrimSpace(e.Text("name"))
		if name != "" && ids[name] == nil {
			order = append(order, name)
		}
		ids[name] = append(ids[name], e.ID)
	}
	var found []Finding
	for _, name := range order {
		if len(ids[name]) > 1 {
			found = append(found, Finding{Code: NameTwice, Level: Warn, Field: "name", Given: name, IDs: ids[name]})
		}
	}
	return found
}
