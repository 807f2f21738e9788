package export

import "github.com/xuke-cli/xuke/model"

// An Explanation is the sources of one part of a procedure, side by side.
type Explanation struct {
	ID       string            `json:"id"`
	Kind     string            `json:"kind"`
	Title    string            `json:"title"`
	Rule     string            `json:"rule,omitempty"`
	Disagree bool              `json:"disagree"` // not all sources say the same
	Sources  []ExplainedSource `json:"sources"`
	Notes    []string          `json:"notes"`
	Hints    []string          `json:"hints"` // why such things come back
}

// An ExplainedSource is one of them. Where two disagree the more binding tier
// prevails, and of two rules the later one.
type ExplainedSource struct {
	ID         model.SourceID `json:"id"`
	Title      string         `json:"title"`
	Article    string         `json:"article"`
	Citation   string         `json:"citation"` // title and article in words
	About      string         `json:"-"`        // tier and dates in words
	Tier       model.Tier     `json:"tier"`
	InForce    string         `json:"in_force"`
	Checked    model.Date     `json:"checked"`
	CheckAgain bool           `json:"check_again"`
	Disagrees  bool           `json:"disagrees"`
	Superseded string         `json:"superseded,omitempty"`
	Says       string         `json:"says,omitempty"`
}

// Explain puts the sources of a part into words.
func (w Words) Explain(part model.Part, today model.Date) Explanation {
	e := Explanation{ID: part.ID, Kind: part.Kind, Title: w.partTitle(part), Sources: []ExplainedSource{}, Notes: []string{}, Hints: []string{}}
	e.Rule = first(w.Part(part.Kind, part.ID, "rule"), w.Part(part.Kind, part.ID, "body"), w.Part(part.Kind, part.ID, "why"), w.Part(part.Kind, part.ID, "how"))
	if clock := w.Procedure.Clock(model.ClockID(part.ID)); part.Kind == "clock" && clock != nil {
		e.Rule = w.clock(clock)
	}
	for _, c := range part.Sources {
		e.Sources = append(e.Sources, w.explainSource(part, c, today))
		e.Disagree = e.Disagree || c.Disagrees || c.Superseded != nil
	}
	for _, n := range part.Notes {
		note := w.Text(part.Kind, part.ID, "note."+n.ID)
		for _, c := range n.Sources {
			note = w.exp("noted", "Note", note, "Citation", w.Cited(c))
		}
		e.Notes = append(e.Notes, note)
	}
	for _, h := range w.Procedure.Hinted(part.ID) {
		e.Hints = append(e.Hints, w.Text("hint", string(h.ID), "text"))
	}
	return e
}

// clock says how long a clock runs, by every reading, and what then happens.
func (w Words) clock(c *model.Clock) string {
	var readings []string
	for _, r := range c.Readings {
		readings = append(readings, w.length(c, r))
	}
	return w.exp("clock", "Readings", w.List(readings), "End", w.Part("clock", string(c.ID), "end"))
}

// length says how long a reading is, and from what it counts.
func (w Words) length(c *model.Clock, r model.Reading) string {
	start := w.Question(r.Answer)
	if r.Answer == "" {
		start = w.Title("event", string(r.From[0]))
	}
	if r.Yearly != (model.MonthDay{}) {
		id := "reading.yearly"
		if r.Answer != "" {
			id = "reading.year-after"
		}
		return w.exp(id, "Day", w.DateShort(model.FirstYear, int(r.Yearly.Month), r.Yearly.Day), "Start", start)
	}
	length := w.Text("term", "unit", string(r.Unit), "Count", r.Length)
	switch {
	case c.Before && r.Answer == "":
		return w.exp("reading.before-end", "Length", length, "Start", start)
	case c.Before:
		return w.exp("reading.before", "Length", length, "Start", start)
	}
	return w.exp("reading", "Length", length, "Start", start)
}

func (w Words) explainSource(part model.Part, c model.Citation, today model.Date) ExplainedSource {
	x := ExplainedSource{
		ID: c.Source, Title: w.Title("source", string(c.Source)), Article: c.Article, Citation: w.Citation(c),
		Disagrees: c.Disagrees, Says: w.Part(part.Kind, part.ID, "says."+string(c.Source)),
	}
	superseded := c.Superseded
	if s := w.Procedure.Source(c.Source); s != nil {
		x.Tier, x.InForce, x.Checked, x.CheckAgain = s.Tier, s.InForce, s.Checked, s.CheckAgain(today)
		x.About = w.About(s, today)
		if superseded == nil {
			superseded = s.Superseded
		}
	}
	if superseded != nil {
		x.Superseded = w.Superseded(*superseded)
	}
	return x
}

// About says the tier of a source, since when it applies, and when somebody
// last looked at it.
func (w Words) About(s *model.Source, today model.Date) string {
	id := "about"
	if s.InForce == "" {
		id = "about.undated"
	}
	text := w.exp(id, "Tier", w.Tier(s.Tier), "InForce", w.InForce(s.InForce), "Checked", w.Day(s.Checked))
	if s.CheckAgain(today) {
		text += w.exp("check-again")
	}
	return text
}

func (w Words) exp(id string, args ...any) string { return w.Text("export", id, "", args...) }

// EditionChange names a part that is otherwise in another edition.
func (w Words) EditionChange(c model.EditionChange) string {
	kind := w.Text("term", "part", c.Kind)
	if c.Kind == "scan" {
		return kind
	}
	return w.say("edition.part", "Kind", kind, "Title", w.partTitle(model.Part{Kind: c.Kind, ID: c.ID}))
}

func (w Words) partTitle(p model.Part) string {
	return first(w.Part(p.Kind, p.ID, "title"), w.Part(p.Kind, p.ID, "name", "Province", ""), w.Part(p.Kind, p.ID, "text"), p.ID)
}

func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
