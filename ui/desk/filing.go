package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A Vault looks into files that have been copied into it. Look may be called
// from any goroutine.
type Vault interface {
	Look(context.Context, model.File) (model.Look, error)
}

// An Intake is a file that is to be attached to a row.
type Intake struct {
	Key     model.MaterialKey
	Name    string       // what it is called while it is on its way
	Replace model.FileID // the file whose place it takes; "" for none
	// Copy copies it into the vault and looks into it. It runs in a goroutine of
	// its own and ends early with the error of ctx.
	Copy func(ctx context.Context) (model.File, error)
}

// A Collection is files that are attached together: in one step of the history
// when all of them have come, or not at all if the work is stopped before.
type Collection struct {
	Over     bool      // nothing more will happen to it
	Stopped  bool      // nothing was attached
	Arrivals []Arrival // what became of the files, in their order
}

// An Arrival is what became of a file of a Collection.
type Arrival struct {
	File model.File // as it is in the vault; without an id where it did not get there
	Err  error      // why it is not attached, where the work was not stopped
}

// A filing is the work on files that goes on in the background while the user
// does something else: they are copied into the vault and looked into. A few
// steps run at a time; what they bring is put on the desk in the order in which
// it was asked for, some at a time, so that each save stays small and a crash
// loses little. A row never refers to a file that is not in the vault.
type filing struct {
	ctx      context.Context
	cancel   context.CancelFunc
	steps    []step
	next     int     // the first that has not begun
	running  int     // that have begun and not come back
	put      int     // that are on the desk
	failed   []error // of files that could not be attached
	already  int     // files that the row had
	attached int     // files that it had not
}

// A step is one file: to be attached, or to be looked into again.
type step struct {
	Intake
	number int         // of all steps of the desk; the reply names it
	again  bool        // it is attached already and only looked into
	of     *Collection // nil where it is attached by itself
	at     int         // its place in the collection
	file   model.File  // what came back, if done
	err    error
	done   bool
}

const (
	atOnce = 2  // steps that run at a time
	batch  = 25 // files that are put on the desk together
)

// filedMsg is the reply to a step.
type filedMsg struct {
	of     *Desk
	number int
	file   model.File
	err    error
}

// Attach attaches files to rows, each as soon as those before it have come.
func (d *Desk) Attach(files ...Intake) page.Step {
	steps := make([]step, len(files))
	for i, f := range files {
		steps[i] = step{Intake: f}
	}
	return d.work(steps)
}

// AttachTogether attaches files to rows in one step of the history. The
// collection says what has become of them.
func (d *Desk) AttachTogether(files ...Intake) (*Collection, page.Step) {
	c := &Collection{Arrivals: make([]Arrival, len(files))}
	steps := make([]step, len(files))
	for i, f := range files {
		steps[i] = step{Intake: f, of: c, at: i}
	}
	return c, d.work(steps)
}

// LookAgain looks into the attached files that have not been looked into: the
// program ended before, or they came with an older one.
func (d *Desk) LookAgain() page.Step {
	if d.vault == nil {
		return nil
	}
	var steps []step
	seen := make(map[model.FileID]bool)
	for _, r := range d.Rows {
		for _, f := range r.Files {
			if f.Look == nil && !seen[f.SHA256] {
				seen[f.SHA256] = true
				steps = append(steps, step{Intake: Intake{Key: r.Key, Name: f.Name, Copy: d.lookInto(f)}, again: true})
			}
		}
	}
	return d.work(steps)
}

func (d *Desk) lookInto(f model.File) func(context.Context) (model.File, error) {
	vault := d.vault
	return func(ctx context.Context) (model.File, error) {
		look, err := vault.Look(ctx, f)
		if err == nil {
			f.Look = &look
		}
		return f, err
	}
}

// work adds steps to the work that is going on, or begins it.
func (d *Desk) work(steps []step) page.Step {
	if len(steps) == 0 {
		return nil
	}
	if !d.Working() {
		f := &filing{}
		f.ctx, f.cancel = context.WithCancel(context.Background())
		d.filing = f
	}
	for _, s := range steps {
		d.numbered++
		s.number = d.numbered
		d.filing.steps = append(d.filing.steps, s)
	}
	return d.advance()
}

// Working reports whether there is still something to be done with files.
func (d *Desk) Working() bool { return d.filing != nil && d.filing.put < len(d.filing.steps) }

// Attaching reports whether there are files still to be attached, which would
// be lost if the work ended now.
func (d *Desk) Attaching() bool {
	return d.waits(func(s step) bool { return !s.again })
}

// waits reports whether a step of that kind is not on the desk yet.
func (d *Desk) waits(kind func(step) bool) bool {
	return d.Working() && slices.ContainsFunc(d.filing.steps[d.filing.put:], kind)
}

// advance begins as many steps as may run.
func (d *Desk) advance() page.Step {
	var begun []page.Step
	f := d.filing
	for ; f.running < atOnce && f.next < len(f.steps) && f.ctx.Err() == nil; f.next++ {
		f.running++
		begun = append(begun, d.begin(f.ctx, f.steps[f.next]))
	}
	return page.Steps(begun...)
}

// begin has a step carried out. The effect is given all that it needs by value:
// the filing changes while it runs.
func (d *Desk) begin(ctx context.Context, s step) page.Step {
	return page.Effect(func() tea.Msg {
		file, err := s.Copy(ctx)
		return filedMsg{d, s.number, file, err}
	})
}

// filed handles the reply to a step.
func (d *Desk) filed(msg filedMsg) page.Step {
	f := d.filing
	if f == nil || msg.of != d {
		return nil // the work was stopped
	}
	i := msg.number - f.steps[0].number
	if i < 0 || i >= len(f.steps) {
		return nil // of work that was stopped
	}
	s := &f.steps[i]
	s.done, s.err, s.file = true, msg.err, msg.file
	f.running--
	var save page.Step
	for n := f.ready(); n > f.put; n = f.ready() {
		save = page.Steps(save, d.putFiles(n))
	}
	next := d.advance()
	if d.Working() {
		return page.Steps(save, next)
	}
	return page.Steps(save, next, d.filingDone())
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

// putFiles puts on the desk what has come, up to step n.
func (d *Desk) putFiles(n int) page.Step {
	f, changed, any := d.filing, d.App.Clone(), false
	for _, s := range f.steps[f.put:n] {
		added, err := s.apply(d.Proc, &changed, d.Env.Now())
		switch {
		case err != nil && f.ctx.Err() == nil:
			f.failed = append(f.failed, err)
		case err != nil: // the work was stopped
		case s.again:
			any = true
		case added:
			f.attached, any = f.attached+1, true
		default:
			f.already++
		}
		if s.of != nil {
			s.of.Over = true
			s.of.Arrivals[s.at] = Arrival{s.file, err}
		}
	}
	f.put = n
	if !any {
		return nil
	}
	return d.Commit(changed)
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

// filingDone says what came of it.
func (d *Desk) filingDone() page.Step {
	f, e := d.filing, d.Env
	f.cancel()
	switch {
	case len(f.failed) == 1 && f.attached+f.already == 0:
		return page.Warn(d.filingFailure(f.failed[0]))
	case len(f.failed) > 0:
		return page.Warn(e.T(locales.UIFilesSomeFailed, "Taken", f.attached, "Failed", len(f.failed), "Why", d.filingFailure(f.failed[0])))
	case f.already > 0:
		return page.Notice(e.T(locales.UIFilesAlready, "Taken", f.attached, "Already", f.already))
	case f.attached > 0:
		return page.Notice(e.T(locales.UIFilesTaken, "Count", f.attached))
	}
	return nil
}

func (d *Desk) filingFailure(err error) string {
	if text := d.Refusal("", err); text != "" {
		return text
	}
	return d.Env.Fail(err)
}

// StopFiling drops the steps that have not come back. What has come is kept,
// but for collections that are not complete: of these nothing is attached.
func (d *Desk) StopFiling() page.Step {
	f := d.filing
	if !d.Working() {
		return nil
	}
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
	save := d.putFiles(len(kept))
	d.filing = nil // what comes back now is ignored
	return save
}

// FilingLine says how far the work is, "" where there is none.
func (d *Desk) FilingLine(w int) string {
	if !d.Working() {
		return ""
	}
	f, e := d.filing, d.Env
	name := ""
	if i := slices.IndexFunc(f.steps[f.put:f.next], func(s step) bool { return !s.done }); i >= 0 {
		name = f.steps[f.put+i].Name
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

// Stopping asks what becomes of the files that are on their way. Where the user
// can leave and the work goes on, leave does that; else it is nil. What the user
// was about to do follows on stopping, if it is not nil.
func (d *Desk) Stopping(leave, then page.Step) page.Screen {
	title := func() string { return d.Env.T(locales.UIFilesStopTitle) }
	body := func(w int) []string {
		if d.waits(func(s step) bool { return s.of != nil }) {
			return widget.Wrap(d.Env.T(locales.UIFilesStopTogether), w)
		}
		return widget.Wrap(d.Env.T(locales.UIFilesStopBody), w)
	}
	stop := func() page.Step { return page.Steps(d.StopFiling(), page.Pop(1), then) }
	if leave == nil {
		return d.Env.Confirm(title, body, 0, []locales.ID{locales.UIFilesWait, locales.UIFilesStop}, stop)
	}
	goOn := func() page.Step { return page.Steps(page.Pop(1), leave) }
	return d.Env.Confirm(title, body, 1, []locales.ID{locales.UIFilesWait, locales.UIFilesLeave, locales.UIFilesStop}, goOn, stop)
}

// fileName is the last part of a path, however its system writes it.
func fileName(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }
