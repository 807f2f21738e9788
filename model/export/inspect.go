package export

import (
	"fmt"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// An InspectionText is an inspection in words. The parts are phrases without a
// full stop, but for Do, which is whole sentences and "" where all is well.
type InspectionText struct {
	Title    string // what was checked
	Expected string
	Found    string
	Do       string
}

// Inspection puts an inspection into words.
func (w Words) Inspection(i model.Inspection) InspectionText {
	args := []any{
		"Want", w.inspected(i, i.Want), "Got", w.inspected(i, i.Got), "On", w.Day(i.On),
		"Of", w.inspectedBy(i), "Detail", w.details(i),
	}
	say := func(part string) string { return w.Text("inspect", string(i.Code), part, args...) }
	has := func(part string) bool { return w.Has("inspect", string(i.Code), part) }
	t := InspectionText{Title: say("title"), Expected: say("expected"), Found: say("found")}
	switch {
	case isNothing(i.Got) && has("found.none"):
		t.Found = say("found.none")
	case i.Level == model.Pass && has("found.pass"):
		t.Found = say("found.pass")
	}
	if isNothing(i.Want) && i.On.IsZero() && has("expected.none") {
		t.Expected = say("expected.none")
	}
	if i.Level != model.Pass {
		t.Do = say("do")
	}
	return t
}

// InspectionLine says an inspection in one line, the file first.
func (w Words) InspectionLine(i model.Inspection) string {
	t := w.Inspection(i)
	id := "inspection"
	if t.Do != "" {
		id = "inspection.do"
	}
	text := w.say(id, "Title", t.Title, "Expected", t.Expected, "Found", t.Found, "Do", t.Do)
	if i.Name != "" {
		return w.say("inspection.file", "File", legible.Line(i.Name), "Text", text)
	}
	return text
}

// Detail names a fact of a document.
func (w Words) Detail(id model.DetailID) string {
	if id == "" {
		return ""
	}
	return w.Text("term", "detail", string(id))
}

// details names the fact that an inspection is about, or all that are missing.
func (w Words) details(i model.Inspection) string {
	if len(i.Details) == 0 {
		return w.Detail(i.Detail)
	}
	names := make([]string, len(i.Details))
	for k, id := range i.Details {
		names[k] = w.Detail(id)
	}
	return w.List(names)
}

// DetailValue returns a fact of a document as people read it. A number may be
// a person's, and is masked.
func (w Words) DetailValue(id model.DetailID, v model.Value) string {
	switch v := v.(type) {
	case model.Text:
		switch {
		case id == model.ValidUntil && v == model.LongTerm:
			return w.Text("term", "long-term", "")
		case id == model.OnNumber:
			return legible.Line(model.Mask(string(v)))
		}
		return legible.Line(string(v))
	case model.Choices:
		return w.someOf(v)
	}
	return w.scalar("", "", model.Field{}, v)
}

// How many names or months a sentence lists before it says how many more.
const namesShown = 8

func (w Words) someOf(all model.Choices) string {
	some := make([]string, 0, namesShown)
	for i, name := range all {
		if i == namesShown {
			some = append(some, fmt.Sprintf("… +%d", len(all)-namesShown))
			break
		}
		some = append(some, legible.Line(name))
	}
	return w.List(some)
}

// inspectedBy names the answer that decides, or the column of it.
func (w Words) inspectedBy(i model.Inspection) string {
	if i.Of == "" {
		return ""
	}
	return w.Question(i.Of)
}

// inspected returns what was expected or found.
func (w Words) inspected(i model.Inspection, v model.Value) string {
	n, _ := v.(model.Number)
	text, _ := v.(model.Text)
	switch i.Code {
	case model.InspectSize:
		return w.Size(int64(n))
	case model.InspectDPI:
		return fmt.Sprint(int64(n))
	case model.InspectTone:
		return w.termOf("tone", string(text))
	case model.InspectDoubt:
		return w.termOf("doubt", string(text))
	case model.InspectEnding:
		if text == "" {
			return ""
		}
		return "." + legible.Line(string(text))
	case model.InspectFormat, model.InspectDraft:
		formats, ok := v.(model.Choices)
		if !ok {
			return w.termOf("format", string(text))
		}
		names := make([]string, len(formats))
		for k, f := range formats {
			names[k] = w.termOf("format", f)
		}
		return w.List(names)
	}
	return w.DetailValue(i.Detail, v)
}

func (w Words) termOf(kind, id string) string {
	if id == "" {
		return ""
	}
	return w.Text("term", kind, id)
}

func isNothing(v model.Value) bool {
	switch v := v.(type) {
	case nil:
		return true
	case model.Text:
		return v == ""
	case model.Choices:
		return len(v) == 0
	}
	return false
}
