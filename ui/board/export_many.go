package board

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// exportMany asks for the folder, the format and the language in which many
// applications are exported, a file each.
type exportMany struct {
	env    *Room
	ids    []model.ApplicationID
	folder *page.Input
	format *page.Input
	lang   *page.Input
	form   *page.Form
	making bool // the folder is being made
}

func newExportMany(e *Room, ids []model.ApplicationID) page.Screen {
	s := &exportMany{env: e, ids: ids}
	s.folder = e.Input(model.Field{Kind: model.FreeText}, nil, nil)
	s.format = e.FormatInput(export.Formats)
	s.lang = e.LangInput(page.LangChoices, nil)
	s.folder.Set(e.T(locales.UIExportManyName, "Today", e.Today().String()))
	s.format.Set(export.Formats[0])
	s.lang.Set(string(e.Lang))
	s.form = e.Form(e.notes, s.makeFolder,
		page.Field{Input: s.folder, Keep: "export-many/folder", Caption: s.caption},
		page.Field{Input: s.format, Keep: "export-many/format", Label: locales.UIExportFormat},
		page.Field{Input: s.lang, Keep: "export-many/lang", Label: locales.UIExportLang})
	return s
}

func (s *exportMany) Typing() bool { return s.form.Typing() }

func (s *exportMany) Title() string { return s.env.T(locales.UIExportTitle) }

func (s *exportMany) Bindings() []page.Binding { return s.form.Bindings() }

func (s *exportMany) Update(msg tea.Msg) (page.Screen, page.Step) {
	if m, ok := msg.(folderMadeMsg); ok {
		return s, s.begin(m)
	}
	return s, s.form.Update(msg)
}

// makeFolder has the folder made for the files. While it is being made it does
// nothing.
func (s *exportMany) makeFolder() page.Step {
	dir := strings.TrimSpace(s.folder.Get())
	switch {
	case s.making:
		return nil
	case dir == "":
		s.form.Refuse(0, s.env.T(locales.UIExportManyEmpty))
		return nil
	}
	s.making = true
	return s.env.makeFolder(dir)
}

// begin writes the first file as soon as there is a folder for it.
func (s *exportMany) begin(msg folderMadeMsg) page.Step {
	if !s.making {
		return nil
	}
	s.making = false
	if msg.err != nil {
		s.form.Refuse(0, s.env.Fail(msg.err))
		return nil
	}
	to := destination{msg.dir, s.format.Get(), page.LangsOf(s.lang.Get())}
	return page.Steps(s.env.notes.Forget(s.form.Kept()...), page.Instead(s, newExportRun(s.env, to, s.ids)))
}

func (s *exportMany) caption() widget.Caption {
	note, tone := s.folder.Note(nil, "")
	if note == "" {
		note = s.env.T(locales.UIExportManyHint)
	}
	return widget.Caption{Label: s.env.T(locales.UIExportManyFolder), Note: note, Tone: tone}
}

func (s *exportMany) View(w, h int) page.Drawn {
	title := s.env.Theme().Title.Render(s.env.T(locales.UIExportManyTitle, "Count", len(s.ids)))
	return s.form.Draw(w, h-2).Under(title, "")
}
