package track

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// item adds or changes one item of a correction notice: what it says, why,
// and which material or answer it concerns.
type item struct {
	list   *items
	i      int // of the list; its length for a new one
	inputs [3]*page.Input
	form   *widget.Form
}

// The fields of an item.
const (
	itemText = iota
	itemReason
	itemConcern
)

var itemFields = [3]string{"text", "reason", "concern"}

func newItem(list *items, i int) *item {
	s, d := &item{list: list, i: i}, list.d
	s.inputs = [3]*page.Input{
		d.Env.Input(model.Field{Kind: model.FreeText}, nil, nil),
		d.Env.Input(model.Field{Kind: model.Choice}, d.reasonOption, reasonNames()),
		d.Env.Input(model.Field{Kind: model.Choice}, d.concernOption, d.concerns()),
	}
	if c, ok := s.inputs[itemConcern].Widget.(*widget.Choice); ok {
		c.SearchHint = func() string { return d.Env.T(locales.UIItemsSearch) }
		c.NoMatch = func() string { return d.Env.T(locales.UIItemsNoMatch) }
	}
	given := [3]string{itemConcern: concernNone}
	if i < len(list.all) {
		it := list.all[i]
		given = [3]string{it.Text, string(it.Reason), concernOf(it)}
	}
	ws := make([]widget.Widget, len(s.inputs))
	for n, in := range s.inputs {
		if typed, ok := d.Draft.Text[s.draft(n)]; ok {
			in.Set(typed)
		} else {
			in.Set(given[n])
		}
		ws[n] = in.Widget
	}
	s.form = widget.NewForm(d.Env.Kit, s.caption, ws...)
	return s
}

func reasonNames() []string {
	names := make([]string, len(model.ItemReasons))
	for i, r := range model.ItemReasons {
		names[i] = string(r)
	}
	return names
}

func (d *Room) reasonOption(reason string) widget.Option {
	return widget.Option{Label: d.Env.P.Text("term", "reason", reason)}
}

// What an item concerns is named as an option: a row of the material list, a
// question, or nothing.
const (
	concernNone     = "none"
	concernMaterial = "material:"
	concernQuestion = "question:"
)

func concernOf(it model.Item) string {
	switch {
	case it.Material != "":
		return concernMaterial + string(it.Material)
	case it.Answer != "":
		return concernQuestion + string(it.Answer)
	}
	return concernNone
}

// concerns lists all that an item can concern.
func (d *Room) concerns() []string {
	options := []string{concernNone}
	for _, r := range d.Rows {
		options = append(options, concernMaterial+string(r.Key))
	}
	for _, v := range d.Visits {
		for _, q := range v.Questions {
			options = append(options, concernQuestion+string(q.ID))
		}
	}
	return options
}

func (d *Room) concernOption(option string) widget.Option {
	if key, ok := strings.CutPrefix(option, concernMaterial); ok {
		if r, found := model.FindRow(d.Rows, model.MaterialKey(key)); found {
			return widget.Option{Label: d.Words().Row(r), Find: key}
		}
	}
	if id, ok := strings.CutPrefix(option, concernQuestion); ok {
		return widget.Option{Label: d.Env.T(locales.UIItemsQuestion, "Question", d.Words().Question(model.QuestionID(id))), Find: id}
	}
	return widget.Option{Label: d.Env.T(locales.UIItemsNothing)}
}

func (s *item) draft(n int) string {
	id := "new"
	if s.i < len(s.list.all) {
		id = s.list.all[s.i].ID
	}
	return s.list.draft() + "/" + id + "/" + itemFields[n]
}

func (s *item) drafts() []string {
	return []string{s.draft(itemText), s.draft(itemReason), s.draft(itemConcern)}
}

func (s *item) Typing() bool { return s.form.Typing() }

func (s *item) Title() string { return s.list.d.Env.T(locales.UIItemsItem) }

func (s *item) Keys() []key.Binding {
	k := s.list.d.Env.Keys().When(s.Typing())
	return append([]key.Binding{k.Continue, k.Back}, s.form.Help()...)
}

func (s *item) Update(msg tea.Msg) (page.Screen, page.Step) {
	d := s.list.d
	if keys.Is(msg, d.Env.Keys().When(s.Typing()).Back) {
		return s, page.Pop(1)
	}
	at, event := s.form.At(), widget.Ignored
	switch m := msg.(type) {
	case tea.PasteMsg:
		if s.wholeNotice(m.Content) {
			typed := s.drafts()
			return s, page.Steps(s.list.paste(m.Content), d.Forget(typed...), page.Pop(1))
		}
		event = s.form.Update(m)
	case tea.MouseClickMsg:
		event = s.form.Click(m.X, m.Y-itemHead)
		at = s.form.At()
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = s.form.Update(m)
	}
	switch event {
	case widget.Picked:
		return s, s.done()
	case widget.Changed:
		s.inputs[at].Changed()
		return s, d.Typed(s.draft(at), s.inputs[at].Get())
	}
	return s, nil
}

// wholeNotice reports whether somebody pastes several lines into a new item:
// each is one of its own.
func (s *item) wholeNotice(text string) bool {
	return s.i == len(s.list.all) && s.form.At() == itemText && s.inputs[itemText].Get() == "" && len(model.SplitNotice(text)) > 1
}

// done puts the item into the list.
func (s *item) done() page.Step {
	d := s.list.d
	it := model.Item{Text: strings.TrimSpace(s.inputs[itemText].Get()), Reason: model.ItemReason(s.inputs[itemReason].Get())}
	concern := s.inputs[itemConcern].Get()
	if key, ok := strings.CutPrefix(concern, concernMaterial); ok {
		it.Material = model.MaterialKey(key)
	}
	if id, ok := strings.CutPrefix(concern, concernQuestion); ok {
		it.Answer = model.QuestionID(id)
	}
	for n, missing := range map[int]locales.ID{itemText: locales.UIItemsTextNeeded, itemReason: locales.UIItemsReasonNeeded} {
		s.inputs[n].Changed()
		if n == itemText && it.Text == "" && concern == concernNone || n == itemReason && it.Reason == "" {
			s.inputs[n].Problem = d.Env.T(missing)
			s.form.FocusOn(n)
		}
	}
	if s.inputs[itemText].Problem != "" || s.inputs[itemReason].Problem != "" {
		return nil
	}
	all, typed := append([]model.Item(nil), s.list.all...), s.drafts()
	if s.i < len(all) {
		it.ID = all[s.i].ID
		all[s.i] = it
	} else {
		all = append(all, it)
	}
	kept := s.list.keep(all)
	s.list.list.Select(s.i + 1)
	return page.Steps(kept, d.Forget(typed...), page.Pop(1))
}

func (s *item) caption(n int) widget.Caption {
	e := s.list.d.Env
	labels := [3]locales.ID{locales.UIItemsText, locales.UIItemsReason, locales.UIItemsConcern}
	note, tone := s.inputs[n].Note(nil, e.T(locales.UIItemsTextHint))
	if n != itemText && s.inputs[n].Problem == "" {
		note, tone = "", theme.Neutral
	}
	return widget.Caption{Label: e.T(labels[n]), Note: note, Tone: tone}
}

// itemHead is the number of lines above the form.
const itemHead = 2

func (s *item) View(w, h int) (string, *tea.Cursor) {
	th := s.list.d.Env.Theme()
	title := locales.UIItemsAdd
	if s.i < len(s.list.all) {
		title = locales.UIItemsEdit
	}
	text, cursor := s.form.View(min(w, 72), max(1, h-itemHead))
	return strings.Join([]string{th.Title.Render(s.list.d.Env.T(title)), "", text}, "\n"), widget.Shift(cursor, 0, itemHead)
}
