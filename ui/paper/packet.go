package paper

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// gaps shows what keeps the packet from being complete, each the way to where
// it is mended. The last row writes the packet, incomplete or not.
type gaps struct {
	d     *Room
	found []model.Gap
	list  *widget.List
	top   int // as drawn last, for clicks
}

// newPacket asks at once where the packet goes when nothing is missing.
func NewPacket(d *Room) page.Screen {
	s := &gaps{d: d}
	s.list = widget.NewList(d.Env.Kit, 2, s.row)
	s.look()
	if len(s.found) == 0 {
		return newExporter(d, d.packet())
	}
	return s
}

func (s *gaps) look() {
	s.found = s.d.Gaps()
	s.list.SetCount(len(s.found) + 1)
}

// packet is the paper with everything that was collected.
func (d *Room) packet() paper {
	e := d.Env
	return paper{
		title: locales.UIPacketTitle, body: locales.UIPacketBody, done: locales.UIPacketDone,
		stem: func() string {
			return e.T(locales.UIPacketFile, "Title", export.FileName(d.App.Title), "Today", e.Today().String())
		},
		formats: []string{zipFormat}, langs: []string{string(locales.ZH), string(locales.EN), page.BothLangs}, offered: string(e.Lang),
		request: page.ExportRequest{Packet: true},
		keep:    "packet",
	}
}

// zipFormat is the ending of a packet's file.
const zipFormat = "zip"

func (s *gaps) Title() string { return s.d.Env.T(locales.UIPacketTitle) }

func (s *gaps) Keys() []key.Binding {
	k := s.d.Env.Keys()
	return []key.Binding{k.Open, k.Back, k.Move, k.GoTo}
}

func (s *gaps) Update(msg tea.Msg) (page.Screen, page.Step) {
	if keys.Is(msg, s.d.Env.Keys().Back) {
		return s, page.Pop(1)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case page.ShownMsg:
		s.look()
	case tea.MouseClickMsg:
		event = s.list.Click(m.X, m.Y-s.top)
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = s.list.Update(m)
	}
	if event == widget.Picked {
		return s, s.open(s.list.At())
	}
	return s, nil
}

// open leads to the answer that decides, or to the row.
func (s *gaps) open(i int) page.Step {
	if i >= len(s.found) {
		return page.Replace(newExporter(s.d, s.d.packet()), 1)
	}
	g := s.found[i]
	for _, q := range g.Row.Awaits {
		if s.d.Asks(q) {
			return desk.OpenAt(desk.Question, string(q))
		}
	}
	return desk.OpenAt(desk.Material, string(g.Row.Key))
}

func (s *gaps) row(i, w int, focused bool) []string {
	th, e := s.d.Env.Theme(), s.d.Env
	style := th.Text
	if focused {
		style = th.Selected
	}
	if i >= len(s.found) {
		label := e.T(locales.UIPacketAnyway)
		if len(s.found) == 0 {
			label = e.T(locales.UIPacketWrite)
		}
		return []string{th.Accent.Render(th.Mark.Right) + " " + style.Render(label), ""}
	}
	g, words := s.found[i], s.d.Words()
	mark := th.Warn.Render(th.Mark.Warn)
	if g.Code == model.PaperFails {
		mark = th.Bad.Render(th.Mark.Bad)
	}
	return []string{mark + " " + style.Render(words.Row(g.Row)), "    " + th.Dim.Render(words.Gap(g))}
}

func (s *gaps) View(w, h int) (string, *tea.Cursor) {
	e := s.d.Env
	lines := []string{e.Theme().Title.Render(e.T(locales.UIPacketTitle))}
	if len(s.found) > 0 {
		lines = append(lines, widget.Wrap(e.T(locales.UIPacketGaps, "Count", len(s.found)), min(w, 72))...)
	}
	lines = append(lines, "")
	s.top = len(lines)
	text, _ := s.list.View(min(w, 96), max(1, h-s.top))
	return strings.Join(append(lines, text), "\n"), nil
}
