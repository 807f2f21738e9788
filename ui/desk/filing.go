package desk

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
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
				steps = append(steps, step{Intake: Intake{Key: r.Key, Name: f.Name, Copy: lookInto(d.vault, f)}, again: true})
			}
		}
	}
	return d.work(steps)
}

// lookInto returns what looks into a file that is in the vault already.
func lookInto(vault Vault, f model.File) func(context.Context) (model.File, error) {
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
		d.filing = newFiling()
	}
	d.filing.steps = append(d.filing.steps, steps...)
	return d.filing.advance()
}

// Working reports whether there is still something to be done with files.
func (d *Desk) Working() bool { return d.filing.waits(func(step) bool { return true }) }

// Attaching reports whether there are files still to be attached, which would
// be lost if the work ended now.
func (d *Desk) Attaching() bool { return d.filing.waits(func(s step) bool { return !s.again }) }

// A filedMsg is the reply to a step.
type filedMsg struct {
	of   *filing
	at   int // which of its steps
	file model.File
	err  error
}

// filed handles the reply to a step. One to work that was stopped is ignored.
func (d *Desk) filed(msg filedMsg) page.Step {
	f := d.filing
	if f == nil || msg.of != f {
		return nil
	}
	s := &f.steps[msg.at]
	s.done, s.err, s.file = true, msg.err, msg.file
	f.running--
	var save page.Step
	for n := f.ready(); n > f.put; n = f.ready() {
		save = page.Steps(save, d.putFiles(n))
	}
	next := f.advance()
	if d.Working() {
		return page.Steps(save, next)
	}
	f.cancel()
	return page.Steps(save, next, d.filingDone(f))
}

// putFiles makes one change of what has come, up to step n.
func (d *Desk) putFiles(n int) page.Step {
	f, changed := d.filing, d.App.Clone()
	if !f.apply(n, d.Proc, &changed, d.Env.Now()) {
		return nil
	}
	return d.Commit(changed)
}

// StopFiling drops the steps that have not come back. What has come is kept,
// but for collections that are not complete: of these nothing is attached.
func (d *Desk) StopFiling() page.Step {
	if !d.Working() {
		return nil
	}
	d.filing.stop()
	save := d.putFiles(len(d.filing.steps))
	d.filing = nil // what comes back now is ignored
	return save
}

// begin has a step carried out. The effect is given all that it needs by value:
// the filing changes while it runs.
func (f *filing) begin(at int) page.Step {
	ctx, copy := f.ctx, f.steps[at].Copy
	return page.Effect(func() tea.Msg {
		file, err := copy(ctx)
		return filedMsg{f, at, file, err}
	})
}
