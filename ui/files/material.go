package files

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// material is one row of the material list: its files, what is right and wrong
// with them, and all that can be done about the row. material_rows.go makes its
// rows.
type material struct {
	d    *Room
	key  model.MaterialKey
	rows *page.Rows
}

// NewMaterial shows the row of that key; nil if there is none, or nothing can
// be noted about it yet.
func NewMaterial(d *Room, key model.MaterialKey) page.Screen {
	row, ok := model.FindRow(d.Rows, key)
	if !ok || desk.Blocked(row) {
		return nil
	}
	s := &material{d: d, key: key, rows: d.Env.Rows(1)}
	s.look()
	return s
}

func (s *material) row() model.ListRow {
	row, _ := model.FindRow(s.d.Rows, s.key)
	return row
}

// file is the file in focus, if it is one.
func (s *material) file() (file, bool) {
	f := file{s.d, s.key, model.FileID(s.rows.Key())}
	return f, f.index() >= 0
}

// Init keeps where the user is.
func (s *material) Init() page.Step { return s.d.Here(string(desk.Materials), string(s.key)) }

func (s *material) Title() string { return s.d.Env.T(locales.UITaskMaterials) }

func (s *material) Bindings() []page.Binding {
	d, k, t, row := s.d, s.d.Env.Keys(), s.d.Env.T, s.row()
	// What changes the rows is seen at once.
	change := func(do func() page.Step) func() page.Step {
		return func() page.Step { defer s.look(); return do() }
	}
	rows := append(page.Shown(k.Choose),
		page.On(k.Add, func() page.Step { return page.Push(newPicker(d, s.key, "")) }).As(t(locales.UIFilesAttach)),
		page.On(k.Toggle, change(func() page.Step { return d.cycle(row) })).As(t(locales.UIMaterialsStatus)),
		page.On(k.Back, d.leaving))
	if f, ok := s.file(); ok {
		rows = append(rows,
			page.On(k.View, f.view),
			page.On(k.Rename, f.replace).As(t(locales.UIFilesReplaceKey)),
			page.On(k.Remove, f.detach).As(t(locales.UIFilesDetachKey)),
			page.On(k.MoveUp, change(func() page.Step { return f.move(-1) })),
			page.On(k.MoveDown, change(func() page.Step { return f.move(+1) })))
	}
	return append(append(rows, d.draftBinding(row),
		page.On(k.Why, func() page.Step { return d.why(row) }),
		page.On(k.Sources, func() page.Step { return d.sources(row) })), page.Shown(k.Move)...)
}

func (s *material) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch m := msg.(type) {
	case page.ShownMsg:
		if _, ok := model.FindRow(s.d.Rows, s.key); !ok {
			return s, page.Pop()
		}
		s.look()
		return s, s.Init()
	case desk.ChangedMsg:
		s.look()
		return s, nil
	case tea.PasteMsg:
		if paths := model.SplitPaths(m.Content); len(paths) > 0 {
			return s, s.d.attachFrom(s.key, "", paths...)
		}
		return s, nil
	}
	step, _ := s.rows.Update(msg)
	return s, step
}

// View draws the rows, which scroll, and below them what is said, which does not.
func (s *material) View(w, h int) page.Drawn {
	row, narrow := s.row(), w < desk.TwoColumns
	return s.d.Lay(w, h, desk.Materials, s.d.explain(row), func(w, h int) page.Drawn {
		head, n := s.head(row, w, h), s.rows.Len()
		room, least := max(1, h-len(head)), min(n, 4)
		foot, must := s.about(w, room-least-1, narrow)
		listed := min(room, n, max(3, room*2/3), max(least, room-1-must))
		drawn := s.rows.Draw(w, listed).Under(head...)
		if len(foot) > 0 && h-len(head)-listed >= 2 {
			drawn = drawn.Over(slices.Insert(foot, 0, s.d.Env.Kit.Rule(w))...)
		}
		return drawn
	})
}

// head names the row and says when it is needed.
func (s *material) head(row model.ListRow, w, h int) []string {
	th := s.d.Env.Theme()
	lines := []string{th.Title.Render(widget.Cut(s.d.Words().Row(row), w))}
	if h < 10 {
		return lines
	}
	if text := s.d.condition(row); text != "" {
		for _, l := range widget.Wrap(text, w) {
			lines = append(lines, th.Say(theme.Neutral, l))
		}
	}
	return append(lines, "")
}
