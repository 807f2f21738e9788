package page

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/widget"
)

// An ExportRequest asks for the checklist of an application.
type ExportRequest struct {
	App       model.Application
	Procedure *model.Procedure
	Path      string
	Langs     []locales.Lang
	Replace   bool // an existing file may be written over
}

func (e *Env) FormatLabel(format string) string { return e.T(formatLabels[format]) }

func (e *Env) LangOption(lang string) widget.Option { return e.langOption(lang) }

// IsFolder reports whether a path can only be a folder: a file name is missing.
func IsFolder(path string) bool { return isFolder(path) }

type ExportedMsg struct {
	Path string // in full
	Err  error
}
