package page

import (
	"context"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A Document is what can be saved to a file: what its dialog says and offers,
// and how it is written.
type Document struct {
	Title, Body locales.ID
	Name        func() string                     // of the file that is offered, without its ending
	Formats     []string                          // by file ending, the offered one first; the dialog asks if there are several
	Langs       []string                          // the choices of language; the dialog asks if there are any
	Lang        string                            // the choice that is offered
	LangOption  func(choice string) widget.Option // words a choice; nil for the usual words
	Keep        string                            // names the half-typed text of the dialog

	// Write returns what writes the document. It is called when the user
	// confirms, and copies what may change before the file is complete.
	Write func(Order) Writing
	// Done is the notice once the document is written.
	Done func(Saved) string
	// After returns the screen that then takes the place of the dialog. If After
	// or what it returns is nil, the dialog just leaves.
	After func() Screen

	// Progress stands beside the bar of a document that takes long to write. Back
	// stops the writing, and Stopped says so. "" is for all other documents.
	Progress, Stopped locales.ID
}

// An Order is what the user wants written.
type Order struct {
	Path    string
	Format  string
	Langs   []locales.Lang
	Replace bool // a file that exists may be written over
}

// A Saved is a document that was written.
type Saved struct {
	Path string // in full, so that the user finds it again; also with an error
	Left int    // how many files it lacks
}

// A Writing writes a document in the background, and tells how far it is. It ends
// early with the error of ctx.
type Writing func(ctx context.Context, tell func(done, of int)) (Saved, error)

// BothLangs is the choice of a document in all languages.
const BothLangs = "both"

// LangChoices are the usual choices of language.
var LangChoices = []string{string(locales.ZH), string(locales.EN), BothLangs}

// LangsOf returns the languages of a choice.
func LangsOf(choice string) []locales.Lang {
	switch choice {
	case "":
		return nil
	case BothLangs:
		return locales.Langs
	}
	return []locales.Lang{locales.Lang(choice)}
}

// LangInput makes the field for one of the choices of language. Option words
// them; nil is for the usual words.
func (e *Env) LangInput(choices []string, option func(choice string) widget.Option) *Input {
	if option == nil {
		option = e.langOption
	}
	return e.Input(model.Field{Kind: model.Choice}, option, choices)
}

func (e *Env) langOption(choice string) widget.Option {
	if choice == BothLangs {
		return widget.Option{Label: e.T(locales.UIExportBoth)}
	}
	return widget.Option{Label: e.P.Text("term", "lang", choice)}
}

var formatLabels = map[string]locales.ID{
	"md": locales.UIExportFormatMd, "txt": locales.UIExportFormatTxt, "docx": locales.UIExportFormatDocx, "json": locales.UIExportFormatJSON,
	"pdf": locales.UIExportFormatPDF,
}

// FormatInput makes the field for one of several formats.
func (e *Env) FormatInput(formats []string) *Input {
	option := func(format string) widget.Option { return widget.Option{Label: e.T(formatLabels[format])} }
	return e.Input(model.Field{Kind: model.Choice}, option, formats)
}
