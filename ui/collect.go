package ui

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// collector asks for a folder and has it looked through. The proposal that
// comes of it takes its place.
type collector struct {
	d     *papersRoom
	path  *input
	given bool // the path came from elsewhere
	form  *widget.Form
	stop  context.CancelFunc // ends the scan; nil while there is none
	n     int                // files so far
	top   int                // lines above the form, as drawn last
}

// collectDraft is where the half-typed path is kept.
const collectDraft = "collect/path"

func newCollect(d *papersRoom) screen {
	s := &collector{d: d, path: d.env.input(model.Field{Kind: model.FreeText}, nil, nil)}
	s.form = widget.NewForm(d.env.kit, s.caption, s.path.Widget)
	s.path.set(d.draft.Text[collectDraft])
	return s
}

// newCollectOf looks through a folder that was dropped.
func newCollectOf(d *papersRoom, path string) screen {
	s := newCollect(d).(*collector)
	s.path.set(path)
	s.given = true
	return s
}

// collectable reports whether a path that was dropped is that of a folder or
// archive, by its name: it has no ending that files have.
func collectable(path string) bool {
	name := path[strings.LastIndexAny(strings.TrimRight(path, `/\`), `/\`)+1:]
	return !strings.Contains(name, ".") || strings.HasSuffix(strings.ToLower(name), ".zip")
}

func (s *collector) Typing() bool  { return s.form.Typing() }
func (s *collector) Title() string { return s.d.env.t(locales.UICollectTitle) }

// Init begins at once where the folder is known.
func (s *collector) Init() Step {
	if s.given {
		return s.begin()
	}
	return nil
}

func (s *collector) Keys() []key.Binding {
	k := s.d.env.keys().When(s.Typing())
	if s.stop != nil {
		return []key.Binding{renamed(k.Back, s.d.env.t(locales.UICollectStop))}
	}
	return []key.Binding{k.Continue, k.Back}
}

func (s *collector) Update(msg tea.Msg) (screen, Step) {
	if keys.Is(msg, s.d.env.keys().Back) {
		if s.stop != nil {
			s.stop()
			s.stop = nil
			return s, nil
		}
		return s, pop(1)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case scanningMsg:
		if m.app != s.d.app.ID {
			return s, nil
		}
		s.n = m.files
		return s, s.d.scanning(m.app, m.more)
	case scannedMsg:
		return s, s.scanned(m)
	case tea.MouseClickMsg:
		event = s.form.Click(m.X, m.Y-s.top)
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseWheelMsg:
		if s.stop == nil { // while it is looked through, the path stands
			event = s.form.Update(m)
		}
	}
	switch event {
	case widget.Picked:
		return s, s.begin()
	case widget.Changed:
		s.path.changed()
		return s, s.d.typed(collectDraft, s.path.get())
	}
	return s, nil
}

// begin has the folder looked through that is typed or pasted.
func (s *collector) begin() Step {
	paths := model.SplitPaths(strings.TrimSpace(s.path.get()))
	if len(paths) != 1 {
		s.path.problem = s.d.env.t(locales.UICollectOne)
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.stop, s.n, s.path.problem = cancel, 0, ""
	return s.d.scan(ctx, s.d.proc, s.d.app.Clone(), paths[0])
}

func (s *collector) scanned(m scannedMsg) Step {
	if s.stop == nil || m.app != s.d.app.ID {
		return nil // stopped meanwhile, or somebody else's
	}
	s.stop()
	s.stop = nil
	switch {
	case m.err != nil:
		s.path.problem = s.d.env.failure(m.err)
		return nil
	case len(m.found.Files) == 0:
		s.path.problem = s.d.env.t(locales.UICollectNothing)
		return nil
	}
	return Steps(s.d.forget(collectDraft), replace(newProposal(s.d, m), 1))
}

func (s *collector) caption(int) widget.Caption {
	e := s.d.env
	note, tone := s.path.note(nil, e.t(locales.UICollectPathHint))
	if note == "" {
		note = e.t(locales.UICollectPathHint)
	}
	if s.stop != nil {
		note, tone = e.t(locales.UICollectScanning, "Count", s.n), theme.Neutral
	}
	return widget.Caption{Label: e.t(locales.UICollectPath), Note: note, Tone: tone}
}

func (s *collector) View(w, h int) (string, *tea.Cursor) {
	e := s.d.env
	lines := []string{e.theme().Title.Render(e.t(locales.UICollectTitle))}
	if h >= 12 {
		lines = append(lines, widget.Wrap(e.t(locales.UICollectBody), min(w, 72))...)
	}
	lines = append(lines, "")
	s.top = len(lines)
	text, cursor := s.form.View(min(w, 72), max(1, h-s.top))
	return strings.Join(append(lines, text), "\n"), widget.Shift(cursor, 0, s.top)
}
