package page

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A saveAs asks where a document goes, in which format and language, and has it
// written. The ending of the path and the format always agree. A file that
// exists is replaced only if the user says so.
type saveAs struct {
	env    *Env
	keeper Keeper
	doc    Document
	path   *Input
	format *Input
	lang   *Input
	fields []Field // of the form; the path is the first
	form   *Form
	order  *Order             // what is being written; nil for nothing
	stop   context.CancelFunc // ends it early, with nothing written
	pace   pace               // how far it is
}

// SaveAs makes the dialog that saves a document.
func (e *Env) SaveAs(keeper Keeper, doc Document) Screen {
	s := &saveAs{env: e, keeper: keeper, doc: doc}
	s.path = e.Input(model.Field{Kind: model.FreeText}, nil, nil)
	s.format = e.FormatInput(doc.Formats)
	s.lang = e.LangInput(doc.Langs, doc.LangOption)
	s.format.Set(doc.Formats[0])
	s.lang.Set(doc.Lang)
	s.path.Set(s.name())
	s.fields = []Field{{Input: s.path, Keep: doc.Keep + "/path", Caption: s.caption}}
	if len(doc.Formats) > 1 {
		s.fields = append(s.fields, Field{Input: s.format, Label: locales.UIExportFormat})
	}
	if len(doc.Langs) > 0 {
		s.fields = append(s.fields, Field{Input: s.lang, Keep: doc.Keep + "/lang", Label: locales.UIExportLang})
	}
	s.form = e.Form(keeper, s.confirm, s.fields...)
	s.form.Changed = s.changed
	s.followPath() // which may be half-typed
	return s
}

// Typing implements Typist.
func (s *saveAs) Typing() bool { return s.form.Typing() }

// Title implements Screen.
func (s *saveAs) Title() string { return s.env.T(s.doc.Title) }

// Bindings implements Screen. Back first stops what is being written.
func (s *saveAs) Bindings() []Binding {
	rows := s.form.Bindings()
	if !s.slow() {
		return rows
	}
	stop := func() Step {
		s.stop()
		return nil // the reply says that it has ended
	}
	return append([]Binding{On(s.env.Keys().Back, stop).Hide()}, rows...)
}

// Update implements Screen.
func (s *saveAs) Update(msg tea.Msg) (Screen, Step) {
	switch m := msg.(type) {
	case savedMsg:
		if m.order != s.order {
			return s, nil
		}
		return s, s.saved(m)
	case paceMsg:
		if m.order != s.order {
			return s, nil
		}
		s.pace = m.pace
		return s, followPace(m.order, m.more)
	}
	return s, s.form.Update(msg)
}

// name returns the file name that is offered.
func (s *saveAs) name() string { return export.WithEnding(s.doc.Name(), s.format.Get()) }

// isFolder reports whether a path can only be a folder: a file name is missing.
func isFolder(path string) bool { return strings.HasSuffix(path, "/") || strings.HasSuffix(path, `\`) }

// target returns the path as it will be written, "" for none.
func (s *saveAs) target() string {
	path := strings.TrimSpace(s.path.Get())
	switch {
	case path == "":
		return ""
	case isFolder(path):
		path += s.name()
	}
	return export.WithEnding(path, s.format.Get())
}

// followPath makes the format that of the path's ending.
func (s *saveAs) followPath() {
	if f := export.FormatOf(strings.TrimSpace(s.path.Get())); slices.Contains(s.doc.Formats, f) {
		s.format.Set(f)
	}
}

// changed keeps path and format in step.
func (s *saveAs) changed(i int) {
	s.path.Changed()
	switch s.fields[i].Input {
	case s.path:
		s.followPath()
	case s.format:
		if path := strings.TrimSpace(s.path.Get()); path != "" && !isFolder(path) {
			s.path.Set(export.WithEnding(path, s.format.Get()))
		}
	}
}

// confirm has the document written. While that is going on it does nothing.
func (s *saveAs) confirm() Step {
	if s.order != nil {
		return nil
	}
	path := s.target()
	if path == "" {
		s.form.Refuse(0, s.env.T(locales.UIExportEmpty))
		return nil
	}
	return s.write(Order{Path: path, Format: s.format.Get(), Langs: LangsOf(s.lang.Get())})
}

func (s *saveAs) write(order Order) Step {
	s.order = &order
	var ctx context.Context
	ctx, s.stop = context.WithCancel(context.Background())
	return write(ctx, s.order, s.doc.Write(order))
}

// saved receives the reply: the dialog leaves with the full path, asks whether
// to replace a file, or says beside the path what went wrong.
func (s *saveAs) saved(m savedMsg) Step {
	s.stop()
	s.order, s.stop, s.pace = nil, nil, pace{}
	switch {
	case m.err == nil:
		return s.done(m.saved)
	case errors.Is(m.err, fs.ErrExist) && !m.order.Replace:
		return Push(s.replacement(*m.order, m.saved.Path))
	case errors.Is(m.err, context.Canceled):
		return Warn(s.env.T(s.doc.Stopped))
	}
	s.form.Refuse(0, s.env.Fail(m.err))
	return nil
}

func (s *saveAs) done(saved Saved) Step {
	saved.Path = legible.Line(saved.Path)
	next := Leave(s)
	if s.doc.After != nil {
		if after := s.doc.After(); after != nil {
			next = Instead(s, after)
		}
	}
	return Steps(s.keeper.Forget(s.form.Kept()...), next, Notice(s.doc.Done(saved)))
}

// replacement makes the question before a file is written over.
func (s *saveAs) replacement(order Order, path string) Screen {
	e := s.env
	title := func() string { return e.T(locales.UIExportExists) }
	body := func(w int) []string {
		return append(widget.Wrap(legible.Line(path), w), widget.Wrap(e.T(locales.UIExportExistsBody), w)...)
	}
	return e.Confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIExportReplace}, func() Step {
		order.Replace = true
		return Steps(BackTo(s), s.write(order))
	})
}

// caption says beside the path what is wrong with it, or where the document
// goes.
func (s *saveAs) caption() widget.Caption {
	e := s.env
	note, tone := s.path.Note(nil, e.T(locales.UIExportPathHint))
	if target := s.target(); note == "" && target != s.path.Get() {
		note, tone = e.T(locales.UIExportAs, "Path", legible.Line(target)), theme.Neutral
	} else if note == "" {
		note = e.T(locales.UIExportPathHint)
	}
	return widget.Caption{Label: e.T(locales.UIExportPath), Note: note, Tone: tone}
}

// slow reports whether a document is being written that takes long.
func (s *saveAs) slow() bool { return s.order != nil && s.doc.Progress != "" }

// progress says how far such a document is.
func (s *saveAs) progress() string {
	if !s.slow() {
		return ""
	}
	e := s.env
	return e.Kit.Bar(s.pace.done, max(1, s.pace.of), 20) + " " + e.Theme().Dim.Render(e.T(s.doc.Progress))
}

// View implements Screen.
func (s *saveAs) View(w, h int) Drawn {
	lines := []string{s.env.Theme().Title.Render(s.Title())}
	if h >= 16 {
		lines = append(lines, widget.Wrap(s.env.T(s.doc.Body), min(w, formWidth))...)
	}
	lines = append(lines, s.progress())
	return s.form.Draw(w, h-len(lines)).Under(lines...)
}
