package track

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A noticeItem adds or changes one item of a notice: what it says, why, and
// which material or answer it concerns.
type noticeItem struct {
	notice *notice
	i      int // of the notice; the number of its items for a new one
	inputs [3]*page.Input
	form   *page.Form
}

// The fields of an item, and how their half-typed text is named.
const (
	itemText = iota
	itemReason
	itemConcern
)

var itemFields = [3]string{"text", "reason", "concern"}

func newNoticeItem(n *notice, i int) page.Screen {
	s, d := &noticeItem{notice: n, i: i}, n.d
	s.inputs = [3]*page.Input{
		d.Env.Input(model.Field{Kind: model.FreeText}, nil, nil),
		d.Env.Input(model.Field{Kind: model.Choice}, d.reasonOption, reasonNames()),
		d.Env.Input(model.Field{Kind: model.Choice}, d.concernOption, d.concerns()),
	}
	if c, ok := s.inputs[itemConcern].Widget.(*widget.Choice); ok {
		c.SearchHint = func() string { return d.Env.T(locales.UIItemsSearch) }
		c.NoMatch = func() string { return d.Env.T(locales.UIItemsNoMatch) }
	}
	id, given := "new", [3]string{itemConcern: concernNone}
	if i < len(n.items) {
		it := n.items[i]
		id, given = it.ID, [3]string{it.Text, string(it.Reason), concernOf(it)}
	}
	fields := []page.Field{{Label: locales.UIItemsText, Hint: locales.UIItemsTextHint}, {Label: locales.UIItemsReason}, {Label: locales.UIItemsConcern}}
	for f := range fields {
		s.inputs[f].Set(given[f])
		fields[f].Input, fields[f].Keep = s.inputs[f], n.itemDraft(id, itemFields[f])
	}
	s.form = d.Env.Form(d, s.done, fields...)
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

func (s *noticeItem) Typing() bool { return s.form.Typing() }

func (s *noticeItem) Title() string { return s.notice.d.Env.T(locales.UIItemsItem) }

func (s *noticeItem) Bindings() []page.Binding { return s.form.Bindings() }

func (s *noticeItem) Update(msg tea.Msg) (page.Screen, page.Step) {
	if m, ok := msg.(tea.PasteMsg); ok && s.isNotice(m.Content) {
		return s, page.Steps(s.notice.split(m.Content), s.notice.d.Forget(s.form.Kept()...), page.Pop())
	}
	return s, s.form.Update(msg)
}

// isNotice reports whether several lines are pasted into a new item: each is
// an item of its own.
func (s *noticeItem) isNotice(text string) bool {
	return s.i == len(s.notice.items) && s.form.At() == itemText && s.inputs[itemText].Get() == "" && len(model.SplitNotice(text)) > 1
}

// done puts the item into the notice. Of two fields that lack something the
// upper one gets the focus.
func (s *noticeItem) done() page.Step {
	d, it := s.notice.d, s.item()
	for _, in := range s.inputs {
		in.Changed()
	}
	lacks := false
	refuse := func(field int, problem locales.ID) {
		s.form.Refuse(field, d.Env.T(problem))
		lacks = true
	}
	if it.Reason == "" {
		refuse(itemReason, locales.UIItemsReasonNeeded)
	}
	if it.Text == "" && it.Material == "" && it.Answer == "" {
		refuse(itemText, locales.UIItemsTextNeeded)
	}
	if lacks {
		return nil
	}
	return page.Steps(s.notice.put(s.i, it), d.Forget(s.form.Kept()...), page.Pop())
}

// item is what is in the fields.
func (s *noticeItem) item() model.Item {
	it := model.Item{Text: strings.TrimSpace(s.inputs[itemText].Get()), Reason: model.ItemReason(s.inputs[itemReason].Get())}
	concern := s.inputs[itemConcern].Get()
	if key, ok := strings.CutPrefix(concern, concernMaterial); ok {
		it.Material = model.MaterialKey(key)
	}
	if id, ok := strings.CutPrefix(concern, concernQuestion); ok {
		it.Answer = model.QuestionID(id)
	}
	return it
}

func (s *noticeItem) View(w, h int) page.Drawn {
	e, title := s.notice.d.Env, locales.UIItemsAdd
	if s.i < len(s.notice.items) {
		title = locales.UIItemsEdit
	}
	return s.form.Draw(w, h-2).Under(e.Theme().Title.Render(e.T(title)), "")
}
