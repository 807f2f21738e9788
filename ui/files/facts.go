package files

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// facts is the form of the facts of a document that the checks need: whose it
// is, until when it is valid, which months it covers. What is not typed in is
// not known, and no check passes because of it.
type facts struct {
	d    *Room
	row  model.ListRow
	asks []model.Detail
	in   []*page.Input // as asks
	form *page.Form
}

func newFacts(d *Room, row model.ListRow) *facts {
	s := &facts{d: d, row: row, asks: model.DetailsOf(d.Proc, &d.App, row)}
	var fields []page.Field
	for i, a := range s.asks {
		in := d.Env.Input(model.Field{Kind: model.FreeText}, nil, nil)
		in.Set(model.Input(row.Details[a.ID]))
		s.in = append(s.in, in)
		fields = append(fields, page.Field{Input: in, Keep: factDraft(row.Key, a.ID), Caption: func() widget.Caption { return s.caption(i) }})
	}
	s.form = d.Env.Form(d, s.done, fields...)
	return s
}

// factDraft names a fact of a row among the half-typed texts.
func factDraft(key model.MaterialKey, id model.DetailID) string {
	return desk.MaterialDraft(key, "detail/"+string(id))
}

func (s *facts) Typing() bool { return s.form.Typing() }

func (s *facts) Title() string { return s.d.Env.T(locales.UIDetailsTitle) }

func (s *facts) Bindings() []page.Binding {
	k := s.d.Env.Keys().When(s.Typing())
	return s.form.Bindings(page.On(k.Why, func() page.Step { return s.d.why(s.row) }))
}

func (s *facts) Update(msg tea.Msg) (page.Screen, page.Step) { return s, s.form.Update(msg) }

// done reads the fields. Either all of them are understood, or none is saved.
func (s *facts) done() page.Step {
	d, stop := s.d, -1
	changed := d.App.Clone()
	for i, a := range s.asks {
		in := s.in[i]
		in.Changed()
		v, err := model.ParseDetail(a.ID, strings.TrimSpace(in.Get()))
		if err == nil {
			err = changed.Detail(d.Proc, s.row.Key, a.ID, v)
		}
		if err != nil {
			if in.Problem = d.Refusal("", err); stop < 0 {
				stop = i
			}
		}
	}
	if stop >= 0 {
		s.form.FocusOn(stop)
		return nil
	}
	return page.Steps(d.Commit(changed, s.form.Kept()...), page.Pop())
}

// caption is the label of a fact, and below it what is wrong with it, how it is
// understood, or what it should be.
func (s *facts) caption(i int) widget.Caption {
	e, in, id := s.d.Env, s.in[i], s.asks[i].ID
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

func (s *facts) View(w, h int) page.Drawn {
	return s.d.Lay(w, h, desk.Materials, s.d.explain(s.row), func(w, h int) page.Drawn {
		th := s.d.Env.Theme()
		lines := []string{th.Title.Render(widget.Cut(s.d.Words().Row(s.row), w))}
		if h >= 14 {
			for _, l := range widget.Wrap(s.d.Env.T(locales.UIDetailsBody), w) {
				lines = append(lines, th.Dim.Render(l))
			}
			lines = append(lines, "")
		}
		return s.form.Draw(w, h-len(lines)).Under(lines...)
	})
}
