package files

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/draft"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// material is one row of the material list: its files, what is right and wrong
// with them, and all that can be done about the row. materialrows.go makes its
// lines.
type material struct {
	d      *Room
	key    model.MaterialKey
	rows   []materialRow
	list   *widget.List
	id     string // of the line in focus, wherever it moves
	w, top int    // as drawn last, for clicks
}

// newMaterial opens the row with that key; nil if there is none, or nothing can
// be noted about it yet.
func NewMaterial(d *Room, key model.MaterialKey) page.Screen {
	row, ok := model.FindRow(d.Rows, key)
	if !ok || desk.Blocked(row) {
		return nil
	}
	s := &material{d: d, key: key}
	s.list = widget.NewList(d.Env.Kit, 1, s.line)
	s.look()
	return s
}

func (s *material) row() model.ListRow {
	row, _ := model.FindRow(s.d.Rows, s.key)
	return row
}

// look makes the lines anew and stays on the one in focus.
func (s *material) look() {
	s.rows = s.lines()
	s.list.SetCount(len(s.rows))
	if i := slices.IndexFunc(s.rows, func(r materialRow) bool { return r.id == s.id }); i >= 0 {
		s.list.Select(i)
	}
	s.id = s.rows[s.list.At()].id
}

func (s *material) at() materialRow { return s.rows[s.list.At()] }

func (s *material) Init() page.Step { return s.d.At(string(desk.Materials), string(s.key)) }

func (s *material) Title() string { return s.d.Env.T(locales.UITaskMaterials) }

func (s *material) Keys() []key.Binding {
	k, t := s.d.Env.Keys(), s.d.Env.T
	ks := []key.Binding{k.Choose, page.Renamed(k.Add, t(locales.UIFilesAttach)), page.Renamed(k.Toggle, t(locales.UIMaterialsStatus)), k.Back}
	if s.at().file != "" {
		ks = append(ks, k.View, page.Renamed(k.Rename, t(locales.UIFilesReplaceKey)), page.Renamed(k.Remove, t(locales.UIFilesDetachKey)), k.MoveUp, k.MoveDown)
	}
	if draft.For(s.row().MaterialID()) {
		ks = append(ks, k.Draft)
	}
	return append(ks, k.Why, k.Sources, k.Move)
}

func (s *material) Update(msg tea.Msg) (page.Screen, page.Step) {
	if cmd, taken := s.command(msg); taken {
		return s, cmd
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case page.ShownMsg:
		if _, ok := model.FindRow(s.d.Rows, s.key); !ok {
			return s, page.Pop(1)
		}
		s.look()
		return s, s.Init()
	case page.ChangedDeskMsg:
		s.look()
	case tea.PasteMsg:
		if paths := model.SplitPaths(m.Content); len(paths) > 0 {
			return s, s.d.Take(s.key, "", paths...)
		}
	case tea.MouseClickMsg:
		x, y := s.d.Clicked(m, s.w)
		event = s.list.Click(x, y-s.top)
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = s.list.Update(m)
	}
	s.id = s.at().id
	if event == widget.Picked {
		return s, s.at().open()
	}
	return s, nil
}

// command does what a key says, about the file in focus if there is one.
func (s *material) command(msg tea.Msg) (cmd page.Step, taken bool) {
	d, k := s.d, s.d.Env.Keys()
	switch {
	case keys.Is(msg, k.Back):
		return d.Leaving(), true
	case keys.Is(msg, k.Add):
		return page.Push(newPicker(d, s.key, "")), true
	case keys.Is(msg, k.Why):
		return page.Push(d.Why(desk.MaterialPart(s.row()))), true
	case keys.Is(msg, k.Sources):
		return page.Push(d.SourcesOf(desk.MaterialPart(s.row()))), true
	case keys.Is(msg, k.Draft):
		return d.writeDraft(s.row()), true
	case keys.Is(msg, k.Toggle):
		return s.moved(d.cycle(s.row())), true
	}
	id := s.at().file
	if id == "" {
		return nil, false
	}
	p := sheet{d, s.key, id}
	switch {
	case keys.Is(msg, k.View):
		return d.view(p.file()), true
	case keys.Is(msg, k.Rename):
		return page.Push(newPicker(d, s.key, id)), true
	case keys.Is(msg, k.Remove):
		return page.Push(p.detach(1)), true
	case keys.Is(msg, k.MoveUp):
		return s.moved(p.move(-1)), true
	case keys.Is(msg, k.MoveDown):
		return s.moved(p.move(+1)), true
	}
	return nil, false
}

func (s *material) moved(cmd page.Step) page.Step {
	s.look()
	return cmd
}

func (s *material) line(i, w int, focused bool) []string {
	r, th := s.rows[i], s.d.Env.Theme()
	style := th.Text
	if focused {
		style = th.Selected
	}
	left, right := r.mark+" "+style.Render(r.title()), ""
	switch {
	case r.file != "":
		right = beside(r.right(), w-widget.Width(left)-2)
	case r.right != nil:
		right = widget.Cut(r.right(), w*2/3)
	}
	return []string{widget.Spread(left, th.Dim.Render(right), w)}
}

// beside is as much of what is known about a file as there is room for: its
// name matters more, and its format more than its size.
func beside(text string, room int) string {
	parts := strings.Split(text, between)
	for len(parts) > 2 && widget.Width(strings.Join(parts, between)) > room {
		parts = parts[:len(parts)-1]
	}
	for len(parts) > 0 && widget.Width(strings.Join(parts, between)) > room {
		parts = parts[1:]
	}
	return strings.Join(parts, between)
}

// between stands between what is said about a file.
const between = " · "

func (s *material) View(w, h int) (string, *tea.Cursor) {
	s.w = w
	row := s.row()
	return s.d.Page(w, h, desk.Materials, s.d.aboutRow(row), func(w, h int) (string, *tea.Cursor) {
		head := s.head(row, w, h)
		s.top = len(head)
		room := max(1, h-s.top)
		listed := min(len(s.rows), max(3, room*2/3))
		least := min(len(s.rows), 4) // the list scrolls, what is said below does not
		foot, must := s.told(w, room-least-1)
		listed = min(room, listed, max(least, room-1-must))
		list, _ := s.list.View(w, listed)
		lines := append(head, strings.Split(list, "\n")...)
		if len(foot) > 0 && h-len(lines) >= 2 {
			lines = append(append(lines, s.d.Env.Kit.Rule(w)), foot...)
		}
		return strings.Join(lines[:min(len(lines), h)], "\n"), nil
	})
}

// head names the row and says when it is needed.
func (s *material) head(row model.ListRow, w, h int) []string {
	th := s.d.Env.Theme()
	lines := []string{th.Title.Render(widget.Cut(s.d.Words().Row(row), w))}
	if text := s.d.condition(row); text != "" && h >= 10 {
		for _, l := range widget.Wrap(text, w) {
			lines = append(lines, th.Say(theme.Neutral, l))
		}
	}
	if h >= 10 {
		lines = append(lines, "")
	}
	return lines
}
