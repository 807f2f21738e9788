package walk

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// ask is a page of questions. Nothing is checked before Continue, and what is
// typed is kept from the first key on, so leaving is always safe.
type ask struct {
	Walk
	page   model.PageID
	visit  model.Visit
	inputs []*page.Input
	form   *widget.Form
	warned bool // something odd was shown; Continue keeps it
	w      int  // as drawn last, for clicks
}

func newAsk(w Walk, at model.PageID) *ask {
	a := &ask{Walk: w, page: at}
	a.build()
	return a
}

// build makes the fields and fills them with what was typed before, else with
// the answer, else with the default.
func (a *ask) build() {
	a.visit, _ = a.Walk.visit(a.page)
	a.inputs = nil
	var fields []widget.Widget
	for _, q := range a.visit.Questions {
		in := questionInput(a.D, q)
		in.Set(startText(a.D, q))
		a.inputs = append(a.inputs, in)
		fields = append(fields, in.Widget)
	}
	if len(fields) == 0 {
		a.form = nil
		return
	}
	a.form = widget.NewForm(a.D.Env.Kit, a.caption, fields...)
	a.form.FocusOn(a.firstOpen())
}

// startText is what a field starts with.
func startText(d *desk.Desk, q *model.Question) string {
	if t, ok := d.Draft.Text[string(q.ID)]; ok {
		return t
	}
	if v := d.App.Answers[q.ID].Value; v != nil {
		return fieldText(q.Field, v)
	}
	if q.Default != nil && d.App.Answers[q.ID].Pending == nil {
		return model.Input(q.Default)
	}
	return ""
}

// fieldText is a value as an input holds it.
func fieldText(f model.Field, v model.Value) string {
	if cs, ok := v.(model.Choices); ok {
		return strings.Join(cs, ",")
	}
	if b, ok := v.(model.Bool); ok && f.Kind == model.YesNo {
		if b {
			return "yes"
		}
		return "no"
	}
	return model.Input(v)
}

// firstOpen is the field to start in: where the person left, else the first
// one without an answer.
func (a *ask) firstOpen() int {
	for i, q := range a.visit.Questions {
		if a.D.Draft.Place == string(a.page) && a.D.Draft.Focus == string(q.ID) {
			return i
		}
	}
	for i, q := range a.visit.Questions {
		if !q.Optional && a.inputs[i].Get() == "" && a.D.App.Answers[q.ID].Pending == nil {
			return i
		}
	}
	return 0
}

func (a *ask) Init() page.Step { return a.D.At(string(a.page), a.focusID()) }

func (a *ask) Typing() bool { return a.form != nil && a.form.Typing() }

func (a *ask) Title() string {
	return a.D.Words().Title("section", string(a.visit.Section))
}

func (a *ask) Keys() []key.Binding {
	k := a.D.Env.Keys().When(a.Typing())
	ks := []key.Binding{k.Continue, k.Back, k.Unknown, k.Why, k.Sources}
	if a.form != nil {
		ks = append(ks, a.form.Help()...)
	}
	return append(ks, k.GoTo)
}

// focus returns the question whose field has the cursor.
func (a *ask) focus() *model.Question { return a.visit.Questions[a.form.At()] }

func (a *ask) focusID() string {
	if a.form == nil {
		return ""
	}
	return string(a.focus().ID)
}

func (a *ask) Update(msg tea.Msg) (page.Screen, page.Step) {
	if _, ok := msg.(page.ShownMsg); ok {
		a.build() // answers may have changed on the screens above
		return a, a.D.At(string(a.page), a.focusID())
	}
	k := a.D.Env.Keys().When(a.Typing())
	switch {
	case keys.Is(msg, k.Back):
		return a, page.Pop(1)
	case a.form == nil:
		return a, nil
	case keys.Is(msg, k.Unknown):
		return a, page.Push(newPending(a.Walk, a.page, a.focus()))
	case keys.Is(msg, k.Why):
		return a, page.Push(a.D.Why(model.Part{Kind: "question", ID: a.focusID(), Sources: a.focus().Sources}))
	case keys.Is(msg, k.Sources):
		return a, page.Push(a.D.SourcesOf(desk.PartOf(a.D.Proc, a.focusID())))
	}
	before := a.form.At()
	switch e := a.feed(msg); {
	case e == widget.Picked, keys.Is(msg, k.Continue) && a.warned:
		return a, a.carryOn()
	case e == widget.Changed:
		in := a.inputs[before]
		in.Changed()
		a.warned = false
		return a, page.Steps(a.D.Typed(string(a.visit.Questions[before].ID), in.Get()), a.D.At(string(a.page), a.focusID()))
	case before != a.form.At():
		return a, a.D.At(string(a.page), a.focusID())
	}
	return a, nil
}

func (a *ask) feed(msg tea.Msg) widget.Event {
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		x, y := a.D.Clicked(m, a.w)
		return a.form.Click(x, y-a.head())
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseWheelMsg:
		return a.form.Update(m)
	}
	return widget.Ignored
}

// carryOn reads all fields. The first one that cannot be understood, or is
// empty, gets the cursor and says so; what is only odd is said once and kept
// if Continue is pressed again.
func (a *ask) carryOn() page.Step {
	changed := a.D.App.Clone()
	stop := -1
	var fields []string
	for i, q := range a.visit.Questions {
		if problem := a.read(i, q, &changed); problem != "" {
			a.inputs[i].Problem = problem
			if stop < 0 {
				stop = i
			}
		}
		fields = append(fields, string(q.ID))
	}
	a.warned = false
	if stop < 0 {
		if stop = a.oddities(&changed); stop >= 0 {
			a.warned = a.inputs[stop].Problem == ""
		}
	}
	if stop >= 0 {
		a.form.FocusOn(stop)
		return nil
	}
	return a.take(a.page, changed, fields, 1)
}

// read takes one field over into the changed application.
func (a *ask) read(i int, q *model.Question, changed *model.Application) string {
	in, w := a.inputs[i], a.D.Words()
	in.Changed()
	v, err := in.Value()
	if err != nil {
		return a.D.Refusal(q.ID, err)
	}
	if v == nil {
		if q.Optional {
			if changed.Answers[q.ID].Value != nil {
				changed.Clear(a.D.Proc, q.ID)
			}
			return ""
		}
		if changed.Answers[q.ID].Pending != nil {
			return ""
		}
		return a.D.Env.T(locales.UIAskEmpty, "Field", w.Question(q.ID))
	}
	if err := changed.Answer(a.D.Proc, q.ID, v); err != nil {
		return a.D.Refusal(q.ID, err)
	}
	return ""
}

// oddities returns the first field with something odd that nobody has seen.
func (a *ask) oddities(changed *model.Application) int {
	stop := -1
	for i, q := range a.visit.Questions {
		in := a.inputs[i]
		for _, f := range model.FindingsOf(a.D.Proc, changed, q.ID, a.D.Env.Today()) {
			text := a.D.Words().Finding(f)
			if f.Level == model.Problem {
				in.Problem = text
			} else if in.Seen == text {
				continue
			} else {
				in.Odd, in.Seen = a.D.Env.T(locales.UIAskOdd, "Finding", text), text
			}
			if stop < 0 {
				stop = i
			}
		}
	}
	return stop
}

// caption is the label of a field, and the line below it.
func (a *ask) caption(i int) widget.Caption {
	q, in, w := a.visit.Questions[i], a.inputs[i], a.D.Words()
	label := w.Part("question", string(q.ID), "ask")
	if len(a.visit.Questions) > 1 {
		label = w.Question(q.ID)
		if q.Optional {
			label = a.D.Env.T(locales.UIAskOptional, "Field", label)
		}
	}
	if ans := a.D.App.Answers[q.ID]; ans.Pending != nil {
		label += "  " + a.D.Env.Theme().Mark.Part + " " + w.Pending(*ans.Pending)
	} else if !ans.Copied.IsZero() {
		label += "  " + a.D.Env.Theme().Mark.Warn + " " + a.D.Env.T(locales.UIAskCopied, "On", w.Day(ans.Copied))
	}
	hint := ""
	if example := w.Part("question", string(q.ID), "example"); example != "" {
		hint = a.D.Env.T(locales.UIAskExample, "Example", example)
	}
	note, tone := in.Note(func(v model.Value) string { return w.Value(q, v) }, hint)
	return widget.Caption{Label: label, Note: note, Tone: tone}
}

// head is the number of lines above the form.
func (a *ask) head() int { return 2 }

func (a *ask) View(w, h int) (string, *tea.Cursor) {
	a.w = w
	return a.D.Page(w, h, desk.Stage(a.visit.Section), a.aside(), func(w, h int) (string, *tea.Cursor) {
		if a.form == nil {
			return "", nil
		}
		th := a.D.Env.Theme()
		lines := []string{widget.Spread(th.Title.Render(a.heading()), th.Dim.Render(a.position()), w), ""}
		verdict := a.verdict(w)
		fh := max(1, h-a.head()-len(verdict))
		if best, _ := a.form.Height(w); best < fh {
			fh = best
		}
		text, cursor := a.form.View(w, fh)
		lines = append(lines, text)
		lines = append(lines, verdict...)
		return strings.Join(lines, "\n"), widget.Shift(cursor, 0, a.head())
	})
}

func (a *ask) heading() string {
	if len(a.visit.Questions) == 1 {
		return a.D.Words().Question(a.visit.Questions[0].ID)
	}
	return a.D.Words().Title("page", string(a.page))
}

func (a *ask) position() string {
	return a.D.Env.T(locales.UIAskPosition, "At", a.index(a.page)+1, "Of", len(a.D.Visits))
}

// verdict tells what the answer in the field means for the conditions that
// look at it, before it is confirmed too: facts are asked, conclusions told.
func (a *ask) verdict(w int) []string {
	trial := a.D.App.Clone()
	if v, err := a.inputs[a.form.At()].Value(); err == nil && v != nil {
		if trial.Answer(a.D.Proc, a.focus().ID, v) != nil {
			return nil
		}
	}
	var lines []string
	for _, s := range model.Assess(a.D.Proc, &trial) {
		if s.Verdict == model.CannotTell || !slices.ContainsFunc(s.Reasons, func(r model.Reason) bool { return string(r.Fact) == a.focusID() }) {
			continue
		}
		tone, words := theme.Good, a.D.Words()
		if s.Verdict == model.NotMet {
			tone = theme.Bad
			if s.Severity == model.Warns {
				tone = theme.Warn
			}
		}
		because := words.Because(s)
		if allChoices(s.Reasons) { // the answer stands above already
			because = a.D.Env.P.Text("term", "verdict", string(s.Verdict))
		}
		text := a.D.Env.T(locales.UIAskVerdict, "Condition", words.Title("condition", string(s.ID)), "Because", because)
		style, mark := a.D.Env.Theme().Tone(tone)
		for i, l := range widget.Wrap(mark+" "+text, w) {
			if i == 0 {
				lines = append(lines, "")
			}
			lines = append(lines, style.Render(l))
		}
	}
	return lines
}

func allChoices(rs []model.Reason) bool {
	return !slices.ContainsFunc(rs, func(r model.Reason) bool { return r.Op != model.Is })
}

// aside says why it is asked, where to find it, and on what grounds.
func (a *ask) aside() []string {
	if a.form == nil {
		return nil
	}
	return a.D.Explain("question", a.focusID(), a.focus().Sources)
}

// questionInput makes the field of a question.
func questionInput(d *desk.Desk, q *model.Question) *page.Input {
	label := func(o string) widget.Option {
		w := d.Words()
		if q.Kind == model.Provinces {
			return widget.Option{Label: d.Env.P.Text("province", o, ""), Find: o}
		}
		return widget.Option{Label: w.Option(q.ID, o), Note: w.Part("question", string(q.ID), "option."+o+".note")}
	}
	return d.Env.Input(q.Field, label, page.OptionsOf(q.Field))
}

// columnInput makes the field of a column of a list. Others are the entries
// that a reference can point to.
func columnInput(d *desk.Desk, q *model.Question, f model.Field, others model.Entries) *page.Input {
	options := page.OptionsOf(f)
	label := func(o string) widget.Option {
		return widget.Option{Label: d.Words().Text("question", string(q.ID), "field."+f.Name+".option."+o)}
	}
	if f.Kind == model.EntryRef {
		options = []string{""}
		for _, e := range others {
			options = append(options, e.ID)
		}
		label = func(o string) widget.Option {
			for _, e := range others {
				if e.ID == o {
					return widget.Option{Label: d.Env.Kit.Legible(e.Text("name"))}
				}
			}
			return widget.Option{Label: d.Env.T(locales.UIEntryDirect)}
		}
	}
	return d.Env.Input(f, label, options)
}
