package locales

import (
	"fmt"
	"io/fs"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
	"golang.org/x/text/language"
)

// An ID names a text of the program itself. Those that screens and commands
// use are the constants of ids_gen.go; those that follow a code of the model
// are put together: ID("error." + code).
type ID string

// A Printer speaks one language. It is read-only once made, so any number of
// goroutines may use it; to change the language, use another Printer.
type Printer struct {
	lang    Lang
	grammar *grammar
	plain   map[string]string // texts without plural forms and placeholders
	varied  map[string]bool   // the others, which go-i18n holds
	i18n    *i18n.Localizer
}

// strict refuses to fill a placeholder with nothing. It has no functions of
// its own, so go-i18n keeps what it has parsed.
var strict = &template.TextParser{Option: "missingkey=error"}

// New returns the printer of a language with the program's own texts. Each
// pack is a folder whose NAME.LANG.toml files add texts or replace them; a
// later pack goes over an earlier one. The error names the file and, where
// TOML is at fault, line and column.
func New(lang Lang, packs ...fs.FS) (*Printer, error) {
	g, ok := grammars[lang]
	if !ok {
		return nil, fmt.Errorf("locales: %q is none of the languages %q", lang, Langs)
	}
	p := &Printer{lang: lang, grammar: g, plain: make(map[string]string, 2048), varied: make(map[string]bool)}
	tag := language.Make(string(lang))
	bundle := i18n.NewBundle(tag) // its only language: no text comes out in another
	for _, fsys := range append([]fs.FS{own}, packs...) {
		messages, err := p.load(fsys)
		if err != nil {
			return nil, fmt.Errorf("locales: %w", err)
		}
		if err := bundle.AddMessages(tag, messages...); err != nil {
			return nil, fmt.Errorf("locales: %w", err)
		}
	}
	p.i18n = i18n.NewLocalizer(bundle, string(lang))
	return p, nil
}

// Lang returns the language that p speaks.
func (p *Printer) Lang() Lang { return p.lang }

// T returns a text with its placeholders filled from pairs of name and value:
//
//	p.T(locales.UIHomeDue, "Count", 3, "Days", 7)
//
// "Count", an integer, also picks the plural form. Numbers print as they come;
// money, dates and large numbers are put into words first, by p.Money and the
// like. A text that is missing, or cannot be filled, shows as its id.
func (p *Printer) T(id ID, args ...any) string { return p.text(string(id), args) }

// Text returns a text that is looked up by data: kind.id.part, or kind.id where
// part is empty. Args and what is missing are as in T.
func (p *Printer) Text(kind, id, part string, args ...any) string {
	return p.text(join(kind, id, part), args)
}

// Has reports whether there is such a text.
func (p *Printer) Has(kind, id, part string) bool {
	key := join(kind, id, part)
	_, plain := p.plain[key]
	return plain || p.varied[key]
}

func join(kind, id, part string) string {
	if part == "" {
		return kind + "." + id
	}
	return kind + "." + id + "." + part
}

func (p *Printer) text(id string, args []any) string {
	if s, ok := p.plain[id]; ok {
		return s
	}
	if !p.varied[id] {
		return id
	}
	data := pairs(args)
	config := &i18n.LocalizeConfig{MessageID: id, TemplateData: data, TemplateParser: strict}
	if n, ok := data["Count"]; ok {
		config.PluralCount = fmt.Sprint(n) // a string, as go-i18n knows no named integer types
	}
	// An error beside a text means that one plural form served for another.
	if s, _ := p.i18n.Localize(config); s != "" {
		return s
	}
	return id
}

func pairs(args []any) map[string]any {
	data := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		if name, ok := args[i].(string); ok {
			data[name] = args[i+1]
		}
	}
	return data
}

// HasID reports whether there is a text of that id.
func (p *Printer) HasID(id string) bool {
	if _, ok := p.plain[id]; ok {
		return true
	}
	return p.varied[id]
}
