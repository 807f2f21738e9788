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
	Sort   Order
	State  StateID // "" for all
	Search string  // part of a title, name, number, id, or pinyin initials
	Offset int
	Limit  int // 0 for all
	Trash  bool
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
