package ui

import (
	"context"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
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
func (d *desk) take(key model.MaterialKey, replace model.FileID, paths ...string) Step {
	var steps []step
	for _, p := range paths {
		steps = append(steps, step{key: key, path: p, name: p, replace: replace})
	}
	return d.work(steps...)
}

// lookAgain looks into the files that nobody has looked into: the program
// ended before, or they came with an older one.
func (d *desk) lookAgain() Step {
	var steps []step
	for _, r := range d.rows {
		for _, f := range r.Files {
			if f.Look == nil && !slices.ContainsFunc(steps, func(s step) bool { return s.file.SHA256 == f.SHA256 }) {
				steps = append(steps, step{key: r.Key, name: f.Name, file: f})
			}
		}
	}
	return d.work(steps...)
}

func (d *desk) work(steps ...step) Step {
	if len(steps) == 0 || d.vault == nil {
		return nil
	}
	if !d.working() {
		f := &filing{}
		f.ctx, f.cancel = context.WithCancel(context.Background())
		d.filing = f
	}
	d.filing.steps = append(d.filing.steps, steps...)
	return d.advance()
}

// working reports whether there is still something to be done with files.
func (d *desk) working() bool { return d.filing != nil && d.filing.put < len(d.filing.steps) }

// taking reports whether there are files of somebody's still to come in, which
// would be lost if the work ended now.
func (d *desk) taking() bool {
	return d.working() && slices.ContainsFunc(d.filing.steps[d.filing.put:], func(s step) bool { return s.path != "" })
}

// advance begins as many steps as may run.
func (d *desk) advance() Step {
	var cmds []Step
	f := d.filing
	for ; f.running < atOnce && f.next < len(f.steps) && f.ctx.Err() == nil; f.next++ {
		f.running++
		cmds = append(cmds, d.file(f, f.next))
	}
	return Steps(cmds...)
}

// filed takes the reply to a step.
func (d *desk) filed(msg filedMsg) Step {
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
	var save Step
	if ready-f.put >= batch || ready == len(f.steps) {
		save = d.putFiles(ready)
	}
	next := d.advance()
	if d.working() {
		return Steps(save, next)
	}
	return Steps(save, next, d.filingDone())
}

// putFiles puts on the desk what has come in, up to step n.
func (d *desk) putFiles(n int) Step {
	f, changed, any := d.filing, d.app.Clone(), false
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
			err = changed.Replace(d.proc, s.key, s.replace, s.file, d.env.Now())
		default:
			err = changed.Attach(d.proc, s.key, s.file)
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
	return d.commit(changed)
}

// filingDone says what came of it.
func (d *desk) filingDone() Step {
	f, e := d.filing, d.env
	f.cancel()
	switch {
	case len(f.failed) == 1 && f.taken+f.already == 0:
		return warn(d.filingFailure(f.failed[0]))
	case len(f.failed) > 0:
		return warn(e.t(locales.UIFilesSomeFailed, "Taken", f.taken, "Failed", len(f.failed), "Why", d.filingFailure(f.failed[0])))
	case f.already > 0:
		return notice(e.t(locales.UIFilesAlready, "Taken", f.taken, "Already", f.already))
	case f.taken > 0:
		return notice(e.t(locales.UIFilesTaken, "Count", f.taken))
	}
	return nil
}

func (d *desk) filingFailure(err error) string {
	if text := d.refusal("", err); text != "" {
		return text
	}
	return d.env.failure(err)
}

// stopFiling drops the steps that have not come back, and keeps what has come
// in.
func (d *desk) stopFiling() Step {
	f := d.filing
	if !d.working() {
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
func (d *desk) filingLine(w int) string {
	if !d.working() {
		return ""
	}
	f, e := d.filing, d.env
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
	text := e.t(locales.UIFilesProgress, "Done", done, "Of", len(f.steps), "Name", legible.Line(fileName(name)))
	return widget.Cut(e.theme().Mark.Part+" "+text, w)
}

// leaving goes back, or asks before, where files are still on their way.
func (d *desk) leaving() Step {
	if d.taking() {
		return push(d.stopping(pop(1), nil))
	}
	return pop(1)
}

// stopping asks what becomes of the files that are on their way. Where one
// can leave and the work goes on, leave does that; else it is nil. What the
// user was about to do follows on stopping, if it is not nil.
func (d *desk) stopping(leave, then Step) screen {
	title := func() string { return d.env.t(locales.UIFilesStopTitle) }
	body := func(w int) []string { return widget.Wrap(d.env.t(locales.UIFilesStopBody), w) }
	stop := func() Step { return Steps(d.stopFiling(), pop(1), then) }
	if leave == nil {
		return d.env.confirm(title, body, 0, []locales.ID{locales.UIFilesWait, locales.UIFilesStop}, stop)
	}
	goOn := func() Step { return Steps(pop(1), leave) }
	return d.env.confirm(title, body, 1, []locales.ID{locales.UIFilesWait, locales.UIFilesLeave, locales.UIFilesStop}, goOn, stop)
}

// fileName is the last part of a path, however its system writes it.
func fileName(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }
