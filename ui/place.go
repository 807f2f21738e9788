package ui

import (
	"slices"

	"github.com/xuke-cli/xuke/model"
)

// A Stage is a kind of place in an application. The drafts of people name the
// first four, so these are kept as they are.
type Stage string

// The stages. After the questions of the task list come the first four.
const (
	Conditions Stage = "conditions" // all of them, or one in focus
	Materials  Stage = "materials"
	Review     Stage = "review"
	Submission Stage = "submission"

	Overview Stage = "overview"
	Page     Stage = "page"     // a page of questions, and on from there
	Question Stage = "question" // the page of a question, and back from there
	Material Stage = "material" // a row of the material list
	SetAside Stage = "set-aside"
	Collect  Stage = "collect"
	Settle   Stage = "settle" // an item of a correction notice
	Export   Stage = "export"
	Draft    Stage = "draft" // the draft of a row's document
	Letters  Stage = "letters"
	Packet   Stage = "packet"
)

// A Place is somewhere in an application that any room may lead to. The shell
// knows what stands there.
type Place struct {
	Stage Stage
	ID    string // which page, question, condition, row or item
}

// goMsg leads to a place: above what is shown, or in the stead of all that
// stands above the overview.
type goMsg struct {
	to    Place
	leave bool
}

// openAt opens a place above what is shown.
func openAt(stage Stage, id string) Step { return Step{goMsg{to: Place{stage, id}}} }

// leaveFor leaves what is shown for a place; the zero Place is the overview.
func leaveFor(to Place) Step { return Step{goMsg{to, true}} }

// asks reports whether a question is asked, as things stand.
func (d *desk) asks(id model.QuestionID) bool {
	_, ok := d.pageOf(id)
	return ok
}

// pageOf returns the page on which a question is asked, if it is.
func (d *desk) pageOf(id model.QuestionID) (Place, bool) {
	for _, v := range d.visits {
		if slices.ContainsFunc(v.Questions, func(q *model.Question) bool { return q.ID == id }) {
			return Place{Page, string(v.Page)}, true
		}
	}
	return Place{}, false
}

// left returns the place of the draft, unless it is the overview.
func (d *desk) left() (Place, bool) {
	for _, v := range d.visits {
		if string(v.Page) == d.draft.Place {
			return Place{Page, d.draft.Place}, true
		}
	}
	switch stage := Stage(d.draft.Place); stage {
	case Conditions, Materials, Review, Submission:
		return Place{Stage: stage}, true
	}
	return Place{}, false
}

// resumable reports whether the user has left the application in the middle of
// something.
func (d *desk) resumable() bool {
	_, ok := d.left()
	return ok
}

// taskPlace is where a stop of the task list leads: to a stage, or to the
// first open page of a section, or its first one.
func (d *desk) taskPlace(at Stage) Place {
	var first *model.Visit
	for i, v := range d.visits {
		if v.Section != model.SectionID(at) {
			continue
		}
		if v.Open(&d.app) {
			return Place{Page, string(v.Page)}
		}
		if first == nil {
			first = &d.visits[i]
		}
	}
	switch {
	case first != nil:
		return Place{Page, string(first.Page)}
	case at == Materials, at == Review, at == Submission:
		return Place{Stage: at}
	}
	return Place{Stage: Conditions}
}

// lead goes to what is due: the row, the question, or the clocks.
func (d *desk) lead(due model.Due) Step {
	switch due.Code {
	case model.DueRow:
		return leaveFor(Place{Material, due.What})
	case model.DueFindOut, model.DueSubmit:
		if d.asks(model.QuestionID(due.What)) {
			return leaveFor(Place{Question, due.What})
		}
	case model.DueClock:
		return leaveFor(Place{Stage: Submission})
	}
	return nil
}
