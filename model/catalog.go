package model

import "time"

// An Order is how a list of applications is sorted.
type Order string

// Orders.
const (
	ByDue     Order = "due"     // next date first, then those without, latest change first
	ByUpdated Order = "updated" // latest change first
	ByTitle   Order = "title"
)

// A Query asks for a stretch of the list of applications.
type Query struct {
	Sort     Order
	State    StateID // "" for all; short for a Filter of OfState
	Filter   Filter
	Today    Date   // of what a Filter of OfDue counts from
	Search   string // part of a title, name, number, id, label, or pinyin initials
	Offset   int
	Limit    int  // 0 for all
	Trash    bool // those in the trash instead
	Archived bool // those put away instead
}

// Wants is the filter with the state, if there is one.
func (q Query) Wants() Filter {
	if q.State == "" || q.Filter[OfState] == string(q.State) {
		return q.Filter
	}
	return q.Filter.With(OfState, string(q.State))
}

// A Listing is the answer to a Query.
type Listing struct {
	Rows  []Summary
	Total int // how many the query has in all
}

// A Draft is what somebody has typed and not yet confirmed, and where they
// were. It is kept apart from the application and never counts as an answer.
type Draft struct {
	Place string            `json:"place"`           // page, or another screen's name
	Focus string            `json:"focus,omitempty"` // the field with the cursor
	Text  map[string]string `json:"text,omitempty"`  // by field
	Saved time.Time         `json:"saved,omitzero"`
}
