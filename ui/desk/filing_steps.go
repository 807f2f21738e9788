package desk

import (
	"context"
	"slices"
	"time"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
)

// A filing is the work on files that goes on in the background while the user
// does something else: they are copied into the vault and looked into. A few
// steps run at a time; what they bring is put on the desk in the order in which
// it was asked for, some at a time, so that each save stays small and a crash
// loses little. A row never refers to a file that is not in the vault.
type filing struct {
	ctx      context.Context
	cancel   context.CancelFunc
	steps    []step
	next     int     // the first step that has not begun
	running  int     // how many have begun and not come back
	put      int     // how many are on the desk
	failed   []error // of files that could not be attached
	already  int     // files that their row had
	attached int     // files that it had not
}

// A step is one file: to be attached, or to be looked into again.
type step struct {
	Intake
	again bool        // it is attached already and only looked into
	of    *Collection // nil where it is attached by itself
	at    int         // its place in the collection
	file  model.File  // what came back, if done
	err   error
	done  bool
}

const (
	atOnce = 2  // steps that run at a time
	batch  = 25 // files that are put on the desk together
)

func newFiling() *filing {
	f := &filing{}
	f.ctx, f.cancel = context.WithCancel(context.Background())
	return f
}

// waits reports whether a step of that kind is not on the desk yet.
func (f *filing) waits(kind func(step) bool) bool {
	return f != nil && slices.ContainsFunc(f.steps[f.put:], kind)
}

// advance begins as many steps as may run.
func (f *filing) advance() page.Step {
	var begun page.Step
	for ; f.running < atOnce && f.next < len(f.steps) && f.ctx.Err() == nil; f.next++ {
		f.running++
		begun = page.Steps(begun, f.begin(f.next))
	}
	return begun
}

// ready returns the step up to which all can be put on the desk together: the
// files of a collection when the last has come, others in batches.
func (f *filing) ready() int {
	if f.put == len(f.steps) {
		return f.put
	}
	n, of := f.put, f.steps[f.put].of
	for n < len(f.steps) && f.steps[n].done && f.steps[n].of == of {
		n++
	}
	if n == len(f.steps) || f.steps[n].of != of || of == nil && n-f.put >= batch {
		return n
	}
	return f.put
}

// apply makes what has come, up to step n, a part of an application, and reports
// whether that changed it.
func (f *filing) apply(n int, p *model.Procedure, app *model.Application, now time.Time) (changed bool) {
	for _, s := range f.steps[f.put:n] {
		added, err := s.apply(p, app, now)
		switch {
		case err != nil && f.ctx.Err() == nil:
			f.failed = append(f.failed, err)
		case err != nil: // the work was stopped
		case s.again:
			changed = true
		case added:
			f.attached, changed = f.attached+1, true
		default:
			f.already++
		}
		if s.of != nil {
			s.of.Over = true
			s.of.Arrivals[s.at] = Arrival{s.file, err}
		}
	}
	f.put = n
	return changed
}

// apply puts what the step brought where it belongs, and reports whether the row
// did not have it.
func (s step) apply(p *model.Procedure, app *model.Application, now time.Time) (added bool, err error) {
	before := len(app.Materials[s.Key].Files)
	switch {
	case s.err != nil:
		return false, s.err
	case s.again:
		app.Looked(s.file.SHA256, *s.file.Look)
		return false, nil
	case s.Replace != "":
		return true, app.Replace(p, s.Key, s.Replace, s.file, now)
	}
	err = app.Attach(p, s.Key, s.file)
	return len(app.Materials[s.Key].Files) > before, err
}

// stop ends the work, and leaves as steps those that have come and can be put on
// the desk. Collections that are not complete say that nothing was attached.
func (f *filing) stop() {
	f.cancel()
	kept := f.steps[:0:0]
	for _, s := range f.steps[f.put:] {
		switch {
		case s.of != nil:
			s.of.Over, s.of.Stopped = true, true
			if s.done && s.err == nil {
				s.of.Arrivals[s.at].File = s.file
			}
		case s.done:
			kept = append(kept, s)
		}
	}
	f.steps, f.put = kept, 0
}
