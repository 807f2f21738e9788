package track

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// links are what an application is linked with, as far as it is known yet.
type links struct {
	asked     bool
	origin    model.Application
	following []model.Summary // latest change first
}

// ask looks for the links, once.
func (l *links) ask(d *Room) page.Step {
	if l.asked {
		return nil
	}
	l.asked = true
	if d.App.Origin == "" && !model.Licensed(d.Proc, &d.App) {
		return nil
	}
	return d.linked(d.App)
}

// take reports whether the reply was about this application.
func (l *links) take(msg linkedMsg, id model.ApplicationID) bool {
	if msg.id != id {
		return false
	}
	l.origin, l.following = msg.origin, msg.following
	return true
}

// dutyRows are what is due while there is a licence, by when, and the way to
// do it.
func (s *Submission) dutyRows() []trackRow {
	d := s.D
	var rows []trackRow
	for _, owed := range model.Duties(d.Proc, &d.App, d.Env.Workdays) {
		row := trackRow{key: "duty/" + string(owed.ID), part: desk.PartOf(d.Proc, string(owed.ID))}
		row.mark = func() string { return d.Env.Theme().Mark.Quiet }
		row.title = func() string { return d.Words().Title("duty", row.part.ID) }
		if len(owed.By.Dates) > 0 {
			row.sides = func() []string {
				return []string{d.Env.Theme().Dim.Render(d.Env.T(locales.UIFollowDue, "Date", d.clockDay(owed.By.Earliest))), ""}
			}
		}
		begun, found := s.begun(owed.Opens)
		row.told = func() []string {
			told := d.bodyOf(row.part)
			if found {
				told = append([]string{d.existing(begun)}, told...)
			}
			return told
		}
		if p, err := d.Env.Procedures.Latest(owed.Opens); owed.Opens == "" || err != nil {
			row = s.reading(row)
		} else {
			row.verb = locales.UIFollowVerb
			row.open = func() page.Step {
				if found {
					return page.Open(begun.ID, page.Switching)
				}
				return page.Push(newFollow(d, owed.Duty, p))
			}
		}
		rows = append(rows, row)
	}
	return s.group(locales.UISubmissionDuties, rows)
}

// begun finds what was begun by that procedure and has not come to its end.
func (s *Submission) begun(id model.ProcedureID) (model.Summary, bool) {
	for _, f := range s.following {
		p, err := s.D.Env.Procedures.Edition(f.Procedure, f.Edition)
		if err != nil || f.Procedure != id {
			continue
		}
		if state := p.State(f.State); state != nil && !state.End {
			return f, true
		}
	}
	return model.Summary{}, false
}

func (d *Room) existing(f model.Summary) string {
	state := string(f.State)
	if p, err := d.Env.Procedures.Edition(f.Procedure, f.Edition); err == nil {
		state = d.Env.Words(p).Title("state", state)
	}
	return d.Env.T(locales.UIFollowExisting, "Title", legible.Line(f.Title), "State", state)
}

// originRows lead back to the licence.
func (s *Submission) originRows() []trackRow {
	d, from := s.D, s.origin
	if from.ID == "" {
		return nil
	}
	row := trackRow{key: "origin", verb: locales.UIFollowVerbBack}
	row.mark = func() string { return d.Env.Theme().Mark.Right }
	row.title = func() string { return d.Env.T(locales.UIFollowBack, "Title", legible.Line(from.Title)) }
	row.told = func() []string { return []string{d.Env.T(locales.UIFollowBackBody)} }
	row.open = func() page.Step { return page.Open(from.ID, page.Switching) }
	return s.group(locales.UIFollowOrigin, []trackRow{row})
}

// newFollow asks before an application is begun from a licence.
func newFollow(d *Room, duty *model.Duty, p *model.Procedure) page.Screen {
	e, created := d.Env, false
	title := func() string {
		return e.T(locales.UIFollowTitle, "Duty", d.Words().Title("duty", string(duty.ID)),
			"Procedure", e.Words(p).Title("procedure", string(p.ID)))
	}
	body := func(w int) []string { return widget.Wrap(e.T(locales.UIFollowBody), w) }
	return e.Confirm(title, body, 1, []locales.ID{locales.UIFollowNotNow, locales.UIFollowCreate}, func() page.Step {
		if created {
			return nil // the reply is on its way
		}
		created = true
		app := model.Follow(p, d.Proc, &d.App, "", e.Today())
		app.Title = e.Words(p).Following(&d.App, &app, e.Today())
		app.Created, app.Updated = e.Now(), e.Now()
		return page.Create(app, model.Summarise(p, &app, e.Workdays))
	})
}
