package ui

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/widget"
)

// newDraft is the dialog that writes the draft of a row's document; nil if the
// row is gone.
func newDraft(d *paperRoom, key model.MaterialKey) screen {
	r, ok := model.FindRow(d.rows, key)
	if !ok {
		return nil
	}
	return newExporter(d, d.drafted(r))
}

// drafted is the paper that is the draft of a row's document. It is Chinese;
// who works in English is offered a note in front.
func (d *paperRoom) drafted(r model.ListRow) paper {
	e := d.env
	p := paper{
		title: locales.UIDraftTitle, body: locales.UIDraftBody, done: locales.UIDraftDone,
		stem: func() string {
			name := e.t(locales.UIDraftFile, "Material", d.words().Row(r), "Title", d.app.Title)
			return export.FileName(name)
		},
		formats: []string{"docx"}, langs: []string{string(locales.ZH), bothLangs}, offered: string(locales.ZH),
		langLabel: func(lang string) widget.Option {
			if lang == bothLangs {
				return widget.Option{Label: e.t(locales.UIDraftNote)}
			}
			return widget.Option{Label: e.p.Text("term", "lang", lang)}
		},
		request: ExportRequest{Material: r.MaterialID()},
		keep:    "draft/" + string(r.Key),
	}
	if e.Lang == locales.EN {
		p.offered = bothLangs
	}
	return p
}
