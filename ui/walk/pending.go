package walk

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// pendingForm notes that the answer to a question is not known yet: who will
// find out, and by when. Both may stay open.
type pendingForm struct {
	stop
	q       *model.Question
	who, by *page.Input
	form    *page.Form
}

func newPendingForm(s stop, q *model.Question) *pendingForm {
	e := s.d.Env
	f := &pendingForm{stop: s, q: q, who: e.Input(model.Field{Kind: model.FreeText}, nil, nil), by: e.Input(model.Field{Kind: model.Day}, nil, nil)}
	if p := s.d.App.Answers[q.ID].Pending; p != nil {
		f.who.Set(p.Who)
		f.by.Set(p.By.String())
	}
	keep := "pending/" + string(q.ID)
	f.form = e.Form(s.d, f.done,
		page.Field{Input: f.who, Keep: keep + "/who", Label: locales.UIPendingWho, Hint: locales.UIPendingWhoHint},
		page.Field{Input: f.by, Keep: keep + "/by", Label: locales.UIPendingBy, Hint: locales.UIPendingByHint, Shown: s.d.DayWords})
	return f
}

// Typing implements page.Typist.
func (f *pendingForm) Typing() bool { return f.form.Typing() }

// Title implements page.Screen.
func (f *pendingForm) Title() string { return f.d.Env.T(locales.UIPendingTitle) }

// Bindings implements page.Screen.
func (f *pendingForm) Bindings() []page.Binding { return f.form.Bindings() }

// Update implements page.Screen.
func (f *pendingForm) Update(msg tea.Msg) (page.Screen, page.Step) { return f, f.form.Update(msg) }

// done postpones the question and goes on, or back to the page where other
// questions on it wait for an answer.
func (f *pendingForm) done() page.Step {
	by, err := f.by.Value()
	if err != nil {
		f.form.Refuse(1, f.d.Refusal("", err))
		return nil
	}
	p := model.Pending{Who: strings.TrimSpace(f.who.Get())}
	p.By, _ = by.(model.Date)
	postpone := func(app *model.Application) error { return app.Postpone(f.d.Proc, f.q.ID, p) }
	changed, err := f.changed(postpone)
	if err != nil {
		return page.Warn(f.d.Refusal(f.q.ID, err))
	}
	confirmed := append(f.form.Kept(), string(f.q.ID))
	if visit, _ := f.visit(); visit.Open(&changed) {
		return page.Steps(f.d.Commit(changed, confirmed...), page.BackTo(f.screen))
	}
	return f.answer(postpone, confirmed...)
}

// View implements page.Screen.
func (f *pendingForm) View(w, h int) page.Drawn {
	th := f.d.Env.Theme()
	head := []string{
		th.Title.Render(f.d.Words().Question(f.q.ID)),
		widget.Wrap(th.Dim.Render(f.d.Env.T(locales.UIPendingBody)), w)[0],
		"",
	}
	return f.form.Draw(w, h-len(head)).Under(head...)
}
