package files

import (
	"context"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// proposal shows which file may be which material, the certain ones first, and
// lets a person change that. Nothing is attached before the last row says so,
// and then everything is one step.
type proposal struct {
	d       *Room
	found   *collect.Folder
	files   []proposed
	skipped []collect.Skip
	list    *widget.List
	changed bool
	bring   func(path string) page.Step
	stop    context.CancelFunc // ends the copying; nil while there is none
	left    []int              // of files, still to be copied
	of      int                // how many there were to copy
	brought map[int]model.File // in the vault
	w       int                // as drawn last
}

// A proposed is a file, what was said about it, and what a person made of that.
type proposed struct {
	collect.Placement
	target  model.MaterialKey // "" for none
	in      bool              // is to be attached
	byHand  bool              // a person chose the row
	problem string            // why it could not be copied
}

func newProposal(d *Room, m scannedMsg) *proposal {
	s := &proposal{d: d, found: m.found, brought: make(map[int]model.File)}
	for _, c := range collect.Confidences {
		for _, p := range append(m.proposal.Placed, m.proposal.Unsure...) {
			if p.Confidence == c {
				s.files = append(s.files, proposed{Placement: p, target: p.Key, in: c != collect.Unsure})
			}
		}
	}
	for _, f := range m.proposal.Unplaced {
		s.files = append(s.files, proposed{Placement: collect.Placement{File: f}})
	}
	s.skipped = append(m.proposal.Skipped, m.found.Skipped...)
	s.list = widget.NewList(d.Env.Kit, 2, s.row)
	s.list.Header = s.header
	s.list.SetCount(len(s.files) + 1 + len(s.skipped))
	return s
}

// chosen lists the files that are to be attached.
func (s *proposal) chosen() (out []int) {
	for i, f := range s.files {
		if f.in && f.target != "" {
			out = append(out, i)
		}
	}
	return out
}

func (s *proposal) Title() string { return s.d.Env.T(locales.UICollectTitle) }

func (s *proposal) Keys() []key.Binding {
	k, t := s.d.Env.Keys(), s.d.Env.T
	if s.stop != nil {
		return []key.Binding{page.Renamed(k.Back, t(locales.UICollectStop)), k.Move}
	}
	attach := page.Renamed(k.Save, t(locales.UICollectKeyAttach))
	switch at := s.list.At(); {
	case at > len(s.files):
		return []key.Binding{attach, k.Back, k.Move}
	case at == len(s.files):
		return []key.Binding{page.Renamed(k.Open, t(locales.UICollectKeyAttach)), k.Back, k.Move}
	}
	return []key.Binding{page.Renamed(k.Open, t(locales.UICollectKeyTarget)), page.Renamed(k.Toggle, t(locales.UICollectKeyToggle)), attach, k.Back, k.Move}
}

func (s *proposal) Update(msg tea.Msg) (page.Screen, page.Step) {
	k, at := s.d.Env.Keys(), s.list.At()
	event := widget.Ignored
	switch m := msg.(type) {
	case broughtMsg:
		return s, s.copied(m)
	case tea.MouseClickMsg:
		event = s.list.Click(m.X, m.Y-proposalHead)
	case tea.MouseWheelMsg:
		event = s.list.Update(m)
	case tea.KeyPressMsg:
		switch {
		case keys.Is(m, k.Back):
			return s, s.back()
		case s.stop == nil && keys.Is(m, k.Save):
			return s, s.attach()
		case s.stop == nil && keys.Is(m, k.Toggle) && at < len(s.files):
			return s, s.toggle(at)
		}
		event = s.list.Update(m)
	}
	if event == widget.Picked && s.stop == nil {
		return s, s.pick(at)
	}
	return s, nil
}

// back stops the copying, or leaves; what a person changed is not dropped
// without a word.
func (s *proposal) back() page.Step {
	switch {
	case s.stop != nil:
		s.halt()
		return page.Notice(s.d.Env.T(locales.UICollectStopped))
	case !s.changed:
		return page.Pop(1)
	}
	e := s.d.Env
	title := func() string { return e.T(locales.UICollectLeave) }
	body := func(w int) []string { return widget.Wrap(e.T(locales.UICollectLeaveBody), w) }
	return page.Push(e.Confirm(title, body, 0, []locales.ID{locales.UICollectStay, locales.UICollectDrop}, func() page.Step { return page.Pop(2) }))
}

func (s *proposal) halt() {
	s.stop()
	s.stop, s.left = nil, nil
}

// toggle includes a file or leaves it out. One that has no row, or may have
// several, is asked about.
func (s *proposal) toggle(i int) page.Step {
	f := &s.files[i]
	if !f.in && (f.target == "" || !f.byHand && len(f.Candidates) > 1) {
		return s.pick(i)
	}
	f.in, s.changed = !f.in, true
	return nil
}

func (s *proposal) pick(i int) page.Step {
	switch {
	case i == len(s.files):
		return s.attach()
	case i > len(s.files):
		return page.Notice(s.d.Env.T(locales.UICollectSkippedNote))
	}
	f := s.files[i]
	return page.Push(newTarget(s.d, f.Placement, f.target, func(key model.MaterialKey) {
		f := &s.files[i]
		f.target, f.in, f.byHand, f.problem, s.changed = key, key != "", true, "", true
	}))
}

// attach begins to copy. A file that is in the vault already from an attempt
// that was stopped is not copied again.
func (s *proposal) attach() page.Step {
	chosen := s.chosen()
	if len(chosen) == 0 {
		return page.Warn(s.d.Env.T(locales.UICollectNone))
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.stop, s.of = cancel, len(chosen)
	s.left = slices.DeleteFunc(chosen, func(i int) bool { _, ok := s.brought[i]; return ok })
	s.bring = func(path string) page.Step { return s.d.bring(ctx, s.d.App.ID, s.found, path) }
	return s.next()
}

// next copies the next file, or files all of them.
func (s *proposal) next() page.Step {
	if len(s.left) == 0 {
		s.halt()
		return s.file()
	}
	return s.bring(s.files[s.left[0]].Path)
}

// copied takes the reply to one copy. A file that cannot be copied stays on
// the list with the reason, and the others go on.
func (s *proposal) copied(m broughtMsg) page.Step {
	if s.stop == nil || m.app != s.d.App.ID || len(s.left) == 0 || s.files[s.left[0]].Path != m.path {
		return nil
	}
	i := s.left[0]
	s.left = s.left[1:]
	if m.err != nil {
		s.files[i].in, s.files[i].problem = false, s.d.Env.Fail(m.err)
	} else {
		s.brought[i] = m.file
	}
	return s.next()
}

// file attaches what was copied, in one step. If some could not be copied, the
// list stays, with what is left.
func (s *proposal) file() page.Step {
	d, changed := s.d, s.d.App.Clone()
	n, failed := 0, 0
	for i, f := range s.files {
		file, ok := s.brought[i]
		switch {
		case f.problem != "":
			failed++
		case ok && f.in:
			if err := changed.Attach(d.Proc, f.target, file); err != nil {
				return page.Warn(d.Refusal("", err))
			}
			n++
		}
	}
	if n == 0 {
		return page.Warn(d.Env.T(locales.UICollectFailed, "Count", failed))
	}
	save := d.Commit(changed)
	if failed == 0 {
		return page.Steps(save, page.Pop(1), page.Notice(d.Env.T(locales.UICollectDone, "Count", n)))
	}
	s.files = slices.DeleteFunc(s.files, func(f proposed) bool { return f.in })
	s.brought = make(map[int]model.File)
	s.list.SetCount(len(s.files) + 1 + len(s.skipped))
	return page.Steps(save, page.Warn(d.Env.T(locales.UICollectPartly, "Count", n, "Failed", failed)))
}
