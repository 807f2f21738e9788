package ui

import (
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/cover"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
)

// offer opens the application that the user was in the middle of when the
// program ended, to offer it, unless another one has been opened meanwhile.
func (s Shell) offer(msg lastMsg) page.Step {
	if msg.err != nil || msg.id == "" || s.open != nil || len(s.stack) > 1 {
		return nil
	}
	return page.Open(msg.id, page.Offering)
}

// opened handles the reply with an application. One that the user has not asked
// for is only offered, and not at all where it was left at the overview.
func (s Shell) opened(msg page.OpenedMsg) (Shell, page.Step) {
	s.expecting = false
	if msg.Err != nil {
		return s, page.Warn(s.env.Fail(msg.Err))
	}
	proc, err := s.env.Procedures.Edition(msg.App.Procedure, msg.App.Edition)
	if err != nil {
		return s, page.Warn(s.env.Fail(err))
	}
	d := desk.New(s.env, s.world.Store, s.world.Files, proc, msg.App, msg.Draft)
	if msg.How.How == page.Offering && !d.Resumable() {
		return s, nil
	}
	return s, page.Step{openMsg{d, msg.How}}
}

// enter shows an application: in the place of the one before it, or where that
// is asked for, above what is shown.
func (s Shell) enter(move openMsg) (Shell, page.Step) {
	d, how := move.d, move.how
	if s.open != nil || how.How == page.Beginning {
		s.stack = s.stack[:1]
	}
	s.open, s.base, s.entered = d, len(s.stack), how.How != page.Offering
	room := s.world.cover(d)
	if how.How == page.Offering {
		return s, page.Push(cover.NewResume(room))
	}
	overview := desk.OpenAt(desk.Overview, "")
	switch how.How {
	case page.Beginning:
		return s, page.Steps(overview, desk.LeaveFor(desk.At(desk.Page, string(d.Visits[0].Page))))
	case page.Exporting:
		return s, page.Steps(overview, desk.OpenAt(desk.Export, ""))
	case page.Resuming:
		overview = page.Steps(overview, d.Resume())
	case page.Entering:
		overview = page.Steps(overview, toDue(d, how.Lead))
	}
	return s, page.Steps(overview, page.Push(cover.NewEditionOffer(room)))
}

// toDue leads to what is due: the row, the question, or the clocks. The zero Due
// leads nowhere.
func toDue(d *desk.Desk, due model.Due) page.Step {
	switch due.Code {
	case model.DueRow:
		return desk.LeaveFor(desk.At(desk.Material, due.What))
	case model.DueFindOut, model.DueSubmit:
		if d.Asks(model.QuestionID(due.What)) {
			return desk.LeaveFor(desk.At(desk.Question, due.What))
		}
	case model.DueClock:
		return desk.LeaveFor(desk.At(desk.Submission, ""))
	}
	return nil
}
