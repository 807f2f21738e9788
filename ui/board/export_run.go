package board

import (
	"errors"
	"io/fs"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A destination is where an export of many goes, and how.
type destination struct {
	dir    string // in full
	format string
	langs  []locales.Lang
}

// exportRun writes one file after the other and shows how far it is. Esc stops
// it between two files. An application that cannot be exported is listed and
// keeps no other from being written; a file that exists is replaced only if the
// user says so.
type exportRun struct {
	env     *Room
	to      destination
	ids     []model.ApplicationID
	tried   int // of ids, from the first on
	written int
	there   []model.ApplicationID // whose file exists
	failed  []string
	replace bool
	stopped bool
	scroll  *widget.Scroll
}

func newExportRun(e *Room, to destination, ids []model.ApplicationID) *exportRun {
	return &exportRun{env: e, to: to, ids: ids, scroll: widget.NewScroll(e.Kit)}
}

func (s *exportRun) Init() page.Step { return s.next() }

func (s *exportRun) Title() string { return s.env.T(locales.UIExportTitle) }

func (s *exportRun) done() bool { return s.stopped || s.tried == len(s.ids) }

func (s *exportRun) Bindings() []page.Binding {
	k, e := s.env.Keys(), s.env
	switch {
	case !s.done():
		return []page.Binding{page.On(k.Back, s.stop).As(e.T(locales.UIExportRunStop))}
	case len(s.there) > 0:
		return []page.Binding{page.On(k.Continue, s.replaceThem).As(e.T(locales.UIExportReplace)), e.Back(), {Binding: k.Move}}
	}
	return []page.Binding{page.On(k.Continue, e.Back().Do), {Binding: k.Move}, e.Back().Hide()}
}

func (s *exportRun) stop() page.Step {
	s.stopped = true
	return nil
}

// replaceThem exports those again whose file exists.
func (s *exportRun) replaceThem() page.Step {
	again := newExportRun(s.env, s.to, s.there)
	again.replace = true
	return page.Instead(s, again)
}

func (s *exportRun) Update(msg tea.Msg) (page.Screen, page.Step) {
	if m, ok := msg.(exportedMsg); ok {
		if m.run != s {
			return s, nil // of a run that was stopped
		}
		return s, s.exported(m.err)
	}
	s.scroll.Update(msg)
	return s, nil
}

// next exports the next application.
func (s *exportRun) next() page.Step {
	if s.done() {
		return nil
	}
	return s.env.export(s, s.ids[s.tried])
}

// exported notes what became of an application, and goes on.
func (s *exportRun) exported(err error) page.Step {
	switch {
	case err == nil:
		s.written++
	case errors.Is(err, fs.ErrExist) && !s.replace:
		s.there = append(s.there, s.ids[s.tried])
	default:
		s.failed = append(s.failed, s.env.Fail(err))
	}
	s.tried++
	return s.next()
}

func (s *exportRun) View(w, h int) page.Drawn { return widget.DrawLines(s.scroll.View(w, h, s.lines)) }

func (s *exportRun) lines(w int) []string {
	e, th := s.env, s.env.Theme()
	title := locales.UIExportRunTitle
	if s.done() {
		title = locales.UIExportRunDone
	}
	lines := []string{th.Title.Render(e.T(title)), "", e.Kit.Bar(s.tried, len(s.ids), min(w, 40)), ""}
	add := func(text string) { lines = append(lines, widget.Wrap(text, w)...) }
	add(e.T(locales.UIExportRunWritten, "Count", s.written, "Folder", e.Kit.Legible(s.to.dir)))
	if s.stopped && s.tried < len(s.ids) {
		add(e.T(locales.UIExportRunStopped, "Count", len(s.ids)-s.tried))
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
