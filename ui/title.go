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
	d    *coverRoom
	in   *input
	form *widget.Form
}

func newTitle(d *coverRoom) *title {
	s := &title{d: d, in: d.env.input(model.Field{Kind: model.FreeText}, nil, nil)}
	if typed, ok := d.draft.Text[titleDraft]; ok {
		s.in.set(typed)
	} else {
		s.in.set(d.app.Title)
	}
	s.form = widget.NewForm(d.env.kit, func(int) widget.Caption {
		note, tone := s.in.note(nil, "")
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
