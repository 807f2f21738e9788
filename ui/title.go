package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// titleDraft is the field of the draft that keeps a half-typed title.
const titleDraft = "title"

// title renames an application.
type title struct {
	d    *desk
	in   *input
	form *widget.Form
}

func newTitle(d *desk) *title {
	s := &title{d: d, in: newInput(d.env, model.Field{Kind: model.FreeText}, nil, nil)}
	if typed, ok := d.draft.Text[titleDraft]; ok {
		s.in.set(typed)
	} else {
		s.in.set(d.app.Title)
	}
	s.form = widget.NewForm(d.env.kit, func(int) widget.Caption {
		note, tone := s.in.note(d.env, nil, "")
		return widget.Caption{Label: d.env.t(locales.UITitleLabel), Note: note, Tone: tone}
	}, s.in.Widget)
	return s
}

func (s *title) Typing() bool  { return true }
func (s *title) Title() string { return s.d.env.t(locales.UITitleTitle) }
func (s *title) Keys() []key.Binding {
	k := s.d.env.keys().When(true)
	return []key.Binding{k.Continue, k.Back}
}

func (s *title) Update(msg tea.Msg) (screen, Step) {
	if keys.Is(msg, s.d.env.keys().Back) {
		return s, pop(1)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		event = s.form.Click(m.X, m.Y)
	case tea.KeyPressMsg, tea.PasteMsg:
		event = s.form.Update(m)
	}
	switch event {
	case widget.Changed:
		s.in.changed()
		return s, s.d.typed(titleDraft, s.in.get())
	case widget.Picked:
		changed := s.d.app.Clone()
		if err := changed.Rename(strings.TrimSpace(s.in.get())); err != nil {
			s.in.problem = s.d.refusal("", err)
			return s, nil
		}
		return s, Steps(s.d.commit(changed, titleDraft), pop(1))
	}
	return s, nil
}

func (s *title) View(w, h int) (string, *tea.Cursor) { return s.form.View(min(w, 72), h) }

// name gives an application the name of its company, until somebody has given
// it another one.
func (d *desk) name(app *model.Application) {
	company, ok := app.Answers["company-name"].Value.(model.Text)
	before, _ := d.app.Answers["company-name"].Value.(model.Text)
	if !ok || strings.TrimSpace(string(company)) == "" {
		return
	}
	untitled := d.app.Title == d.untitled(locales.ZH) || d.app.Title == d.untitled(locales.EN)
	if untitled || d.app.Title == strings.TrimSpace(string(before)) {
		app.Title = strings.TrimSpace(string(company))
	}
}

// untitled is the title that an application is created with.
func (d *desk) untitled(lang locales.Lang) string {
	p, err := d.env.Printers(lang)
	if err != nil {
		return ""
	}
	return p.T(locales.UIAppUntitled, "Today", model.DateOf(d.app.Created).String())
}
