package model

// NextOf says what to do next: corrections before questions, questions before
// papers, one's own work before waiting for others.
func NextOf(p *Procedure, a *Application, w Workdays) *Next {
	switch state := StateOf(p, a); {
	case state.ID == p.States[0].ID:
		n := prepare(p, a)
		if d, ok := deadlineOf(p, a, w, Applicant); ok && n.Date.IsZero() {
			n.Date, n.Estimate = d.Earliest, d.Estimated(d.Earliest)
		}
		return n
	case state.Turn == Officials:
		return waitFor(p, a, w)
	case state.Turn == Applicant:
		return correct(p, a, w)
	}
	return endOf(p, a, w)
}

// prepare finds the first thing that is still to do before the submission.
func prepare(p *Procedure, a *Application) *Next {
	visits := Visits(p, a)
	if i := FirstOpen(visits, a); i >= 0 {
		for _, q := range visits[i].Questions {
			if ans := a.Answers[q.ID]; !q.Optional && ans.Value == nil && ans.Pending == nil {
				return &Next{Code: NextAnswer, What: string(q.ID), Whose: Applicant}
			}
		}
	}
	if ids := Unconfirmed(p, a); len(ids) > 0 {
		return &Next{Code: NextConfirm, What: string(ids[0]), Whose: Applicant}
	}
	as := Assess(p, a)
	for _, s := range as {
		if s.Verdict == NotMet && s.Severity != Warns {
			return &Next{Code: NextMeet, What: string(s.ID), Whose: Applicant}
		}
	}
	for _, v := range visits {
		for _, q := range v.Questions {
			if pend := a.Answers[q.ID].Pending; pend != nil {
				return &Next{Code: NextFindOut, What: string(q.ID), Date: pend.By, Whose: Applicant}
			}
		}
	}
	for _, s := range as {
		if s.Verdict == CannotTell && s.Severity != Warns {
			return &Next{Code: NextMeet, What: string(s.ID), Whose: Applicant}
		}
	}
	if n := collect(Checklist(p, a)); n != nil {
		return n
	}
	planned, _ := a.Answers[PlannedSubmission].Value.(Date)
	return &Next{Code: NextSubmit, What: string(p.ID), Date: planned, Whose: Applicant}
}

// PlannedSubmission is the question whose date drives forecasts; every
// procedure that has such a date names it so.
const PlannedSubmission QuestionID = "planned-submission"

// collect looks for a row to fetch, then for one to check, then for one that
// somebody else was asked for.
func collect(rows []ListRow) *Next {
	for _, step := range []struct {
		status Status
		code   NextCode
		whose  Turn
	}{{Missing, NextCollect, Applicant}, {Got, NextCheck, Applicant}, {Requested, NextWait, Client}} {
		for _, r := range rows {
			if r.Blocks() && r.Status == step.status {
				return &Next{Code: step.code, What: string(r.Key), Date: r.Due, Whose: step.whose}
			}
		}
	}
	return nil
}

func correct(p *Procedure, a *Application, w Workdays) *Next {
	n := &Next{Code: NextResubmit, What: string(StateOf(p, a).ID), Whose: Applicant}
	if open := a.OpenItems(); len(open) > 0 {
		n.Code, n.What = NextResolve, open[0].ID
	}
	if d, ok := deadlineOf(p, a, w, Applicant); ok {
		n.Date, n.Estimate = d.Earliest, d.Estimated(d.Earliest)
	}
	return n
}

func waitFor(p *Procedure, a *Application, w Workdays) *Next {
	n := &Next{Code: NextWait, What: string(StateOf(p, a).ID), Whose: Officials}
	if d, ok := deadlineOf(p, a, w, Officials); ok {
		n.What = string(d.Clock)
		if !d.Paused {
			n.Date, n.Estimate = d.Latest, d.Estimated(d.Latest)
		}
	}
	return n
}

func endOf(p *Procedure, a *Application, w Workdays) *Next {
	if d, ok := deadlineOf(p, a, w, Applicant); ok {
		return &Next{Code: NextKeep, What: string(d.Clock), Date: d.Earliest, Whose: Applicant, Estimate: d.Estimated(d.Earliest)}
	}
	return &Next{Code: NextDone, What: string(StateOf(p, a).ID), Whose: Nobody}
}

// deadlineOf returns the first running clock of one side.
func deadlineOf(p *Procedure, a *Application, w Workdays, whose Turn) (Deadline, bool) {
	for _, d := range Deadlines(p, a, w) {
		if d.Whose == whose {
			return d, true
		}
	}
	return Deadline{}, false
}

// Summarise makes the summary that a list shows.
func Summarise(p *Procedure, a *Application, w Workdays) Summary {
	g := Overall(p, a)
	s := Summary{
		ID: a.ID, Title: a.Title, Procedure: a.Procedure, Edition: a.Edition,
		State: StateOf(p, a).ID, Percent: g.Percent(), Done: g.Done, Of: g.Of,
		Updated: a.Updated, Trashed: a.Trashed, Archived: a.Archived, Responsible: a.Responsible, Tags: a.Tags, Next: NextOf(p, a, w), Words: words(p, a),
	}
	s.Origin, s.Dues = a.Origin, Dues(p, a, w)
	s.Licence, s.Filed, s.Finished, s.Year = LicenceTermOf(p, a), a.handedIn(p), StateOf(p, a).End || Licensed(p, a), yearOf(p, a)
	if c, ok := a.Answers["coverage"].Value.(Text); ok {
		s.Coverage = string(c)
	}
	if Applies(p, a, "provinces") == True {
		ps, _ := a.Answers["provinces"].Value.(Choices)
		s.Provinces = ps
	}
	return s
}

// words collects what somebody may search for beside the title: answers in
// text, and the numbers of events.
func words(p *Procedure, a *Application) []string {
	var ws []string
	if a.Origin != "" {
		ws = append(ws, string(a.Origin)) // so that a licence finds what followed it
	}
	for i := range p.Questions {
		q := &p.Questions[i]
		if t, ok := a.Answers[q.ID].Value.(Text); ok && q.Kind != Choice && t != "" {
			ws = append(ws, string(t))
		}
	}
	for _, e := range a.Events {
		if e.Number != "" {
			ws = append(ws, e.Number)
		}
	}
	return ws
}
