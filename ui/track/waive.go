package track

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// waive asks why an item need not be done.
type waive struct {
	d    *Room
	id   string
	in   *page.Input
	form *widget.Form
}

func newWaive(d *Room, id string) page.Screen {
	s := &waive{d: d, id: id, in: d.Env.Input(model.Field{Kind: model.FreeText}, nil, nil)}
	s.in.Set(d.Draft.Text[s.draft()])
	s.form = widget.NewForm(d.Env.Kit, func(int) widget.Caption {
		note, tone := s.in.Note(nil, d.Env.T(locales.UIItemsWaiveHint))
		return widget.Caption{Label: d.Env.T(locales.UIItemsWaiveWhy, "Item", d.ItemTitle(d.item(id))), Note: note, Tone: tone}
	}, s.in.Widget)
	return s
}

func (s *waive) draft() string { return "waive/" + s.id }

func (s *waive) Typing() bool { return true }

func (s *waive) Title() string { return s.d.Env.T(locales.UIItemsItem) }

func (s *waive) Keys() []key.Binding {
	k := s.d.Env.Keys().When(true)
	return []key.Binding{k.Continue, k.Back}
}

func (s *waive) Update(msg tea.Msg) (page.Screen, page.Step) {
	if keys.Is(msg, s.d.Env.Keys().Back) {
		return s, page.Pop(1)
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
		s.in.Changed()
		return s, s.d.Typed(s.draft(), s.in.Get())
	case widget.Picked:
		why := strings.TrimSpace(s.in.Get())
		if why == "" {
			s.in.Problem = s.d.Env.T(locales.UIItemsWaiveNeeded)
			return s, nil
		}
		return s, page.Steps(s.d.settle(s.id, why, s.draft()), page.Pop(2))
	}
	return s, nil
}

func (s *waive) View(w, h int) (string, *tea.Cursor) { return s.form.View(min(w, 72), h) }
