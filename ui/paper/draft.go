package paper

import (
	"io"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/draft"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// NewDraft is the dialog that saves the draft of a row's document; nil if the
// row is gone. A draft is Chinese; in English the dialog offers one with a note
// in front.
func NewDraft(d *Room, key model.MaterialKey) page.Screen {
	r, ok := model.FindRow(d.Rows, key)
	if !ok {
		return nil
	}
	e, offered := d.Env, string(locales.ZH)
	if e.Lang == locales.EN {
		offered = page.BothLangs
	}
	return e.SaveAs(d.Desk, page.Document{
		Title: locales.UIDraftTitle, Body: locales.UIDraftBody,
		Name: func() string {
			return export.FileName(e.T(locales.UIDraftFile, "Material", d.Words().Row(r), "Title", d.App.Title))
		},
		Formats: []string{export.DraftFormat}, Langs: []string{string(locales.ZH), page.BothLangs}, Lang: offered,
		LangOption: func(choice string) widget.Option {
			if choice == page.BothLangs {
				return widget.Option{Label: e.T(locales.UIDraftNote)}
			}
			return widget.Option{Label: e.P.Text("term", "lang", choice)}
		},
		Keep:  "draft/" + string(key),
		Write: func(o page.Order) page.Writing { return d.writeDraft(o, r.MaterialID()) },
		Done:  func(s page.Saved) string { return e.T(locales.UIDraftDone, "Path", s.Path) },
	})
}

func (d *Room) writeDraft(o page.Order, id model.MaterialID) page.Writing {
	proc, today := d.Proc, d.Env.Today()
	return d.write(o, func(out io.Writer, a *model.Application, words []export.Words) error {
		opt := draft.Options{Today: today}
		if len(words) > 1 {
			opt.Note = words[1]
		}
		return draft.Write(out, words[0], proc, a, id, opt)
	})
}
