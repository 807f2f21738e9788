package track

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// An itemForm is what an item says, why, and which material or answer it
// concerns: of a notice that is being recorded, or of one that was.
type itemForm struct {
	d      *Room
	title  locales.ID
	save   func(it model.Item, confirmed []string) page.Step // leaves the form too
	paste  func(text string) page.Step                       // where several lines are items of their own; nil where they are its text
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

// newNoticeItem returns the form of item i of a notice, or of a new one.
func newNoticeItem(n *noticePage, i int) page.Screen {
	s := &itemForm{d: n.d, title: locales.UIItemsAdd}
	id, it := "new", model.Item{}
	if i < len(n.items) {
		s.title, id, it = locales.UIItemsEdit, n.items[i].ID, n.items[i].Item
	} else {
		s.paste = func(text string) page.Step {
			return page.Steps(n.propose(n.d.readNotice(text)), n.d.Forget(s.form.Kept()...), page.Pop())
		}
	}
	s.save = func(it model.Item, confirmed []string) page.Step {
		return page.Steps(n.put(i, it), n.d.Forget(confirmed...), page.Pop())
	}
	s.fields(it, func(field string) string { return n.itemDraft(id, field) })
	return s
}

// newItemAmend returns the form that writes a recorded item anew.
func newItemAmend(d *Room, it model.Item) page.Screen {
	s := &itemForm{d: d, title: locales.UIItemsEdit}
	s.save = func(is model.Item, confirmed []string) page.Step {
		is.ID = it.ID
		changed := d.App.Clone()
		if err := changed.AmendItem(d.Proc, is); err != nil {
			return page.Warn(d.Refusal("", err))
		}
		return page.Steps(d.Commit(changed, confirmed...), page.Pop(), page.Notice(d.Env.T(locales.UIAmendDone)))
	}
	s.fields(it, func(field string) string { return "amend-item/" + it.ID + "/" + field })
	return s
}

// fields makes the fields, with what an item says in them.
func (s *itemForm) fields(it model.Item, keep func(field string) string) {
	d := s.d
	concerns := d.concerns()
	if concern := concernOf(it); !slices.Contains(concerns, concern) {
		concerns = append(concerns, concern) // of a row that is no longer on the list
	}
	s.inputs = [3]*page.Input{
		d.Env.Input(model.Field{Kind: model.FreeText}, nil, nil),
		d.Env.Input(model.Field{Kind: model.Choice}, d.reasonOption, reasonNames()),
		d.Env.Input(model.Field{Kind: model.Choice}, d.concernOption, concerns),
	}
	if c, ok := s.inputs[itemConcern].Widget.(*widget.Choice); ok {
		c.SearchHint = func() string { return d.Env.T(locales.UIItemsSearch) }
		c.NoMatch = func() string { return d.Env.T(locales.UIItemsNoMatch) }
	}
	given := [3]string{it.Text, string(it.Reason), concernOf(it)}
	fields := []page.Field{{Label: locales.UIItemsText, Hint: locales.UIItemsTextHint}, {Label: locales.UIItemsReason}, {Label: locales.UIItemsConcern}}
	for f := range fields {
		s.inputs[f].Set(given[f])
		fields[f].Input, fields[f].Keep = s.inputs[f], keep(itemFields[f])
	}
	s.form = d.Env.Form(d, s.done, fields...)
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
		return widget.Option{Label: d.Words().RowName(model.MaterialKey(key), &d.App), Find: key}
	}
	if id, ok := strings.CutPrefix(option, concernQuestion); ok {
		return widget.Option{Label: d.Env.T(locales.UIItemsQuestion, "Question", d.Words().Question(model.QuestionID(id))), Find: id}
	}
	return widget.Option{Label: d.Env.T(locales.UIItemsNothing)}
}

func (s *itemForm) Typing() bool { return s.form.Typing() }

func (s *itemForm) Title() string { return s.d.Env.T(locales.UIItemsItem) }

func (s *itemForm) Bindings() []page.Binding { return s.form.Bindings() }

func (s *itemForm) Update(msg tea.Msg) (page.Screen, page.Step) {
	if m, ok := msg.(tea.PasteMsg); ok && s.isNotice(m.Content) {
		return s, s.paste(m.Content)
	}
	return s, s.form.Update(msg)
}

// isNotice reports whether several lines are pasted into a new item: each is
// an item of its own.
func (s *itemForm) isNotice(text string) bool {
	return s.paste != nil && s.form.At() == itemText && s.inputs[itemText].Get() == "" && len(model.SplitNotice(text)) > 1
}

// done saves the item. Of two fields that lack something the upper one gets the
// focus.
func (s *itemForm) done() page.Step {
	d, it := s.d, s.item()
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
	return s.save(it, s.form.Kept())
}

// item is what is in the fields.
func (s *itemForm) item() model.Item {
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

func (s *itemForm) View(w, h int) page.Drawn {
	return s.form.Draw(w, h-2).Under(s.d.Env.Theme().Title.Render(s.d.Env.T(s.title)), "")
}
