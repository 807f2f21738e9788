package board

import (
	"errors"
	"io/fs"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// exportMany asks for the folder, the format and the language in which many
// applications are exported, a file each.
type exportMany struct {
	env    *Room
	ids    []model.ApplicationID
	folder *page.Input
	format *page.Input
	lang   *page.Input
	form   *widget.Form
	asked  bool // for the folder
}

func newExportMany(e *Room, ids []model.ApplicationID) page.Screen {
	s := &exportMany{env: e, ids: ids}
	s.folder = e.Input(model.Field{Kind: model.FreeText}, nil, nil)
	s.format = e.Input(model.Field{Kind: model.Choice}, func(f string) widget.Option {
		return widget.Option{Label: e.FormatLabel(f)}
	}, export.Formats)
	s.lang = e.Input(model.Field{Kind: model.Choice}, e.LangOption, []string{string(locales.ZH), string(locales.EN), page.BothLangs})
	s.form = widget.NewForm(e.Kit, s.caption, s.folder.Widget, s.format.Widget, s.lang.Widget)
	s.folder.Set(e.T(locales.UIExportManyName, "Today", e.Today().String()))
	s.format.Set(export.Formats[0])
	s.lang.Set(string(e.Lang))
	return s
}

func (s *exportMany) Typing() bool { return s.form.Typing() }

func (s *exportMany) Title() string { return s.env.T(locales.UIExportTitle) }

func (s *exportMany) Keys() []key.Binding {
	k := s.env.Keys().When(s.Typing())
	return append([]key.Binding{k.Continue, k.Back}, s.form.Help()...)
}

func (s *exportMany) Update(msg tea.Msg) (page.Screen, page.Step) {
	if keys.Is(msg, s.env.Keys().Back) {
		return s, page.Pop(1)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case madeFolderMsg:
		return s, s.begin(m)
	case tea.MouseClickMsg:
		event = s.form.Click(m.X, m.Y-actionsHead)
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseWheelMsg:
		event = s.form.Update(m)
	}
	switch event {
	case widget.Changed:
		s.folder.Changed()
	case widget.Picked:
		dir := strings.TrimSpace(s.folder.Get())
		if dir == "" {
			s.folder.Problem = s.env.T(locales.UIExportManyEmpty)
			s.form.FocusOn(0)
			return s, nil
		}
		if !s.asked {
			s.asked = true
			return s, s.env.prepareFolder(dir)
		}
	}
	return s, nil
}

// begin writes the first file as soon as there is a folder for it.
func (s *exportMany) begin(msg madeFolderMsg) page.Step {
	s.asked = false
	if msg.err != nil {
		s.folder.Problem = s.env.Fail(msg.err)
		s.form.FocusOn(0)
		return nil
	}
	langs := []locales.Lang{locales.Lang(s.lang.Get())}
	if s.lang.Get() == page.BothLangs {
		langs = locales.Langs
	}
	return page.Replace(newExportRun(s.env, msg.dir, s.format.Get(), langs, s.ids), 1)
}

func (s *exportMany) caption(i int) widget.Caption {
	label := []locales.ID{locales.UIExportManyFolder, locales.UIExportFormat, locales.UIExportLang}[i]
	if i > 0 {
		return widget.Caption{Label: s.env.T(label)}
	}
	note, tone := s.folder.Note(nil, "")
	if note == "" {
		note = s.env.T(locales.UIExportManyHint)
	}
	return widget.Caption{Label: s.env.T(label), Note: note, Tone: tone}
}

func (s *exportMany) View(w, h int) (string, *tea.Cursor) {
	head := s.env.Theme().Title.Render(s.env.T(locales.UIExportManyTitle, "Count", len(s.ids)))
	text, cursor := s.form.View(min(w, 72), max(1, h-actionsHead))
	return head + "\n\n" + text, widget.Shift(cursor, 0, actionsHead)
}

// exportRun writes one file after the other and shows how far it is. Esc stops
// it between two files. What cannot be written is listed and keeps no other
// from being written; what is there already is replaced only when asked for.
type exportRun struct {
	env     *Room
	dir     string
	format  string
	langs   []locales.Lang
	ids     []model.ApplicationID
	at      int // how many were tried
	written int
	there   []model.ApplicationID // whose file exists
	failed  []string
	replace bool
	stopped bool
	scroll  *widget.Scroll
}

func newExportRun(e *Room, dir, format string, langs []locales.Lang, ids []model.ApplicationID) *exportRun {
	return &exportRun{env: e, dir: dir, format: format, langs: langs, ids: ids, scroll: widget.NewScroll(e.Kit)}
}

func (s *exportRun) Init() page.Step { return s.next() }

func (s *exportRun) Title() string { return s.env.T(locales.UIExportTitle) }

func (s *exportRun) done() bool { return s.stopped || s.at == len(s.ids) }

func (s *exportRun) Keys() []key.Binding {
	k := s.env.Keys()
	switch {
	case !s.done():
		return []key.Binding{page.Renamed(k.Back, s.env.T(locales.UIExportRunStop))}
	case len(s.there) > 0:
		return []key.Binding{page.Renamed(k.Continue, s.env.T(locales.UIExportReplace)), k.Back, k.Move}
	}
	return []key.Binding{k.Continue, k.Move}
}

func (s *exportRun) next() page.Step {
	if s.done() {
		return nil
	}
	return s.env.exportInto(s.dir, s.format, s.ids[s.at], s.langs, s.replace)
}

func (s *exportRun) Update(msg tea.Msg) (page.Screen, page.Step) {
	k := s.env.Keys()
	switch m := msg.(type) {
	case page.ExportedMsg:
		return s, s.took(m)
	case tea.KeyPressMsg:
		switch {
		case keys.Is(m, k.Back) && !s.done():
			s.stopped = true
		case keys.Is(m, k.Back), keys.Is(m, k.Continue) && s.done() && len(s.there) == 0:
			return s, page.Pop(1)
		case keys.Is(m, k.Continue) && s.done():
			again := newExportRun(s.env, s.dir, s.format, s.langs, s.there)
			again.replace = true
			return s, page.Replace(again, 1)
		default:
			s.scroll.Update(m)
		}
	case tea.MouseWheelMsg:
		s.scroll.Update(m)
	}
	return s, nil
}

func (s *exportRun) took(msg page.ExportedMsg) page.Step {
	if s.at >= len(s.ids) {
		return nil
	}
	switch {
	case msg.Err == nil:
		s.written++
	case errors.Is(msg.Err, fs.ErrExist) && !s.replace:
		s.there = append(s.there, s.ids[s.at])
	default:
		s.failed = append(s.failed, s.env.Fail(msg.Err))
	}
	s.at++
	return s.next()
}

func (s *exportRun) View(w, h int) (string, *tea.Cursor) {
	return s.scroll.View(w, h, s.lines), nil
}

func (s *exportRun) lines(w int) []string {
	e, th := s.env, s.env.Theme()
	title := locales.UIExportRunTitle
	if s.done() {
		title = locales.UIExportRunDone
	}
	lines := []string{th.Title.Render(e.T(title)), "", e.Kit.Bar(s.at, len(s.ids), min(w, 40)), ""}
	add := func(text string) { lines = append(lines, widget.Wrap(text, w)...) }
	add(e.T(locales.UIExportRunWritten, "Count", s.written, "Folder", e.Kit.Legible(s.dir)))
	if s.stopped && s.at < len(s.ids) {
		add(e.T(locales.UIExportRunStopped, "Count", len(s.ids)-s.at))
	}
	if n := len(s.there); n > 0 {
		add(th.Mark.Warn + " " + e.T(locales.UIExportRunThere, "Count", n))
	}
	if len(s.failed) > 0 {
		add(th.Mark.Bad + " " + e.T(locales.UIExportRunFailed, "Count", len(s.failed)))
	}
	for _, f := range s.failed {
		add("  " + f)
	}
	return lines
}
