package files

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// target asks which row a file belongs to: those that may fit first, then all
// others, found by a part of their name. The first one is none.
type target struct {
	d      *Room
	file   string
	all    []candidate
	choose func(model.MaterialKey)
	*page.Finder
}

func newTarget(d *Room, p collect.Placement, now model.MaterialKey, choose func(model.MaterialKey)) *target {
	s := &target{d: d, file: p.Path, choose: choose}
	s.Finder = d.Env.Finder(locales.UICollectFindLabel, locales.UICollectFind, s.row)
	hinted := make(map[model.MaterialKey]bool)
	for _, key := range p.Candidates {
		hinted[key] = true
		s.all = append(s.all, candidate{key, d.Words().RowName(key, &d.App), true})
	}
	s.all = append(s.all, candidate{})
	for _, r := range d.Rows {
		if !hinted[r.Key] && !desk.Blocked(r) {
			s.all = append(s.all, candidate{r.Key, d.Words().Row(r), false})
		}
	}
	s.Over(len(s.all), func(i int) (name, id string) { return s.all[i].name, string(s.all[i].key) })
	for i, c := range s.all {
		if c.key == now && now != "" {
			s.List.Select(i)
		}
	}
	return s
}

func (s *target) Typing() bool { return true }

func (s *target) Title() string { return s.d.Env.T(locales.UICollectTarget) }

func (s *target) Keys() []key.Binding {
	k := s.d.Env.Keys().When(true)
	return []key.Binding{k.Choose, k.Back, k.Move}
}

func (s *target) Update(msg tea.Msg) (page.Screen, page.Step) {
	if keys.Is(msg, s.d.Env.Keys().Back) {
		return s, page.Pop(1)
	}
	if i, ok := s.Take(msg, 1); ok {
		s.choose(s.all[i].key)
		return s, page.Pop(1)
	}
	return s, nil
}

func (s *target) row(i, w int, focused bool) []string {
	e, th := s.d.Env, s.d.Env.Theme()
	c, style := s.all[i], th.Text
	if focused {
		style = th.Selected
	}
	switch {
	case c.key == "":
		return []string{style.Render(e.T(locales.UICollectLeaveOut))}
	case c.hint:
		return []string{widget.Spread(style.Render(c.name), th.Warn.Render(e.T(locales.UICollectMayFit)), w)}
	}
	r, _ := model.FindRow(s.d.Rows, c.key)
	return []string{widget.Spread(style.Render(c.name), s.d.StatusMark(r), w)}
}

func (s *target) View(w, h int) (string, *tea.Cursor) {
	text, cursor := s.Draw(w, h-1)
	return widget.Cut(s.d.Env.Theme().Title.Render(legible.Line(s.file)), w) + "\n" + text, widget.Shift(cursor, 0, 1)
}
