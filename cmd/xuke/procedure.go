package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/model/procedure"
)

func (c *command) procedureCommand() *cobra.Command {
	cmd := c.sub("procedure", nil, nil)
	cmd.Args, cmd.RunE = nil, c.unknownCommand
	list := c.sub("procedure-list", c.args(0, 0), func([]string) error { return c.procedureList() })
	show := c.sub("procedure-show", c.args(1, 1), func(args []string) error { return c.procedureShow(args[0]) })
	check := c.sub("procedure-check", c.args(1, -1), c.procedureCheck)
	for _, sub := range []*cobra.Command{list, show, check} {
		c.jsonFlag(sub)
		cmd.AddCommand(sub)
	}
	return cmd
}

func (c *command) procedureList() error {
	procs, err := c.editions()
	if err != nil {
		return err
	}
	if c.json {
		rows := []map[string]any{}
		for _, p := range procs {
			rows = append(rows, map[string]any{"id": p.ID, "edition": p.Edition, "title": c.p.Text("procedure", string(p.ID), "title")})
		}
		return c.write(rows)
	}
	fmt.Fprintln(c.out, lines(columns(procs, func(p *model.Procedure) []string {
		return []string{string(p.ID), p.Edition.String(), c.p.Text("procedure", string(p.ID), "title")}
	})))
	return nil
}

// procedureShow lists what a procedure asks, requires and collects.
func (c *command) procedureShow(id string) error {
	p, err := c.latest(model.ProcedureID(id))
	if err != nil {
		return c.noProcedure(model.ProcedureID(id), err)
	}
	w := export.Words{Texts: c.p, Procedure: p}
	if c.json {
		return c.write(procedureRecord(p))
	}
	fmt.Fprintf(c.out, "%s  %s\n", w.Title("procedure", string(p.ID)), p.Edition)
	for _, s := range p.Sections {
		fmt.Fprintf(c.out, "\n%s\n", w.Title("section", string(s.ID)))
		var qs []model.QuestionID
		for _, page := range s.Pages {
			qs = append(qs, page.Questions...)
		}
		fmt.Fprintln(c.out, indent(lines(columns(qs, func(id model.QuestionID) []string {
			q := p.Question(id)
			return []string{string(id), w.Question(id), c.accepts(q)}
		}))))
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
	return nil
}

// accepts says what an answer may be: the options of a choice, or its kind.
func (c *command) accepts(q *model.Question) string {
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

type problem struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Code   string `json:"code"`
	Text   string `json:"text"`
}

// procedureCheck lints definitions: exit 1 when one has a problem.
func (c *command) procedureCheck(files []string) error {
	found := []problem{}
	for _, name := range files {
		problems, err := c.lint(name)
		if err != nil {
			return err
		}
		for _, p := range problems {
			found = append(found, problem{p.File, p.Line, p.Column, string(p.Code), p.Error()})
		}
	}
	if len(found) > 0 {
		c.code = exitFailed
	}
	if c.json {
		return c.write(found)
	}
	for _, p := range found {
		fmt.Fprintln(c.out, legible.Line(p.Text))
	}
	if len(found) == 0 {
		c.say(locales.CLIProcedureFine, "Count", len(files))
	}
	return nil
}

func (c *command) lint(name string) ([]procedure.Problem, error) {
	data, err := c.readSmall(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	if procedure.IsOverlay(data) {
		return c.lintOverlay(name, data)
	}
	p, problems := procedure.Load(name, data)
	if p == nil || len(problems) > 0 {
		return problems, nil
	}
	var beside []fs.FS
	if name != "-" {
		dir := filepath.Dir(name)
		if problems := textProblems(filepath.ToSlash(dir), papersIn(dir)); len(problems) > 0 {
			return problems, nil
		}
		beside = append(beside, papersIn(dir))
	}
	has, err := hasText(beside...)
	if err != nil {
		return nil, err
	}
	return procedure.Check(p, name, has), nil
}

func (c *command) lintOverlay(name string, data []byte) ([]procedure.Problem, error) {
	o, problems := procedure.LoadOverlay(name, data)
	if o == nil {
		return problems, nil
	}
	known, err := c.procedures()
	if err != nil {
		return nil, err
	}
	texts := c.texts
	if name != "-" {
		texts = append(slices.Clone(texts), papersIn(filepath.Dir(name)))
	}
	has, err := hasText(texts...)
	if err != nil {
		return nil, err
	}
	return known.CheckOverlay(o, has), nil
}

// readSmall reads a file that should be a definition, or standard input for
// "-". It refuses what is none: folders, devices, pipes, and files that are
// far too large.
func (c *command) readSmall(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(io.LimitReader(c.in, mostPaper))
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if err := paper(info); err != nil {
		return nil, err
	}
	return os.ReadFile(name)
}
