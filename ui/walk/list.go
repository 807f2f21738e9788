package walk

import (
	"slices"
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

// entries is the page of a list question: shareholders, managers, staff. Each
// change is an answer of its own and saved at once.
type entries struct {
	Walk
	page model.PageID
	q    *model.Question
	list *widget.List
	odd  bool // what is odd has been shown once
	w    int
	top  int // lines above the list, as drawn last
}

func newEntries(w Walk, at model.PageID, q *model.Question) *entries {
	e := &entries{Walk: w, page: at, q: q}
	e.list = widget.NewList(w.D.Env.Kit, 1, e.row)
	e.count()
	e.list.Select(len(e.values()))
	return e
}

// count fits the list to the entries.
func (e *entries) count() { e.list.SetCount(len(e.values()) + 2) }

// extra returns which of the rows below the entries is in focus, or -1.
func (e *entries) extra(i int) int { return max(-1, i-len(e.values())) }

func (e *entries) values() model.Entries {
	es, _ := e.D.App.Answers[e.q.ID].Value.(model.Entries)
	return es
}

func (e *entries) Init() page.Step { return e.D.At(string(e.page), string(e.q.ID)) }

func (e *entries) Title() string {
	v, _ := e.Walk.visit(e.page)
	return e.D.Words().Title("section", string(v.Section))
}

func (e *entries) Keys() []key.Binding {
	k := e.D.Env.Keys()
	ks := []key.Binding{k.Choose, k.Add}
	if len(e.values()) > 0 {
		ks = append(ks, k.Remove, k.MoveUp, k.MoveDown)
	}
	return append(ks, e.goOn(), k.Back, k.Unknown, k.Why, k.Sources, k.GoTo)
}

// goOn is Tab here, besides the last row.
func (e *entries) goOn() key.Binding {
	k := e.D.Env.Keys()
	b := k.Next
	b.SetHelp(b.Help().Key, k.Continue.Help().Desc)
	return b
}

func (e *entries) Update(msg tea.Msg) (page.Screen, page.Step) {
	k := e.D.Env.Keys()
	switch {
	case keys.Is(msg, k.Back):
		return e, page.Pop(1)
	case keys.Is(msg, k.Add):
		return e, page.Push(newEntry(e, model.Entry{}))
	case keys.Is(msg, k.Next):
		return e, e.carryOn()
	case keys.Is(msg, k.Unknown):
		return e, page.Push(newPending(e.Walk, e.page, e.q))
	case keys.Is(msg, k.Why):
		return e, page.Push(e.D.Why(model.Part{Kind: "question", ID: string(e.q.ID), Sources: e.q.Sources}))
	case keys.Is(msg, k.Sources):
		return e, page.Push(e.D.SourcesOf(desk.PartOf(e.D.Proc, string(e.q.ID))))
	}
	if _, ok := msg.(page.ShownMsg); ok {
		e.count()
		return e, e.D.At(string(e.page), string(e.q.ID))
	}
	i := e.list.At()
	inside := e.extra(i) < 0
	switch {
	case inside && keys.Is(msg, k.Remove):
		return e, page.Push(newRemoval(e, e.values()[i]))
	case inside && keys.Is(msg, k.MoveUp) && i > 0:
		return e, e.swap(i, i-1)
	case inside && keys.Is(msg, k.MoveDown) && i+1 < len(e.values()):
		return e, e.swap(i, i+1)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		x, y := e.D.Clicked(m, e.w)
		event = e.list.Click(x, y-e.top)
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = e.list.Update(m)
	}
	if event == widget.Picked {
		return e, e.pick(e.list.At())
	}
	return e, nil
}

func (e *entries) pick(i int) page.Step {
	switch e.extra(i) {
	case page.RowAdd:
		return page.Push(newEntry(e, model.Entry{}))
	case page.RowDone:
		return e.carryOn()
	}
	return page.Push(newEntry(e, e.values()[i]))
}

// swap moves a row; the order is the person's.
func (e *entries) swap(i, j int) page.Step {
	es := slices.Clone(e.values())
	es[i], es[j] = es[j], es[i]
	e.list.Select(j)
	return e.set(es)
}

// set saves the list. Nothing asks before: adding a row only ever adds.
func (e *entries) set(es model.Entries) page.Step {
	changed := e.D.App.Clone()
	if err := changed.Answer(e.D.Proc, e.q.ID, es); err != nil {
		return page.Warn(e.D.Refusal(e.q.ID, err))
	}
	e.odd = false
	cmd := e.D.Commit(changed)
	e.count()
	return cmd
}

// carryOn goes on. An empty list is an answer too ("none"), but not without
// asking.
func (e *entries) carryOn() page.Step {
	ans := e.D.App.Answers[e.q.ID]
	if ans.Value == nil && ans.Pending == nil {
		return page.Push(newNone(e))
	}
	if len(e.findings()) > 0 && !e.odd {
		e.odd = true
		return page.Warn(e.D.Env.T(locales.UIEntriesOdd))
	}
	if ans.Unconfirmed() {
		changed := e.D.App.Clone()
		if err := changed.Answer(e.D.Proc, e.q.ID, ans.Value); err != nil {
			return page.Warn(e.D.Refusal(e.q.ID, err))
		}
		return e.commit(e.page, changed, nil, 1)
	}
	return e.finish(e.page, 1)
}

func (e *entries) findings() []string {
	var texts []string
	for _, f := range model.FindingsOf(e.D.Proc, &e.D.App, e.q.ID, e.D.Env.Today()) {
		texts = append(texts, e.D.Words().Finding(f))
	}
	return texts
}

// row draws an entry: its name, then the other columns.
func (e *entries) row(i, w int, focused bool) []string {
	es := e.values()
	th, words := e.D.Env.Theme(), e.D.Words()
	style := th.Text
	if focused {
		style = th.Selected
	}
	switch e.extra(i) {
	case page.RowAdd:
		return []string{"+ " + style.Render(e.D.Env.T(locales.UIEntryAdd, "Entry", words.Part("question", string(e.q.ID), "entry")))}
	case page.RowDone:
		return []string{th.Mark.Right + " " + style.Render(e.doneLabel())}
	}
	var rest []string
	for _, f := range e.q.Fields {
		if f.Name == "name" {
			continue
		}
		text := words.Field(e.q, f, es[i])
		if f.Kind == model.EntryRef {
			text = nameOf(es, text)
		}
		if f.Kind == model.IDNumber {
			text = model.Mask(text)
		}
		if f.Kind == model.Count && text != "" {
			text = words.Column(e.q.ID, f.Name) + " " + text
		}
		switch {
		case text == "":
		case f.Kind == model.Percent || f.Kind == model.Count: // numbers first: what follows may be cut
			rest = append([]string{text}, rest...)
		default:
			rest = append(rest, text)
		}
	}
	name := legible.Line(es[i].Text("name"))
	return []string{widget.Spread(style.Render(name), th.Dim.Render(strings.Join(rest, " · ")), w)}
}

func nameOf(es model.Entries, id string) string {
	for _, x := range es {
		if x.ID == id && id != "" {
			return "↑ " + legible.Line(x.Text("name"))
		}
	}
	return ""
}

func (e *entries) View(w, h int) (string, *tea.Cursor) {
	e.w = w
	v, _ := e.Walk.visit(e.page)
	aside := e.D.Explain("question", string(e.q.ID), e.q.Sources)
	return e.D.Page(w, h, desk.Stage(v.Section), aside, func(w, h int) (string, *tea.Cursor) {
		th, words := e.D.Env.Theme(), e.D.Words()
		position := e.D.Env.T(locales.UIAskPosition, "At", e.index(e.page)+1, "Of", len(e.D.Visits))
		lines := []string{widget.Spread(th.Title.Render(words.Question(e.q.ID)), th.Dim.Render(position), w)}
		lines = append(lines, widget.Wrap(words.Part("question", string(e.q.ID), "ask"), w)...)
		lines = append(lines, "")
		if ans := e.D.App.Answers[e.q.ID]; ans.Pending != nil || len(e.values()) == 0 && ans.Value != nil {
			lines = append(lines, th.Dim.Render(th.Mark.Part+" "+words.Answer(e.q, ans)), "")
		}
		if ans := e.D.App.Answers[e.q.ID]; ans.Unconfirmed() {
			lines = append(lines, th.Say(theme.Warn, e.D.Env.T(locales.UIAskCopied, "On", words.Day(ans.Copied))), "")
		}
		foot := e.foot(w)
		e.top = len(lines)
		body, _ := e.list.View(w, max(1, min(e.list.Count(), h-len(lines)-len(foot))))
		return strings.Join(append(append(lines, body), foot...), "\n"), nil
	})
}

// doneLabel is the last row: complete, or none at all.
func (e *entries) doneLabel() string {
	ans := e.D.App.Answers[e.q.ID]
	if ans.Value == nil && ans.Pending == nil {
		return e.D.Env.T(locales.UIEntriesNone)
	}
	return e.D.Env.T(locales.UIEntriesDone)
}

// foot says what is odd, and how to go on.
func (e *entries) foot(w int) []string {
	lines := []string{""}
	style, mark := e.D.Env.Theme().Tone(theme.Warn)
	for _, f := range e.findings() {
		for _, l := range widget.Wrap(mark+" "+f, w) {
			lines = append(lines, style.Render(l))
		}
	}
	return lines
}
