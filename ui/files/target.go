package files

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// target asks which row a file belongs to: those that may fit first, then none,
// then all others, found by a part of their name.
type target struct {
	d      *Room
	file   string
	rows   []candidate
	choose func(model.MaterialKey)
	finder *page.Finder
}

// A candidate is a row that a file may belong to.
type candidate struct {
	key  model.MaterialKey // "" for none
	name string
	fits bool // by what is known about the file
}

func newTarget(d *Room, p collect.Placement, now model.MaterialKey, choose func(model.MaterialKey)) *target {
	s := &target{d: d, file: p.Path, choose: choose}
	s.finder = d.Env.Finder(locales.UICollectFindLabel, locales.UICollectFind, s.line)
	fits := make(map[model.MaterialKey]bool)
	for _, key := range p.Candidates {
		fits[key] = true
		s.rows = append(s.rows, candidate{key, d.Words().RowName(key, &d.App), true})
	}
	s.rows = append(s.rows, candidate{})
	for _, r := range d.Rows {
		if !fits[r.Key] && !desk.Blocked(r) {
			s.rows = append(s.rows, candidate{r.Key, d.Words().Row(r), false})
		}
	}
	s.finder.Among(len(s.rows), func(i int) (name, id string) { return s.rows[i].name, string(s.rows[i].key) })
	for i, c := range s.rows {
		if c.key == now && now != "" {
			s.finder.Focus(i)
		}
	}
	return s
}

func (s *target) Typing() bool { return true }

func (s *target) Title() string { return s.d.Env.T(locales.UICollectTarget) }

func (s *target) Bindings() []page.Binding {
	k := s.d.Env.Keys().When(true)
	return append(append(page.Shown(k.Choose), s.d.Env.Back()), page.Shown(k.Move)...)
}

func (s *target) Update(msg tea.Msg) (page.Screen, page.Step) {
	if i, ok := s.finder.Update(msg); ok {
		s.choose(s.rows[i].key)
		return s, page.Pop()
	}
	return s, nil
}

func (s *target) line(i, w int, focused bool) []string {
	e, th := s.d.Env, s.d.Env.Theme()
	c, style := s.rows[i], th.Text
	if focused {
		style = th.Selected
	}
	switch {
	case c.key == "":
		return []string{style.Render(e.T(locales.UICollectLeaveOut))}
	case c.fits:
		return []string{widget.Spread(style.Render(c.name), th.Warn.Render(e.T(locales.UICollectMayFit)), w)}
	}
	r, _ := model.FindRow(s.d.Rows, c.key)
	return []string{widget.Spread(style.Render(c.name), s.d.StatusMark(r), w)}
}

func (s *target) View(w, h int) page.Drawn {
	return s.finder.Draw(w, h-1).Under(widget.Cut(s.d.Env.Theme().Title.Render(legible.Line(s.file)), w))
}
