package main

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/procedure"
)

// packFolder is where the data directory may hold packs.
const packFolder = "procedures"

// A library holds texts and definitions: those of the program, and those of
// the packs that are in order.
type library struct {
	packs    []*procedure.Pack
	texts    []fs.FS        // of the packs that are in order
	printers sync.Map       // locales.Lang to *locales.Printer; the wizard asks from many goroutines
	known    *procedure.Set // once load has read them
}

// readPacks finds the packs of two folders, of which the second has to exist
// if it is named. What is broken in a pack is left out, and reported when
// procedures are first asked for.
func (l *library) readPacks(own, given string) error {
	for _, dir := range []string{own, given} {
		if dir == "" {
			continue
		}
		if _, err := os.Stat(dir); err != nil {
			if dir == given {
				return unreadable(dir, err)
			}
			continue
		}
		packs, err := procedure.ReadPacks(filepath.ToSlash(filepath.Clean(dir)), smallFilesIn(dir))
		if err != nil {
			return unreadable(dir, err)
		}
		l.packs = append(l.packs, packs...)
	}
	for _, pack := range l.packs {
		if problems := textProblems(pack.Dir, pack.FS); len(problems) > 0 {
			pack.Break(problems...)
			continue
		}
		l.texts = append(l.texts, pack.FS)
	}
	if len(l.texts) > 0 {
		l.printers.Clear() // they lack the texts of the packs
	}
	return nil
}

// textProblems lists what is wrong with the texts beside the definitions of a
// folder.
func textProblems(dir string, fsys fs.FS) []procedure.Problem {
	var problems []procedure.Problem
	for _, lang := range locales.Langs {
		for _, e := range locales.Check(lang, fsys) {
			problems = append(problems, procedure.Problem{File: path.Join(dir, e.File), Line: e.Line, Column: e.Column, Code: procedure.BadText, Detail: e.Text})
		}
	}
	return problems
}

// printer speaks a language, with the words of the packs. It is made once: the
// wizard asks for both languages at every answer.
func (l *library) printer(lang locales.Lang) (*locales.Printer, error) {
	if p, ok := l.printers.Load(lang); ok {
		return p.(*locales.Printer), nil
	}
	p, err := locales.New(lang, l.texts...)
	if err == nil {
		l.printers.Store(lang, p)
	}
	return p, err
}

// wordsIn returns the words for a procedure in each of the languages.
func (l *library) wordsIn(p *model.Procedure, langs []locales.Lang) ([]export.Words, error) {
	all := make([]export.Words, len(langs))
	for i, lang := range langs {
		printer, err := l.printer(lang)
		if err != nil {
			return nil, err
		}
		all[i] = export.Words{Texts: printer, Procedure: p}
	}
	return all, nil
}

// load reads the definitions and checks the packs against them.
func (l *library) load() error {
	known, err := procedure.Shipped()
	if err != nil {
		return err
	}
	if len(l.packs) > 0 {
		has, err := hasText(l.texts...)
		if err != nil {
			return err
		}
		for _, pack := range l.packs {
			pack.Check(has)
		}
		known = known.With(l.packs...)
		known.Overlay(has, l.packs...)
	}
	l.known = known
	return nil
}

// problems lists what is wrong with the packs.
func (l *library) problems() []procedure.Problem {
	var all []procedure.Problem
	for _, pack := range l.packs {
		all = append(all, pack.Problems()...)
	}
	return all
}

// warning is the first problem of the packs in one line, for the wizard, which
// covers what was printed before it began.
func (l *library) warning(p *locales.Printer) string {
	problems := l.problems()
	if len(problems) == 0 {
		return ""
	}
	return p.T(locales.CLIPackBroken, "Problem", problems[0].Error())
}

// hasText returns a function that reports whether a language has a text, be it
// of the program or of packs.
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
