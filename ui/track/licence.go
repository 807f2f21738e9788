package track

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// links are the applications that one is linked with, empty until the reply
// has come.
type links struct {
	requested bool
	origin    model.Application // the licence that it is about; the zero ID for none
	following []model.Summary   // begun from its own licence, the latest change first
}

// find asks for the links, once.
func (l *links) find(d *Room) page.Step {
	if l.requested {
		return nil
	}
	l.requested = true
	if d.App.Origin == "" && !model.Licensed(d.Proc, &d.App) {
		return nil
	}
	return d.linked(d.App)
}

// receive reports whether a reply was about this application.
func (l *links) receive(msg linkedMsg, id model.ApplicationID) bool {
	if msg.id != id {
		return false
	}
	l.origin, l.following = msg.origin, msg.following
	return true
}

// unfinished finds an application by that procedure which has not come to its
// end.
func (l *links) unfinished(d *Room, id model.ProcedureID) (model.Summary, bool) {
	for _, f := range l.following {
		p, err := d.Env.Procedures.Edition(f.Procedure, f.Edition)
		if err != nil || f.Procedure != id {
			continue
		}
		if state := p.State(f.State); state != nil && !state.End {
			return f, true
		}
	}
	return model.Summary{}, false
}

// dutyRows are what is due while there is a licence, and by when. They lead to
// the application that does it, or begin one.
func (s *submission) dutyRows() []row {
	d := s.d
	var rows []row
	for _, owed := range model.Duties(d.Proc, &d.App, d.Env.Workdays) {
		part := desk.PartOf(d.Proc, string(owed.ID))
		begun, found := s.linked.unfinished(d, owed.Opens)
		r := row{
			Row: page.Row{Key: "duty/" + string(owed.ID), Part: part, Told: func() []string {
				if found {
					return append([]string{d.existing(begun)}, d.textOf(part)...)
				}
				return d.textOf(part)
			}},
			mark:  func() string { return d.Env.Theme().Mark.Quiet },
			title: func() string { return d.Words().Title("duty", part.ID) },
		}
		if len(owed.By.Dates) > 0 {
			r.sides = func() []string {
				return []string{d.Env.Theme().Dim.Render(d.Env.T(locales.UIFollowDue, "Date", d.shortDay(owed.By.Earliest))), ""}
			}
		}
		p, err := d.Env.Procedures.Latest(owed.Opens)
		switch {
		case owed.Opens == "" || err != nil:
			r = d.reading(r)
		case found:
			r.verb, r.Open = locales.UIFollowVerb, func() page.Step { return page.Open(begun.ID, page.Switching) }
		default:
			r.verb, r.Open = locales.UIFollowVerb, func() page.Step { return page.Push(newFollow(d, owed.Duty, p, s.linked.following)) }
		}
		rows = append(rows, r)
	}
	return d.group(locales.UISubmissionDuties, rows)
}

// existing names an application that was begun from the licence, and its state.
func (d *Room) existing(f model.Summary) string {
	state := string(f.State)
	if p, err := d.Env.Procedures.Edition(f.Procedure, f.Edition); err == nil {
		state = d.Env.Words(p).Title("state", state)
	}
	return d.Env.T(locales.UIFollowExisting, "Title", legible.Line(f.Title), "State", state)
}

// originRows lead back to the licence.
func (s *submission) originRows() []row {
	d, from := s.d, s.linked.origin
	if from.ID == "" {
		return nil
	}
	return d.group(locales.UIFollowOrigin, []row{{
		Row: page.Row{
			Key:  "origin",
			Told: func() []string { return []string{d.Env.T(locales.UIFollowBackBody)} },
			Open: func() page.Step { return page.Open(from.ID, page.Switching) },
		},
		verb:  locales.UIFollowVerbBack,
		mark:  func() string { return d.Env.Theme().Mark.Right },
		title: func() string { return d.Env.T(locales.UIFollowBack, "Title", legible.Line(from.Title)) },
	}})
}

// newFollow returns the question whether an application for a duty is to be
// begun from the licence. One that is there already for the same, among those
// that were begun from it, is named first.
func newFollow(d *Room, duty *model.Duty, p *model.Procedure, following []model.Summary) page.Screen {
	e, created := d.Env, false
	app := model.Follow(p, d.Proc, &d.App, "", e.Today())
	twin, second := model.Twin(p, &app, following)
	title := func() string {
		return e.T(locales.UIFollowTitle, "Duty", d.Words().Title("duty", string(duty.ID)),
			"Procedure", e.Words(p).Title("procedure", string(p.ID)))
	}
	body, value := func(w int) []string { return widget.Wrap(e.T(locales.UIFollowBody), w) }, 1
	if second {
		body, value = func(w int) []string { return widget.Wrap(e.T(locales.UIFollowTwin, "Existing", d.existing(twin)), w) }, 0
	}
	return e.Confirm(title, body, value, []locales.ID{locales.UIFollowNotNow, locales.UIFollowCreate}, func() page.Step {
		if created {
			return nil // the reply is on its way
		}
		created = true
		app.Title = e.Words(p).Following(&d.App, &app, e.Today())
		app.Created, app.Updated = e.Now(), e.Now()
		return page.Create(app, model.Summarise(p, &app, e.Workdays))
	})
}
