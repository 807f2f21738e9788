package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// A procedureShowCommand lists what a procedure asks, requires and collects.
type procedureShowCommand struct{ *session }

func newProcedureShow(s *session) *cobra.Command {
	c := procedureShowCommand{s}
	return s.command(spec{name: "procedure-show", least: 1, most: 1, json: true, run: c.run})
}

func (c procedureShowCommand) run(args []string) error {
	p, err := c.chosen(args[0])
	if err != nil {
		return err
	}
	if c.json {
		return c.write(procedureRecord(p))
	}
	c.show(export.Words{Texts: c.p, Procedure: p})
	return nil
}

func (c procedureShowCommand) show(w export.Words) {
	p := w.Procedure
	fmt.Fprintf(c.out, "%s  %s\n", w.Title("procedure", string(p.ID)), p.Edition)
	for _, section := range p.Sections {
		var qs []model.QuestionID
		for _, page := range section.Pages {
			qs = append(qs, page.Questions...)
		}
		ls := columns(qs, func(id model.QuestionID) []string {
			return []string{string(id), w.Question(id), c.accepts(p.Question(id))}
		})
		fmt.Fprintf(c.out, "\n%s\n%s\n", w.Title("section", string(section.ID)), indent(block(ls)))
	}
	c.part(c.p.T(locales.CLIShowConditions), columns(p.Conditions, func(cond model.Condition) []string {
		return []string{string(cond.ID), w.Part("condition", string(cond.ID), "rule")}
	}))
	c.part(c.p.T(locales.CLIShowMaterials), columns(p.Materials, func(m model.Material) []string {
		return []string{string(m.ID), w.Title("material", string(m.ID)), c.tag("required", string(m.Required))}
	}))
	c.part(c.p.T(locales.CLIProcedureEvents), columns(p.Events, func(e model.EventRule) []string {
		return []string{string(e.ID), w.Title("event", string(e.ID))}
	}))
}

// accepts says what an answer may be: the options of a choice, or its kind.
func (c procedureShowCommand) accepts(q *model.Question) string {
	switch q.Kind {
	case model.Choice:
		return strings.Join(q.Options, " | ")
	case model.List:
		cols := make([]string, len(q.Fields))
		for i, f := range q.Fields {
			cols[i] = f.Name
		}
		return c.p.Aside(c.p.Text("term", "kind", string(q.Kind)), strings.Join(cols, ", "))
	}
	return c.p.Text("term", "kind", string(q.Kind))
}

// procedureRecord is the ids of a procedure, for scripts.
func procedureRecord(p *model.Procedure) map[string]any {
	ids := func(n int, id func(int) string) []string {
		out := make([]string, n)
		for i := range out {
			out[i] = id(i)
		}
		return out
	}
	return map[string]any{
		"id": p.ID, "edition": p.Edition,
		"questions":  ids(len(p.Questions), func(i int) string { return string(p.Questions[i].ID) }),
		"conditions": ids(len(p.Conditions), func(i int) string { return string(p.Conditions[i].ID) }),
		"materials":  ids(len(p.Materials), func(i int) string { return string(p.Materials[i].ID) }),
		"sources":    ids(len(p.Sources), func(i int) string { return string(p.Sources[i].ID) }),
		"events":     ids(len(p.Events), func(i int) string { return string(p.Events[i].ID) }),
		"states":     ids(len(p.States), func(i int) string { return string(p.States[i].ID) }),
		"clocks":     ids(len(p.Clocks), func(i int) string { return string(p.Clocks[i].ID) }),
	}
}
