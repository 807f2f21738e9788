package page

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
const BothLangs = "both"

var formatLabels = map[string]locales.ID{
	"md": locales.UIExportFormatMd, "txt": locales.UIExportFormatTxt, "docx": locales.UIExportFormatDocx, "json": locales.UIExportFormatJSON,
	"pdf": locales.UIExportFormatPDF,
}

func (e *Env) FormatLabel(format string) string { return e.T(formatLabels[format]) }

func (e *Env) LangOption(lang string) widget.Option {
	if lang == BothLangs {
		return widget.Option{Label: e.T(locales.UIExportBoth)}
	}
	return widget.Option{Label: e.P.Text("term", "lang", lang)}
}

// isFolder reports whether a path can only be a folder: a file name is missing.
func IsFolder(path string) bool { return strings.HasSuffix(path, "/") || strings.HasSuffix(path, `\`) }

type ExportedMsg struct {
	Path string // in full
	Left int    // files that a packet's merged PDF lacks
	Err  error
}
