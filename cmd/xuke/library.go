package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/model/procedure"
)

// packFolder is where the data directory may hold packs.
const packFolder = "procedures"

// readPacks finds the packs of the data directory and of --procedures. What is
// broken in them is left out and told when procedures are first asked for.
func (c *command) readPacks(given string) error {
	for _, dir := range []string{filepath.Join(c.data, packFolder), given} {
		if dir == "" {
			continue
		}
		if _, err := os.Stat(dir); err != nil {
			if dir == given {
				return unreadable(dir, err)
			}
			continue
		}
		packs, err := procedure.ReadPacks(filepath.ToSlash(filepath.Clean(dir)), papersIn(dir))
		if err != nil {
			return unreadable(dir, err)
		}
		c.packs = append(c.packs, packs...)
	}
	for _, pack := range c.packs {
		if problems := textProblems(pack.Dir, pack.FS); len(problems) > 0 {
			pack.Break(problems...)
			continue
		}
		c.texts = append(c.texts, pack.FS)
	}
	return nil
}

// textProblems are those of the texts beside the definitions of a folder.
func textProblems(dir string, fsys fs.FS) []procedure.Problem {
	var problems []procedure.Problem
	for _, lang := range locales.Langs {
		for _, e := range locales.Check(lang, fsys) {
			problems = append(problems, procedure.Problem{File: path.Join(dir, e.File), Line: e.Line, Column: e.Column, Code: procedure.BadText, Detail: e.Text})
		}
	}
	return problems
}

// printer speaks a language, with the words of the packs. What was read is
// kept: the wizard asks for both languages at every answer.
func (c *command) printer(lang locales.Lang) (*locales.Printer, error) {
	if p, ok := c.printers.Load(lang); ok {
		return p.(*locales.Printer), nil
	}
	p, err := locales.New(lang, c.texts...)
	if err == nil {
		c.printers.Store(lang, p)
	}
	return p, err
}

// hasText reports whether there is a text in a language.
func hasText(packs ...fs.FS) (func(lang, id string) bool, error) {
	printers := map[string]*locales.Printer{}
	for _, lang := range locales.Langs {
		p, err := locales.New(lang, packs...)
		if err != nil {
			return nil, err
		}
		printers[string(lang)] = p
	}
	return func(lang, id string) bool { return printers[lang].HasID(id) }, nil
}

// procedures are those that the program works with: the shipped ones, and
// those of packs that are in order.
func (c *command) procedures() (*procedure.Set, error) {
	if c.known != nil {
		return c.known, nil
	}
	known, err := procedure.Shipped()
	if err != nil {
		return nil, err
	}
	if len(c.packs) > 0 {
		has, err := hasText(c.texts...)
		if err != nil {
			return nil, err
		}
		for _, pack := range c.packs {
			pack.Check(has)
		}
		known = known.With(c.packs...)
		known.Overlay(has, c.packs...)
		c.tellBroken()
	}
	c.known = known
	return known, nil
}

// mostTold is how many problems of packs are told; the linter has them all.
const mostTold = 5

// tellBroken says what is left out of the packs, and that the rest goes on.
func (c *command) tellBroken() {
	problems := c.packProblems()
	for _, p := range problems[:min(len(problems), mostTold)] {
		c.tell(locales.CLIPackBroken, "Problem", p.Error())
	}
	if len(problems) > 0 {
		c.tell(locales.CLIPackRest, "Count", len(problems))
	}
}

// brokenPack says the first problem in one line, for the wizard: what was told
// before it began is under it.
func (c *command) brokenPack(p *locales.Printer) string {
	problems := c.packProblems()
	if len(problems) == 0 {
		return ""
	}
	return p.T(locales.CLIPackBroken, "Problem", problems[0].Error())
}

func (c *command) packProblems() []procedure.Problem {
	var all []procedure.Problem
	for _, pack := range c.packs {
		all = append(all, pack.Problems()...)
	}
	return all
}

// editions lists all editions of all procedures.
func (c *command) editions() ([]*model.Procedure, error) {
	s, err := c.procedures()
	if err != nil {
		return nil, err
	}
	return s.Editions(), nil
}

// latest finds the newest edition of a procedure.
func (c *command) latest(id model.ProcedureID) (*model.Procedure, error) {
	return c.edition(id, model.Date{})
}

// edition finds one edition of a procedure, the newest for the zero Date.
func (c *command) edition(id model.ProcedureID, edition model.Date) (*model.Procedure, error) {
	s, err := c.procedures()
	if err != nil {
		return nil, err
	}
	if edition.IsZero() {
		return s.Latest(id)
	}
	return s.Edition(id, edition)
}

// noProcedure is for a name that somebody gave: unknown, or of a broken pack.
func (c *command) noProcedure(id model.ProcedureID, err error) error {
	if broken := (*procedure.BrokenError)(nil); errors.As(err, &broken) {
		return err
	}
	var ids []string
	if procs, err := c.editions(); err == nil {
		for _, p := range procs {
			ids = append(ids, legible.Line(string(p.ID)))
		}
	}
	return c.usage(locales.CLIErrorProcedure, "Given", string(id), "Accepts", c.p.List(slices.Compact(ids)))
}

// wordsIn are the words for a procedure in each of the languages.
func (c *command) wordsIn(p *model.Procedure, langs []locales.Lang) ([]export.Words, error) {
	all := make([]export.Words, len(langs))
	for i, lang := range langs {
		printer, err := c.printer(lang)
		if err != nil {
			return nil, err
		}
		all[i] = export.Words{Texts: printer, Procedure: p}
	}
	return all, nil
}
