package files

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// collectForm asks for a folder and has it looked through. The proposal that
// comes of it is shown instead.
type collectForm struct {
	d     *Room
	path  *page.Input
	form  *page.Form
	given bool  // the path need not be typed
	scan  *scan // nil while there is none
	found int   // files so far
}

// collectDraft names the path among the half-typed texts.
const collectDraft = "collect/path"

// NewCollect asks for the folder to collect from.
func NewCollect(d *Room) page.Screen { return newCollectForm(d) }

func newCollectForm(d *Room) *collectForm {
	s := &collectForm{d: d, path: d.Env.Input(model.Field{Kind: model.FreeText}, nil, nil)}
	s.form = d.Env.Form(d, s.begin, page.Field{Input: s.path, Keep: collectDraft, Caption: s.caption})
	return s
}

// newCollectOf looks through a folder at once.
func newCollectOf(d *Room, path string) *collectForm {
	s := newCollectForm(d)
	s.path.Set(path)
	s.given = true
	return s
}

// collectable reports whether a path that was dropped is that of a folder or
// archive, by its name: it has no ending that files have.
func collectable(path string) bool {
	name := path[strings.LastIndexAny(strings.TrimRight(path, `/\`), `/\`)+1:]
	return !strings.Contains(name, ".") || strings.HasSuffix(strings.ToLower(name), ".zip")
}

func (s *collectForm) Typing() bool { return s.form.Typing() }

func (s *collectForm) Title() string { return s.d.Env.T(locales.UICollectTitle) }

// Init begins at once where the folder is known.
func (s *collectForm) Init() page.Step {
	if s.given {
		return s.begin()
	}
	return nil
}

func (s *collectForm) Bindings() []page.Binding {
	if s.scan == nil {
		return s.form.Bindings()
	}
	return []page.Binding{page.On(s.d.Env.Keys().Back, s.stop).As(s.d.Env.T(locales.UICollectStop))}
}

// Update leaves the path as it is while the folder is looked through.
func (s *collectForm) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch m := msg.(type) {
	case scanningMsg:
		if m.of == s.scan {
			s.found = m.files
		}
		return s, scanning(m.of)
	case scannedMsg:
		return s, s.scanned(m)
	}
	if s.scan != nil {
		return s, nil
	}
	return s, s.form.Update(msg)
}

// begin has the folder looked through that is typed or pasted.
func (s *collectForm) begin() page.Step {
	paths := model.SplitPaths(strings.TrimSpace(s.path.Get()))
	if len(paths) != 1 {
		s.form.Refuse(0, s.d.Env.T(locales.UICollectOne))
		return nil
	}
	s.path.Changed()
	s.found = 0
	scan, step := s.d.scan(paths[0])
	s.scan = scan
	return step
}

func (s *collectForm) stop() page.Step {
	s.scan.stop()
	s.scan = nil
	return nil
}

// scanned shows what a scan has found. The reply of one that was stopped is
// ignored.
func (s *collectForm) scanned(m scannedMsg) page.Step {
	if s.scan == nil || m.of != s.scan {
		return nil
	}
	s.stop()
	switch {
	case m.err != nil:
		s.form.Refuse(0, s.d.Env.Fail(m.err))
		return nil
	case len(m.found.Files) == 0:
		s.form.Refuse(0, s.d.Env.T(locales.UICollectNothing))
		return nil
	}
	return page.Steps(s.d.Forget(s.form.Kept()...), page.Instead(s, newProposal(s.d, m)))
}

func (s *collectForm) caption() widget.Caption {
	e := s.d.Env
	note, tone := s.path.Note(nil, e.T(locales.UICollectPathHint))
	if note == "" {
		note = e.T(locales.UICollectPathHint)
	}
	if s.scan != nil {
		note, tone = e.T(locales.UICollectScanning, "Count", s.found), theme.Neutral
	}
	return widget.Caption{Label: e.T(locales.UICollectPath), Note: note, Tone: tone}
}

func (s *collectForm) View(w, h int) page.Drawn {
	e := s.d.Env
	lines := []string{e.Theme().Title.Render(e.T(locales.UICollectTitle))}
	if h >= 12 {
		lines = append(lines, widget.Wrap(e.T(locales.UICollectBody), min(w, 72))...)
	}
	lines = append(lines, "")
	return s.form.Draw(w, h-len(lines)).Under(lines...)
}
