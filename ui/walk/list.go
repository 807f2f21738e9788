package walk

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// listPage is the page of a question for a list: shareholders, managers, staff.
// Each change of the list is an answer of its own and saved at once.
type listPage struct {
	stop
	q      *model.Question
	rows   *page.Rows
	warned bool // something odd has been said, and going on keeps it
}

// The keys of the rows below the entries, which no id of an entry can be.
const (
	addRow  = "+"
	doneRow = "="
)

func newListPage(s stop, q *model.Question) *listPage {
	l := &listPage{stop: s, q: q, rows: s.d.Env.Rows(1)}
	l.screen = l
	l.refresh()
	l.rows.Focus(addRow)
	return l
}

// entries is the list as it is answered.
func (l *listPage) entries() model.Entries {
	es, _ := l.d.App.Answers[l.q.ID].Value.(model.Entries)
	return es
}

// refresh makes the rows anew.
func (l *listPage) refresh() {
	var rows []page.Row
	for _, e := range l.entries() {
		rows = append(rows, page.Row{
			Key:   e.ID,
			Lines: func(w int, focused bool) []string { return []string{l.entryLine(e, w, focused)} },
			Open:  func() page.Step { return page.Push(newEntryForm(l, e)) },
		})
	}
	l.rows.Set(append(rows,
		page.Row{Key: addRow, Lines: l.addLine, Open: l.add},
		page.Row{Key: doneRow, Lines: l.doneLine, Open: l.done}))
}

// here keeps where the user is.
func (l *listPage) here() page.Step { return l.d.Here(string(l.page), string(l.q.ID)) }

// Init implements page.Starter.
func (l *listPage) Init() page.Step { return l.here() }

// Bindings implements page.Screen.
func (l *listPage) Bindings() []page.Binding {
	k := l.d.Env.Keys()
	rows := append(page.Shown(k.Choose), page.On(k.Add, l.add))
	if n := len(l.entries()); n > 0 {
		on, why := l.rows.Index() < n, l.d.Env.T(locales.UIEntriesWhich)
		rows = append(rows,
			page.On(k.Remove, l.remove).If(on, why),
			page.On(k.MoveUp, func() page.Step { return l.move(-1) }).If(on, why),
			page.On(k.MoveDown, func() page.Step { return l.move(+1) }).If(on, why))
	}
	rows = append(rows, page.On(k.Next, l.done).As(k.Continue.Help().Desc), l.d.Env.Back())
	return append(append(rows, l.questionKeys(*k, l.q)...), page.Shown(k.GoTo)...)
}

// Update implements page.Screen.
func (l *listPage) Update(msg tea.Msg) (page.Screen, page.Step) {
	if _, ok := msg.(page.ShownMsg); ok {
		if _, asked := l.visit(); !asked { // what was answered above has ruled the page out
			return l, page.Leave(l)
		}
		l.refresh()
		return l, l.here()
	}
	step, _ := l.rows.Update(msg)
	return l, step
}

func (l *listPage) add() page.Step { return page.Push(newEntryForm(l, model.Entry{})) }

// with is the list with an entry in the place of the one with its id, or behind
// the others.
func (l *listPage) with(e model.Entry) model.Entries {
	es := slices.Clone(l.entries())
	if i := slices.IndexFunc(es, func(x model.Entry) bool { return x.ID == e.ID }); i >= 0 {
		es[i] = e
		return es
	}
	return append(es, e)
}

// put keeps an entry; one without an id is a new one.
func (l *listPage) put(e model.Entry, confirmed []string) page.Step {
	if e.ID == "" {
		l.rows.Focus(addRow) // for the next one
	}
	return l.save(func(app *model.Application) error {
		if e.ID == "" {
			e.ID = app.EntryIDFor(l.q.ID, e.Text("name"))
		}
		return app.Answer(l.d.Proc, l.q.ID, l.with(e))
	}, confirmed...)
}

// move changes places with a neighbour: the order is the user's.
func (l *listPage) move(by int) page.Step {
	es, i := slices.Clone(l.entries()), l.rows.Index()
	if i+by < 0 || i+by >= len(es) {
		return nil
	}
	es[i], es[i+by] = es[i+by], es[i]
	return l.save(func(app *model.Application) error { return app.Answer(l.d.Proc, l.q.ID, es) })
}

// save makes a change to the list and comes back to it.
func (l *listPage) save(do change, confirmed ...string) page.Step {
	changed, err := l.changed(do)
	if err != nil {
		return page.Warn(l.d.Refusal(l.q.ID, err))
	}
	l.warned = false
	save := l.d.Commit(changed, confirmed...)
	l.refresh()
	return page.Steps(save, page.BackTo(l))
}

// done goes on. An empty list is an answer too ("none"), but not without
// asking, and what was copied is confirmed.
func (l *listPage) done() page.Step {
	ans := l.d.App.Answers[l.q.ID]
	switch {
	case ans.Value == nil && ans.Pending == nil:
		return page.Push(newNone(l))
	case len(l.findings()) > 0 && !l.warned:
		l.warned = true
		return page.Warn(l.d.Env.T(locales.UIEntriesOdd))
	case ans.Unconfirmed():
		return l.answer(func(app *model.Application) error { return app.Answer(l.d.Proc, l.q.ID, ans.Value) })
	}
	return l.leave()
}

// findings say what is odd about the list.
func (l *listPage) findings() []string {
	var texts []string
	for _, f := range l.d.Findings {
		if f.Question == l.q.ID {
			texts = append(texts, l.d.Words().Finding(f))
		}
	}
	return texts
}

// View implements page.Screen.
func (l *listPage) View(w, h int) page.Drawn {
	return l.d.Lay(w, h, l.stage(), l.d.Explain("question", string(l.q.ID), l.q.Sources), func(w, h int) page.Drawn {
		head := l.head(w)
		foot := l.foot(w, max(2, h-len(head)-l.rows.Len())) // the entries come first
		return l.rows.Draw(w, min(l.rows.Len(), h-len(head)-len(foot))).Under(head...).Over(foot...)
	})
}

// head asks for the list, and says that it is being found out, that there are
// no entries, or that it was copied.
func (l *listPage) head(w int) []string {
	th, words, ans := l.d.Env.Theme(), l.d.Words(), l.d.App.Answers[l.q.ID]
	lines := append([]string{l.headline(words.Question(l.q.ID), w)}, widget.Wrap(words.Part("question", string(l.q.ID), "ask"), w)...)
	lines = append(lines, "")
	if ans.Pending != nil || len(l.entries()) == 0 && ans.Value != nil {
		lines = append(lines, th.Dim.Render(th.Mark.Part+" "+words.Answer(l.q, ans)), "")
	}
	if ans.Unconfirmed() {
		lines = append(lines, th.Say(theme.Warn, l.d.Env.T(locales.UIAskCopied, "On", words.Day(ans.Copied))), "")
	}
	return lines
}

// foot says what is odd, in at most h lines.
func (l *listPage) foot(w, h int) []string {
	lines := []string{""}
	style, mark := l.d.Env.Theme().Tone(theme.Warn)
	for _, text := range l.findings() {
		for _, line := range widget.Wrap(mark+" "+text, w) {
			lines = append(lines, style.Render(line))
		}
	}
	if len(lines) > h {
		lines = append(lines[:h-1], style.Render(l.d.Env.Theme().Mark.Cut))
	}
	return lines
}
