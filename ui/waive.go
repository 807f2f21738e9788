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

// waive asks why an item need not be done.
type waive struct {
	d    *trackRoom
	id   string
	in   *input
	form *widget.Form
}

func newWaive(d *trackRoom, id string) screen {
	s := &waive{d: d, id: id, in: d.env.input(model.Field{Kind: model.FreeText}, nil, nil)}
	s.in.set(d.draft.Text[s.draft()])
	s.form = widget.NewForm(d.env.kit, func(int) widget.Caption {
		note, tone := s.in.note(nil, d.env.t(locales.UIItemsWaiveHint))
		return widget.Caption{Label: d.env.t(locales.UIItemsWaiveWhy, "Item", d.itemTitle(d.item(id))), Note: note, Tone: tone}
	}, s.in.Widget)
	return s
}

func (s *waive) draft() string { return "waive/" + s.id }
func (s *waive) Typing() bool  { return true }
func (s *waive) Title() string { return s.d.env.t(locales.UIItemsItem) }
func (s *waive) Keys() []key.Binding {
	k := s.d.env.keys().When(true)
	return []key.Binding{k.Continue, k.Back}
}

func (s *waive) Update(msg tea.Msg) (screen, Step) {
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
		return s, s.d.typed(s.draft(), s.in.get())
	case widget.Picked:
		why := strings.TrimSpace(s.in.get())
		if why == "" {
			s.in.problem = s.d.env.t(locales.UIItemsWaiveNeeded)
			return s, nil
		}
		return s, Steps(s.d.settle(s.id, why, s.draft()), pop(2))
	}
	return s, nil
}

func (s *waive) View(w, h int) (string, *tea.Cursor) { return s.form.View(min(w, 72), h) }
