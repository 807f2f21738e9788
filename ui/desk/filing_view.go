package desk

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// FilingLine says how far the work on files is, "" where there is none.
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

// filingDone says what came of the work.
func (d *Desk) filingDone(f *filing) page.Step {
	e := d.Env
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

// Stopping asks what becomes of the files that are on their way. Where the user
// can leave and the work goes on, leave does that; else it is nil. What the user
// was about to do follows on stopping, if it is not nil.
func (d *Desk) Stopping(leave, then page.Step) page.Screen {
	title := func() string { return d.Env.T(locales.UIFilesStopTitle) }
	body := func(w int) []string {
		if d.filing.waits(func(s step) bool { return s.of != nil }) {
			return widget.Wrap(d.Env.T(locales.UIFilesStopTogether), w)
		}
		return widget.Wrap(d.Env.T(locales.UIFilesStopBody), w)
	}
	stop := func() page.Step { return page.Steps(d.StopFiling(), page.Pop(), then) }
	if leave == nil {
		return d.Env.Confirm(title, body, 0, []locales.ID{locales.UIFilesWait, locales.UIFilesStop}, stop)
	}
	goOn := func() page.Step { return page.Steps(page.Pop(), leave) }
	return d.Env.Confirm(title, body, 1, []locales.ID{locales.UIFilesWait, locales.UIFilesLeave, locales.UIFilesStop}, goOn, stop)
}

// fileName is the last part of a path, however its system writes it.
func fileName(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }
