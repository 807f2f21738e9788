package model

import (
	"slices"
	"time"
)

// A Summary is what a list shows of an application, kept beside it so that a
// list never decodes the applications themselves.
type Summary struct {
	ID        ApplicationID `json:"id"`
	Title     string        `json:"title"`
	Procedure ProcedureID   `json:"procedure"`
	Edition   Date          `json:"edition"`
	State     StateID       `json:"state"`
	Percent   int           `json:"percent"` // 0–100
	Done      int           `json:"done"`    // settled rows and answers, of
	Of        int           `json:"of"`      // those that apply
	Updated   time.Time     `json:"updated"`
	Trashed   time.Time     `json:"trashed,omitzero"`
	Archived  time.Time     `json:"archived,omitzero"`
	Coverage  string        `json:"coverage,omitempty"` // option of the coverage question
	Provinces []string      `json:"provinces,omitempty"`
	Verdict   Readiness     `json:"verdict,omitempty"`
	Next      *Next         `json:"next"`           // as long as nothing runs out
	Deem      *Next         `json:"deem,omitempty"` // takes its place once its day has passed
	Dues      []Due         `json:"dues,omitempty"` // the earliest first
	Origin    ApplicationID `json:"origin,omitempty"`
	Licence   LicenceTerm   `json:"licence,omitzero"`   // while there is one whose end is known
	Filed     Date          `json:"filed,omitzero"`     // first handed in, while it is undecided
	Finished  bool          `json:"finished,omitempty"` // it ended, or led to a licence
	Year      int           `json:"year,omitempty"`     // that it is about

	Responsible string   `json:"responsible,omitempty"`
	Tags        []string `json:"tags,omitempty"`

	Words []string `json:"words,omitempty"` // what a search looks at beside the title: names, numbers
}

// SummaryVersion is counted up whenever Summarise makes something else of the
// same application. What is kept of an older version is to be made again.
const SummaryVersion = 2

// On returns the summary as it is on a day: once a notice has not come in time,
// it is the applicant's turn, and the day of the notice is one to act upon.
func (s Summary) On(today Date) Summary {
	next := s.NextOn(today)
	if today.IsZero() || next == s.Next {
		return s
	}
	s.Next, s.Dues = next, slices.Clone(s.Dues)
	for i := range s.Dues {
		if d := &s.Dues[i]; d.Code == DueClock && d.What == next.What {
			d.Whose = next.Whose
		}
	}
	return s
}

// Next is the next thing to do.
type Next struct {
	Code  NextCode `json:"code"`
	What  string   `json:"what"` // id of the question, condition, material key, item or clock
	Date  Date     `json:"date"` // by when; null where nothing says
	Whose Turn     `json:"whose"`

	Estimate bool `json:"estimate,omitempty"` // Date was counted in a year whose holidays are not announced
}

// A NextCode says what kind of thing Next.What is.
type NextCode string

// Next things, in the order in which they are looked for.
const (
	NextResolve  NextCode = "resolve"  // a correction item
	NextResubmit NextCode = "resubmit" // all items settled
	NextAnswer   NextCode = "answer"   // a question
	NextConfirm  NextCode = "confirm"  // an answer that was copied
	NextFindOut  NextCode = "find-out" // a question marked "I don't know yet"
	NextMeet     NextCode = "meet"     // a condition that is not met
	NextCollect  NextCode = "collect"  // a material
	NextCheck    NextCode = "check"    // a material that has come in
	NextSubmit   NextCode = "submit"
	NextDeem     NextCode = "deem"    // no notice came in time: accepted by law
	NextWait     NextCode = "wait"    // for the authority, or whoever a material was requested from
	NextKeep     NextCode = "keep"    // after the licence: a date to keep
	NextExpired  NextCode = "expired" // the licence has run out: renewed, or its end is recorded
	NextDone     NextCode = "done"
)
