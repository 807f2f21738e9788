package files

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// collector asks for a folder and has it looked through. The proposal that
// comes of it takes its place.
type collector struct {
	d     *Room
	path  *page.Input
	given bool // the path came from elsewhere
	form  *widget.Form
	stop  context.CancelFunc // ends the scan; nil while there is none
	n     int                // files so far
	top   int                // lines above the form, as drawn last
}

// collectDraft is where the half-typed path is kept.
const collectDraft = "collect/path"

func NewCollect(d *Room) page.Screen {
	s := &collector{d: d, path: d.Env.Input(model.Field{Kind: model.FreeText}, nil, nil)}
	s.form = widget.NewForm(d.Env.Kit, s.caption, s.path.Widget)
	s.path.Set(d.Draft.Text[collectDraft])
	return s
}

// newCollectOf looks through a folder that was dropped.
func newCollectOf(d *Room, path string) page.Screen {
	s := NewCollect(d).(*collector)
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

func (s *collector) Typing() bool { return s.form.Typing() }

func (s *collector) Title() string { return s.d.Env.T(locales.UICollectTitle) }

// Init begins at once where the folder is known.
func (s *collector) Init() page.Step {
	if s.given {
		return s.begin()
	}
	return nil
}

func (s *collector) Keys() []key.Binding {
	k := s.d.Env.Keys().When(s.Typing())
	if s.stop != nil {
		return []key.Binding{page.Renamed(k.Back, s.d.Env.T(locales.UICollectStop))}
	}
	return []key.Binding{k.Continue, k.Back}
}

func (s *collector) Update(msg tea.Msg) (page.Screen, page.Step) {
	if keys.Is(msg, s.d.Env.Keys().Back) {
		if s.stop != nil {
			s.stop()
			s.stop = nil
			return s, nil
		}
		return s, page.Pop(1)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case scanningMsg:
		if m.app != s.d.App.ID {
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
		s.path.Changed()
		return s, s.d.Typed(collectDraft, s.path.Get())
	}
	return s, nil
}

// begin has the folder looked through that is typed or pasted.
func (s *collector) begin() page.Step {
	paths := model.SplitPaths(strings.TrimSpace(s.path.Get()))
	if len(paths) != 1 {
		s.path.Problem = s.d.Env.T(locales.UICollectOne)
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.stop, s.n, s.path.Problem = cancel, 0, ""
	return s.d.scan(ctx, s.d.Proc, s.d.App.Clone(), paths[0])
}

func (s *collector) scanned(m scannedMsg) page.Step {
	if s.stop == nil || m.app != s.d.App.ID {
		return nil // stopped meanwhile, or somebody else's
	}
	s.stop()
	s.stop = nil
	switch {
	case m.err != nil:
		s.path.Problem = s.d.Env.Fail(m.err)
		return nil
	case len(m.found.Files) == 0:
		s.path.Problem = s.d.Env.T(locales.UICollectNothing)
		return nil
	}
	return page.Steps(s.d.Forget(collectDraft), page.Replace(newProposal(s.d, m), 1))
}

func (s *collector) caption(int) widget.Caption {
	e := s.d.Env
	note, tone := s.path.Note(nil, e.T(locales.UICollectPathHint))
	if note == "" {
		note = e.T(locales.UICollectPathHint)
	}
	if s.stop != nil {
		note, tone = e.T(locales.UICollectScanning, "Count", s.n), theme.Neutral
	}
	return widget.Caption{Label: e.T(locales.UICollectPath), Note: note, Tone: tone}
}

func (s *collector) View(w, h int) (string, *tea.Cursor) {
	e := s.d.Env
	lines := []string{e.Theme().Title.Render(e.T(locales.UICollectTitle))}
	if h >= 12 {
		lines = append(lines, widget.Wrap(e.T(locales.UICollectBody), min(w, 72))...)
	}
	lines = append(lines, "")
	s.top = len(lines)
	text, cursor := s.form.View(min(w, 72), max(1, h-s.top))
	return strings.Join(append(lines, text), "\n"), widget.Shift(cursor, 0, s.top)
}
