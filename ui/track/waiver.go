package track

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A waiver asks why an item need not be done.
type waiver struct {
	from *itemPage // left together with the waiver
	in   *page.Input
	form *page.Form
}

func newWaiver(from *itemPage) page.Screen {
	d := from.d
	s := &waiver{from: from, in: d.Env.Input(model.Field{Kind: model.FreeText}, nil, nil)}
	s.form = d.Env.Form(d, s.done, page.Field{Input: s.in, Keep: "waive/" + from.id, Caption: s.caption})
	return s
}

func (s *waiver) caption() widget.Caption {
	d := s.from.d
	note, tone := s.in.Note(nil, d.Env.T(locales.UIItemsWaiveHint))
	return widget.Caption{Label: d.Env.T(locales.UIItemsWaiveWhy, "Item", d.ItemTitle(d.item(s.from.id))), Note: note, Tone: tone}
}

func (s *waiver) Typing() bool { return true }

func (s *waiver) Title() string { return s.from.Title() }

func (s *waiver) Bindings() []page.Binding { return s.form.Bindings() }

func (s *waiver) Update(msg tea.Msg) (page.Screen, page.Step) { return s, s.form.Update(msg) }

// done waives the item, and leads back to where it was chosen.
func (s *waiver) done() page.Step {
	d, why := s.from.d, strings.TrimSpace(s.in.Get())
	if why == "" {
		s.form.Refuse(0, d.Env.T(locales.UIItemsWaiveNeeded))
		return nil
	}
	return page.Steps(d.settle(s.from.id, why, s.form.Kept()...), page.Leave(s.from))
}

func (s *waiver) View(w, h int) page.Drawn { return s.form.Draw(w, h) }
