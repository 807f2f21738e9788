package files

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// details is the form of the facts of a document that the checks need: whose
// it is, until when it is valid, which months it covers. What nobody has typed
// in is not known, and no check passes because of it.
type details struct {
	d      *Room
	key    model.MaterialKey
	asked  []model.Detail
	fields []*page.Input
	form   *widget.Form
	w, top int // as drawn last, for clicks
}

func newDetails(d *Room, key model.MaterialKey) page.Screen {
	row, _ := model.FindRow(d.Rows, key)
	s := &details{d: d, key: key, asked: model.DetailsOf(d.Proc, &d.App, row)}
	var ws []widget.Widget
	for _, a := range s.asked {
		in := d.Env.Input(model.Field{Kind: model.FreeText}, nil, nil)
		saved := model.Input(row.Details[a.ID])
		if typed, ok := d.Draft.Text[detailDraft(key, a.ID)]; ok {
			saved = typed
		}
		in.Set(saved)
		s.fields, ws = append(s.fields, in), append(ws, in.Widget)
	}
	s.form = widget.NewForm(d.Env.Kit, s.caption, ws...)
	return s
}

// detailDraft names a fact of a row among the half-typed texts.
func detailDraft(key model.MaterialKey, id model.DetailID) string {
	return desk.MaterialDraft(key, "detail/"+string(id))
}

func (s *details) Typing() bool { return s.form.Typing() }

func (s *details) Title() string { return s.d.Env.T(locales.UIDetailsTitle) }

func (s *details) Keys() []key.Binding {
	k := s.d.Env.Keys().When(s.Typing())
	return append([]key.Binding{k.Continue, k.Back, k.Why}, s.form.Help()...)
}

func (s *details) Update(msg tea.Msg) (page.Screen, page.Step) {
	k := s.d.Env.Keys().When(s.Typing())
	switch {
	case keys.Is(msg, k.Back):
		return s, page.Pop(1)
	case keys.Is(msg, k.Why):
		row, _ := model.FindRow(s.d.Rows, s.key)
		return s, page.Push(s.d.Why(desk.MaterialPart(row)))
	}
	at, event := s.form.At(), widget.Ignored
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		x, y := s.d.Clicked(m, s.w)
		event = s.form.Click(x, y-s.top)
		at = s.form.At()
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseWheelMsg:
		event = s.form.Update(m)
	}
	switch event {
	case widget.Picked:
		return s, s.done()
	case widget.Changed:
		s.fields[at].Changed()
		return s, s.d.Typed(detailDraft(s.key, s.asked[at].ID), s.fields[at].Get())
	}
	return s, nil
}

// done reads the fields. Either all of them are understood, or none is saved.
func (s *details) done() page.Step {
	d, stop := s.d, -1
	changed := d.App.Clone()
	var typed []string
	for i, a := range s.asked {
		in := s.fields[i]
		in.Changed()
		v, err := model.ParseDetail(a.ID, strings.TrimSpace(in.Get()))
		if err == nil {
			err = changed.Detail(d.Proc, s.key, a.ID, v)
		}
		if err != nil {
			if in.Problem = d.Refusal("", err); stop < 0 {
				stop = i
			}
		}
		typed = append(typed, detailDraft(s.key, a.ID))
	}
	if stop >= 0 {
		s.form.FocusOn(stop)
		return nil
	}
	return page.Steps(d.Commit(changed, typed...), page.Pop(1))
}

// caption is the label of a fact, and below it what is wrong with it, how it is
// understood, or what it should be.
func (s *details) caption(i int) widget.Caption {
	e, in, id := s.d.Env, s.fields[i], s.asked[i].ID
	c := widget.Caption{Label: s.d.Words().Detail(id)}
	text := strings.TrimSpace(in.Get())
	v, err := model.ParseDetail(id, text)
	switch {
	case in.Problem != "":
		c.Note, c.Tone = in.Problem, theme.Bad
	case text == "":
		if s.d.Words().Has("ui", "details.hint", string(id)) {
			c.Note = e.P.Text("ui", "details.hint", string(id))
		}
	case err == nil && v != nil && model.Input(v) != text:
		c.Note = "= " + legible.Line(s.d.Words().DetailValue(id, v))
	}
	return c
}

func (s *details) View(w, h int) (string, *tea.Cursor) {
	s.w = w
	row, _ := model.FindRow(s.d.Rows, s.key)
	return s.d.Page(w, h, desk.Materials, s.d.aboutRow(row), func(w, h int) (string, *tea.Cursor) {
		th := s.d.Env.Theme()
		lines := []string{th.Title.Render(widget.Cut(s.d.Words().Row(row), w))}
		if h >= 14 {
			for _, l := range widget.Wrap(s.d.Env.T(locales.UIDetailsBody), w) {
				lines = append(lines, th.Dim.Render(l))
			}
			lines = append(lines, "")
		}
		s.top = len(lines)
		text, cursor := s.form.View(min(w, 72), max(1, h-s.top))
		return strings.Join(append(lines, text), "\n"), widget.Shift(cursor, 0, s.top)
	})
}
