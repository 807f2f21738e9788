package cover

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

// titleDraft is the field of the draft that keeps a half-typed title.
const titleDraft = "title"

// title renames an application.
type title struct {
	d    *Room
	in   *page.Input
	form *widget.Form
}

func newTitle(d *Room) *title {
	s := &title{d: d, in: d.Env.Input(model.Field{Kind: model.FreeText}, nil, nil)}
	if typed, ok := d.Draft.Text[titleDraft]; ok {
		s.in.Set(typed)
	} else {
		s.in.Set(d.App.Title)
	}
	s.form = widget.NewForm(d.Env.Kit, func(int) widget.Caption {
		note, tone := s.in.Note(nil, "")
		return widget.Caption{Label: d.Env.T(locales.UITitleLabel), Note: note, Tone: tone}
	}, s.in.Widget)
	return s
}

func (s *title) Typing() bool { return true }

func (s *title) Title() string { return s.d.Env.T(locales.UITitleTitle) }

func (s *title) Keys() []key.Binding {
	k := s.d.Env.Keys().When(true)
	return []key.Binding{k.Continue, k.Back}
}

func (s *title) Update(msg tea.Msg) (page.Screen, page.Step) {
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
		return s, s.d.Typed(titleDraft, s.in.Get())
	case widget.Picked:
		changed := s.d.App.Clone()
		if err := changed.Rename(strings.TrimSpace(s.in.Get())); err != nil {
			s.in.Problem = s.d.Refusal("", err)
			return s, nil
		}
		return s, page.Steps(s.d.Commit(changed, titleDraft), page.Pop(1))
	}
	return s, nil
}

func (s *title) View(w, h int) (string, *tea.Cursor) { return s.form.View(min(w, 72), h) }
