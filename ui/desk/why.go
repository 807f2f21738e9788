package desk

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// Explain makes the paragraphs beside a page: why something is asked, where to
// find it, the sources.
func (d *Desk) Explain(kind, id string, cites []model.Citation) []string {
	th, w, e := d.Env.Theme(), d.Words(), d.Env
	var out []string
	add := func(title locales.ID, text string) {
		if text == "" {
			return
		}
		if len(out) > 0 {
			out = append(out, "")
		}
		out = append(out, th.Label.Render(e.T(title)), text)
	}
	add(locales.UIWhyWhy, w.Part(kind, id, "why"))
	add(locales.UIWhyRule, w.Part(kind, id, "rule"))
	add(locales.UIWhyHow, w.Part(kind, id, "how"))
	add(locales.UIWhyLook, w.Part(kind, id, "look"))
	add(locales.UIWhyWhere, w.Part(kind, id, "where"))
	if example := w.Part(kind, id, "example"); example != "" {
		add(locales.UIWhyExample, example)
	}
	var hints, notes []string
	for _, h := range d.Proc.Hinted(id) {
		text := w.Text("hint", string(h.ID), "text")
		if h.Note {
			notes = append(notes, text)
		} else {
			hints = append(hints, text)
		}
	}
	add(locales.UIWhyHint, strings.Join(hints, "\n"))
	var sources []string
	for _, c := range cites {
		text := w.Cited(c)
		if c.Superseded != nil {
			text += " " + th.Mark.Warn + " " + w.Superseded(*c.Superseded)
		}
		sources = append(sources, text)
	}
	add(locales.UIWhySources, strings.Join(sources, "\n"))
	add(locales.UIWhyNote, strings.Join(notes, "\n"))
	return out
}

// Why makes a page that explains one question or material, for windows that have
// no room beside it.
func (d *Desk) Why(part model.Part) page.Screen {
	return d.Env.Reader(locales.UIWhyTitle, func(w int) []string {
		lines := []string{d.Env.Theme().Title.Render(d.Words().Title(part.Kind, part.ID)), ""}
		return append(lines, widget.WrapAll(d.Explain(part.Kind, part.ID, part.Sources), w)...)
	})
}

// PartOf returns a part of a procedure; one that it does not have is without
// sources.
func PartOf(p *model.Procedure, id string) model.Part {
	part, _ := p.Part(id)
	part.ID = id
	return part
}

// SourcesOf makes a page with the sources of a part, each with its rank, its
// dates and what it says.
func (d *Desk) SourcesOf(part model.Part) page.Screen {
	return d.Env.Reader(locales.UISourcesTitle, func(w int) []string {
		lines := d.sources(d.Words().Explain(part, d.Env.Today()), w)
		if part.Kind != "question" {
			return lines
		}
		// The rules that look at the answer have sources of their own.
		for _, c := range d.Proc.ConditionsOn(model.QuestionID(part.ID)) {
			rule := d.Words().Explain(PartOf(d.Proc, string(c.ID)), d.Env.Today())
			lines = append(append(lines, "", d.Env.Kit.Rule(w)), d.sources(rule, w)...)
		}
		return lines
	})
}

// sources are the lines about one part.
func (d *Desk) sources(x export.Explanation, w int) []string {
	th, e := d.Env.Theme(), d.Env
	lines := []string{th.Title.Render(x.Title)}
	para := func(indent, text string, render func(...string) string) {
		for _, l := range widget.Wrap(text, w-len(indent)) {
			lines = append(lines, indent+render(l))
		}
	}
	if x.Rule != "" {
		para("", x.Rule, th.Text.Render)
	}
	if x.Disagree {
		lines = append(lines, "")
		para("", th.Mark.Warn+" "+e.T(locales.UISourcesDisagree), th.Warn.Render)
	}
	if len(x.Sources) == 0 {
		lines = append(lines, "")
		para("", e.T(locales.UISourcesNone), th.Dim.Render)
	}
	for _, s := range x.Sources {
		lines = append(lines, "")
		para("", s.Citation, th.Label.Render)
		about := th.Dim
		if s.CheckAgain {
			about = th.Warn
		}
		para("  ", s.About, about.Render)
		if s.Superseded != "" {
			para("  ", th.Mark.Warn+" "+s.Superseded, th.Warn.Render)
		}
		if s.Says != "" {
			para("  ", s.Says, th.Text.Render)
		}
	}
	for _, n := range x.Notes {
		lines = append(lines, "")
		para("", n, th.Text.Render)
	}
	return lines
}
