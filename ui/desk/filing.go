package desk

import (
	"context"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// filing is the work on files that goes on in the background while somebody
// does something else: copying them into the vault and looking into them. A
// few steps run at a time; what they bring is put on the desk in the order in
// which it was asked for, some at a time, so that each save stays small and a
// crash loses little. A row never refers to a file that is not in the vault.
type filing struct {
	ctx     context.Context
	cancel  context.CancelFunc
	steps   []step
	next    int     // the first that has not begun
	running int     // that have begun and not come back
	put     int     // that are on the desk
	failed  []error // of files that could not be taken in
	already int     // that the row had
	taken   int     // that came in
}

// A step is one file: to be taken in from path, or to be looked into again.
type step struct {
	key     model.MaterialKey
	path    string       // "" to look again into file
	name    string       // what to call it meanwhile
	replace model.FileID // whose place it takes
	file    model.File
	done    bool
	err     error
}

const (
	atOnce = 2  // steps that run at a time
	batch  = 25 // files that are put on the desk together
)

// take attaches files to a row, from wherever somebody has them.
func (d *Desk) Take(key model.MaterialKey, replace model.FileID, paths ...string) page.Step {
	var steps []step
	for _, p := range paths {
		steps = append(steps, step{key: key, path: p, name: p, replace: replace})
	}
	return d.work(steps...)
}

// lookAgain looks into the files that nobody has looked into: the program
// ended before, or they came with an older one.
func (d *Desk) LookAgain() page.Step {
	var steps []step
	for _, r := range d.Rows {
		for _, f := range r.Files {
			if f.Look == nil && !slices.ContainsFunc(steps, func(s step) bool { return s.file.SHA256 == f.SHA256 }) {
				steps = append(steps, step{key: r.Key, name: f.Name, file: f})
			}
		}
	}
	return d.work(steps...)
}

func (d *Desk) work(steps ...step) page.Step {
	if len(steps) == 0 || d.vault == nil {
		return nil
	}
	if !d.Working() {
		f := &filing{}
		f.ctx, f.cancel = context.WithCancel(context.Background())
		d.filing = f
	}
	d.filing.steps = append(d.filing.steps, steps...)
	return d.advance()
}

// working reports whether there is still something to be done with files.
func (d *Desk) Working() bool { return d.filing != nil && d.filing.put < len(d.filing.steps) }

// taking reports whether there are files of somebody's still to come in, which
// would be lost if the work ended now.
func (d *Desk) Taking() bool {
	return d.Working() && slices.ContainsFunc(d.filing.steps[d.filing.put:], func(s step) bool { return s.path != "" })
}

// advance begins as many steps as may run.
func (d *Desk) advance() page.Step {
	var cmds []page.Step
	f := d.filing
	for ; f.running < atOnce && f.next < len(f.steps) && f.ctx.Err() == nil; f.next++ {
		f.running++
		cmds = append(cmds, d.file(f, f.next))
	}
	return page.Steps(cmds...)
}

// filed takes the reply to a step.
func (d *Desk) filed(msg filedMsg) page.Step {
	f := d.filing
	if f == nil || msg.of != f {
		return nil // it was stopped
	}
	s := &f.steps[msg.n]
	s.done, s.err, s.file = true, msg.err, msg.file
	f.running--
	ready := f.put
	for ready < len(f.steps) && f.steps[ready].done {
		ready++
	}
	var save page.Step
	if ready-f.put >= batch || ready == len(f.steps) {
		save = d.putFiles(ready)
	}
	next := d.advance()
	if d.Working() {
		return page.Steps(save, next)
	}
	return page.Steps(save, next, d.filingDone())
}

// putFiles puts on the desk what has come in, up to step n.
func (d *Desk) putFiles(n int) page.Step {
	f, changed, any := d.filing, d.App.Clone(), false
	for _, s := range f.steps[f.put:n] {
		if s.err != nil {
			if f.ctx.Err() == nil {
				f.failed = append(f.failed, s.err)
			}
			continue
		}
		before := len(changed.Materials[s.key].Files)
		var err error
		switch {
		case s.path == "":
			changed.Looked(s.file.SHA256, *s.file.Look)
		case s.replace != "":
			err = changed.Replace(d.Proc, s.key, s.replace, s.file, d.Env.Now())
		default:
			err = changed.Attach(d.Proc, s.key, s.file)
		}
		switch {
		case err != nil:
			f.failed = append(f.failed, err)
			continue
		case s.path != "" && s.replace == "" && len(changed.Materials[s.key].Files) == before:
			f.already++
			continue
		case s.path != "":
			f.taken++
		}
		any = true
	}
	f.put = n
	if !any {
		return nil
	}
	return d.Commit(changed)
}

// filingDone says what came of it.
func (d *Desk) filingDone() page.Step {
	f, e := d.filing, d.Env
	f.cancel()
	switch {
	case len(f.failed) == 1 && f.taken+f.already == 0:
		return page.Warn(d.filingFailure(f.failed[0]))
	case len(f.failed) > 0:
		return page.Warn(e.T(locales.UIFilesSomeFailed, "Taken", f.taken, "Failed", len(f.failed), "Why", d.filingFailure(f.failed[0])))
	case f.already > 0:
		return page.Notice(e.T(locales.UIFilesAlready, "Taken", f.taken, "Already", f.already))
	case f.taken > 0:
		return page.Notice(e.T(locales.UIFilesTaken, "Count", f.taken))
	}
	return nil
}

func (d *Desk) filingFailure(err error) string {
	if text := d.Refusal("", err); text != "" {
		return text
	}
	return d.Env.Fail(err)
}

// stopFiling drops the steps that have not come back, and keeps what has come
// in.
func (d *Desk) StopFiling() page.Step {
	f := d.filing
	if !d.Working() {
		return nil
	}
	f.cancel()
	f.steps = slices.DeleteFunc(f.steps[f.put:], func(s step) bool { return !s.done })
	f.put = 0
	save := d.putFiles(len(f.steps))
	d.filing = nil // what comes back now belongs to nobody
	return save
}

// filingLine says how far the work is, "" where there is none.
func (d *Desk) FilingLine(w int) string {
	if !d.Working() {
		return ""
	}
	f, e := d.filing, d.Env
	name := ""
	for _, s := range f.steps[f.put:f.next] {
		if !s.done {
			name = s.name
			break
		}
	}
	done := 0
	for _, s := range f.steps {
		if s.done {
			done++
		}
	}
	text := e.T(locales.UIFilesProgress, "Done", done, "Of", len(f.steps), "Name", legible.Line(fileName(name)))
	return widget.Cut(e.Theme().Mark.Part+" "+text, w)
}

// stopping asks what becomes of the files that are on their way. Where one
// can leave and the work goes on, leave does that; else it is nil. What the
// user was about to do follows on stopping, if it is not nil.
func (d *Desk) Stopping(leave, then page.Step) page.Screen {
	title := func() string { return d.Env.T(locales.UIFilesStopTitle) }
	body := func(w int) []string { return widget.Wrap(d.Env.T(locales.UIFilesStopBody), w) }
	stop := func() page.Step { return page.Steps(d.StopFiling(), page.Pop(1), then) }
	if leave == nil {
		return d.Env.Confirm(title, body, 0, []locales.ID{locales.UIFilesWait, locales.UIFilesStop}, stop)
	}
	goOn := func() page.Step { return page.Steps(page.Pop(1), leave) }
	return d.Env.Confirm(title, body, 1, []locales.ID{locales.UIFilesWait, locales.UIFilesLeave, locales.UIFilesStop}, goOn, stop)
}

// fileName is the last part of a path, however its system writes it.
func fileName(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }
