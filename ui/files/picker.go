package files

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// picker finds files to attach. What is typed narrows the list of the folder:
// part of a name, or the first letters of its pinyin. A path with folders in
// it leads to its folder and narrows that, so typing a path completes it. What
// is pasted or dropped is taken at once.
type picker struct {
	d       *Room
	key     model.MaterialKey
	replace model.FileID // whose place the file takes; "" for none
	field   *widget.Text
	list    *widget.List
	base    string    // the folder that paths are seen from
	folder  Folder    // the one that is shown
	asked   FolderMsg // what was asked for last
	shown   []Item
	marked  []string // paths, in the order of marking
	problem string
	w, top  int // as drawn last, for clicks
}

func newPicker(d *Room, key model.MaterialKey, replace model.FileID) page.Screen {
	s := &picker{d: d, key: key, replace: replace, field: widget.NewText(d.Env.Kit, model.MaxText)}
	s.field.Hint = func() string { return d.Env.T(locales.UIPickerHint) }
	s.field.Focus(true)
	s.list = widget.NewList(d.Env.Kit, 1, s.row)
	return s
}

// Init opens the folder of the last time.
func (s *picker) Init() page.Step { return s.ask(*s.d.Folder, "") }

func (s *picker) ask(dir, path string) page.Step {
	s.asked = FolderMsg{Dir: dir, Path: path}
	return s.d.readDir(dir, path)
}

func (s *picker) Typing() bool { return true }

func (s *picker) Title() string { return s.d.Env.T(locales.UIPickerTitle) }

func (s *picker) Keys() []key.Binding {
	k, t := s.d.Env.Keys().When(true), s.d.Env.T
	ks := []key.Binding{k.Choose}
	if s.replace == "" {
		ks = append(ks, page.Renamed(k.Next, t(locales.UIPickerMark)))
	}
	return append(ks, k.Back, k.Move)
}

func (s *picker) Update(msg tea.Msg) (page.Screen, page.Step) {
	k := s.d.Env.Keys().When(true)
	switch m := msg.(type) {
	case FolderMsg:
		return s, s.opened(m)
	case tea.PasteMsg:
		return s, s.paste(m)
	case tea.MouseClickMsg:
		x, y := s.d.Clicked(m, s.w)
		if s.list.Click(x, y-s.top) == widget.Picked {
			return s, s.pick()
		}
		return s, nil
	}
	switch {
	case keys.Is(msg, k.Back):
		return s, page.Pop(1)
	case keys.Is(msg, k.Next) && s.replace == "":
		return s, s.mark()
	case keys.Is(msg, k.Text.Backspace) && s.field.Value() == "" && s.folder.Parent != "":
		return s, s.ask(s.folder.Parent, "")
	case keys.Is(msg, k.Choose):
		return s, s.pick()
	}
	switch msg.(type) {
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		if s.list.Update(msg) == widget.Ignored && s.field.Update(msg) == widget.Changed {
			return s, s.typed()
		}
	}
	return s, nil
}

// opened takes the list of a folder, if it is still the one that is wanted.
func (s *picker) opened(m FolderMsg) page.Step {
	if m.Dir != s.asked.Dir || m.Path != s.asked.Path {
		return nil
	}
	if m.Err != nil && m.Path == "" && m.Dir != "" && m.Dir == *s.d.Folder {
		*s.d.Folder = "" // the folder of the last time has gone
		return s.ask("", "")
	}
	s.folder, s.problem = m.Folder, ""
	if m.Err != nil {
		s.folder, s.problem = Folder{Path: m.Path}, s.d.Env.Fail(m.Err)
	}
	if m.Path == "" {
		s.base = s.folder.Path
	}
	s.narrow()
	s.list.Select(0)
	if s.folder.Parent != "" && len(s.shown) > 1 {
		s.list.Select(1) // the way up is seldom the way to go
	}
	return nil
}

// split parts what is typed into the folder and what its list is narrowed by.
func (s *picker) split() (folder, name string) {
	text := strings.TrimSpace(s.field.Value())
	if i := strings.LastIndexAny(text, `/\`); i >= 0 {
		return text[:i+1], text[i+1:]
	}
	return "", text
}

// typed narrows the list, or goes to the folder that is typed.
func (s *picker) typed() page.Step {
	if folder, _ := s.split(); folder != s.asked.Path {
		return s.ask(s.base, folder)
	}
	s.narrow()
	return nil
}

// paste takes files at once that are named in full; anything else is typed.
func (s *picker) paste(m tea.PasteMsg) page.Step {
	paths := model.SplitPaths(m.Content)
	full := len(paths) > 0 && (len(paths) > 1 || strings.ContainsAny(paths[0], `/\`))
	if full && s.field.Value() == "" && (s.replace == "" || len(paths) == 1) {
		return s.take(paths...)
	}
	if s.field.Update(m) == widget.Changed {
		return s.typed()
	}
	return nil
}

// narrow finds what fits what is typed. Hidden files show when a dot is typed.
func (s *picker) narrow() {
	_, name := s.split()
	name = strings.ToLower(name)
	s.shown = nil
	if s.folder.Parent != "" && name == "" {
		s.shown = append(s.shown, Item{Name: "..", Path: s.folder.Parent, Folder: true})
	}
	for _, it := range s.folder.Entries {
		low := strings.ToLower(it.Name)
		if it.Hidden && !strings.HasPrefix(name, ".") {
			continue
		}
		if strings.Contains(low, name) || strings.Contains(s.d.Disk.Initials(it.Name), name) {
			s.shown = append(s.shown, it)
		}
	}
	s.list.SetCount(len(s.shown))
}

func (s *picker) at() (Item, bool) {
	if i := s.list.At(); i >= 0 && i < len(s.shown) {
		return s.shown[i], true
	}
	return Item{}, false
}

// take has the files taken in, and remembers the folder for the next time.
func (s *picker) take(paths ...string) page.Step {
	*s.d.Folder = s.folder.Path
	return page.Steps(s.d.Take(s.key, s.replace, paths...), page.Pop(1))
}

// mark chooses the file in focus together with others, or no more. A folder opens.
func (s *picker) mark() page.Step {
	it, ok := s.at()
	switch {
	case !ok:
		return nil
	case it.Folder:
		return s.pick()
	}
	if i := slices.Index(s.marked, it.Path); i >= 0 {
		s.marked = slices.Delete(s.marked, i, i+1)
	} else {
		s.marked = append(s.marked, it.Path)
	}
	s.list.Select(s.list.At() + 1)
	return nil
}

// pick opens the folder in focus, or takes the marked files, or the one in
// focus. Where nothing fits, what is typed is taken for a path.
func (s *picker) pick() page.Step {
	it, ok := s.at()
	switch {
	case ok && it.Folder:
		s.field.SetValue("")
		return s.ask(it.Path, "")
	case len(s.marked) > 0:
		return s.take(s.marked...)
	case ok:
		return s.take(it.Path)
	}
	if paths := model.SplitPaths(s.field.Value()); len(paths) == 1 {
		return s.take(paths...)
	}
	return nil
}

func (s *picker) row(i, w int, focused bool) []string {
	it, th := s.shown[i], s.d.Env.Theme()
	style, mark := th.Text, " "
	if focused {
		style = th.Selected
	}
	name, right := legible.Line(it.Name), ""
	switch {
	case it.Folder:
		name += "/"
	default:
		right = s.d.Env.P.Size(it.Size)
		if !it.Modified.IsZero() {
			right += "  " + model.DateOf(it.Modified).String()
		}
	}
	if slices.Contains(s.marked, it.Path) {
		mark = th.Good.Render(th.Mark.Done)
	}
	return []string{widget.Spread(mark+" "+style.Render(name), th.Dim.Render(right), w)}
}

func (s *picker) View(w, h int) (string, *tea.Cursor) {
	s.w = w
	row, _ := model.FindRow(s.d.Rows, s.key)
	return s.d.Page(w, h, desk.Materials, nil, func(w, h int) (string, *tea.Cursor) {
		th, e := s.d.Env.Theme(), s.d.Env
		lines := []string{th.Title.Render(widget.Cut(s.heading(row), w))}
		field, cursor := s.field.View(w, min(3, max(1, h-6)))
		cursor = widget.Shift(cursor, 0, len(lines))
		lines = append(lines, strings.Split(field, "\n")...)
		lines = append(lines, th.Dim.Render(widget.Cut(legible.Line(s.folder.Path), w)))
		switch {
		case s.problem != "":
			for _, l := range widget.Wrap(th.Mark.Warn+" "+s.problem, w) {
				lines = append(lines, th.Warn.Render(l))
			}
		case len(s.marked) > 0:
			lines = append(lines, th.Good.Render(e.T(locales.UIPickerMarked, "Count", len(s.marked))))
		case len(s.shown) == 0 && s.folder.Path != "":
			lines = append(lines, th.Dim.Render(widget.Cut(e.T(locales.UIPickerNothing), w)))
		}
		s.top = len(lines)
		list, _ := s.list.View(w, max(1, h-s.top))
		return strings.Join(append(lines, list), "\n"), cursor
	})
}

func (s *picker) heading(row model.ListRow) string {
	if s.replace != "" {
		return s.d.Env.T(locales.UIPickerReplace, "Name", legible.Line(sheet{s.d, s.key, s.replace}.file().Name))
	}
	return s.d.Env.T(locales.UIPickerFor, "Material", s.d.Words().Row(row))
}
