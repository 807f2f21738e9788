package walk

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// pending records "I don't know yet": who will find out, and by when. Both
// may stay open.
type pending struct {
	Walk
	page model.PageID
	q    *model.Question
	who  *page.Input
	by   *page.Input
	form *widget.Form
}

func newPending(w Walk, at model.PageID, q *model.Question) *pending {
	s := &pending{Walk: w, page: at, q: q}
	s.who = w.D.Env.Input(model.Field{Kind: model.FreeText}, nil, nil)
	s.by = w.D.Env.Input(model.Field{Kind: model.Day}, nil, nil)
	if p := w.D.App.Answers[q.ID].Pending; p != nil {
		s.who.Set(p.Who)
		s.by.Set(p.By.String())
	}
	for i, in := range []*page.Input{s.who, s.by} {
		if typed, ok := w.D.Draft.Text[s.drafts()[i]]; ok {
			in.Set(typed)
		}
	}
	s.form = widget.NewForm(w.D.Env.Kit, s.caption, s.who.Widget, s.by.Widget)
	return s
}

func (s *pending) Typing() bool { return true }

func (s *pending) Title() string { return s.D.Env.P.T(locales.UIPendingTitle) }

func (s *pending) Keys() []key.Binding {
	k := s.D.Env.Keys().When(true)
	return append([]key.Binding{k.Continue, k.Back}, s.form.Help()...)
}

// drafts are the fields of the draft that keep what is half typed.
func (s *pending) drafts() []string {
	return []string{"pending/" + string(s.q.ID) + "/who", "pending/" + string(s.q.ID) + "/by"}
}

func (s *pending) Update(msg tea.Msg) (page.Screen, page.Step) {
	if keys.Is(msg, s.D.Env.Keys().Back) {
		return s, page.Pop(1)
	}
	at, event := s.form.At(), widget.Ignored
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		event = s.form.Click(m.X, m.Y-3)
		at = s.form.At()
	case tea.KeyPressMsg, tea.PasteMsg:
		event = s.form.Update(m)
	}
	switch event {
	case widget.Changed:
		s.by.Changed()
		return s, s.D.Typed(s.drafts()[at], []*page.Input{s.who, s.by}[at].Get())
	case widget.Picked:
		return s, s.done()
	}
	return s, nil
}

func (s *pending) done() page.Step {
	p := model.Pending{Who: strings.TrimSpace(s.who.Get())}
	v, err := s.by.Value()
	if err != nil {
		s.by.Problem = s.D.Refusal("", err)
		s.form.FocusOn(1)
		return nil
	}
	p.By, _ = v.(model.Date)
	changed := s.D.App.Clone()
	if err := changed.Postpone(s.D.Proc, s.q.ID, p); err != nil {
		return page.Warn(s.D.Refusal(s.q.ID, err))
	}
	// With other fields on the page still open, go back to them.
	visit, _ := s.Walk.visit(s.page)
	confirmed := append(s.drafts(), string(s.q.ID))
	if visit.Open(&changed) {
		return page.Steps(s.D.Commit(changed, confirmed...), page.Pop(1))
	}
	return s.take(s.page, changed, confirmed, 2)
}

func (s *pending) caption(i int) widget.Caption {
	e := s.D.Env
	if i == 0 {
		note, tone := s.who.Note(nil, e.T(locales.UIPendingWhoHint))
		return widget.Caption{Label: e.T(locales.UIPendingWho), Note: note, Tone: tone}
	}
	note, tone := s.by.Note(func(v model.Value) string { d, _ := v.(model.Date); return s.D.Words().Day(d) }, e.T(locales.UIPendingByHint))
	return widget.Caption{Label: e.T(locales.UIPendingBy), Note: note, Tone: tone}
}

func (s *pending) View(w, h int) (string, *tea.Cursor) {
	th := s.D.Env.Theme()
	head := []string{th.Title.Render(s.D.Words().Question(s.q.ID))}
	head = append(head, widget.Wrap(th.Dim.Render(s.D.Env.T(locales.UIPendingBody)), w)[:1]...)
	head = append(head, "")
	text, cursor := s.form.View(min(w, 72), h-len(head))
	return strings.Join(append(head, text), "\n"), widget.Shift(cursor, 0, len(head))
}
