package paper

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// asking lists who brings something or finds something out, and leads to what
// can be sent to them.
type asking struct {
	d      *Room
	owners []string
	list   *widget.List
	top    int // as drawn last, for clicks
}

func NewLetters(d *Room) page.Screen {
	s := &asking{d: d}
	s.list = widget.NewList(d.Env.Kit, 1, s.row)
	s.find()
	return s
}

func (s *asking) find() {
	s.owners = export.Owners(s.d.Proc, &s.d.App)
	s.list.SetCount(len(s.owners))
}

func (s *asking) Title() string { return s.d.Env.T(locales.UIAskingTitle) }

func (s *asking) Keys() []key.Binding {
	k := s.d.Env.Keys()
	return []key.Binding{k.Open, k.Back, k.Move}
}

func (s *asking) Update(msg tea.Msg) (page.Screen, page.Step) {
	if keys.Is(msg, s.d.Env.Keys().Back) {
		return s, page.Pop(1)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case page.ShownMsg:
		s.find()
	case tea.MouseClickMsg:
		event = s.list.Click(m.X, m.Y-s.top)
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = s.list.Update(m)
	}
	if at := s.list.At(); event == widget.Picked && at < len(s.owners) {
		return s, page.Push(newAsked(s.d, s.owners[at]))
	}
	return s, nil
}

// row is somebody, and how much is still to come from them.
func (s *asking) row(i, w int, focused bool) []string {
	if i >= len(s.owners) {
		return nil
	}
	th, e := s.d.Env.Theme(), s.d.Env
	style := th.Text
	if focused {
		style = th.Selected
	}
	n := 0
	for _, p := range s.d.Words().Ask(&s.d.App, s.owners[i], export.Options{Today: e.Today()}).Parts {
		if !p.How {
			n += len(p.Items)
		}
	}
	return []string{widget.Spread(style.Render(legible.Line(s.owners[i])), th.Dim.Render(e.T(locales.UIAskingCount, "Count", n)), w)}
}

func (s *asking) View(w, h int) (string, *tea.Cursor) {
	th, e := s.d.Env.Theme(), s.d.Env
	w = min(w, 72)
	lines := []string{th.Title.Render(e.T(locales.UIAskingTitle))}
	for _, l := range widget.Wrap(e.T(locales.UIAskingBody), w) {
		lines = append(lines, th.Dim.Render(l))
	}
	lines = append(lines, "")
	s.top = len(lines)
	list, _ := s.list.View(w, max(1, h-s.top))
	return strings.Join(append(lines, list), "\n"), nil
}
