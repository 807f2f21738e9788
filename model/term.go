package model

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// A Term is the deadline that a notice sets: a day, or a length.
type Term struct {
	Date   Date     // the last day, where it is named
	Length int      // otherwise so many
	Unit   Unit     // of these
	From   TermFrom // counted from this day, which itself is not counted
	Words  string   // as written; alone where a day has no year, which nobody guesses
}

// TermFrom says what a term is counted from.
type TermFrom string

// What a term is counted from.
const (
	FromUnstated TermFrom = "" // the notice does not say
	FromNotice   TermFrom = "notice"
	FromReceipt  TermFrom = "receipt"
)

// IsZero reports whether no term is set.
func (t Term) IsZero() bool { return t == Term{} }

// Known reports whether the term can be counted.
func (t Term) Known() bool { return !t.Date.IsZero() || t.Length > 0 }

// Start returns the day from which a length is counted, for a notice of that
// date that was received on that day. A term from receipt counts from the date
// of the notice where the receipt is not known, and so does one that does not
// say from what: the end is then the earliest that it can be, and a guess.
func (t Term) Start(notice, received Date) (from Date, guess bool) {
	if t.From == FromReceipt && !received.IsZero() {
		return received, false
	}
	return notice, t.From != FromNotice
}

// On returns the last day of the term; Start tells what it counts from. It is
// an estimate where Start guesses, and where working days fall into a year
// whose calendar is not known. Ok is false where there is nothing to count, or
// from.
func (t Term) On(notice, received Date, w Workdays) (end Date, estimate, ok bool) {
	if !t.Date.IsZero() {
		return t.Date, false, true
	}
	from, guess := t.Start(notice, received)
	if t.Length == 0 || from.IsZero() {
		return Date{}, false, false
	}
	end, estimate = Add(from, t.Length, t.Unit, w)
	return end, estimate || guess, true
}

// termUnits are the units as scripts name them.
var termUnits = map[Unit]string{Days: "day", WorkingDays: "workday", Months: "month"}

type storedTerm struct {
	Date   Date     `json:"date,omitzero"`
	Length int      `json:"length,omitempty"`
	Unit   string   `json:"unit,omitempty"`
	From   TermFrom `json:"from,omitempty"`
	Words  string   `json:"words"`
}

// MarshalJSON writes what scripts read: {"date":"2027-04-15"}, or {"length":10,
// "unit":"workday","from":"receipt"}; "words" is with either.
func (t Term) MarshalJSON() ([]byte, error) {
	return json.Marshal(storedTerm{t.Date, t.Length, termUnits[t.Unit], t.From, t.Words})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (t *Term) UnmarshalJSON(data []byte) error {
	var s storedTerm
	if err := json.Unmarshal(data, &s); err != nil {
		return err
	}
	*t = Term{Date: s.Date, Length: s.Length, From: s.From, Words: s.Words}
	if s.Unit == "" {
		return nil
	}
	for unit, name := range termUnits {
		if name == s.Unit {
			t.Unit = unit
			return nil
		}
	}
	return fmt.Errorf("%q is not a unit of a term", s.Unit)
}

// maxTerm is the most units that a term may have.
const maxTerm = 999

var (
	termLength = lazy(`^(\d{1,3}|[一二两三四五六七八九十百]{1,5})(?:个)?([a-z]{1,13}|工作日|工作天|自然日|日|天|月|周|星期)(?:之|以)?内?$`)
	sinceIt    = lazy(`^(?:自|从)?(?:(收到|接到|签收|送达)[^起]{0,14}|[^起]{0,8}(?:通知|告知|落款)[^起]{0,8})起,?`)
	afterward  = lazy(`(?:from|after|of)(receipt|notice)$`)
	termDay    = lazy(`(?:之|以)?前$`)
)

// termWords are the units as people write them, and how many days or months one
// of them has.
var termWords = map[string]struct {
	unit  Unit
	times int
}{
	"工作日": {WorkingDays, 1}, "工作天": {WorkingDays, 1}, "wd": {WorkingDays, 1}, "workday": {WorkingDays, 1}, "workingday": {WorkingDays, 1}, "businessday": {WorkingDays, 1},
	"日": {Days, 1}, "天": {Days, 1}, "自然日": {Days, 1}, "d": {Days, 1}, "day": {Days, 1},
	"月": {Months, 1}, "m": {Months, 1}, "month": {Months, 1},
	"周": {Days, 7}, "星期": {Days, 7}, "w": {Days, 7}, "week": {Days, 7},
}

// ParseTerm reads a deadline as people type it: a day in any form that Parse
// reads, or a length like 30日内, 10个工作日, 30d, 10wd. A length counts from the
// receipt of the notice, as nearly all of them do, unless the text says from the
// notice (自通知之日起30日). The error is an *Error with NotATerm, or that of the
// day.
func ParseTerm(text string) (Term, error) {
	words := strings.TrimSpace(text)
	plain := strings.Join(strings.Fields(strings.ToLower(fold(words))), "")
	t := Term{From: FromReceipt, Words: words}
	if g := sinceIt().FindStringSubmatch(plain); g != nil {
		if plain = plain[len(g[0]):]; g[1] == "" {
			t.From = FromNotice
		}
	}
	if g := afterward().FindStringSubmatch(plain); g != nil {
		plain, t.From = plain[:len(plain)-len(g[0])], TermFrom(g[1])
	}
	if g := termLength().FindStringSubmatch(plain); g != nil {
		var ok bool
		if t.Length, t.Unit, ok = termOf(g[1], g[2]); ok {
			return t, nil
		}
		return Term{}, &Error{Code: NotATerm, Given: text}
	}
	v, err := parseDay(Field{Kind: Day}, termDay().ReplaceAllString(words, ""))
	if errors.Is(err, &Error{Code: NotADate}) {
		return Term{}, &Error{Code: NotATerm, Given: text}
	}
	d, ok := v.(Date)
	if !ok {
		return Term{}, given(err, text)
	}
	return Term{Date: d, Words: words}, nil
}

// termOf reads a number and a unit, weeks as days.
func termOf(number, unit string) (length int, of Unit, ok bool) {
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		n, _ = han(number)
	}
	w, known := termWords[unit]
	if !known {
		w, known = termWords[strings.TrimSuffix(unit, "s")]
	}
	length = int(n) * w.times
	return length, w.unit, known && length > 0 && length <= maxTerm
}

// Typed returns the term as it can be typed again and is read the same. One that
// does not say from when is read as from receipt: where no receipt is known both
// end alike. It is "" for what cannot be counted.
func (t Term) Typed() string {
	again, err := ParseTerm(t.Words)
	if again.Words = t.Words; again.From == FromReceipt && t.From == FromUnstated {
		again.From = t.From
	}
	switch {
	case err == nil && again == t:
		return t.Words
	case !t.Date.IsZero():
		return t.Date.String()
	case t.Length == 0:
		return ""
	}
	short := map[Unit]string{Days: "d", WorkingDays: "wd", Months: "m"}
	text := strconv.Itoa(t.Length) + short[t.Unit]
	if t.From == FromNotice {
		text += " from notice"
	}
	return text
}
