package notice

import (
	"slices"

	"github.com/xuke-cli/xuke/model"
)

// A Kind is what an authority says with a notice: the event that the notice is
// recorded as.
type Kind = model.EventID

// Kinds. Every procedure names these events so.
const (
	Unknown       Kind = ""
	Correction    Kind = "returned"
	Acceptance    Kind = "accepted"
	NonAcceptance Kind = "not-accepted"
	Approval      Kind = "approved"
	Refusal       Kind = "refused"
)

// A Layout is how a notice says what it asks for.
type Layout string

// Layouts.
const (
	Listed Layout = "listed" // a list, numbered or with bullets
	Lines  Layout = "lines"  // no numbers, but a line each: every one is offered
	Prose  Layout = "prose"  // running text: the sentences that name a material or a fault are offered
	Bare   Layout = "bare"   // nothing that could be an item
)

// A Notice is what was read. What the text does not say is empty.
type Notice struct {
	Kind   Kind       `json:"kind"`
	Number string     `json:"number"` // as written
	Others []string   `json:"-"`      // further numbers that it bears: of the case, of a licence
	Date   model.Date `json:"date"`
	Dated  string     `json:"-"` // the words that Date was read from
	Due    Due        `json:"due,omitzero"`
	Layout Layout     `json:"layout"`
	Items  []Item     `json:"items"` // of a notice that asks for corrections; others have none
	Rest   []string   `json:"rest"`  // all that is no item, in the order of the text
}

// ModelItems returns the items as an event is recorded with them.
func (n Notice) ModelItems() []model.Item {
	items := make([]model.Item, len(n.Items))
	for i, it := range n.Items {
		items[i] = it.Model()
	}
	return items
}

// An Item is one thing that a notice asks for, with what stands below it.
type Item struct {
	Listed bool   `json:"-"`    // it is in a list; what is not is only offered
	Mark   string `json:"-"`    // the number in front, as written; "" for none
	Text   string `json:"text"` // the rest as written, a line for each sub-item
	Target
	Confidence   Confidence       `json:"confidence"`
	Alternatives []Target         `json:"-"` // what else it may be about, the best first
	Reason       model.ItemReason `json:"reason"`
	Why          []Why            `json:"-"` // what the target and the reason were told by
}

// Model returns the item as an event is recorded with it.
func (i Item) Model() model.Item {
	return model.Item{Material: i.Material, Answer: i.Answer, Reason: i.Reason, Text: i.Text}
}

// A Target is the row of the list, or the question, that an item is about. It
// is neither where nothing stands out.
type Target struct {
	Material model.MaterialKey `json:"material,omitempty"`
	Answer   model.QuestionID  `json:"answer,omitempty"`
}

// IsZero reports whether it is neither.
func (t Target) IsZero() bool { return t == Target{} }

// A Confidence says how sure a Target is.
type Confidence string

// Confidences.
const (
	Sure   Confidence = "sure"   // the item begins with its name, or has no other
	Likely Confidence = "likely" // said less plainly
	Unsure Confidence = "unsure" // none is proposed, and a person has to say
)

// A Why is one thing that a proposal was told by: a code, and the word that
// was found.
type Why struct {
	Code Code
	Word string
}

// A Code says what a word told.
type Code string

// Codes.
const (
	Named      Code = "named"   // it names the material
	Hinted     Code = "hinted"  // several materials share it
	Titled     Code = "titled"  // it names a question
	Person     Code = "person"  // it names the person whose row it is
	Fault      Code = "fault"   // it says what is wrong, and so the reason
	SeveralFit Code = "several" // targets fit equally well
	NoPerson   Code = "whose"   // rows of several persons fit, and none is named
)

// Fill completes an event by what the notice says: number, date, term, and all
// that is no item of a list. What the event has stays. Rule is the event's; nil
// takes no term.
func (n Notice) Fill(rule *model.EventRule, e *model.Event) {
	if e.Number == "" {
		e.Number = n.Number
	}
	if e.Date.IsZero() {
		e.Date = n.Date
	}
	if e.Due.IsZero() && rule != nil && rule.TakesTerm() {
		e.Due = n.Due
	}
	e.Rest = slices.Clone(n.Rest)
	_, offered := n.Asks()
	for _, it := range offered {
		e.Rest = append(e.Rest, it.Text)
	}
}

// Asks parts what the notice asks for: the items of its list, and what is only
// offered because it stands in none. Lines with nothing of a notice around them
// are a list that the user has made.
func (n Notice) Asks() (items, offered []Item) {
	own := n.Layout == Lines && n.Kind == Unknown && n.Number == "" && n.Date.IsZero() && n.Due.IsZero() && len(n.Rest) == 0
	for _, it := range n.Items {
		if it.Listed || own {
			items = append(items, it)
		} else {
			offered = append(offered, it)
		}
	}
	return items, offered
}
