package model

import "time"

// Identities have types, so that a condition's id cannot be passed where a
// question's is meant. All of them are short kebab-case words, unique within a
// procedure whatever their kind.
type (
	ProcedureID string // "call-center"
	SectionID   string // a chapter of questions: "people"
	PageID      string // questions shown together: "contact"
	QuestionID  string // "registered-capital"
	FactID      string // a QuestionID or the id of a Derived fact
	ConditionID string // "capital"
	MaterialID  string // "equity-chart"
	SourceID    string // "order42"
	StepID      string // "fill-forms"
	StateID     string // "under-review"
	EventID     string // "resubmitted"
	ClockID     string // "decision"
	HintID      string // "copied-plan"
	DutyID      string // "renewal"
	AuthorityID string // "miit"
)

// CallCenter is the licence itself, which the other procedures renew, change or
// report on. A new application is for it unless the user picks another: whoever
// comes for the first time needs it, and need not know that there are others.
const CallCenter ProcedureID = "call-center"

// A Procedure is one kind of application as data: what is asked, which rules
// the answers meet, what must be collected, how it runs at the authority. It
// holds ids, rules and sources; its words are texts named kind.id.part.
//
// A Procedure is read-only once loaded.
type Procedure struct {
	ID      ProcedureID
	Edition Date // the day on which its facts were checked and put together

	Province string // whose overlay is laid over it; "" for none

	Sources     []Source
	Authorities []Authority // in order of preference: the first that applies decides
	Sections    []Section
	Questions   []Question // in the order in which they are asked
	Derived     []Derived
	Conditions  []Condition
	Materials   []Material
	Steps       []Step
	States      []State
	Events      []EventRule
	Clocks      []Clock
	Hints       []Hint
	Duties      []Duty
	Scan        ScanRules
	OwnSources  []Citation // why there are rows of one's own

	index *index
}

// A Tier says how binding a source is.
type Tier string

// Tiers, the most binding first.
const (
	Law      Tier = "law"      // statute or State Council regulation
	Rule     Tier = "rule"     // order or notice of the ministry
	Guide    Tier = "guide"    // published service guide of MIIT or a provincial administration
	Practice Tier = "practice" // often asked for, found in no rule
	Article  Tier = "article"  // said only by the article that the project started from
)

// Tiers lists them, the most binding first.
var Tiers = []Tier{Law, Rule, Guide, Practice, Article}

// A Rank tells the texts of the tier Law apart: a regulation gives way to a
// statute.
type Rank string

// Ranks, the higher first.
const (
	Statute    Rank = "statute"    // law of the National People's Congress or its Standing Committee
	Regulation Rank = "regulation" // administrative regulation of the State Council
)

// Ranks lists them, the higher first.
var Ranks = []Rank{Statute, Regulation}

// Seen says what was read of a source, and so how sure it is.
type Seen string

// What may have been read.
const (
	SeenText       Seen = "text"        // the text itself
	SeenQuoted     Seen = "quoted"      // as another text quotes it
	SeenCopy       Seen = "copy"        // a copy that somebody else put up
	SeenSecondHand Seen = "second-hand" // somebody else cites it; the text was not seen
)

// Seens lists them, the surest first.
var Seens = []Seen{SeenText, SeenQuoted, SeenCopy, SeenSecondHand}

// A Source is a text that rules are taken from. Its title is a text, all else
// that a reader needs to find it stands here.
type Source struct {
	ID         SourceID
	Tier       Tier
	Rank       Rank   // of the tier Law; "" where it is not told apart
	Number     string // as it is numbered by its issuer: "工信部信管〔2020〕81号"; "" for none
	Issued     string // year, or year-month-day, of a text that is published and not put in force; "" where none is known
	InForce    string // year, or year-month-day, from which it applies; "" where none is known
	URL        string // where it can be read; "" where no address is known
	Seen       Seen   // "" where that was not noted
	Checked    Date   // the day on which somebody last looked at it
	Superseded *Supersession
}

// CheckAgain reports whether the source was last looked at more than twelve
// months before today.
func (s Source) CheckAgain(today Date) bool { return s.Checked.AddMonths(12).Before(today) }

// A Citation says where in a source a rule stands.
type Citation struct {
	Source     SourceID
	Article    string // "6(4)" for article 6 item 4; "item 1", "part 2", "condition 3" where it is no article; "" for the whole
	Superseded *Supersession
	Disagrees  bool // says something else than the source that prevails; shown side by side
	Seen       Seen // of this place, where it was read otherwise than the source; "" for as the source
}

// Differs reports whether the place cited is one side of a disagreement and
// not the side that prevails.
func (c Citation) Differs() bool { return c.Disagrees || c.Superseded != nil }

// As returns the source as it was read for one citation.
func (s Source) As(c Citation) Source {
	if c.Seen != "" {
		s.Seen = c.Seen
	}
	return s
}

// A Supersession says that a rule was replaced, and by what.
type Supersession struct {
	By      SourceID
	Article string
	On      Date
}

// An Authority decides about an application.
type Authority struct {
	ID      AuthorityID
	When    Table
	Sources []Citation
}

// A Section is a chapter of questions.
type Section struct {
	ID    SectionID
	Pages []Page
}

// A Page is up to five questions shown together.
type Page struct {
	ID        PageID
	Questions []QuestionID
}

// A Question asks for one fact.
type Question struct {
	Field
	ID      QuestionID
	When    Table       // asked when; empty means always
	Default Value       // offered, and what the rules count with while there is no answer: Assessment.Assumed says so
	Outlast QuestionID  // of a date: it should not lie before the date of this question; "" for none
	Carry   Carry       // what an application that another one led to takes over from the licence; "" for nothing
	Limits  []Limit     // bounds that depend on other answers; the first that applies counts
	Fields  []Field     // of an entry, where Kind is List
	Traced  []Cell      // over those columns: which entries need others below them, because their owners count; nil for none
	Change  *ChangeDuty // what becomes due when the fact changes while there is a licence; nil for nothing
	Sources []Citation
}

// A ChangeDuty says which duty a changed fact calls for, and what kind of change it
// is to the procedure that the duty opens.
type ChangeDuty struct {
	Duty DutyID
	Kind string // an option of its question ChangeKind
}

// ChangeKind is the question that a procedure for changes begins with.
const ChangeKind QuestionID = "change-kind"

// A Carry names what the event that gave a licence was recorded with.
type Carry string

// What a licence hands on to the procedures that follow it.
const (
	CarryNumber     Carry = "number"
	CarryDate       Carry = "date"
	CarryValidUntil Carry = "valid-until"
	CarryYear       Carry = "year" // the one that a yearly duty is next done for
)

// A Field is the shape of one value: of a question, or of a column of a list.
type Field struct {
	Name     string // its key within a list entry; of a question, its id
	Kind     Kind
	Options  []string // of a Choice
	Optional bool
	Min, Max *int64 // of numbers, money and lists (their length); nil means no bound
}

// Offered returns what a field can be answered with by choosing: the options of
// a choice, yes and no. Of other kinds it returns nothing.
func (f Field) Offered() []string {
	if f.Kind == YesNo {
		return []string{"yes", "no"}
	}
	return f.Options
}

// Year reports whether a number is a year, which its bounds tell. Years are
// written without separators.
func (f Field) Year() bool {
	return f.Kind == Count && f.Min != nil && f.Max != nil && *f.Min >= FirstYear && *f.Max <= LastYear
}

// A Limit bounds a number or a list's length while When holds.
type Limit struct {
	When     Table
	Min, Max *int64
}

// A Derived fact counts the entries of a list that fit, as bounds where some
// of what it looks at is not known yet.
type Derived struct {
	ID    FactID
	Count QuestionID
	Where []Cell // over the columns of an entry; Than may name a question
}

// A Severity says what it means when a condition is not met.
type Severity string

// Severities.
const (
	Blocks Severity = "blocks" // the application would be refused
	Warns  Severity = "warns"  // likely to be asked about
	Routes Severity = "routes" // another path than this procedure
)

// A Condition is a requirement that the answers meet, or not, or not yet.
type Condition struct {
	ID       ConditionID
	Severity Severity
	Outcome  bool  // not met, it gets a page of its own as soon as it is answered
	When     Table // applies when; left out of the list otherwise
	Met      Table
	Open     Table // answered, but not settled by it (a plan that is being drafted); looked at when Met fails
	Notes    []Note
	Sources  []Citation
}

// A Note is a remark that is shown while When holds.
type Note struct {
	ID      string
	When    Table
	Sources []Citation
}

// Required says whether a material has to be there.
type Required string

// Kinds of requirement.
const (
	Yes       Required = "yes"
	IfAsked   Required = "if-asked"
	MayFollow Required = "may-follow"
)

// A Material is a document to collect.
type Material struct {
	ID       MaterialID
	Required Required
	When     Table
	Event    EventID // there is nothing to collect before this was recorded; "" for from the start
	Per      *Per    // repeats for each fitting entry of a list
	Kind     MaterialKind
	Prints   []QuestionID // the answers that stand on it
	Details  []Detail     // facts to be read off it
	Shares   QuestionID   // the list whose shares it draws, which should add up to the whole; "" for none
	Settles  *Settles     // the question that the paper itself answers, once it is there; nil for none
	Sources  []Citation
}

// Settles says what a question is answered with by a paper that has been
// checked: whoever has looked at the plan need not say that there is one.
type Settles struct {
	Question QuestionID
	Value    Value
}

// A MaterialKind says what a document is, and so how it is looked at.
type MaterialKind string

// Kinds of material.
const (
	Form        MaterialKind = "form"        // filled in on the portal
	Certificate MaterialKind = "certificate" // issued by somebody else, scanned
	Document    MaterialKind = "document"    // written by the applicant
	Commitment  MaterialKind = "commitment"  // signed, stamped and scanned
)

// Per repeats a material for the entries of a list.
type Per struct {
	List   QuestionID
	Where  []Cell   // over the columns of an entry
	Prints []string // the columns of the entry that stand on the paper
}

// A Step is a stage of the work at the authority's portal.
type Step struct {
	ID      StepID
	Events  []EventID // that tell that it is done
	Sources []Citation
}

// A Turn says who has to act.
type Turn string

// Turns.
const (
	Applicant Turn = "applicant"
	Client    Turn = "client" // somebody a material was requested from
	Officials Turn = "authority"
	Nobody    Turn = ""
)

// A State is where an application stands at the authority.
type State struct {
	ID   StateID
	Turn Turn
	End  bool // no further event but those that name it
}

// An EventRule is one row of the state machine.
type EventRule struct {
	ID       EventID
	Actor    Turn // who does it; Nobody where the calendar does
	From     []StateID
	To       StateID   // "" where the application stays in its state, or goes Back
	Back     EventID   // to the state in which the latest of these events found the application; "" for To
	After    *After    // another target, where something has happened before
	NotAfter []EventID // refused once one of these was recorded
	Asks     []Ask     // beside its date
	Needs    []Ask     // of those, what it should not be recorded without; Lacks tells
	Freezes  bool      // hands the application in: what it is at that time is kept as a Snapshot
	Once     bool      // of a notice with items: the law asks for one that is complete
	Settled  bool      // refused while a correction item is open
	Sources  []Citation
}

// After sends an event to another state when Event was recorded before.
type After struct {
	Event EventID
	To    StateID
}

// An Ask is something that an event is recorded with.
type Ask string

// What an event may be recorded with.
const (
	AskNumber     Ask = "number"
	AskValidUntil Ask = "valid-until"
	AskReason     Ask = "reason"
	AskDeemed     Ask = "deemed"
	AskItems      Ask = "items"
)

// A Unit is what a clock counts in.
type Unit string

// Units.
const (
	Days        Unit = "day"
	WorkingDays Unit = "working-day"
	Months      Unit = "month"
	ThatDay     Unit = "that-day" // no length: until the day itself
)

// A Clock runs from an event to an end that the law, or practice, sets.
type Clock struct {
	ID       ClockID
	Whose    Turn
	Before   bool      // counts backwards from a date that an event carried (valid until)
	Readings []Reading // more than one where the law leaves it open
	Stops    []EventID // any of these ends it
	Pauses   []Pause
	AtEnd    AtEnd // what the end brings by itself; "" for nothing
	Sources  []Citation
}

// AtEnd is what happens when a clock has run out.
type AtEnd string

// What the end of a clock may bring.
const (
	DeemedAccepted AtEnd = "deemed-accepted" // the application counts as accepted from the day of receipt
	Abandoned      AtEnd = "abandoned"       // it is treated as given up and has to be made anew
	Lapsed         AtEnd = "lapsed"          // what was to be applied for can no longer be
	Forgone        AtEnd = "forgone"         // a right that nobody has to use is gone: the day passes and nothing is overdue
	Extended       AtEnd = "extended"        // what runs out counts as extended
)

// AtEnds lists them.
var AtEnds = []AtEnd{DeemedAccepted, Abandoned, Lapsed, Forgone, Extended}

// A Reading is one way to count a clock: a length from a start, or a day of
// the year after the start.
type Reading struct {
	From   []EventID  // the latest of these that was recorded starts it
	Answer QuestionID // counts from the date, or the end of the year, that this was answered with; with From, once one of these was recorded
	Length int
	Unit   Unit
	Yearly MonthDay // in place of a length: on this day of the year after the start
	Stated bool     // in place of a length: only the term that the notice itself sets
}

// A MonthDay is a day of every year. The zero MonthDay is none.
type MonthDay struct {
	Month time.Month
	Day   int
}

// A Pause stands still between two events. It counts only where After was
// recorded before it began, if After names an event.
type Pause struct{ From, To, After EventID }

// A Hint tells why applications come back, where it helps; or, as a Note, what
// else is good to know there.
type Hint struct {
	ID      HintID
	Note    bool     // it is good to know, and no reason why things come back
	At      []string // ids of questions, conditions, materials, steps, events, duties; "scan", "file", "check" for the general places
	Sources []Citation
}

// A Duty is due after the licence.
type Duty struct {
	ID      DutyID
	Clock   ClockID     // by when; "" where no day can be told
	Opens   ProcedureID // the procedure that it is done by; "" for none
	Sources []Citation
}

// ScanRules say how a scan has to look. All of them warn only.
type ScanRules struct {
	Formats          []Format // that are taken; empty for any
	MaxBytes         int64
	MinDPI           int
	PDFFromPages     int // as many pages or more go into one PDF
	SignatureMaxDays int // between signature and submission
	Sources          []Citation
}
