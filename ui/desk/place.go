package desk

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
)

// A Stage is a kind of place in an application. Drafts that are saved name the
// first four, so these words never change.
type Stage string

// The stages. The first four are those of the task list, after its questions.
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
	Undo     Stage = "undo"
	History  Stage = "history"
	Edition  Stage = "edition" // the other edition of the procedure
)

// stageTitles name the stages after the questions.
var stageTitles = map[Stage]locales.ID{
	Conditions: locales.UITaskConditions, Materials: locales.UITaskMaterials, Review: locales.UITaskReview, Submission: locales.UITaskSubmission,
}

// A Place is somewhere in an application that any room may lead to. The shell
// knows what stands there.
type Place struct {
	Stage Stage
	ID    string // which page, question, condition, row or item
}

// At returns the place of a stage and a name in it.
func At(stage Stage, id string) Place { return Place{stage, id} }

// A GoMsg leads to a place: above what is shown, or if Leave in the place of all
// that stands above the overview.
type GoMsg struct {
	To    Place
	Leave bool
}

// OpenAt opens a place above what is shown.
func OpenAt(stage Stage, id string) page.Step { return page.Step{GoMsg{To: Place{stage, id}}} }

// LeaveFor leaves what is shown for a place; the zero Place is the overview.
func LeaveFor(to Place) page.Step { return page.Step{GoMsg{to, true}} }

// Asks reports whether a question is asked, given the answers so far.
func (d *Desk) Asks(id model.QuestionID) bool {
	_, ok := d.PageOf(id)
	return ok
}

// PageOf returns the page on which a question is asked, if it is.
func (d *Desk) PageOf(id model.QuestionID) (Place, bool) {
	for _, v := range d.Visits {
		if slices.ContainsFunc(v.Questions, func(q *model.Question) bool { return q.ID == id }) {
			return Place{Page, string(v.Page)}, true
		}
	}
	return Place{}, false
}

// left returns where the user left, unless that is the overview.
func (d *Desk) left() (Place, bool) {
	for _, v := range d.Visits {
		if string(v.Page) == d.Draft.Place {
			return Place{Page, d.Draft.Place}, true
		}
	}
	switch stage := Stage(d.Draft.Place); stage {
	case Conditions, Materials, Review, Submission:
		return Place{Stage: stage}, true
	}
	return Place{}, false
}

// Resumable reports whether the user left the application in the middle of
// something.
func (d *Desk) Resumable() bool {
	_, ok := d.left()
	return ok
}

// Resume leads to where the user left; where that is the overview, nowhere.
func (d *Desk) Resume() page.Step {
	if to, ok := d.left(); ok {
		return LeaveFor(to)
	}
	return nil
}
