package main

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/model/procedure"
)

// A procedureCheckCommand lints definitions. The exit code is 1 if one has a
// problem.
type procedureCheckCommand struct{ *session }

func newProcedureCheck(s *session) *cobra.Command {
	c := procedureCheckCommand{s}
	return s.command(spec{name: "procedure-check", least: 1, most: many, json: true, run: c.run})
}

// A problem is what scripts get.
type problem struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Code   string `json:"code"`
	Text   string `json:"text"`
}

func (c procedureCheckCommand) run(files []string) error {
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

// lint checks a file, or standard input for "-". The texts beside a file count
// as those of its procedure.
func (c procedureCheckCommand) lint(name string) ([]procedure.Problem, error) {
	data, err := c.read(name)
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
		if problems := textProblems(filepath.ToSlash(dir), smallFilesIn(dir)); len(problems) > 0 {
			return problems, nil
		}
		beside = append(beside, smallFilesIn(dir))
	}
	has, err := hasText(beside...)
	if err != nil {
		return nil, err
	}
	return procedure.Check(p, name, has), nil
}

// lintOverlay checks an overlay against the procedures that there are.
func (c procedureCheckCommand) lintOverlay(name string, data []byte) ([]procedure.Problem, error) {
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
		texts = append(slices.Clone(texts), smallFilesIn(filepath.Dir(name)))
	}
	has, err := hasText(texts...)
	if err != nil {
		return nil, err
	}
	return known.CheckOverlay(o, has), nil
}

func (c procedureCheckCommand) read(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(io.LimitReader(c.in, mostSmall))
	}
	return readSmall(name)
}
