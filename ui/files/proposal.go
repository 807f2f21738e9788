package files

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// proposal shows which file may be which material, the certain ones first, and
// lets the user change that. Nothing is attached before the last row says so,
// and then everything is one step. proposal_rows.go makes its rows.
type proposal struct {
	d       *Room
	found   *collect.Folder
	files   []*proposed
	skipped []collect.Skip
	rows    *page.Rows
	changed bool
	sent    []*proposed      // what is being copied, as in copying
	copying *desk.Collection // nil while there is none
}

// A proposed is a file, what was said about it, and what the user made of that.
type proposed struct {
	collect.Placement
	target  model.MaterialKey // "" for none
	in      bool              // is to be attached
	byHand  bool              // the user chose the row
	copied  model.File        // as it is in the vault, where a copying that was stopped has got it there
	problem string            // why it is not attached
}

func newProposal(d *Room, m scannedMsg) *proposal {
	s := &proposal{d: d, found: m.found, rows: d.Env.Rows(2)}
	for _, c := range collect.Confidences {
		for _, p := range append(m.proposal.Placed, m.proposal.Unsure...) {
			if p.Confidence == c {
				s.files = append(s.files, &proposed{Placement: p, target: p.Key, in: c != collect.Unsure})
			}
		}
	}
	for _, f := range m.proposal.Unplaced {
		s.files = append(s.files, &proposed{Placement: collect.Placement{File: f}})
	}
	s.skipped = append(m.proposal.Skipped, m.found.Skipped...)
	s.look()
	return s
}

// chosen lists the files that are to be attached.
func (s *proposal) chosen() (out []*proposed) {
	for _, f := range s.files {
		if f.in && f.target != "" {
			out = append(out, f)
		}
	}
	return out
}

func (s *proposal) Title() string { return s.d.Env.T(locales.UICollectTitle) }

// Bindings leaves the choices as they are while files are copied.
func (s *proposal) Bindings() []page.Binding {
	k, t := s.d.Env.Keys(), s.d.Env.T
	back, move := page.On(k.Back, s.back), page.Shown(k.Move)[0]
	attach := page.On(k.Save, s.attach).As(t(locales.UICollectKeyAttach))
	at := s.rows.Index()
	switch {
	case s.copying != nil:
		return []page.Binding{back, move}
	case at > len(s.files):
		return []page.Binding{attach, back, move}
	case at == len(s.files):
		return []page.Binding{{Binding: page.Renamed(k.Open, t(locales.UICollectKeyAttach))}, attach.Hide(), back, move}
	}
	toggle := page.On(k.Toggle, func() page.Step { return s.toggle(s.files[at]) }).As(t(locales.UICollectKeyToggle))
	return []page.Binding{{Binding: page.Renamed(k.Open, t(locales.UICollectKeyTarget))}, toggle, attach, back, move}
}

func (s *proposal) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch msg.(type) {
	case page.ShownMsg, desk.ChangedMsg:
		return s, s.arrived()
	}
	step, _ := s.rows.Update(msg)
	return s, step
}

// back leaves, or asks before, where files are on their way or the user has
// changed something.
func (s *proposal) back() page.Step {
	switch {
	case s.copying != nil:
		return s.d.leaving()
	case !s.changed:
		return page.Pop()
	}
	e := s.d.Env
	title := func() string { return e.T(locales.UICollectLeave) }
	body := func(w int) []string { return widget.Wrap(e.T(locales.UICollectLeaveBody), w) }
	return page.Push(e.Confirm(title, body, 0, []locales.ID{locales.UICollectStay, locales.UICollectDrop}, func() page.Step { return page.Leave(s) }))
}

// toggle includes a file or leaves it out. For one that has no row, or may have
// several, the row is asked for.
func (s *proposal) toggle(f *proposed) page.Step {
	if !f.in && (f.target == "" || !f.byHand && len(f.Candidates) > 1) {
		return s.choose(f)
	}
	f.in, s.changed = !f.in, true
	return nil
}

// choose asks for the row of a file.
func (s *proposal) choose(f *proposed) page.Step {
	if s.copying != nil {
		return nil
	}
	return page.Push(newTarget(s.d, f.Placement, f.target, func(key model.MaterialKey) {
		f.target, f.in, f.byHand, f.problem, s.changed = key, key != "", true, "", true
	}))
}

// attach has the chosen files copied and attached together. What an attempt that
// was stopped has copied is not copied again.
func (s *proposal) attach() page.Step {
	if s.copying != nil {
		return nil
	}
	s.sent = s.chosen()
	if len(s.sent) == 0 {
		return page.Warn(s.d.Env.T(locales.UICollectNone))
	}
	files := make([]desk.Intake, len(s.sent))
	for i, f := range s.sent {
		files[i] = s.d.fromFolder(s.found, f.Path, f.target, f.copied)
	}
	copying, step := s.d.AttachTogether(files...)
	s.copying = copying
	return step
}

// arrived looks whether all files have come. If some could not be attached, the
// list stays, with what is left.
func (s *proposal) arrived() page.Step {
	c, t := s.copying, s.d.Env.T
	if c == nil || !c.Over {
		return nil
	}
	s.copying = nil
	failed := 0
	for i, a := range c.Arrivals {
		f := s.sent[i]
		f.copied = a.File
		if a.Err != nil {
			f.in, f.problem = false, s.d.Refusal("", a.Err)
			failed++
		}
	}
	n := len(c.Arrivals) - failed
	switch {
	case c.Stopped:
		return page.Notice(t(locales.UICollectStopped))
	case n == 0:
		return page.Warn(t(locales.UICollectFailed, "Count", failed))
	case failed == 0:
		return page.Leave(s) // the desk says how many files there are
	}
	s.files = slices.DeleteFunc(s.files, func(f *proposed) bool { return f.in && f.target != "" })
	s.look()
	return page.Warn(t(locales.UICollectPartly, "Count", n, "Failed", failed))
}
