package paper

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// newDraft is the dialog that writes the draft of a row's document; nil if the
// row is gone.
func NewDraft(d *Room, key model.MaterialKey) page.Screen {
	r, ok := model.FindRow(d.Rows, key)
	if !ok {
		return nil
	}
	return newExporter(d, d.drafted(r))
}

// drafted is the paper that is the draft of a row's document. It is Chinese;
// who works in English is offered a note in front.
func (d *Room) drafted(r model.ListRow) paper {
	e := d.Env
	p := paper{
		title: locales.UIDraftTitle, body: locales.UIDraftBody, done: locales.UIDraftDone,
		stem: func() string {
			name := e.T(locales.UIDraftFile, "Material", d.Words().Row(r), "Title", d.App.Title)
			return export.FileName(name)
		},
		formats: []string{"docx"}, langs: []string{string(locales.ZH), page.BothLangs}, offered: string(locales.ZH),
		langLabel: func(lang string) widget.Option {
			if lang == page.BothLangs {
				return widget.Option{Label: e.T(locales.UIDraftNote)}
			}
			return widget.Option{Label: e.P.Text("term", "lang", lang)}
		},
		request: page.ExportRequest{Material: r.MaterialID()},
		keep:    "draft/" + string(r.Key),
	}
	if e.Lang == locales.EN {
		p.offered = page.BothLangs
	}
	return p
}
