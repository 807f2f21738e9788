package ui

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
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// exporter asks where a paper goes, in which format and language, and has it
// written. The ending of the path and the format always agree. A file that
// exists is replaced only when the person says so.
type exporter struct {
	d *paperRoom
	paper
	path   *input
	format *input
	lang   *input
	shown  []*input // those in the form
	form   *widget.Form
	asked  *ExportRequest // on its way
	stop   func()         // ends a packet that is on its way
	pace   pace           // how far that is
	top    int            // as drawn last, for clicks
}

// A paper is what an exporter writes.
type paper struct {
	title, body, done locales.ID
	stem              func() string // the name that is offered, without its ending
	formats           []string      // with one alone, none is asked for
	langs             []string
	offered           string                     // one of them
	langLabel         func(string) widget.Option // nil for the languages' names
	request           ExportRequest              // what is known of it already
	keep              string                     // names its half-typed text
	after             func() Step                // once it is written; nil to go back
}

// checklist is the paper with all about an application.
func (d *paperRoom) checklist() paper {
	e := d.env
	return paper{
		title: locales.UIExportTitle, body: locales.UIExportBody, done: locales.UIExportDone,
		stem: func() string {
			return e.t(locales.UIExportFile, "Title", export.FileName(d.app.Title), "Today", e.Today().String())
		},
		formats: export.Formats, langs: []string{string(locales.ZH), string(locales.EN), bothLangs}, offered: string(e.Lang),
		keep: "export",
	}
}

func newExport(d *paperRoom) screen { return newExporter(d, d.checklist()) }

func newExporter(d *paperRoom, what paper) screen {
	s := &exporter{d: d, paper: what}
	choice := model.Field{Kind: model.Choice}
	s.path = d.env.input(model.Field{Kind: model.FreeText}, nil, nil)
	s.format = d.env.input(choice, func(f string) widget.Option {
		return widget.Option{Label: d.env.formatLabel(f)}
	}, what.formats)
	s.lang = d.env.input(choice, s.langOption, what.langs)
	s.shown = []*input{s.path, s.format, s.lang}
	if len(what.formats) == 1 {
		s.shown = []*input{s.path, s.lang}
	}
	var ws []widget.Widget
	for _, in := range s.shown {
		ws = append(ws, in.Widget)
	}
	s.form = widget.NewForm(d.env.kit, s.caption, ws...)
	s.format.set(what.formats[0])
	s.lang.set(what.offered)
	s.path.set(s.name())
	if typed, ok := d.draft.Text[s.keepPath()]; ok {
		s.path.set(typed)
		s.follow()
	}
	if typed, ok := d.draft.Text[s.keepLang()]; ok {
		s.lang.set(typed)
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
	return s.d.env.langOption(lang)
}

// name is the file name that is offered.
func (s *exporter) name() string { return withEnding(s.stem(), s.format.get()) }

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
	path := strings.TrimSpace(s.path.get())
	switch {
	case path == "":
		return ""
	case isFolder(path):
		path += s.name()
	}
	return withEnding(path, s.format.get())
}

// follow makes the format that of the path's ending.
func (s *exporter) follow() {
	if f := formatOf(strings.TrimSpace(s.path.get())); slices.Contains(s.formats, f) {
		s.format.set(f)
	}
}

func (s *exporter) Typing() bool  { return s.form.Typing() }
func (s *exporter) Title() string { return s.d.env.t(s.title) }

func (s *exporter) Keys() []key.Binding {
	k := s.d.env.keys().When(s.Typing())
	return append([]key.Binding{k.Continue, k.Back}, s.form.Help()...)
}

func (s *exporter) Update(msg tea.Msg) (screen, Step) {
	if keys.Is(msg, s.d.env.keys().Back) {
		if s.stop != nil {
			s.stop()
			return s, nil // the reply says that it has ended
		}
		return s, pop(1)
	}
	at, event := s.form.At(), widget.Ignored
	switch m := msg.(type) {
	case exportedMsg:
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
func (s *exporter) changed(at int) Step {
	s.path.changed()
	switch s.shown[at] {
	case s.path:
		s.follow()
	case s.format:
		if path := strings.TrimSpace(s.path.get()); path != "" && !isFolder(path) {
			s.path.set(withEnding(path, s.format.get()))
		}
	case s.lang:
		return s.d.typed(s.keepLang(), s.lang.get())
	}
	return s.d.typed(s.keepPath(), s.path.get())
}

// finish has the paper written. While one is on its way it does nothing.
func (s *exporter) finish() Step {
	if s.asked != nil {
		return nil
	}
	path := s.target()
	if path == "" {
		s.path.problem = s.d.env.t(locales.UIExportEmpty)
		s.form.FocusOn(0)
		return nil
	}
	r := s.request
	r.App, r.Procedure, r.Path, r.Langs = s.d.app.Clone(), s.d.proc, path, []locales.Lang{locales.Lang(s.lang.get())}
	if s.lang.get() == bothLangs {
		r.Langs = locales.Langs
	}
	return s.write(r)
}

func (s *exporter) write(r ExportRequest) Step {
	s.asked = &r
	if r.Packet {
		var cmd Step
		cmd, s.stop = s.d.writePacket(r)
		return cmd
	}
	return s.d.writeExport(r)
}

// exported takes the reply: back with the full path, or a question, or what
// went wrong beside what was typed.
func (s *exporter) exported(msg exportedMsg) Step {
	if s.asked == nil { // somebody else's
		return nil
	}
	r, e := *s.asked, s.d.env
	s.asked, s.stop, s.pace = nil, nil, pace{}
	switch {
	case msg.err == nil:
		next, done := pop(1), notice(e.t(s.done, "Path", legible.Line(msg.path), "Left", msg.left))
		if s.after != nil {
			next = s.after()
		}
		return Steps(s.d.forget(s.keepPath(), s.keepLang()), next, done)
	case errors.Is(msg.err, fs.ErrExist) && !r.Replace:
		r.Replace = true
		return push(s.replacement(r, msg.path))
	case errors.Is(msg.err, context.Canceled):
		return warn(e.t(locales.UIPacketStopped))
	}
	s.path.problem = e.failure(msg.err)
	s.form.FocusOn(0)
	return nil
}

// replacement asks before a file is written over.
func (s *exporter) replacement(r ExportRequest, path string) screen {
	e := s.d.env
	title := func() string { return e.t(locales.UIExportExists) }
	body := func(w int) []string {
		return append(widget.Wrap(legible.Line(path), w), widget.Wrap(e.t(locales.UIExportExistsBody), w)...)
	}
	return e.confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIExportReplace}, func() Step {
		return Steps(pop(1), s.write(r))
	})
}

func (s *exporter) caption(i int) widget.Caption {
	e := s.d.env
	switch s.shown[i] {
	case s.format:
		return widget.Caption{Label: e.t(locales.UIExportFormat)}
	case s.lang:
		return widget.Caption{Label: e.t(locales.UIExportLang)}
	}
	note, tone := s.path.note(nil, e.t(locales.UIExportPathHint))
	if target := s.target(); note == "" && target != s.path.get() {
		note, tone = e.t(locales.UIExportAs, "Path", legible.Line(target)), theme.Neutral
	} else if note == "" {
		note = e.t(locales.UIExportPathHint)
	}
	return widget.Caption{Label: e.t(locales.UIExportPath), Note: note, Tone: tone}
}

// progress says how far a packet is that is being written.
func (s *exporter) progress() string {
	if s.stop == nil {
		return ""
	}
	e := s.d.env
	return e.kit.Bar(s.pace.done, max(1, s.pace.of), 20) + " " + e.theme().Dim.Render(e.t(locales.UIPacketWriting))
}

func (s *exporter) View(w, h int) (string, *tea.Cursor) {
	e := s.d.env
	lines := []string{e.theme().Title.Render(e.t(s.title))}
	if h >= 16 {
		lines = append(lines, widget.Wrap(e.t(s.body), min(w, 72))...)
	}
	lines = append(lines, s.progress())
	s.top = len(lines)
	text, cursor := s.form.View(min(w, 72), max(1, h-s.top))
	return strings.Join(append(lines, text), "\n"), widget.Shift(cursor, 0, s.top)
}
