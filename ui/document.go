package ui

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/widget"
)

// An ExportRequest asks for a document of an application: the checklist, or
// what Owner or Material says.
type ExportRequest struct {
	App       model.Application
	Procedure *model.Procedure
	Path      string
	Langs     []locales.Lang
	Owner     string           // only what this person has to bring, as a letter
	Material  model.MaterialID // the draft of this document; in English there is only a note about it
	Packet    bool             // everything collected, as a ZIP
	Replace   bool             // an existing file may be written over
}

// bothLangs is the option for a document in all languages.
const bothLangs = "both"

var formatLabels = map[string]locales.ID{
	"md": locales.UIExportFormatMd, "txt": locales.UIExportFormatTxt, "docx": locales.UIExportFormatDocx, "json": locales.UIExportFormatJSON,
	"pdf": locales.UIExportFormatPDF,
}

func (e *Env) formatLabel(format string) string { return e.t(formatLabels[format]) }

func (e *Env) langOption(lang string) widget.Option {
	if lang == bothLangs {
		return widget.Option{Label: e.t(locales.UIExportBoth)}
	}
	return widget.Option{Label: e.p.Text("term", "lang", lang)}
}

// isFolder reports whether a path can only be a folder: a file name is missing.
func isFolder(path string) bool { return strings.HasSuffix(path, "/") || strings.HasSuffix(path, `\`) }

type exportedMsg struct {
	path string // in full
	left int    // files that a packet's merged PDF lacks
	err  error
}
