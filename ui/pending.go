package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// pending records "I don't know yet": who will find out, and by when. Both
// may stay open.
type pending struct {
	walk
	page model.PageID
	q    *model.Question
	who  *input
	by   *input
	form *widget.Form
}

func newPending(w walk, at model.PageID, q *model.Question) *pending {
	s := &pending{walk: w, page: at, q: q}
	s.who = w.d.env.input(model.Field{Kind: model.FreeText}, nil, nil)
	s.by = w.d.env.input(model.Field{Kind: model.Day}, nil, nil)
	if p := w.d.app.Answers[q.ID].Pending; p != nil {
		s.who.set(p.Who)
		s.by.set(p.By.String())
	}
	for i, in := range []*input{s.who, s.by} {
		if typed, ok := w.d.draft.Text[s.drafts()[i]]; ok {
			in.set(typed)
		}
	}
	s.form = widget.NewForm(w.d.env.kit, s.caption, s.who.Widget, s.by.Widget)
	return s
}

func (s *pending) Typing() bool  { return true }
func (s *pending) Title() string { return s.d.env.p.T(locales.UIPendingTitle) }
func (s *pending) Keys() []key.Binding {
	k := s.d.env.keys().When(true)
	return append([]key.Binding{k.Continue, k.Back}, s.form.Help()...)
}

// drafts are the fields of the draft that keep what is half typed.
func (s *pending) drafts() []string {
	return []string{"pending/" + string(s.q.ID) + "/who", "pending/" + string(s.q.ID) + "/by"}
}

func (s *pending) Update(msg tea.Msg) (screen, Step) {
	if keys.Is(msg, s.d.env.keys().Back) {
		return s, pop(1)
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
		s.by.changed()
		return s, s.d.typed(s.drafts()[at], []*input{s.who, s.by}[at].get())
	case widget.Picked:
		return s, s.done()
	}
	return s, nil
}

func (s *pending) done() Step {
	p := model.Pending{Who: strings.TrimSpace(s.who.get())}
	v, err := s.by.value()
	if err != nil {
		s.by.problem = s.d.refusal("", err)
		s.form.FocusOn(1)
		return nil
	}
	p.By, _ = v.(model.Date)
	changed := s.d.app.Clone()
	if err := changed.Postpone(s.d.proc, s.q.ID, p); err != nil {
		return warn(s.d.refusal(s.q.ID, err))
	}
	// With other fields on the page still open, go back to them.
	visit, _ := s.walk.visit(s.page)
	confirmed := append(s.drafts(), string(s.q.ID))
	if visit.Open(&changed) {
		return Steps(s.d.commit(changed, confirmed...), pop(1))
	}
	return s.take(s.page, changed, confirmed, 2)
}

func (s *pending) caption(i int) widget.Caption {
	e := s.d.env
	if i == 0 {
		note, tone := s.who.note(nil, e.t(locales.UIPendingWhoHint))
		return widget.Caption{Label: e.t(locales.UIPendingWho), Note: note, Tone: tone}
	}
	note, tone := s.by.note(func(v model.Value) string { d, _ := v.(model.Date); return s.d.words().Day(d) }, e.t(locales.UIPendingByHint))
	return widget.Caption{Label: e.t(locales.UIPendingBy), Note: note, Tone: tone}
}

func (s *pending) View(w, h int) (string, *tea.Cursor) {
	th := s.d.env.theme()
	head := []string{th.Title.Render(s.d.words().Question(s.q.ID))}
	head = append(head, widget.Wrap(th.Dim.Render(s.d.env.t(locales.UIPendingBody)), w)[:1]...)
	head = append(head, "")
	text, cursor := s.form.View(min(w, 72), h-len(head))
	return strings.Join(append(head, text), "\n"), widget.Shift(cursor, 0, len(head))
}
