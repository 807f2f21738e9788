package export

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// The JSON shapes are a contract with scripts: keys stay, more may come. Ids
// and codes are untranslated, texts are in the language of the Words. What
// people typed is kept byte for byte, as JSON can carry it; what a terminal would
// obey is written as an escape.

// A Record is one application.
type Record struct {
	ID          model.ApplicationID      `json:"id"`
	Title       string                   `json:"title"`
	Procedure   model.ProcedureID        `json:"procedure"`
	Edition     model.Date               `json:"edition"`
	Origin      model.ApplicationID      `json:"origin,omitempty"` // whose licence it is about
	Rev         int64                    `json:"rev"`
	State       model.StateID            `json:"state"`
	Percent     int                      `json:"percent"`
	Authority   *string                  `json:"authority"`
	Answers     map[model.QuestionID]any `json:"answers"`
	Unknown     []Pending                `json:"unknown"`
	Unconfirmed []model.QuestionID       `json:"unconfirmed"` // copied answers
	Responsible string                   `json:"responsible"`
	Tags        []string                 `json:"tags"`
	Archived    bool                     `json:"archived"`
	Conditions  []Condition              `json:"conditions"`
	Verdict     model.Readiness          `json:"verdict"`
	Missing     []model.QuestionID       `json:"missing"`
	Obstacles   []Obstacle               `json:"obstacles"` // what is in the way or open, what keeps back most first
	Since       []Drift                  `json:"changed_since"`
	Materials   []Material               `json:"materials"`
	SetAside    []SetAside               `json:"set_aside"` // files of rows that are not on the list now
	Events      []model.Event            `json:"events"`
	Corrections []Correction             `json:"corrections"`
	Deadlines   []Deadline               `json:"deadlines"`
	Findings    []AnswerFinding          `json:"findings"`
	Duties      []Duty                   `json:"duties,omitempty"` // while there is a licence
	Next        *model.Next              `json:"next"`
	Rounds      []Kept                   `json:"rounds"` // the submissions that were kept
}

// A Duty is due after the licence.
type Duty struct {
	ID       model.DutyID      `json:"id"`
	Title    string            `json:"title"`
	By       model.Date        `json:"by"` // the earliest reading; null where no day can be told
	Estimate bool              `json:"estimate,omitempty"`
	Opens    model.ProcedureID `json:"opens,omitempty"`
}

// Pending is a question that somebody will find out about.
type Pending struct {
	ID  model.QuestionID `json:"id"`
	Who string           `json:"who"`
	By  model.Date       `json:"by"`
}

// A Condition is a condition with its verdict.
type Condition struct {
	ID       model.ConditionID  `json:"id"`
	Verdict  model.Verdict      `json:"verdict"`
	Severity model.Severity     `json:"severity"`
	Missing  []model.QuestionID `json:"missing"`
	Because  string             `json:"because"`
	Sources  []Source           `json:"sources"`
}

// A Source is a citation.
type Source struct {
	ID         model.SourceID `json:"id"`
	Article    string         `json:"article"`
	Tier       model.Tier     `json:"tier"`
	Superseded bool           `json:"superseded,omitempty"`
}

// A Material is a row of the list.
type Material struct {
	Key      model.MaterialKey `json:"key"`
	ID       model.MaterialID  `json:"id"`
	Name     string            `json:"name"`
	Of       *string           `json:"of"`
	Group    model.Group       `json:"group"`
	Required model.Required    `json:"required"`
	Needed   string            `json:"needed"` // "yes", or "unknown" while an answer is missing
	Status   model.Status      `json:"status"`
	Reason   string            `json:"reason"`
	Owner    string            `json:"owner"`
	Due      model.Date        `json:"due"`
	Note     string            `json:"note"`
	Files    []File            `json:"files"` // in the order of their pages
	Past     []PastFile        `json:"past"`  // replaced or detached, the latest last
	Details  map[string]any    `json:"details"`
	Recheck  []model.Printed   `json:"recheck"` // what changed of what stands on it since it was checked
	Findings []FileFinding     `json:"findings"`
}

// A FileFinding is the outcome of one check of the files of a row, and of what
// was read off them.
type FileFinding struct {
	Code    model.InspectionCode `json:"code"`
	Level   model.Level          `json:"level"`
	Text    string               `json:"text"`
	File    model.FileID         `json:"file,omitempty"`
	Detail  model.DetailID       `json:"detail,omitempty"`
	Details []model.DetailID     `json:"details,omitempty"` // of fact-missing: all of them
	Sources []Source             `json:"sources"`
}

// A Correction is an item of a correction notice.
type Correction struct {
	ID       string            `json:"id"`
	Round    int               `json:"round"`
	Material model.MaterialKey `json:"material"`
	Answer   model.QuestionID  `json:"answer"`
	Reason   model.ItemReason  `json:"reason"`
	Text     string            `json:"text"`
	Resolved bool              `json:"resolved"`
	Waived   *string           `json:"waived"`
	Changed  bool              `json:"changed"`      // what it names is otherwise than it was handed in
	Late     bool              `json:"late"`         // not in the first notice
	LateBy   *Source           `json:"late_article"` // which law says that there is to be one complete notice
}

// A Deadline is the end of a clock that runs, in one reading of the law.
type Deadline struct {
	What     model.ClockID  `json:"what"`
	Date     model.Date     `json:"date"`
	Estimate bool           `json:"estimate"`
	Whose    model.Turn     `json:"whose"`
	Source   model.SourceID `json:"source"`
	Length   int            `json:"length"` // the reading: how many
	Unit     model.Unit     `json:"unit"`   // of what
	From     model.Date     `json:"from"`   // since when, that day not counted
	Start    model.EventID  `json:"start"`  // and because of which event
	DayOff   bool           `json:"day_off"`
	Paused   bool           `json:"paused"`
	Article  string         `json:"article"` // of the source
	How      string         `json:"how"`     // how it was counted, in words
	AtEnd    model.AtEnd    `json:"at_end"`  // what its end brings by itself
	Over     bool           `json:"over"`    // has run out by every reading
	Stated   bool           `json:"stated"`  // the notice set it, and no source is behind it
}

// Kept is a submission of which there is a record.
type Kept struct {
	Round int           `json:"round"`
	Event model.EventID `json:"event"`
	Date  model.Date    `json:"date"`
	Sum   string        `json:"sha256"`
}

// An AnswerFinding is something odd about an answer that was understood.
type AnswerFinding struct {
	Code     string           `json:"code"`
	Level    string           `json:"level"`
	Question model.QuestionID `json:"question"`
}

// A Check is the verdict alone.
type Check struct {
	Verdict    model.Readiness     `json:"verdict"`
	Conditions []Condition         `json:"conditions"`
	Missing    []model.QuestionID  `json:"missing"`
	Obstacles  []Obstacle          `json:"obstacles"` // what is in the way or open, what keeps back most first
	Since      []Drift             `json:"changed_since"`
	Materials  []model.MaterialKey `json:"materials"` // required rows that are not settled

	Unconfirmed []model.QuestionID `json:"unconfirmed"` // copied answers
}

// A Checklist is what the exported file holds: the record, and what it is.
type Checklist struct {
	Notice []string   `json:"notice"`
	Today  model.Date `json:"today"`
	Record
	Unanswered []model.QuestionID `json:"unanswered"`
	Sources    []SourceText       `json:"sources"`
}

// A SourceText is a source with its title and dates.
type SourceText struct {
	ID         model.SourceID `json:"id"`
	Title      string         `json:"title"`
	Number     string         `json:"number,omitempty"`
	Tier       model.Tier     `json:"tier"`
	Rank       model.Rank     `json:"rank,omitempty"`
	Issued     string         `json:"issued,omitempty"`
	InForce    string         `json:"in_force"`
	URL        string         `json:"url,omitempty"`
	Seen       model.Seen     `json:"seen,omitempty"`
	Checked    model.Date     `json:"checked"`
	CheckAgain bool           `json:"check_again"`
}

// RecordOf makes the record of an application.
func RecordOf(w Words, a *model.Application, workdays model.Workdays, today model.Date) Record {
	p := w.Procedure
	s := model.StandingOf(p, a, today)
	r := Record{
		ID: a.ID, Title: a.Title, Procedure: a.Procedure, Edition: a.Edition, Origin: a.Origin, Rev: a.Rev,
		State: model.StateOf(p, a).ID, Percent: model.Overall(p, a).Percent(),
		Answers: map[model.QuestionID]any{}, Unknown: []Pending{}, Unconfirmed: []model.QuestionID{},
		Responsible: a.Responsible, Tags: append([]string{}, a.Tags...), Archived: !a.Archived.IsZero(),
		Conditions: w.conditions(s.Assessed), Verdict: s.Readiness, Missing: list(s.Missing), Obstacles: w.Obstacles(s.Obstacles),
		Since: drifts(s.Drifted), Materials: w.materials(s),
		Events: append([]model.Event{}, a.Events...), Corrections: w.corrections(a),
		SetAside:  setAside(model.SetAside(p, a)),
		Deadlines: w.deadlines(a, workdays, today), Findings: []AnswerFinding{},
		Next: model.NextOn(p, a, workdays, today), Rounds: rounds(a),
	}
	for _, o := range model.Duties(p, a, workdays) {
		r.Duties = append(r.Duties, Duty{o.ID, w.Title("duty", string(o.ID)), o.By.Earliest, o.By.Estimated(o.By.Earliest), o.Opens})
	}
	if authority := model.AuthorityFor(p, a); authority != nil {
		id := string(authority.ID)
		r.Authority = &id
	}
	for _, v := range s.Visits {
		for _, q := range v.Questions {
			ans := a.Answers[q.ID]
			r.Answers[q.ID] = model.Plain(ans.Value)
			if ans.Unconfirmed() {
				r.Unconfirmed = append(r.Unconfirmed, q.ID)
			}
			if ans.Pending != nil {
				r.Unknown = append(r.Unknown, Pending{q.ID, ans.Pending.Who, ans.Pending.By})
			}
		}
	}
	for _, f := range s.Findings {
		r.Findings = append(r.Findings, AnswerFinding{string(f.Code), string(f.Level), f.Question})
	}
	return r
}

// CheckOf makes the verdict of an application.
func CheckOf(w Words, s model.Standing) Check {
	c := Check{
		Verdict: s.Readiness, Conditions: w.conditions(s.Assessed), Missing: list(s.Missing), Obstacles: w.Obstacles(s.Obstacles),
		Since: drifts(s.Drifted), Materials: []model.MaterialKey{}, Unconfirmed: list(s.Unconfirmed),
	}
	for _, r := range s.Rows {
		if r.Blocks() {
			c.Materials = append(c.Materials, r.Key)
		}
	}
	return c
}

func (w Words) conditions(as []model.Assessment) []Condition {
	out := []Condition{}
	for _, s := range as {
		out = append(out, Condition{s.ID, s.Verdict, s.Severity, list(s.Missing), w.Because(s), w.sources(s.Sources)})
	}
	return out
}

func (w Words) sources(cs []model.Citation) []Source {
	out := []Source{}
	for _, c := range cs {
		s := Source{ID: c.Source, Article: c.Article, Superseded: c.Superseded != nil}
		if src := w.Procedure.Source(c.Source); src != nil {
			s.Tier = src.Tier
		}
		out = append(out, s)
	}
	return out
}

func (w Words) materials(s model.Standing) []Material {
	out := []Material{}
	for _, r := range s.Rows {
		out = append(out, w.material(r, s.Inspected[r.Key]))
	}
	return out
}

func (w Words) material(r model.ListRow, found []model.Inspection) Material {
	m := Material{
		Key: r.Key, ID: r.MaterialID(), Name: w.Row(r), Group: r.Group, Required: r.Required(), Needed: "yes",
		Status: r.Status, Reason: r.Reason, Owner: r.Owner, Due: r.Due, Note: r.Note,
		Files: FilesOf(r.Files), Past: pastFiles(r.Past), Details: map[string]any{}, Recheck: list(r.Recheck), Findings: w.FileFindings(found),
	}
	if r.Needed == model.Unknown {
		m.Needed = "unknown"
	}
	if r.Of != nil {
		name := r.Of.Text("name")
		m.Of = &name
	}
	for id, v := range r.Details {
		m.Details[string(id)] = model.Plain(v)
	}
	return m
}

// FileFindings says what the checks of a row found.
func (w Words) FileFindings(found []model.Inspection) []FileFinding {
	out := []FileFinding{}
	for _, i := range found {
		out = append(out, FileFinding{i.Code, i.Level, w.InspectionLine(i), i.File, i.Detail, i.Details, w.sources(i.Sources)})
	}
	return out
}

func (w Words) corrections(a *model.Application) []Correction {
	out := []Correction{}
	for _, it := range a.Items {
		c := Correction{
			ID: it.ID, Round: it.Round, Material: it.Material, Answer: it.Answer, Reason: it.Reason, Text: it.Text,
			Resolved: it.Resolved, Changed: a.ChangedSince(w.Procedure, it), Late: a.Late(w.Procedure, it),
		}
		if it.Waived != "" {
			c.Waived = &it.Waived
		}
		if cites := w.noticeSources(); c.Late && len(cites) > 0 {
			c.LateBy = &w.sources(cites[:1])[0]
		}
		out = append(out, c)
	}
	return out
}

func (w Words) deadlines(a *model.Application, workdays model.Workdays, today model.Date) []Deadline {
	out := []Deadline{}
	for _, d := range model.Deadlines(w.Procedure, a, workdays) {
		var source model.Citation
		if len(d.Sources) > 0 && !d.Stated {
			source = d.Sources[0]
		}
		for _, c := range d.Dates {
			out = append(out, Deadline{
				What: d.Clock, Date: c.Date, Estimate: c.Estimate || c.Guessed || d.Paused, Whose: d.Whose, Source: source.Source,
				Length: c.Reading.Length, Unit: c.Reading.Unit, From: c.From, Start: c.Start, DayOff: c.DayOff, Paused: d.Paused,
				Article: source.Article, How: w.How(c, workdays), AtEnd: d.AtEnd, Over: d.Ended(today), Stated: d.Stated,
			})
		}
	}
	return out
}

func rounds(a *model.Application) []Kept {
	out := []Kept{}
	for _, s := range a.Snapshots {
		out = append(out, Kept{s.Round, s.Event, s.Date, s.Sum})
	}
	return out
}

// list makes null lists empty ones.
func list[T any](s []T) []T { return append([]T{}, s...) }

// JSON writes the checklist of an application in each of the languages: one
// object, or an array of them for more than one.
func JSON(out io.Writer, a *model.Application, workdays model.Workdays, opt Options, langs ...Words) error {
	all := make([]Checklist, len(langs))
	for i, w := range langs {
		all[i] = checklistOf(w, a, workdays, opt)
	}
	var value any = all
	if len(all) == 1 {
		value = all[0]
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(value); err != nil {
		return err
	}
	_, err := out.Write(legible.JSON(b.Bytes()))
	return err
}

func checklistOf(w Words, a *model.Application, workdays model.Workdays, opt Options) Checklist {
	doc := Build(w, a, opt)
	c := Checklist{Notice: doc.Notice, Today: opt.Today, Record: RecordOf(w, a, workdays, opt.Today), Unanswered: []model.QuestionID{}}
	for _, v := range model.Visits(w.Procedure, a) {
		for _, q := range v.Questions {
			if a.Answers[q.ID].Value == nil && !q.Optional {
				c.Unanswered = append(c.Unanswered, q.ID)
			}
		}
	}
	for i := range w.Procedure.Sources {
		s := &w.Procedure.Sources[i]
		c.Sources = append(c.Sources, SourceText{
			ID: s.ID, Title: legible.Line(w.Title("source", string(s.ID))), Number: s.Number, Tier: s.Tier, Rank: s.Rank,
			Issued: s.Issued, InForce: s.InForce, URL: s.URL, Seen: s.Seen, Checked: s.Checked, CheckAgain: s.CheckAgain(opt.Today),
		})
	}
	return c
}
