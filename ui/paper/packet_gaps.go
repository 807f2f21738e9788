package paper

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// packetGaps lists what keeps the packet from being complete, each the way to
// where it is mended. The last row writes the packet, incomplete or not.
type packetGaps struct {
	d    *Room
	gaps int
	rows *page.Rows
}

// NewPacketGaps lists what the packet lacks; nil if that is nothing.
func NewPacketGaps(d *Room) page.Screen {
	s := &packetGaps{d: d, rows: d.Env.Rows(2)}
	if s.refresh(); s.gaps == 0 {
		return nil
	}
	return s
}

func (s *packetGaps) refresh() {
	gaps := s.d.Gaps()
	rows := make([]page.Row, 0, len(gaps)+1)
	for _, g := range gaps {
		rows = append(rows, page.Row{
			Key:   "gap/" + string(g.Row.Key),
			Lines: func(_ int, focused bool) []string { return s.gap(g, focused) },
			Open:  func() page.Step { return s.open(g) },
		})
	}
	s.gaps = len(gaps)
	s.rows.Set(append(rows, page.Row{
		Key:   "write",
		Lines: func(_ int, focused bool) []string { return s.last(focused) },
		Open:  func() page.Step { return page.Instead(s, NewPacket(s.d)) },
	}))
}

// open leads to the answer that decides, or to the row.
func (s *packetGaps) open(g model.Gap) page.Step {
	for _, q := range g.Row.Awaits {
		if s.d.Asks(q) {
			return desk.OpenAt(desk.Question, string(q))
		}
	}
	return desk.OpenAt(desk.Material, string(g.Row.Key))
}

func (s *packetGaps) gap(g model.Gap, focused bool) []string {
	th, words := s.d.Env.Theme(), s.d.Words()
	mark := th.Warn.Render(th.Mark.Warn)
	if g.Code == model.PaperFails {
		mark = th.Bad.Render(th.Mark.Bad)
	}
	return []string{mark + " " + th.Row(focused).Render(words.Row(g.Row)), "    " + th.Dim.Render(words.Gap(g))}
}

// last is the row that writes the packet.
func (s *packetGaps) last(focused bool) []string {
	th, label := s.d.Env.Theme(), locales.UIPacketAnyway
	if s.gaps == 0 {
		label = locales.UIPacketWrite
	}
	return []string{th.Accent.Render(th.Mark.Right) + " " + th.Row(focused).Render(s.d.Env.T(label)), ""}
}

func (s *packetGaps) Title() string { return s.d.Env.T(locales.UIPacketTitle) }

func (s *packetGaps) Bindings() []page.Binding {
	k := s.d.Env.Keys()
	return append(append(page.Shown(k.Open), s.d.Env.Back()), page.Shown(k.Move, k.GoTo)...)
}

func (s *packetGaps) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch msg.(type) {
	case page.ShownMsg, desk.ChangedMsg:
		s.refresh()
		return s, nil
	}
	step, _ := s.rows.Update(msg)
	return s, step
}

func (s *packetGaps) View(w, h int) page.Drawn {
	e := s.d.Env
	lines := []string{e.Theme().Title.Render(s.Title())}
	if s.gaps > 0 {
		lines = append(lines, widget.Wrap(e.T(locales.UIPacketGaps, "Count", s.gaps), min(w, 72))...)
	}
	lines = append(lines, "")
	return s.rows.Draw(min(w, 96), h-len(lines)).Under(lines...)
}
