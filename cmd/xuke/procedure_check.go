package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/model/procedure"
)

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
	return procedure.Lint(p, name, has), nil
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
