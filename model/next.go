package model

// NextOf says what to do next: corrections before questions, questions before
// papers, one's own work before waiting for others.
func NextOf(p *Procedure, a *Application, w Workdays) *Next {
	return nextOf(p, a, w, func() Standing { return StandingOf(p, a, Date{}) })
}

// nextOf is NextOf for who may know already how the application stands.
func nextOf(p *Procedure, a *Application, w Workdays, standing func() Standing) *Next {
	switch state := StateOf(p, a); {
	case state.ID == p.States[0].ID:
		n := prepare(p, a, standing())
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

// prepare finds the first thing that is still to do before the submission: what
// oneself can do before what others find out or bring.
func prepare(p *Procedure, a *Application, s Standing) *Next {
	for _, step := range []func(*Procedure, *Application, Standing) *Next{answer, mend, findOut, settle, collect, await, hearBack} {
		if n := step(p, a, s); n != nil {
			return n
		}
	}
	planned, _ := a.Answers[PlannedSubmission].Value.(Date)
	return &Next{Code: NextSubmit, What: string(p.ID), Date: planned, Whose: Applicant}
}

// answer finds, page by page, a question that nobody has answered, postponed or
// left to a paper, or else a copied answer that nobody has confirmed.
func answer(p *Procedure, a *Application, s Standing) *Next {
	f := facts{p, a}
	for _, v := range s.Visits {
		var copied *Next
		for _, q := range v.Questions {
			switch ans := a.Answers[q.ID]; {
			case !q.Optional && ans.Pending == nil && !f.answered(q):
				return &Next{Code: NextAnswer, What: string(q.ID), Whose: Applicant}
			case ans.Unconfirmed() && copied == nil:
				copied = &Next{Code: NextConfirm, What: string(q.ID), Whose: Applicant}
			}
		}
		if copied != nil {
			return copied
		}
	}
	return nil
}

// mend finds an answer for which nothing can be submitted.
func mend(_ *Procedure, _ *Application, s Standing) *Next {
	for _, o := range s.Obstacles {
		switch {
		case o.Leaves.Submittable():
		case o.Code == ConditionFails:
			return &Next{Code: NextMeet, What: string(o.Condition.ID), Whose: Applicant}
		case o.Code == ChainBreaksOff, o.Code == AnswerOdd:
			return &Next{Code: NextAnswer, What: string(o.Question), Whose: Applicant}
		}
	}
	return nil
}

// findOut finds a question of which nobody is named to find it out.
func findOut(p *Procedure, a *Application, s Standing) *Next {
	return pending(p, a, s, func(by Pending) bool { return by.Who == "" })
}

// hearBack finds a question that somebody else finds out.
func hearBack(p *Procedure, a *Application, s Standing) *Next {
	return pending(p, a, s, func(by Pending) bool { return by.Who != "" })
}

func pending(p *Procedure, a *Application, s Standing, fits func(Pending) bool) *Next {
	f := facts{p, a}
	for _, v := range s.Visits {
		for _, q := range v.Questions {
			if by := a.Answers[q.ID].Pending; by != nil && fits(*by) && f.paper(q.ID) == nil {
				return &Next{Code: NextFindOut, What: string(q.ID), Date: by.By, Whose: Applicant}
			}
		}
	}
	return nil
}

// settle finds a condition that is answered and still open: a plan that is being
// written.
func settle(_ *Procedure, _ *Application, s Standing) *Next {
	for _, o := range s.Obstacles {
		if o.Code == ConditionUnknown && !o.Leaves.Submittable() {
			return &Next{Code: NextMeet, What: string(o.Condition.ID), Whose: Applicant}
		}
	}
	return nil
}

// PlannedSubmission is the question whose date drives forecasts; every
// procedure that has such a date names it so.
const PlannedSubmission QuestionID = "planned-submission"

// collect looks for a row to fetch, then for one to check, which may be one that
// fails although somebody has checked it.
func collect(_ *Procedure, _ *Application, s Standing) *Next {
	fails := make(map[MaterialKey]bool)
	for _, o := range s.Obstacles {
		if o.Code == PaperFails && !o.Leaves.Submittable() {
			fails[o.Row.Key] = true
		}
	}
	for _, step := range []struct {
		code NextCode
		todo func(ListRow) bool
	}{
		{NextCollect, func(r ListRow) bool { return r.Blocks() && r.Status == Missing }},
		{NextCheck, func(r ListRow) bool { return r.Blocks() && r.Status == Got || fails[r.Key] && r.Status != Requested }},
	} {
		for _, r := range s.Rows {
			if step.todo(r) {
				return &Next{Code: step.code, What: string(r.Key), Date: r.Due, Whose: Applicant}
			}
		}
	}
	return nil
}

// await finds a paper that somebody was asked for. What may follow later is not
// waited for.
func await(_ *Procedure, _ *Application, s Standing) *Next {
	for _, r := range s.Rows {
		if r.Status == Requested && r.Required() != MayFollow && r.Needed != False {
			return &Next{Code: NextWait, What: string(r.Key), Date: r.Due, Whose: Client}
		}
	}
	return nil
}

// correct finds what a notice still asks for: an item that is to be dealt with,
// then one whose paper somebody was asked for.
func correct(p *Procedure, a *Application, w Workdays) *Next {
	n := &Next{Code: NextResubmit, What: string(StateOf(p, a).ID), Whose: Applicant}
	if d, ok := deadlineOf(p, a, w, Applicant); ok {
		n.Date, n.Estimate = d.Earliest, d.Estimated(d.Earliest)
	}
	open := a.OpenItems()
	for _, it := range open {
		if a.Materials[it.Material].Status != Requested {
			n.Code, n.What = NextResolve, it.ID
			return n
		}
	}
	if len(open) > 0 {
		n.Code, n.What, n.Whose = NextWait, string(open[0].Material), Client
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

// deadlineOf returns the first running clock of one side. A right is no work
// to do next.
func deadlineOf(p *Procedure, a *Application, w Workdays, whose Turn) (Deadline, bool) {
	for _, d := range Deadlines(p, a, w) {
		if d.Whose == whose && d.AtEnd != Forgone {
			return d, true
		}
	}
	return Deadline{}, false
}

// Summarise makes the summary that a list shows.
func Summarise(p *Procedure, a *Application, w Workdays) Summary {
	g, standing := Overall(p, a), StandingOf(p, a, Date{})
	s := Summary{
		ID: a.ID, Title: a.Title, Procedure: a.Procedure, Edition: a.Edition,
		State: StateOf(p, a).ID, Percent: g.Percent(), Done: g.Done, Of: g.Of, Verdict: standing.Readiness,
		Updated: a.Updated, Trashed: a.Trashed, Archived: a.Archived, Responsible: a.Responsible, Tags: a.Tags, Words: words(p, a),
	}
	s.Next, s.Deem = nextOf(p, a, w, func() Standing { return standing }), deemOf(p, a, w)
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
