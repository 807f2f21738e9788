package model

import "slices"

// An Inspection is the outcome of one check of what was collected for a row:
// of a file, of all its files together, or of a fact that was typed in beside
// it. It holds codes and values; the edge finds the words: what is expected,
// what was found, what to do.
type Inspection struct {
	Code    InspectionCode
	Level   Level
	File    FileID     // "" where it is not about one file
	Name    string     // of the file
	Detail  DetailID   // "" where it is not about a fact
	Details []DetailID // of InspectMissing: all that nobody has typed in, Detail the first of them
	Want    Value      // expected; nil where the words of the code say it all
	Got     Value      // found; nil for nothing
	Of      QuestionID // the answer that Want is from, or that is missing
	On      Date       // the day that it is held against
	Sources []Citation
}

// Levels of an inspection, beside Warn. Inconclusive means that nobody knows:
// a fact is missing, or the file could not be looked at. It is never a Pass.
const (
	Pass         Level = "pass"
	Fail         Level = "fail"
	Inconclusive Level = "inconclusive"
)

// Levels of an inspection in the order in which people need to know them.
var byUrgency = []Level{Fail, Warn, Inconclusive, Pass}

// Worst returns the level that a summary has to show: a Fail before a Warn,
// that before Inconclusive, and Pass only when all passed. It is "" when
// nothing was inspected. That nobody has typed in what stands on a paper says
// nothing about the paper and does not count.
func Worst(found []Inspection) Level {
	for _, level := range byUrgency {
		if slices.ContainsFunc(found, func(f Inspection) bool { return f.Level == level && f.Code != InspectMissing }) {
			return level
		}
	}
	return ""
}

// An InspectionCode says what was checked.
type InspectionCode string

// Checks of a file.
const (
	InspectLook       InspectionCode = "look"           // not looked at yet
	InspectDoubt      InspectionCode = "doubt"          // could not be decided; Got: the Doubt
	InspectEmpty      InspectionCode = "empty"          // fails
	InspectTruncated  InspectionCode = "truncated"      // fails
	InspectDamaged    InspectionCode = "damaged"        // fails
	InspectPassword   InspectionCode = "needs-password" // fails
	InspectNoPages    InspectionCode = "no-pages"       // fails
	InspectRestricted InspectionCode = "restricted"     // warns
	InspectEnding     InspectionCode = "ending"         // Want: the ending of its format, Got: the one it has
	InspectFormat     InspectionCode = "format"         // Want: the formats, Got: the Format
	InspectDraft      InspectionCode = "draft"          // a document still to be signed or exported; Got: the Format
	InspectPlaces     InspectionCode = "open-places"    // fails: a draft that is not filled in; Got: how many places
	InspectSize       InspectionCode = "size"           // Want, Got: bytes
	InspectDPI        InspectionCode = "dpi"            // Want, Got: dots per inch
	InspectTone       InspectionCode = "tone"           // Want, Got: the Tone
	InspectUpright    InspectionCode = "upright"        // the picture is stored turned
)

// Checks of all files of a row, and of facts.
const (
	InspectPacking   InspectionCode = "packing"          // images or one PDF; Want: pages from which it is a PDF, Got: pages
	InspectPages     InspectionCode = "pages"            // Want: of the original, Got: of the files
	InspectShares    InspectionCode = "shares"           // Got: what they add up to
	InspectMissing   InspectionCode = "fact-missing"     // Details have not been typed in; once a row, and no finding
	InspectAnswer    InspectionCode = "answer-missing"   // Of has not been answered, so Detail cannot be checked
	InspectEquals    InspectionCode = "equals"           // Want: the answer, Got: the fact
	InspectPeople    InspectionCode = "people"           // Want, Got: the names
	InspectInDate    InspectionCode = "in-date"          // Got: until when, On: the day of use
	InspectCard      InspectionCode = "card-validity"    // Want: until when the law would have it, Got: until when
	InspectGap       InspectionCode = "months-gap"       // Got: the months that are missing
	InspectEnough    InspectionCode = "months-enough"    // Want, Got: how many
	InspectRecent    InspectionCode = "months-recent"    // Want: the earliest that will do, Got: the last month
	InspectSigned    InspectionCode = "signed"           // Want: the earliest day, Got: the day, On: the day of use
	InspectSignAfter InspectionCode = "signed-too-late"  // signed after On; Got: the day
	InspectNumber    InspectionCode = "birthday-missing" // no birthday in the number, so the card's validity cannot be worked out
)

// Inspect checks what was collected for a row: its files against the rules for
// scans, the facts typed in beside them against the answers. A row with
// neither files nor facts has nothing to inspect. It does not look at whether
// a person has checked the row: that stays theirs to say, beside what is said
// here. What fails comes first, then what wants a second look, then what nobody
// knows.
func Inspect(p *Procedure, a *Application, row ListRow) []Inspection {
	if len(row.Files) == 0 && len(row.Details) == 0 {
		return nil
	}
	in := inspector{facts: facts{p, a}, row: row}
	for _, f := range row.Files {
		in.file(f)
	}
	in.packing()
	for _, d := range DetailsOf(p, a, row) {
		in.detail(d)
	}
	in.shares()
	return inOrder(in.found)
}

// inOrder puts the worst first, and what nobody has typed in into one line.
func inOrder(found []Inspection) []Inspection {
	var out []Inspection
	var untyped *Inspection
	for _, level := range byUrgency {
		for _, i := range found {
			switch {
			case i.Level != level:
			case i.Code != InspectMissing:
				out = append(out, i)
			case untyped == nil:
				i.Details = []DetailID{i.Detail}
				untyped = &i
			default:
				untyped.Details = append(untyped.Details, i.Detail)
			}
		}
		if level == Inconclusive && untyped != nil {
			out = append(out, *untyped)
		}
	}
	return out
}

// An inspector collects what is found about a row.
type inspector struct {
	facts
	row   ListRow
	found []Inspection
}

func (in *inspector) add(i Inspection) { in.found = append(in.found, i) }

// kind is that of the row's material; of rows of one's own nothing is known.
func (in *inspector) kind() MaterialKind {
	if in.row.Material == nil {
		return ""
	}
	return in.row.Material.Kind
}

// passOr is Pass where ok holds.
func passOr(ok bool, otherwise Level) Level {
	if ok {
		return Pass
	}
	return otherwise
}
