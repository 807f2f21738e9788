package model

import (
	"encoding/json"
	"maps"
	"strings"
	"time"
)

// An ApplicationID names an application: short, lower-case, random.
type ApplicationID string

// An Application is one company's way through one procedure. Only the methods
// of this package change it; saving it is the caller's.
type Application struct {
	ID        ApplicationID `json:"id"`
	Procedure ProcedureID   `json:"procedure"`
	Edition   Date          `json:"edition"` // that it was begun under
	Title     string        `json:"title"`
	Origin    ApplicationID `json:"origin,omitempty"` // whose licence it is about; "" where it stands alone
	Rev       int64         `json:"rev"`              // counts saves; the store refuses a save over another one
	Created   time.Time     `json:"created,omitzero"`
	Updated   time.Time     `json:"updated,omitzero"`
	Trashed   time.Time     `json:"trashed,omitzero"`
	Archived  time.Time     `json:"archived,omitzero"` // put away since

	Responsible string   `json:"responsible,omitempty"` // for the application, among those who share the program
	Tags        []string `json:"tags,omitempty"`        // sorted

	Declined Date `json:"declined,omitzero"` // the newest edition that somebody has seen and not moved to

	Answers   map[QuestionID]Answer     `json:"answers,omitempty"`
	Materials map[MaterialKey]Collected `json:"materials,omitempty"`
	Own       []OwnMaterial             `json:"own,omitempty"`
	Events    []Event                   `json:"events,omitempty"`
	Items     []Item                    `json:"items,omitempty"`
	Shelved   map[QuestionID][]Answer   `json:"shelved,omitempty"`   // answers that this edition's questions cannot take
	Snapshots []Snapshot                `json:"snapshots,omitempty"` // of each submission; see Record
	Gone      []Gone                    `json:"gone,omitempty"`      // list entries whose rows are set aside
	Numbered  int                       `json:"numbered,omitempty"`  // ids given so far to entries, own materials and items
}

// An Answer is a value, or the note that it is not known yet. An unanswered
// question has no Answer at all.
type Answer struct {
	Value   Value
	Pending *Pending // "I don't know yet"
	Copied  Date     // taken over from another application on this day, to be confirmed
}

// Pending says who will find out, and by when. Both may be open.
type Pending struct {
	Who string `json:"who,omitempty"`
	By  Date   `json:"by,omitzero"`
}

type storedAnswer struct {
	Value   *boxed   `json:"value,omitempty"`
	Pending *Pending `json:"pending,omitempty"`
	Copied  Date     `json:"copied,omitzero"`
}

// MarshalJSON writes the stored form, in which values carry their kind.
func (a Answer) MarshalJSON() ([]byte, error) {
	s := storedAnswer{Pending: a.Pending, Copied: a.Copied}
	if a.Value != nil {
		s.Value = &boxed{a.Value}
	}
	return json.Marshal(s)
}

// UnmarshalJSON reads the stored form.
func (a *Answer) UnmarshalJSON(data []byte) error {
	var s storedAnswer
	if err := json.Unmarshal(data, &s); err != nil {
		return err
	}
	*a = Answer{Pending: s.Pending, Copied: s.Copied}
	if s.Value != nil {
		a.Value = s.Value.Value
	}
	return nil
}

// A MaterialKey names a row of the list: the material's id, or id/person-id
// where it repeats.
type MaterialKey string

// A Status says how far a material is.
type Status string

// Statuses. Attaching a file makes a row collected; only a person makes it
// checked.
const (
	Missing   Status = "missing"
	Requested Status = "requested"
	Got       Status = "collected"
	Checked   Status = "checked"
	Waived    Status = "waived"
)

// Statuses lists them in the order of the work.
var Statuses = []Status{Missing, Requested, Got, Checked, Waived}

// Collected is what a person has noted about a row. The zero value is a row
// nobody has touched.
type Collected struct {
	Status Status `json:"status,omitempty"`
	Reason string `json:"reason,omitempty"` // why it is waived
	Owner  string `json:"owner,omitempty"`  // who brings it
	Due    Date   `json:"due,omitzero"`
	Note   string `json:"note,omitempty"`

	Files []File     `json:"files,omitempty"` // in the order of their pages
	Past  []PastFile `json:"past,omitempty"`  // replaced or detached, the latest last

	Details Details   `json:"details,omitempty"` // facts read off the document
	Recheck []Printed `json:"recheck,omitempty"` // what changed of what stands on the document since it was checked
}

// An OwnMaterial is a row that the person added: what the authority asked for
// beyond the list.
type OwnMaterial struct {
	Key     MaterialKey `json:"key"`
	Name    string      `json:"name"`
	AskedBy string      `json:"asked_by,omitempty"`
	AskedOn Date        `json:"asked_on,omitzero"`
}

// An Event is something that happened at the authority.
type Event struct {
	ID         EventID   `json:"id"`
	Date       Date      `json:"date"`
	Recorded   time.Time `json:"recorded,omitzero"`
	Number     string    `json:"number,omitempty"`
	Reason     string    `json:"reason,omitempty"`
	Note       string    `json:"note,omitempty"`
	ValidUntil Date      `json:"valid_until,omitzero"`
	Deemed     bool      `json:"deemed,omitempty"`  // no notice came in time
	Received   Date      `json:"received,omitzero"` // the day on which a notice came; the zero Date where that is not known
	Due        Term      `json:"due,omitzero"`      // the deadline that a notice sets itself
	Rest       []string  `json:"rest,omitempty"`    // what else a notice says: all of it that is no item
}

// An Item is one thing that a correction notice asks for.
type Item struct {
	ID       string      `json:"id"`
	Round    int         `json:"round"` // 1 for the first notice
	Material MaterialKey `json:"material,omitempty"`
	Answer   QuestionID  `json:"answer,omitempty"`
	Reason   ItemReason  `json:"reason"`
	Text     string      `json:"text"`
	Resolved bool        `json:"resolved,omitempty"`
	Waived   string      `json:"waived,omitempty"` // why it need not be done
}

// Settled reports whether nothing is left to do about the item.
func (i Item) Settled() bool { return i.Resolved || i.Waived != "" }

// An ItemReason is why something came back.
type ItemReason string

// Reasons of a correction notice.
const (
	Incorrect   ItemReason = "incorrect"
	Incomplete  ItemReason = "incomplete"
	Outdated    ItemReason = "outdated"
	OtherReason ItemReason = "other"
)

// ItemReasons lists them.
var ItemReasons = []ItemReason{Incorrect, Incomplete, Outdated, OtherReason}

// New returns an empty application under p.
func New(p *Procedure, title string) Application {
	return Application{Procedure: p.ID, Edition: p.Edition, Title: title}
}

// Clone returns a copy that shares nothing with a, so that a change can be
// tried before it is made.
func (a Application) Clone() Application {
	a.Answers = maps.Clone(a.Answers) // values are never changed once made
	a.Shelved = maps.Clone(a.Shelved)
	a.Materials = maps.Clone(a.Materials)
	a.Tags = append([]string(nil), a.Tags...)
	a.Own = append([]OwnMaterial(nil), a.Own...)
	a.Events = append([]Event(nil), a.Events...)
	a.Items = append([]Item(nil), a.Items...)
	a.Snapshots = append([]Snapshot(nil), a.Snapshots...) // what they hold is never changed
	a.Gone = append([]Gone(nil), a.Gone...)
	return a
}

// Split returns the material of a key, and the entry that the row is for
// where it repeats.
func (k MaterialKey) Split() (MaterialID, string) {
	m, of, _ := strings.Cut(string(k), "/")
	return MaterialID(m), of
}
