package procedure

import (
	"cmp"
	"fmt"
)

// A Problem is something in a definition that has to change. It is for
// whoever writes definitions; people who apply for licences never meet one.
type Problem struct {
	File         string
	Line, Column int // both from 1, the column in bytes; 0 where it concerns the whole file
	Code         Code
	ID           string // the part of the procedure: "condition.capital"; "" at the top
	Detail       string // what was found, or what would be right
}

// A Code says what kind of problem it is.
type Code string

// Codes.
const (
	Syntax        Code = "syntax"
	TooLarge      Code = "too-large"
	UnknownKey    Code = "unknown-key"
	MissingKey    Code = "missing-key"
	Misplaced     Code = "misplaced"
	WrongType     Code = "wrong-type"
	UnknownWord   Code = "unknown-word"
	BadID         Code = "bad-id"
	Duplicate     Code = "duplicate-id"
	NoSuchID      Code = "no-such-id"
	NoSuchOption  Code = "no-such-option"
	EmptyRow      Code = "empty-row"
	Bounds        Code = "bounds"
	NoSource      Code = "no-source"
	NoSuccessor   Code = "no-successor"
	BadPosition   Code = "bad-position"
	BadURL        Code = "bad-url"
	OnNoPage      Code = "on-no-page"
	OnTwoPages    Code = "on-two-pages"
	CrowdedPage   Code = "crowded-page"
	Forward       Code = "forward-reference"
	Cycle         Code = "cycle"
	Contradiction Code = "contradiction"
	MissingText   Code = "missing-text"
	OneSided      Code = "one-sided"
	BadText       Code = "bad-text"
	Unreadable    Code = "unreadable"
)

var messages = map[Code]string{
	Syntax:        "not TOML: %s",
	TooLarge:      "larger than %s bytes",
	UnknownKey:    "no such key: %s",
	MissingKey:    "needs the key %s",
	Misplaced:     "%s",
	WrongType:     "has to be %s",
	UnknownWord:   "has to be one of: %s",
	BadID:         "an id is words of a-z and 0-9 joined by hyphens, and not a reserved word: %s",
	Duplicate:     "the id is taken: %s",
	NoSuchID:      "there is no %s",
	NoSuchOption:  "has to be one of the options: %s",
	EmptyRow:      "an empty rule or row, which would always hold",
	Bounds:        "min is over max: %s",
	NoSource:      "needs sources",
	NoSuccessor:   "superseded, but by what?",
	BadPosition:   `a position is like "6(4)", "35, 36", "item 1" or "B24": %s`,
	BadURL:        "an address is like https://www.gov.cn/zhengce/…: %s",
	OnNoPage:      "stands on no page, so nobody is asked",
	OnTwoPages:    "stands on a page already: %s",
	CrowdedPage:   "a page has at most five questions, not %s",
	Forward:       "is not answered yet when this is asked: %s",
	Cycle:         "depends on itself: %s",
	Contradiction: "can never hold: it wants two different values of one answer",
	MissingText:   "needs the text %s",
	OneSided:      "disagrees with a source that is not cited beside it",
	BadText:       "%s",
	Unreadable:    "cannot be read: %s",
}

// Error says the problem in plain English, led by file, line and column.
func (p Problem) Error() string {
	text := messages[p.Code]
	if p.Detail != "" {
		text = fmt.Sprintf(text, p.Detail)
	}
	if p.ID != "" {
		text = p.ID + ": " + text
	}
	if p.Line == 0 {
		return p.File + ": " + text
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, text)
}

// compareProblems sorts by file and place.
func compareProblems(a, b Problem) int {
	return cmp.Or(cmp.Compare(a.File, b.File), a.Line-b.Line, a.Column-b.Column, cmp.Compare(a.Detail, b.Detail))
}
