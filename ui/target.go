package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// target asks which row a file belongs to: those that may fit first, then all
// others, found by a part of their name. The first one is none.
type target struct {
	d      *desk
	file   string
	all    []candidate
	found  []int // of all
	find   *widget.Text
	list   *widget.List
	choose func(model.MaterialKey)
}

func newTarget(d *desk, p collect.Placement, now model.MaterialKey, choose func(model.MaterialKey)) *target {
	s := &target{d: d, file: p.Path, find: widget.NewText(d.env.kit, 80), choose: choose}
	s.find.Hint = func() string { return d.env.t(locales.UICollectFind) }
	s.find.Focus(true)
	s.list = widget.NewList(d.env.kit, 1, s.row)
	hinted := make(map[model.MaterialKey]bool)
	for _, key := range p.Candidates {
		hinted[key] = true
		s.all = append(s.all, candidate{key, d.words().RowName(key, &d.app), true})
	}
	s.all = append(s.all, candidate{})
	for _, r := range d.rows {
		if !hinted[r.Key] && !blocked(r) {
			s.all = append(s.all, candidate{r.Key, d.words().Row(r), false})
		}
	}
	s.filter()
	for i, c := range s.all {
		if c.key == now && now != "" {
			s.list.Select(i)
		}
	}
	return s
}

func (s *target) onDesk() *desk { return s.d }
func (s *target) Init() tea.Cmd { return nil }
func (s *target) Typing() bool  { return true }
func (s *target) Title() string { return s.d.env.t(locales.UICollectTarget) }

func (s *target) Keys() []key.Binding {
	k := s.d.env.keys().When(true)
	return []key.Binding{k.Choose, k.Back, k.Move}
}

// filter finds the rows with what is typed in their name or key.
func (s *target) filter() {
	part := strings.ToLower(strings.TrimSpace(s.find.Value()))
	s.found = s.found[:0]
	for i, c := range s.all {
		if strings.Contains(strings.ToLower(c.name), part) || strings.Contains(string(c.key), part) {
			s.found = append(s.found, i)
		}
	}
	s.list.SetCount(len(s.found))
	s.list.Select(0)
}

func (s *target) Update(msg tea.Msg) (screen, tea.Cmd) {
	if keys.Is(msg, s.d.env.keys().Back) {
		return s, pop(1)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		event = s.list.Click(m.X, m.Y-targetHead)
	case tea.MouseWheelMsg:
		event = s.list.Update(m)
	case tea.KeyPressMsg, tea.PasteMsg:
		switch s.find.Update(m) {
		case widget.Changed:
			s.filter()
		case widget.Ignored:
			event = s.list.Update(m)
		}
	}
	if event == widget.Picked {
		s.choose(s.all[s.found[s.list.At()]].key)
		return s, pop(1)
	}
	return s, nil
}

func (s *target) row(i, w int, focused bool) []string {
	if i >= len(s.found) {
		return nil
	}
	e, th := s.d.env, s.d.env.theme()
	c, style := s.all[s.found[i]], th.Text
	if focused {
		style = th.Selected
	}
	switch {
	case c.key == "":
		return []string{style.Render(e.t(locales.UICollectLeaveOut))}
	case c.hint:
		return []string{widget.Spread(style.Render(c.name), th.Warn.Render(e.t(locales.UICollectMayFit)), w)}
	}
	r, _ := model.FindRow(s.d.rows, c.key)
	return []string{widget.Spread(style.Render(c.name), s.d.statusMark(r), w)}
}

// targetHead is the number of lines above the list.
const targetHead = 3

func (s *target) View(w, h int) (string, *tea.Cursor) {
	e := s.d.env
	label := e.t(locales.UICollectFindLabel) + " "
	indent := widget.Width(label)
	line, cursor := s.find.View(max(1, min(w, 72)-indent), 1)
	head := widget.Cut(e.theme().Title.Render(legible.Line(s.file)), w) + "\n" + e.theme().Label.Render(label) + line + "\n\n"
	if len(s.found) == 0 {
		return head + strings.Join(widget.Wrap(e.t(locales.UIGotoNone), w), "\n"), widget.Shift(cursor, indent, 1)
	}
	text, _ := s.list.View(min(w, 96), max(1, h-targetHead))
	return head + text, widget.Shift(cursor, indent, 1)
}
