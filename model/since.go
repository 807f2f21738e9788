package model

// A Drift is an answer that is otherwise than it was handed in last.
type Drift struct {
	AnswerChange
	Round int  // of the submission
	On    Date // its day

	Duty  *Duty  // what the change calls for while there is a licence; nil for nothing
	Kind  string // how the procedure that Duty opens calls such a change
	Under bool   // there is a licence, so that Duty is due
}

// Drifted lists the answers that are otherwise than they were handed in last, in
// the order of the questions. Without a submission there are none, and none once
// the application has ended: nobody is left to tell. When one means to submit is
// no fact that anybody hands in.
func Drifted(p *Procedure, a *Application) []Drift {
	if len(a.Snapshots) == 0 || StateOf(p, a).End {
		return nil
	}
	last := a.Snapshots[len(a.Snapshots)-1]
	was := a.AsOf(p, last)
	var ds []Drift
	for i := range p.Questions {
		q := &p.Questions[i]
		before, after := asked(p, &was, q.ID), asked(p, a, q.ID)
		if q.ID == PlannedSubmission || Equal(before.Value, after.Value) {
			continue
		}
		d := Drift{AnswerChange: AnswerChange{q, before, after}, Round: last.Round, On: last.Date}
		if q.Change != nil {
			d.Duty, d.Kind, d.Under = p.duty(q.Change.Duty), q.Change.Kind, Licensed(p, a)
		}
		ds = append(ds, d)
	}
	return ds
}

func (p *Procedure) duty(id DutyID) *Duty {
	for i := range p.Duties {
		if p.Duties[i].ID == id {
			return &p.Duties[i]
		}
	}
	return nil
}
