package ui

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/widget"
)

// This file leads from a licence to what is due because of it, and back.

// links are what an application is linked with, as far as it is known yet.
type links struct {
	asked     bool
	origin    model.Application
	following []model.Summary // latest change first
}

// ask looks for the links, once.
func (l *links) ask(d *trackRoom) Step {
	if l.asked {
		return nil
	}
	l.asked = true
	if d.app.Origin == "" && !model.Licensed(d.proc, &d.app) {
		return nil
	}
	return d.linked(d.app)
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
func (s *submission) dutyRows() []trackRow {
	d := s.d
	var rows []trackRow
	for _, owed := range model.Duties(d.proc, &d.app, d.env.Workdays) {
		row := trackRow{key: "duty/" + string(owed.ID), part: partOf(d.proc, string(owed.ID))}
		row.mark = func() string { return d.env.theme().Mark.Quiet }
		row.title = func() string { return d.words().Title("duty", row.part.ID) }
		if len(owed.By.Dates) > 0 {
			row.sides = func() []string {
				return []string{d.env.theme().Dim.Render(d.env.t(locales.UIFollowDue, "Date", d.clockDay(owed.By.Earliest))), ""}
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
		if p, err := d.env.Procedures.Latest(owed.Opens); owed.Opens == "" || err != nil {
			row = s.reading(row)
		} else {
			row.verb = locales.UIFollowVerb
			row.open = func() Step {
				if found {
					return open(begun.ID, switching)
				}
				return push(newFollow(d, owed.Duty, p))
			}
		}
		rows = append(rows, row)
	}
	return s.group(locales.UISubmissionDuties, rows)
}

// begun finds what was begun by that procedure and has not come to its end.
func (s *submission) begun(id model.ProcedureID) (model.Summary, bool) {
	for _, f := range s.following {
		p, err := s.d.env.Procedures.Edition(f.Procedure, f.Edition)
		if err != nil || f.Procedure != id {
			continue
		}
		if state := p.State(f.State); state != nil && !state.End {
			return f, true
		}
	}
	return model.Summary{}, false
}

func (d *trackRoom) existing(f model.Summary) string {
	state := string(f.State)
	if p, err := d.env.Procedures.Edition(f.Procedure, f.Edition); err == nil {
		state = d.env.words(p).Title("state", state)
	}
	return d.env.t(locales.UIFollowExisting, "Title", legible.Line(f.Title), "State", state)
}

// originRows lead back to the licence.
func (s *submission) originRows() []trackRow {
	d, from := s.d, s.origin
	if from.ID == "" {
		return nil
	}
	row := trackRow{key: "origin", verb: locales.UIFollowVerbBack}
	row.mark = func() string { return d.env.theme().Mark.Right }
	row.title = func() string { return d.env.t(locales.UIFollowBack, "Title", legible.Line(from.Title)) }
	row.told = func() []string { return []string{d.env.t(locales.UIFollowBackBody)} }
	row.open = func() Step { return open(from.ID, switching) }
	return s.group(locales.UIFollowOrigin, []trackRow{row})
}

// newFollow asks before an application is begun from a licence.
func newFollow(d *trackRoom, duty *model.Duty, p *model.Procedure) screen {
	e, created := d.env, false
	title := func() string {
		return e.t(locales.UIFollowTitle, "Duty", d.words().Title("duty", string(duty.ID)),
			"Procedure", e.words(p).Title("procedure", string(p.ID)))
	}
	body := func(w int) []string { return widget.Wrap(e.t(locales.UIFollowBody), w) }
	return e.confirm(title, body, 1, []locales.ID{locales.UIFollowNotNow, locales.UIFollowCreate}, func() Step {
		if created {
			return nil // the reply is on its way
		}
		created = true
		app := model.Follow(p, d.proc, &d.app, "", e.Today())
		app.Title = e.words(p).Following(&d.app, &app, e.Today())
		app.Created, app.Updated = e.Now(), e.Now()
		return create(app, model.Summarise(p, &app, e.Workdays))
	})
}
