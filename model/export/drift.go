package export

import "github.com/xuke-cli/xuke/model"

// A Drift is an answer that is otherwise than it was handed in last, as scripts
// get it. Procedure and Kind are those of the change that it calls for while
// there is a licence.
type Drift struct {
	Round     int               `json:"round"`
	Date      model.Date        `json:"date"` // of the submission
	Question  model.QuestionID  `json:"question"`
	Before    any               `json:"before"`
	After     any               `json:"after"`
	Duty      model.DutyID      `json:"duty,omitempty"`
	Procedure model.ProcedureID `json:"procedure,omitempty"`
	Kind      string            `json:"kind,omitempty"`
}

func drifts(ds []model.Drift) []Drift {
	out := make([]Drift, len(ds))
	for i, d := range ds {
		out[i] = Drift{Round: d.Round, Date: d.On, Question: d.Question.ID, Before: model.Plain(d.Before.Value), After: model.Plain(d.After.Value)}
		if d.Duty != nil {
			out[i].Duty, out[i].Procedure, out[i].Kind = d.Duty.ID, d.Duty.Opens, d.Kind
		}
	}
	return out
}

// Drift says which answer is otherwise than it was handed in.
func (w Words) Drift(d model.Drift) string {
	return w.Compared(model.Compared{Answers: []model.AnswerChange{d.AnswerChange}})[0]
}

// DriftCalls says what a changed answer calls for: the duty that comes with a
// licence, or as long as there is none a word to the authority.
func (w Words) DriftCalls(d model.Drift) string {
	if d.Under && d.Duty != nil {
		return w.say("drift.duty", "Duty", w.Title("duty", string(d.Duty.ID)))
	}
	return w.say("drift.tell")
}
