package model

import (
	"fmt"
	"strings"
)

// An Error says what was refused and why, in codes and arguments. It holds no
// sentence: the edge finds words for the code and fills them from the fields.
// Fields that a code has no use for are empty.
//
//	var e *model.Error
//	if errors.As(err, &e) && e.Code == model.ItemsOpen { … }
type Error struct {
	Code     Code
	Question QuestionID
	Row      int      // of a list, from 1; 0 where no row is meant
	Field    string   // column of a list, or the field of a form
	Given    string   // what was typed, byte for byte; may hold anything
	Part     string   // the piece of Given that is at fault, where one is
	Accepts  []string // ids or example values that would do
	Min, Max *int64   // bounds of TooSmall to TooMany; of a length, a number, yuan, percent, or years for NotADate
}

// A Code says why something was refused.
type Code string

// Codes of values that cannot be understood.
const (
	NotText       Code = "not-text" // bytes that are not UTF-8: a terminal in another encoding
	NotANumber    Code = "not-a-number"
	NotMoney      Code = "not-money"
	NotYuan       Code = "not-yuan"  // an amount in a foreign currency
	NotWhole      Code = "not-whole" // a fraction where whole yuan or heads are counted
	NotAPercent   Code = "not-a-percent"
	NotADate      Code = "not-a-date"     // Min and Max: the years that are read
	NoYear        Code = "no-year"        // 11-23, 11月23日
	NoSuchDay     Code = "no-such-day"    // 30 February
	NotMonths     Code = "not-months"     // Part: the month or range at fault
	ShortYear     Code = "short-year"     // 26-11-3: which century is not guessed
	NotYearFirst  Code = "not-year-first" // 13/11/2026; Accepts: the one day that it may mean
	NotATerm      Code = "not-a-term"     // neither a day nor a length: 30日内, 10wd
	AmbiguousDate Code = "ambiguous-date" // 11/12/2026; Accepts: the days it may mean
	NotAnOption   Code = "not-an-option"  // Accepts: the options
	NotYesNo      Code = "not-yes-no"
	NotAProvince  Code = "not-a-province" // Part: the name; Accepts: every code
	TwiceProvince Code = "duplicate-province"
	TooSmall      Code = "too-small"
	TooBig        Code = "too-big"
	TooFew        Code = "too-few"
	TooMany       Code = "too-many"
	TooLong       Code = "too-long" // Max: bytes
	Empty         Code = "empty"
)

// Codes of lists.
const (
	NotJSON        Code = "not-json"       // not an array of objects; Part: what the decoder stumbled over
	UnknownColumn  Code = "unknown-column" // Accepts: the columns
	MissingColumn  Code = "missing-column"
	TwiceColumn    Code = "duplicate-column" // the same key twice in one object
	WrongType      Code = "wrong-type"       // Accepts: the kind of the column
	NotAnID        Code = "not-an-id"        // an entry's id: 1 to 64 of a–z A–Z 0–9 . _ -
	TwiceID        Code = "duplicate-id"
	UnknownEntry   Code = "unknown-entry"   // refers to no row; Accepts: the ids
	AmbiguousEntry Code = "ambiguous-entry" // a name that several rows share; Accepts: their ids
	ParentCycle    Code = "parent-cycle"    // a row above itself
)

// Codes of what an application does not have, or does not allow.
const (
	NoSuchQuestion  Code = "no-such-question"
	NoSuchMaterial  Code = "no-such-material"
	NoSuchEvent     Code = "no-such-event"
	NoSuchItem      Code = "no-such-item"
	NoSuchFile      Code = "no-such-file"
	AmbiguousFile   Code = "ambiguous-file" // a name that several files share; Accepts: how their hashes begin
	NoSuchDetail    Code = "no-such-detail" // Accepts: those that the row asks for
	NoSuchStatus    Code = "no-such-status"
	NoSuchPerson    Code = "no-such-person"
	AmbiguousPerson Code = "ambiguous-person"
	EventNotAllowed Code = "event-not-allowed"
	ItemsOpen       Code = "items-open"
	NoSuchRound     Code = "no-such-round" // Accepts: those that there are
	DateOrder       Code = "date-order"
	DateAfterNext   Code = "date-after-next" // an event put after the next one; Accepts: the date of that
	ReceivedEarly   Code = "received-early"  // a notice received before its date; Accepts: that date
	DueEarly        Code = "due-early"       // a deadline before the notice; Accepts: the date of that
	AmbiguousEvent  Code = "ambiguous-event" // a name that was recorded several times; Accepts: their numbers
	NotRecorded     Code = "not-recorded"    // an event that was not recorded; Accepts: those that were
	NotAsked        Code = "not-asked"       // something that the event is not recorded with
	ReasonNeeded    Code = "reason-needed"
	NotALabel       Code = "not-a-label" // a name or tag that is empty, long, or holds a comma or a control character; Max: characters
	ManyTags        Code = "many-tags"   // Max: of one application
	EditMoved       Code = "edit-moved"  // a step that cannot be taken back any more: the application has gone on
)

// Error returns the code and its arguments, for developers and logs.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(string(e.Question))
	if e.Row > 0 {
		fmt.Fprintf(&b, "[%d]", e.Row)
	}
	if e.Field != "" {
		fmt.Fprintf(&b, ".%s", e.Field)
	}
	if b.Len() > 0 {
		b.WriteString(": ")
	}
	fmt.Fprintf(&b, "%s %.200q", e.Code, e.Given)
	if e.Part != "" {
		fmt.Fprintf(&b, " at %.80q", e.Part)
	}
	if e.Min != nil {
		fmt.Fprintf(&b, " min %d", *e.Min)
	}
	if e.Max != nil {
		fmt.Fprintf(&b, " max %d", *e.Max)
	}
	if len(e.Accepts) > 0 {
		fmt.Fprintf(&b, " accepts %q", e.Accepts)
	}
	return b.String()
}

// Is makes errors.Is compare by code, so that &Error{Code: Empty} serves as a
// sentinel.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code
}
