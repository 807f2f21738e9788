package export

import (
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// An Explanation is the sources of one part of a procedure, side by side.
type Explanation struct {
	ID       string            `json:"id"`
	Kind     string            `json:"kind"`
	Title    string            `json:"title"`
	Rule     string            `json:"rule,omitempty"`
	Disagree bool              `json:"disagree"` // not all sources say the same, and what each side says is there
	Sources  []ExplainedSource `json:"sources"`
	Notes    []string          `json:"notes"`
	Hints    []string          `json:"hints"` // why such things come back
}

// An ExplainedSource is one of them. Where two disagree the more binding tier
// prevails, and of two rules the later one.
type ExplainedSource struct {
	ID         model.SourceID `json:"id"`
	Title      string         `json:"title"`
	Number     string         `json:"number,omitempty"`
	Article    string         `json:"article"`
	Citation   string         `json:"citation"` // title, number and article in words
	About      string         `json:"-"`        // tier, dates, what was seen and where, in words
	Tier       model.Tier     `json:"tier"`
	Rank       model.Rank     `json:"rank,omitempty"`
	Issued     string         `json:"issued,omitempty"`
	InForce    string         `json:"in_force"`
	URL        string         `json:"url,omitempty"`
	Seen       model.Seen     `json:"seen,omitempty"`
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
	if part.Kind == model.ScanPart {
		e.Rule = w.scan(w.Procedure.Scan)
	}
	for _, c := range part.Sources {
		e.Sources = append(e.Sources, w.explainSource(part, c, today))
	}
	e.Disagree = w.disagree(part)
	for _, n := range part.Notes {
		e.Notes = append(e.Notes, w.noted(w.Text(part.Kind, part.ID, "note."+n.ID), n.Sources))
	}
	for _, h := range w.Procedure.Hinted(part.ID) {
		if h.Note {
			e.Notes = append(e.Notes, w.noted(w.Text("hint", string(h.ID), "text"), h.Sources))
		} else {
			e.Hints = append(e.Hints, w.Text("hint", string(h.ID), "text"))
		}
	}
	return e
}

// noted puts who says so behind a note.
func (w Words) noted(note string, cited []model.Citation) string {
	for _, c := range cited {
		note = w.exp("noted", "Note", note, "Citation", w.Cited(c))
	}
	return note
}

// disagree reports whether there are two sides to a part, each with what it
// says: a disagreement that cannot be read side by side is none to show.
func (w Words) disagree(part model.Part) bool {
	said := map[bool]bool{} // by whether the side differs
	for _, c := range part.Sources {
		if w.Has(part.Kind, part.ID, model.Says(c, part.Sources)) {
			said[c.Differs()] = true
		}
	}
	return said[true] && said[false]
}

// clock says how long a clock runs, by every reading, and what then happens.
func (w Words) clock(c *model.Clock) string {
	var readings []string
	for _, r := range c.Readings {
		readings = append(readings, w.length(c, r))
	}
	return w.exp("clock", "Readings", w.List(readings), "End", w.Part("clock", string(c.ID), "end"))
}

// scan says how a scan has to look, with every number.
func (w Words) scan(r model.ScanRules) string {
	formats := make([]string, len(r.Formats))
	for i, f := range r.Formats {
		formats[i] = w.Text("term", "format", string(f))
	}
	said := w.exp("scan", "Size", w.Size(r.MaxBytes), "DPI", r.MinDPI, "Pages", r.PDFFromPages, "Days", r.SignatureMaxDays)
	if len(formats) == 0 {
		return said
	}
	return w.Sentences([]string{w.exp("scan.formats", "Formats", w.List(formats)), said})
}

// length says how long a reading is, and from what it counts.
func (w Words) length(c *model.Clock, r model.Reading) string {
	start := w.Question(r.Answer)
	if r.Answer == "" {
		start = w.Title("event", string(r.From[0]))
	}
	if r.Stated {
		return w.exp("reading.stated", "Start", start)
	}
	if r.Yearly != (model.MonthDay{}) {
		id := "reading.yearly"
		if r.Answer != "" {
			id = "reading.year-after"
		}
		return w.exp(id, "Day", w.DateShort(model.FirstYear, int(r.Yearly.Month), r.Yearly.Day), "Start", start)
	}
	if r.Unit == model.ThatDay {
		return w.exp("reading.that-day", "Start", start)
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
		Disagrees: c.Disagrees, Says: w.Part(part.Kind, part.ID, model.Says(c, part.Sources)),
	}
	superseded := c.Superseded
	if s := w.Procedure.Source(c.Source); s != nil {
		seen := s.As(c)
		x.Number, x.Tier, x.Rank, x.Issued, x.InForce, x.URL, x.Seen = s.Number, s.Tier, s.Rank, s.Issued, s.InForce, s.URL, seen.Seen
		x.Checked, x.CheckAgain, x.About = s.Checked, s.CheckAgain(today), w.About(seen, today)
		if superseded == nil {
			superseded = s.Superseded
		}
	}
	if superseded != nil {
		x.Superseded = w.Superseded(*superseded)
	}
	return x
}

// About says how binding a source is, since when it applies, what was seen of
// it, when somebody last looked at it, and where it can be read.
func (w Words) About(s model.Source, today model.Date) string {
	checked := w.exp("checked", "On", w.Day(s.Checked))
	if s.CheckAgain(today) {
		checked += w.exp("check-again")
	}
	var said []string
	for _, text := range []string{w.Binding(&s), w.Dated(&s), w.Read(s.Seen), checked} {
		if text != "" {
			said = append(said, text)
		}
	}
	text := strings.Join(said, w.exp("comma"))
	if s.URL != "" {
		text = w.exp("at", "Text", text, "URL", s.URL)
	}
	return text
}

// Dated says when a source was published, or since when it is in force; ""
// where neither is known.
func (w Words) Dated(s *model.Source) string {
	issued, since := w.Since(s.Issued), w.Since(s.InForce)
	switch {
	case s.Issued != "" && s.InForce != "":
		return w.exp("dated.both", "Issued", issued, "InForce", since)
	case s.Issued != "":
		return w.exp("dated.issued", "Issued", issued)
	case s.InForce != "":
		return w.exp("dated", "InForce", since)
	}
	return ""
}

// Read says what was read of a source, "" where that was not noted.
func (w Words) Read(s model.Seen) string {
	if s == "" {
		return ""
	}
	return w.Text("term", "seen", string(s))
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
