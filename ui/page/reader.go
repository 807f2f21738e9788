package page

import (
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/widget"
)

// reader is a page of text to read and leave: why something is asked, or what
// its sources say.
type reader struct {
	env    *Env
	title  locales.ID
	text   func(w int) []string
	scroll *widget.Scroll
}

// reader shows a text.
func (e *Env) Reader(title locales.ID, text func(w int) []string) Screen {
	return &reader{e, title, text, widget.NewScroll(e.Kit)}
}

func (r *reader) Title() string { return r.env.T(r.title) }

func (r *reader) Bindings() []Binding {
	k := r.env.Keys()
	leave := func() Step { return Pop(1) }
	return []Binding{On(k.Back, leave), {Binding: k.Move}, On(k.Continue, leave).Hide(), On(k.Why, leave).Hide(), On(k.Sources, leave).Hide()}
}

func (r *reader) Update(msg tea.Msg) (Screen, Step) {
	r.scroll.Update(msg)
	return r, nil
}

func (r *reader) View(w, h int) Drawn { return widget.DrawLines(r.scroll.View(w, h, r.text)) }
