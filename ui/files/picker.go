package files

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// picker finds files to attach. What is typed narrows the list of the folder:
// part of a name, or the first letters of its pinyin. A path with folders in
// it leads to its folder and narrows that, so typing a path completes it. Files
// that are pasted or dropped are attached at once.
type picker struct {
	d       *Room
	key     model.MaterialKey
	replace model.FileID // whose place the file takes; "" for none
	field   *widget.Text
	list    *widget.List
	base    string    // the folder that paths are seen from
	folder  Folder    // the one that is shown
	wanted  folderMsg // what was asked for last
	shown   []Item
	marked  []string // paths, in the order of marking
	problem string
}

func newPicker(d *Room, key model.MaterialKey, replace model.FileID) *picker {
	s := &picker{d: d, key: key, replace: replace, field: widget.NewText(d.Env.Kit, model.MaxText)}
	s.field.Hint = func() string { return d.Env.T(locales.UIPickerHint) }
	s.field.Focus(true)
	s.list = widget.NewList(d.Env.Kit, 1, s.line)
	return s
}

// Init opens the folder of the last time.
func (s *picker) Init() page.Step { return s.read(*s.d.Folder, "") }

func (s *picker) read(dir, path string) page.Step {
	s.wanted = folderMsg{dir: dir, path: path}
	return s.d.readDir(dir, path)
}

func (s *picker) Typing() bool { return true }

func (s *picker) Title() string { return s.d.Env.T(locales.UIPickerTitle) }

// Bindings has Backspace lead to the folder above where there is nothing left to
// delete.
func (s *picker) Bindings() []page.Binding {
	k := s.d.Env.Keys().When(true)
	rows := []page.Binding{page.On(k.Choose, s.pick)}
	if s.replace == "" {
		rows = append(rows, page.On(k.Next, s.mark).As(s.d.Env.T(locales.UIPickerMark)))
	}
	if s.field.Value() == "" && s.folder.Parent != "" {
		rows = append(rows, page.On(k.Text.Backspace, func() page.Step { return s.read(s.folder.Parent, "") }).Hide())
	}
	return append(append(rows, s.d.Env.Back()), page.Shown(k.Move)...)
}

func (s *picker) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch m := msg.(type) {
	case folderMsg:
		return s, s.opened(m)
	case tea.PasteMsg:
		return s, s.paste(m)
	case widget.ClickMsg:
		if m.Do() == widget.Picked {
			return s, s.pick()
		}
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		if s.list.Update(m) == widget.Ignored && s.field.Update(m) == widget.Changed {
			return s, s.typed()
		}
	}
	return s, nil
}

// opened shows the list of a folder, if it is still the one that is wanted.
func (s *picker) opened(m folderMsg) page.Step {
	if m.dir != s.wanted.dir || m.path != s.wanted.path {
		return nil
	}
	if m.err != nil && m.path == "" && m.dir != "" && m.dir == *s.d.Folder {
		*s.d.Folder = "" // the folder of the last time has gone
		return s.read("", "")
	}
	s.folder, s.problem = m.folder, ""
	if m.err != nil {
		s.folder, s.problem = Folder{Path: m.path}, s.d.Env.Fail(m.err)
	}
	if m.path == "" {
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
	if folder, _ := s.split(); folder != s.wanted.path {
		return s.read(s.base, folder)
	}
	s.narrow()
	return nil
}

// paste attaches files that are named in full; anything else is typed.
func (s *picker) paste(m tea.PasteMsg) page.Step {
	paths := model.SplitPaths(m.Content)
	full := len(paths) > 0 && (len(paths) > 1 || strings.ContainsAny(paths[0], `/\`))
	if full && s.field.Value() == "" && (s.replace == "" || len(paths) == 1) {
		return s.attach(paths...)
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

// attach attaches files, and remembers the folder for the next time.
func (s *picker) attach(paths ...string) page.Step {
	*s.d.Folder = s.folder.Path
	return page.Steps(s.d.attachFrom(s.key, s.replace, paths...), page.Pop())
}

// mark chooses the file in focus together with others, or lets it go again. A
// folder opens.
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

// pick opens the folder in focus, or attaches the marked files, or the one in
// focus. Where nothing fits, what is typed is understood as a path.
func (s *picker) pick() page.Step {
	it, ok := s.at()
	switch {
	case ok && it.Folder:
		s.field.SetValue("")
		return s.read(it.Path, "")
	case len(s.marked) > 0:
		return s.attach(s.marked...)
	case ok:
		return s.attach(it.Path)
	}
	if paths := model.SplitPaths(s.field.Value()); len(paths) == 1 {
		return s.attach(paths...)
	}
	return nil
}

func (s *picker) line(i, w int, focused bool) []string {
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

func (s *picker) View(w, h int) page.Drawn {
	return s.d.Lay(w, h, desk.Materials, nil, func(w, h int) page.Drawn {
		title := s.d.Env.Theme().Title.Render(widget.Cut(s.heading(), w))
		tall, state := min(3, max(1, h-6)), s.state(w)
		top := 1 + tall + len(state)
		above := widget.Draw(s.field, w, tall).Under(title).Over(state...)
		return above.Then(top, widget.Draw(s.list, w, max(1, h-top)))
	})
}

// state says which folder is shown, and what there is to know about it.
func (s *picker) state(w int) []string {
	th, e := s.d.Env.Theme(), s.d.Env
	lines := []string{th.Dim.Render(widget.Cut(legible.Line(s.folder.Path), w))}
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
	return lines
}

// heading says what the files are for.
func (s *picker) heading() string {
	if s.replace != "" {
		return s.d.Env.T(locales.UIPickerReplace, "Name", legible.Line(file{s.d, s.key, s.replace}.file().Name))
	}
	row, _ := model.FindRow(s.d.Rows, s.key)
	return s.d.Env.T(locales.UIPickerFor, "Material", s.d.Words().Row(row))
}
