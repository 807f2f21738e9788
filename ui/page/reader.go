package page

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/keys"
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

func (r *reader) Keys() []key.Binding { k := r.env.Keys(); return []key.Binding{k.Back, k.Move} }

func (r *reader) Update(msg tea.Msg) (Screen, Step) {
	if k := r.env.Keys(); keys.Is(msg, k.Back, k.Continue, k.Why, k.Sources) {
		return r, Pop(1)
	}
	r.scroll.Update(msg)
	return r, nil
}

func (r *reader) View(w, h int) (string, *tea.Cursor) { return r.scroll.View(w, h, r.text), nil }
