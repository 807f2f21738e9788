package page

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A reader is a page of text to read and leave: why something is asked, or what
// its sources say.
type reader struct {
	env    *Env
	title  locales.ID
	text   func(w int) []string
	scroll *widget.Scroll
}

// Reader makes a page with a text to read.
func (e *Env) Reader(title locales.ID, text func(w int) []string) Screen {
	return &reader{e, title, text, widget.NewScroll(e.Kit)}
}

// Title implements Screen.
func (r *reader) Title() string { return r.env.T(r.title) }

// Bindings implements Screen. The keys that lead to such pages leave them too.
func (r *reader) Bindings() []Binding {
	k := r.env.Keys()
	return []Binding{r.env.Back(), {Binding: k.Move}, On(k.Continue, Pop).Hide(), On(k.Why, Pop).Hide(), On(k.Sources, Pop).Hide()}
}

// Update implements Screen.
func (r *reader) Update(msg tea.Msg) (Screen, Step) {
	r.scroll.Update(msg)
	return r, nil
}

// View implements Screen.
func (r *reader) View(w, h int) Drawn { return widget.DrawLines(r.scroll.View(w, h, r.text)) }
