package paper

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// exporter asks where a paper goes, in which format and language, and has it
// written. The ending of the path and the format always agree. A file that
// exists is replaced only when the person says so.
type exporter struct {
	d *Room
	paper
	path   *page.Input
	format *page.Input
	lang   *page.Input
	shown  []*page.Input // those in the form
	form   *widget.Form
	asked  *page.ExportRequest // on its way
	stop   func()              // ends a packet that is on its way
	pace   pace                // how far that is
	top    int                 // as drawn last, for clicks
}

// A paper is what an exporter writes.
type paper struct {
	title, body, done locales.ID
	stem              func() string // the name that is offered, without its ending
	formats           []string      // with one alone, none is asked for
	langs             []string
	offered           string                     // one of them
	langLabel         func(string) widget.Option // nil for the languages' names
	request           page.ExportRequest         // what is known of it already
	keep              string                     // names its half-typed text
	after             func() page.Step           // once it is written; nil to go back
}

// checklist is the paper with all about an application.
func (d *Room) checklist() paper {
	e := d.Env
	return paper{
		title: locales.UIExportTitle, body: locales.UIExportBody, done: locales.UIExportDone,
		stem: func() string {
			return e.T(locales.UIExportFile, "Title", export.FileName(d.App.Title), "Today", e.Today().String())
		},
		formats: export.Formats, langs: []string{string(locales.ZH), string(locales.EN), page.BothLangs}, offered: string(e.Lang),
		keep: "export",
	}
}

func NewExport(d *Room) page.Screen { return newExporter(d, d.checklist()) }

func newExporter(d *Room, what paper) page.Screen {
	s := &exporter{d: d, paper: what}
	choice := model.Field{Kind: model.Choice}
	s.path = d.Env.Input(model.Field{Kind: model.FreeText}, nil, nil)
	s.format = d.Env.Input(choice, func(f string) widget.Option {
		return widget.Option{Label: d.Env.FormatLabel(f)}
	}, what.formats)
	s.lang = d.Env.Input(choice, s.langOption, what.langs)
	s.shown = []*page.Input{s.path, s.format, s.lang}
	if len(what.formats) == 1 {
		s.shown = []*page.Input{s.path, s.lang}
	}
	var ws []widget.Widget
	for _, in := range s.shown {
		ws = append(ws, in.Widget)
	}
	s.form = widget.NewForm(d.Env.Kit, s.caption, ws...)
	s.format.Set(what.formats[0])
	s.lang.Set(what.offered)
	s.path.Set(s.name())
	if typed, ok := d.Draft.Text[s.keepPath()]; ok {
		s.path.Set(typed)
		s.follow()
	}
	if typed, ok := d.Draft.Text[s.keepLang()]; ok {
		s.lang.Set(typed)
	}
	return s
}

// Where half-typed text of the dialog is kept.
func (s *exporter) keepPath() string { return s.keep + "/path" }

func (s *exporter) keepLang() string { return s.keep + "/lang" }

func (s *exporter) langOption(lang string) widget.Option {
	if s.langLabel != nil {
		return s.langLabel(lang)
	}
	return s.d.Env.LangOption(lang)
}

// name is the file name that is offered.
func (s *exporter) name() string { return withEnding(s.stem(), s.format.Get()) }

// formatOf is the format that the ending of a path names, "" for none.
func formatOf(path string) string {
	for _, f := range append(slices.Clip(export.Formats), zipFormat) {
		if n := len(path) - len(f) - 1; n > 0 && strings.EqualFold(path[n:], "."+f) {
			return f
		}
	}
	return ""
}

// withEnding gives a path the ending of a format, in place of another one's.
func withEnding(path, format string) string {
	switch old := formatOf(path); old {
	case format:
		return path
	case "":
		return path + "." + format
	default:
		return path[:len(path)-len(old)] + format
	}
}

// target is the path as it will be written, "" for none.
func (s *exporter) target() string {
	path := strings.TrimSpace(s.path.Get())
	switch {
	case path == "":
		return ""
	case page.IsFolder(path):
		path += s.name()
	}
	return withEnding(path, s.format.Get())
}

// follow makes the format that of the path's ending.
func (s *exporter) follow() {
	if f := formatOf(strings.TrimSpace(s.path.Get())); slices.Contains(s.formats, f) {
		s.format.Set(f)
	}
}

func (s *exporter) Typing() bool { return s.form.Typing() }

func (s *exporter) Title() string { return s.d.Env.T(s.title) }

func (s *exporter) Keys() []key.Binding {
	k := s.d.Env.Keys().When(s.Typing())
	return append([]key.Binding{k.Continue, k.Back}, s.form.Help()...)
}

func (s *exporter) Update(msg tea.Msg) (page.Screen, page.Step) {
	if keys.Is(msg, s.d.Env.Keys().Back) {
		if s.stop != nil {
			s.stop()
			return s, nil // the reply says that it has ended
		}
		return s, page.Pop(1)
	}
	at, event := s.form.At(), widget.Ignored
	switch m := msg.(type) {
	case page.ExportedMsg:
		return s, s.exported(m)
	case paceMsg:
		s.pace = m.pace
		return s, follow(m.more)
	case tea.MouseClickMsg:
		event = s.form.Click(m.X, m.Y-s.top)
		at = s.form.At()
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseWheelMsg:
		event = s.form.Update(m)
	}
	switch event {
	case widget.Picked:
		return s, s.finish()
	case widget.Changed:
		return s, s.changed(at)
	}
	return s, nil
}

// changed keeps what is typed, and path and format in step.
func (s *exporter) changed(at int) page.Step {
	s.path.Changed()
	switch s.shown[at] {
	case s.path:
		s.follow()
	case s.format:
		if path := strings.TrimSpace(s.path.Get()); path != "" && !page.IsFolder(path) {
			s.path.Set(withEnding(path, s.format.Get()))
		}
	case s.lang:
		return s.d.Typed(s.keepLang(), s.lang.Get())
	}
	return s.d.Typed(s.keepPath(), s.path.Get())
}

// finish has the paper written. While one is on its way it does nothing.
func (s *exporter) finish() page.Step {
	if s.asked != nil {
		return nil
	}
	path := s.target()
	if path == "" {
		s.path.Problem = s.d.Env.T(locales.UIExportEmpty)
		s.form.FocusOn(0)
		return nil
	}
	r := s.request
	r.App, r.Procedure, r.Path, r.Langs = s.d.App.Clone(), s.d.Proc, path, []locales.Lang{locales.Lang(s.lang.Get())}
	if s.lang.Get() == page.BothLangs {
		r.Langs = locales.Langs
	}
	return s.write(r)
}

func (s *exporter) write(r page.ExportRequest) page.Step {
	s.asked = &r
	if r.Packet {
		var cmd page.Step
		cmd, s.stop = s.d.writePacket(r)
		return cmd
	}
	return s.d.writeExport(r)
}

// exported takes the reply: back with the full path, or a question, or what
// went wrong beside what was typed.
func (s *exporter) exported(msg page.ExportedMsg) page.Step {
	if s.asked == nil { // somebody else's
		return nil
	}
	r, e := *s.asked, s.d.Env
	s.asked, s.stop, s.pace = nil, nil, pace{}
	switch {
	case msg.Err == nil:
		next, done := page.Pop(1), page.Notice(e.T(s.done, "Path", legible.Line(msg.Path), "Left", msg.Left))
		if s.after != nil {
			next = s.after()
		}
		return page.Steps(s.d.Forget(s.keepPath(), s.keepLang()), next, done)
	case errors.Is(msg.Err, fs.ErrExist) && !r.Replace:
		r.Replace = true
		return page.Push(s.replacement(r, msg.Path))
	case errors.Is(msg.Err, context.Canceled):
		return page.Warn(e.T(locales.UIPacketStopped))
	}
	s.path.Problem = e.Fail(msg.Err)
	s.form.FocusOn(0)
	return nil
}

// replacement asks before a file is written over.
func (s *exporter) replacement(r page.ExportRequest, path string) page.Screen {
	e := s.d.Env
	title := func() string { return e.T(locales.UIExportExists) }
	body := func(w int) []string {
		return append(widget.Wrap(legible.Line(path), w), widget.Wrap(e.T(locales.UIExportExistsBody), w)...)
	}
	return e.Confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIExportReplace}, func() page.Step {
		return page.Steps(page.Pop(1), s.write(r))
	})
}

func (s *exporter) caption(i int) widget.Caption {
	e := s.d.Env
	switch s.shown[i] {
	case s.format:
		return widget.Caption{Label: e.T(locales.UIExportFormat)}
	case s.lang:
		return widget.Caption{Label: e.T(locales.UIExportLang)}
	}
	note, tone := s.path.Note(nil, e.T(locales.UIExportPathHint))
	if target := s.target(); note == "" && target != s.path.Get() {
		note, tone = e.T(locales.UIExportAs, "Path", legible.Line(target)), theme.Neutral
	} else if note == "" {
		note = e.T(locales.UIExportPathHint)
	}
	return widget.Caption{Label: e.T(locales.UIExportPath), Note: note, Tone: tone}
}

// progress says how far a packet is that is being written.
func (s *exporter) progress() string {
	if s.stop == nil {
		return ""
	}
	e := s.d.Env
	return e.Kit.Bar(s.pace.done, max(1, s.pace.of), 20) + " " + e.Theme().Dim.Render(e.T(locales.UIPacketWriting))
}

func (s *exporter) View(w, h int) (string, *tea.Cursor) {
	e := s.d.Env
	lines := []string{e.Theme().Title.Render(e.T(s.title))}
	if h >= 16 {
		lines = append(lines, widget.Wrap(e.T(s.body), min(w, 72))...)
	}
	lines = append(lines, s.progress())
	s.top = len(lines)
	text, cursor := s.form.View(min(w, 72), max(1, h-s.top))
	return strings.Join(append(lines, text), "\n"), widget.Shift(cursor, 0, s.top)
}
