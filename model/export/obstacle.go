package export

import (
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// Verdict says whether an application can be submitted, and with how many things
// open.
func (w Words) Verdict(s model.Standing) string {
	if s.Readiness == model.ReadyWithOpen {
		return w.say("verdict.open", "Count", len(s.Opens()))
	}
	return w.Text("term", "readiness", string(s.Readiness))
}

// Subject names what an obstacle is about: a condition, a row, a question.
func (w Words) Subject(o model.Obstacle) string {
	switch {
	case o.Condition != nil:
		return w.Title("condition", string(o.Condition.ID))
	case o.Row != nil:
		return w.Row(*o.Row)
	}
	return w.Question(o.Question)
}

// Obstacle says what is wrong with what Subject names.
func (w Words) Obstacle(o model.Obstacle) string {
	switch o.Code {
	case model.ConditionFails, model.ConditionUnknown:
		return w.Because(*o.Condition)
	case model.ChainBreaksOff:
		if o.Entry != nil {
			return w.say("gap.no-owners", "Name", legible.Line(o.Entry.Text("name")))
		}
	case model.AnswerOdd:
		return w.Finding(*o.Finding)
	}
	if o.Row != nil {
		return w.gap(o.Code, *o.Row, o.Found)
	}
	return w.say("gap." + string(o.Code))
}

// Gap says why a row keeps a packet from being packed.
func (w Words) Gap(g model.Gap) string { return w.gap(g.Code, g.Row, g.Fails) }

func (w Words) gap(code model.ObstacleCode, r model.ListRow, found []model.Inspection) string {
	switch code {
	case model.PaperUndecided:
		return w.say("gap.undecided", "Questions", w.Questions(r.Awaits))
	case model.PaperChanged:
		return w.Rechecked(r)
	case model.PaperFails, model.PaperOdd:
		parts := make([]string, len(found))
		for i, f := range found {
			parts[i] = w.InspectionLine(f)
		}
		return strings.Join(parts, " ")
	case model.PaperMissing:
		if len(r.Files) > 0 {
			return w.say("gap.awaited")
		}
	}
	return w.say("gap." + string(code))
}

// An Obstacle is what is in the way of a submission, or open, as scripts get it.
// What it is about is in one of condition, material and question.
type Obstacle struct {
	Code      model.ObstacleCode `json:"code"`
	Leaves    model.Readiness    `json:"leaves"` // the best that the verdict can be as long as it stands
	Condition model.ConditionID  `json:"condition,omitempty"`
	Material  model.MaterialKey  `json:"material,omitempty"`
	Question  model.QuestionID   `json:"question,omitempty"`
	Entry     string             `json:"entry,omitempty"` // of the list that the question asks for
	About     string             `json:"about"`
	Text      string             `json:"text"`
}

// Obstacles puts obstacles into words, for scripts.
func (w Words) Obstacles(os []model.Obstacle) []Obstacle {
	out := make([]Obstacle, len(os))
	for i, o := range os {
		out[i] = Obstacle{Code: o.Code, Leaves: o.Leaves, Question: o.Question, About: w.Subject(o), Text: w.Obstacle(o)}
		if o.Condition != nil {
			out[i].Condition = o.Condition.ID
		}
		if o.Row != nil {
			out[i].Material = o.Row.Key
		}
		if o.Entry != nil {
			out[i].Entry = o.Entry.ID
		}
	}
	return out
}

// A PacketGap is a reason not to pack a packet, as scripts get it: a row by its
// key, or a condition or question.
type PacketGap struct {
	Key       model.MaterialKey  `json:"key"`
	Condition model.ConditionID  `json:"condition,omitempty"`
	Question  model.QuestionID   `json:"question,omitempty"`
	Material  string             `json:"material"` // what it is about, in words
	Code      model.ObstacleCode `json:"code"`
	Text      string             `json:"text"`
}

// Gaps puts what keeps a packet from being packed into words. A row without a
// file is missing from it, whether or not somebody has checked the paper.
func (w Words) Gaps(refusals []model.Obstacle) []PacketGap {
	out := make([]PacketGap, len(refusals))
	for i, o := range w.Obstacles(refusals) {
		code := o.Code
		if code == model.PaperElsewhere {
			code = model.PaperMissing
		}
		out[i] = PacketGap{o.Material, o.Condition, o.Question, o.About, code, o.Text}
	}
	return out
}
