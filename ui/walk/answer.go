package walk

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
)

// A change gives an application other answers. It is made to a copy first, to
// see what it does, and again when the user has confirmed it: by then files may
// have come in that a copy does not know of.
type change func(*model.Application) error

// changed is the application as a change would make it.
func (s stop) changed(do change) (model.Application, error) {
	app := s.d.App.Clone()
	err := do(&app)
	return app, err
}

// answer makes a change to the answers of the page and goes on, by way of what
// the user has to see: what it does, before it is made, and the outcome that it
// leads to, after it. Confirmed are the fields whose half-typed text becomes an
// answer.
func (s stop) answer(do change, confirmed ...string) page.Step {
	changed, err := s.changed(do)
	if err != nil {
		return page.Warn(s.d.Refusal("", err))
	}
	if diff := model.Differ(s.d.Proc, &s.d.App, &changed); diff.NeedsConfirming() {
		return page.Push(newImpact(s.d, diff, func() page.Step { return s.commit(do, confirmed) }))
	}
	return s.commit(do, confirmed)
}

// commit makes a change and leaves the page.
func (s stop) commit(do change, confirmed []string) page.Step {
	changed, err := s.changed(do)
	if err != nil {
		return page.Warn(s.d.Refusal("", err))
	}
	before := s.d.Assessed
	changed.NameAfter(&s.d.App, s.untitled()...)
	save := s.d.Commit(changed, confirmed...)
	for _, turned := range model.Turned(before, s.d.Assessed) {
		if turned.Fails() {
			return page.Steps(save, page.Above(s.screen, newOutcome(s, turned)))
		}
	}
	return page.Steps(save, s.leave())
}

// leave goes on from a page that is answered: to the next one, or back to where
// it was opened.
func (s stop) leave() page.Step {
	if s.returns {
		return page.Leave(s.screen)
	}
	return page.Above(s.screen, s.next())
}

// untitled are the titles that the application may have been created with, one
// for each language.
func (s stop) untitled() []string {
	var titles []string
	for _, lang := range locales.Langs {
		if p, err := s.d.Env.Printers(lang); err == nil {
			titles = append(titles, p.T(locales.UIAppUntitled, "Today", model.DateOf(s.d.App.Created).String()))
		}
	}
	return titles
}
