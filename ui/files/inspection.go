package files

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// ofFile are the inspections of one file of a row; "" stands for those of the
// row as a whole.
func (d *Room) ofFile(key model.MaterialKey, id model.FileID) []model.Inspection {
	var found []model.Inspection
	for _, i := range d.Inspected[key] {
		if i.File == id {
			found = append(found, i)
		}
	}
	return found
}

// toneOf is how a level looks. What is not known is no warning, and never looks
// passed.
func toneOf(l model.Level) theme.Tone {
	switch l {
	case model.Fail:
		return theme.Bad
	case model.Warn:
		return theme.Warn
	case model.Pass:
		return theme.Good
	}
	return theme.Neutral
}

// levelMark says in one cell how bad a level is, "" for none.
func (d *Room) levelMark(l model.Level) string {
	th := d.Env.Theme()
	switch l {
	case "":
		return ""
	case model.Inconclusive:
		return th.Dim.Render(th.Mark.Open)
	}
	style, mark := th.Tone(toneOf(l))
	return style.Render(mark)
}

// inspections says what was expected, what was found and what to do: a block of
// lines for each that did not pass, or if that is more than h lines, as few as
// will say it. The good ones may be left out.
func (d *Room) inspections(found []model.Inspection, w, h int) (bad, good []string) {
	th, e := d.Env.Theme(), d.Env
	for _, i := range found {
		t, mark, title := d.Words().Inspection(i), d.levelMark(i.Level), d.inspectionTitle(i)
		if i.Level == model.Pass {
			good = append(good, mark+" "+widget.Cut(title+between+t.Found, w-2))
			continue
		}
		style, _ := th.Tone(toneOf(i.Level))
		bad = append(bad, mark+" "+style.Render(widget.Cut(title, w-2)))
		for n, text := range []string{e.T(locales.UIFilesExpected, "Expected", t.Expected, "Found", t.Found), t.Do} {
			if text == "" {
				continue
			}
			for _, l := range widget.Wrap(text, w-2) {
				if n == 0 {
					l = th.Dim.Render(l)
				}
				bad = append(bad, "  "+l)
			}
		}
	}
	if len(bad) > h {
		bad = d.brief(unnamed(found), w)
	}
	return bad, good
}

// inspectionTitle names what was looked at, and which fact that is about, unless
// that says the same.
func (d *Room) inspectionTitle(i model.Inspection) string {
	title, fact := d.Words().Inspection(i).Title, d.Words().Detail(i.Detail)
	if fact == "" || strings.Contains(title, fact) {
		return title
	}
	if strings.Contains(fact, title) {
		return fact
	}
	return fact + between + title
}

// unnamed are inspections of one file, where its name stands already.
func unnamed(found []model.Inspection) []model.Inspection {
	found = slices.Clone(found)
	for i := range found {
		found[i].Name = ""
	}
	return found
}

// brief is one line for each inspection that did not pass, the worst first.
func (d *Room) brief(found []model.Inspection, w int) []string {
	var lines []string
	for _, level := range []model.Level{model.Fail, model.Warn, model.Inconclusive} {
		style, _ := d.Env.Theme().Tone(toneOf(level))
		for _, i := range found {
			if i.Level != level {
				continue
			}
			text := d.Words().InspectionLine(i)
			for n, l := range widget.Wrap(text, w-2) {
				mark := d.levelMark(level)
				if n > 0 {
					mark = " "
				}
				lines = append(lines, mark+" "+style.Render(l))
			}
		}
	}
	return lines
}

// aboutFacts are the inspections of what is typed in beside the files of a row.
func (d *Room) aboutFacts(key model.MaterialKey) []model.Inspection {
	return slices.DeleteFunc(d.ofFile(key, ""), func(i model.Inspection) bool { return i.Detail == "" })
}

// factsBrief says in a line what is typed in beside the files of a row.
func (d *Room) factsBrief(r model.ListRow) string {
	asked := model.DetailsOf(d.Proc, &d.App, r)
	var known []string
	for _, a := range asked {
		switch v := r.Details[a.ID]; {
		case v == nil:
		case a.ID == model.PagesOf:
			known = append(known, d.Env.P.Text("word", "seen.pages", "", "Count", v))
		default:
			known = append(known, legible.Line(d.Words().DetailValue(a.ID, v)))
		}
	}
	if len(known) == 0 {
		return d.Env.T(locales.UIDetailsNone, "Of", len(asked))
	}
	return strings.Join(known, between)
}
