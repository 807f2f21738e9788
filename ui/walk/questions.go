package walk

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// questionsPage is a page of questions. Nothing is checked before Continue, and
// what is typed is kept from the first key on, so leaving is always safe.
type questionsPage struct {
	stop
	questions []*model.Question
	inputs    []*page.Input
	form      *page.Form
	verdicts  []model.Assessment // see assess
	warned    bool               // something odd has been said, and Continue keeps it
}

func newQuestionsPage(s stop) *questionsPage {
	p := &questionsPage{stop: s}
	p.screen = p
	p.fill()
	return p
}

// fill makes the fields of the questions that are asked now: they hold the
// answer, else the default. It reports whether there are any.
func (p *questionsPage) fill() bool {
	visit, ok := p.visit()
	if !ok {
		return false
	}
	p.questions, p.inputs, p.warned = visit.Questions, nil, false
	var fields []page.Field
	for _, q := range p.questions {
		in := questionInput(p.d, q)
		in.Set(startText(p.d.App.Answers[q.ID], q))
		p.inputs = append(p.inputs, in)
		fields = append(fields, page.Field{Input: in, Keep: string(q.ID), Caption: func() widget.Caption { return p.caption(q, in) }})
	}
	p.form = p.d.Env.Form(p.d, p.done, fields...)
	p.form.Changed = func(int) {
		p.warned = false
		p.assess()
	}
	p.focusOn(p.firstOpen())
	return true
}

// firstOpen is the field to start in: where the user left, else the first one
// that needs an answer.
func (p *questionsPage) firstOpen() int {
	draft := p.d.Draft
	if i := slices.IndexFunc(p.questions, func(q *model.Question) bool { return draft.Focus == string(q.ID) }); i >= 0 && draft.Place == string(p.page) {
		return i
	}
	for i, q := range p.questions {
		if !q.Optional && p.inputs[i].Get() == "" && p.d.App.Answers[q.ID].Pending == nil {
			return i
		}
	}
	return 0
}

// focusOn puts a field in focus.
func (p *questionsPage) focusOn(i int) {
	p.form.FocusOn(i)
	p.assess()
}

// focus is the question whose field is in focus.
func (p *questionsPage) focus() *model.Question { return p.questions[p.form.At()] }

// here keeps where the user is.
func (p *questionsPage) here() page.Step { return p.d.Here(string(p.page), string(p.focus().ID)) }

// Init implements page.Starter.
func (p *questionsPage) Init() page.Step { return p.here() }

// Typing implements page.Typist.
func (p *questionsPage) Typing() bool { return p.form.Typing() }

// Bindings implements page.Screen.
func (p *questionsPage) Bindings() []page.Binding {
	k := p.d.Env.Keys().When(p.Typing())
	rows := p.form.Bindings() // go on, leave, and those of the field
	if p.warned {
		rows[0].Do = p.done // from whichever field is in focus
	}
	return append(slices.Insert(rows, 2, p.questionKeys(k, p.focus())...), page.Shown(k.GoTo)...)
}

// Update implements page.Screen.
func (p *questionsPage) Update(msg tea.Msg) (page.Screen, page.Step) {
	if _, ok := msg.(page.ShownMsg); ok {
		if !p.fill() { // what was answered above has ruled the page out
			return p, page.Leave(p)
		}
		return p, p.here()
	}
	at := p.form.At()
	step := p.form.Update(msg)
	if p.form.At() != at {
		p.assess()
		step = page.Steps(step, p.here())
	}
	return p, step
}

// done reads all fields. The first one that cannot be understood, or is empty,
// gets the cursor and says so. What is only odd is said once, and kept if the
// user goes on again.
func (p *questionsPage) done() page.Step {
	changed := p.d.App.Clone()
	p.warned = false
	at := p.read(&changed)
	if at < 0 {
		at = p.check(&changed)
		p.warned = at >= 0 && p.inputs[at].Problem == ""
	}
	if at >= 0 {
		p.focusOn(at)
		return nil
	}
	return p.answer(p.setAnswers, p.form.Kept()...)
}

// read answers all questions, and returns the first field that was refused, or
// -1.
func (p *questionsPage) read(app *model.Application) int {
	first := -1
	for i, q := range p.questions {
		in := p.inputs[i]
		in.Changed()
		switch err := setAnswer(app, p.d.Proc, q, in); {
		case err == nil:
			continue
		case errors.Is(err, errEmpty):
			in.Problem = p.d.Env.T(locales.UIAskEmpty, "Field", p.d.Words().Question(q.ID))
		default:
			in.Problem = p.d.Refusal(q.ID, err)
		}
		if first < 0 {
			first = i
		}
	}
	return first
}

// setAnswers answers all questions.
func (p *questionsPage) setAnswers(app *model.Application) error {
	for i, q := range p.questions {
		if err := setAnswer(app, p.d.Proc, q, p.inputs[i]); err != nil {
			return err
		}
	}
	return nil
}

// check says what is odd about the answers, and returns the first field that the
// user has to look at, or -1.
func (p *questionsPage) check(app *model.Application) int {
	first := -1
	for i, q := range p.questions {
		if check(p.d, p.inputs[i], model.FindingsOf(p.d.Proc, app, q.ID, p.d.Env.Today())) && first < 0 {
			first = i
		}
	}
	return first
}

// caption is the label of a field, and the line below it.
func (p *questionsPage) caption(q *model.Question, in *page.Input) widget.Caption {
	e, words, ans := p.d.Env, p.d.Words(), p.d.App.Answers[q.ID]
	label := words.Part("question", string(q.ID), "ask")
	if len(p.questions) > 1 {
		label = words.Question(q.ID)
		if q.Optional {
			label = e.T(locales.UIAskOptional, "Field", label)
		}
	}
	switch {
	case ans.Pending != nil:
		label += "  " + e.Theme().Mark.Part + " " + words.Pending(*ans.Pending)
	case !ans.Copied.IsZero():
		label += "  " + e.Theme().Mark.Warn + " " + e.T(locales.UIAskCopied, "On", words.Day(ans.Copied))
	}
	note, tone := in.Note(func(v model.Value) string { return words.Value(q, v) }, example(p.d, q.ID, "example"))
	return widget.Caption{Label: label, Note: note, Tone: tone}
}

// heading names the page, or its only question.
func (p *questionsPage) heading() string {
	if len(p.questions) == 1 {
		return p.d.Words().Question(p.questions[0].ID)
	}
	return p.d.Words().Title("page", string(p.page))
}

// View implements page.Screen.
func (p *questionsPage) View(w, h int) page.Drawn {
	q := p.focus()
	return p.d.Lay(w, h, p.stage(), p.d.Explain("question", string(q.ID), q.Sources), func(w, h int) page.Drawn {
		head, foot := []string{p.headline(p.heading(), w), ""}, p.verdictLines(w)
		room := max(1, h-len(head)-len(foot))
		if best, _ := p.form.Height(w); best < room {
			room = best
		}
		return p.form.Draw(w, room).Under(head...).Over(foot...)
	})
}
