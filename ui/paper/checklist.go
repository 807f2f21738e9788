package paper

import (
	"io"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/page"
)

// NewChecklist is the dialog that saves the document with everything about the
// application.
func NewChecklist(d *Room) page.Screen {
	e := d.Env
	return e.SaveAs(d.Desk, page.Document{
		Title: locales.UIExportTitle, Body: locales.UIExportBody,
		Name:    func() string { return d.dated(locales.UIExportFile) },
		Formats: export.Formats, Langs: page.LangChoices, Lang: string(e.Lang),
		Keep: "export",
		Write: func(o page.Order) page.Writing {
			opt := d.options()
			return d.write(o, func(out io.Writer, a *model.Application, words []export.Words) error {
				return export.Encode(out, o.Format, a, e.Workdays, opt, words...)
			})
		},
		Done: d.exported,
	})
}

// dated is a file name with the title of the application and the day.
func (d *Room) dated(name locales.ID) string {
	return d.Env.T(name, "Title", export.FileName(d.App.Title), "Today", d.Env.Today().String())
}

// exported says where a document is.
func (d *Room) exported(s page.Saved) string { return d.Env.T(locales.UIExportDone, "Path", s.Path) }
