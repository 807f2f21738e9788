package cover

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
)

// titleDraft is the field of the draft that keeps a half-typed title.
const titleDraft = "title"

// rename gives an application another title.
type rename struct {
	d    *Room
	in   *page.Input
	form *page.Form
}

func newRename(d *Room) *rename {
	s := &rename{d: d, in: d.Env.Input(model.Field{Kind: model.FreeText}, nil, nil)}
	s.in.Set(d.App.Title)
	s.form = d.Env.Form(d, s.done, page.Field{Input: s.in, Keep: titleDraft, Label: locales.UITitleLabel})
	return s
}

func (s *rename) Typing() bool { return true }

func (s *rename) Title() string { return s.d.Env.T(locales.UITitleTitle) }

func (s *rename) Bindings() []page.Binding { return s.form.Bindings() }

func (s *rename) Update(msg tea.Msg) (page.Screen, page.Step) { return s, s.form.Update(msg) }

func (s *rename) done() page.Step {
	changed := s.d.App.Clone()
	if err := changed.Rename(strings.TrimSpace(s.in.Get())); err != nil {
		s.form.Refuse(0, s.d.Refusal("", err))
		return nil
	}
	return page.Steps(s.d.Commit(changed, s.form.Kept()...), page.Pop())
}

func (s *rename) View(w, h int) page.Drawn { return s.form.Draw(w, h) }
