package track

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// itemRows are the items of the notices: those to work on now, and those of
// earlier rounds. While a notice waits for an answer all of its items are work,
// the settled ones too.
func (s *submission) itemRows() (now, earlier []row) {
	d := s.d
	correcting, round := model.Correcting(d.Proc, &d.App), d.App.Rounds(d.Proc)
	for _, it := range d.App.Items {
		r := s.itemRow(it)
		if !it.Settled() || correcting && it.Round == round {
			r.Group = d.openHeading
			now = append(now, r)
			continue
		}
		r.Group = func() string { return d.Env.T(locales.UIItemsPast, "Round", it.Round) }
		earlier = append(earlier, r)
	}
	return now, earlier
}

// openHeading says how many items are open.
func (d *Room) openHeading() string {
	if n := len(d.App.OpenItems()); n > 0 {
		return d.Env.T(locales.UIItemsOpenHead, "Count", n)
	}
	return d.Env.T(locales.UIItemsAllSettled)
}

func (s *submission) itemRow(it model.Item) row {
	d := s.d
	return row{
		Row: page.Row{
			Key: itemKey(it.ID), Part: d.noticePart(),
			Told: func() []string { return d.itemTold(it) },
			Open: func() page.Step { return page.Push(NewSettle(d, it.ID)) },
			Toggle: func() page.Step {
				step := d.settleOrReopen(it)
				s.refresh(s.list.Key())
				return step
			},
		},
		verb: locales.UIItemsDeal, dim: it.Settled(),
		mark:  func() string { return d.ItemMark(it) },
		title: func() string { return d.ItemTitle(it) },
		sides: func() []string { return d.itemSides(it) },
	}
}

// itemSides are what stands at the right of an item: its reason, and that
// something has changed or that the item was not in the first notice.
func (d *Room) itemSides(it model.Item) []string {
	about, e := d.Env.Theme().Dim.Render(d.ItemAbout(it)), d.Env
	switch {
	case d.ChangedSince(it):
		changed := e.T(locales.UIItemsChangedShort)
		return []string{about + "  " + changed, changed}
	case d.App.Late(d.Proc, it):
		late := e.Theme().Say(theme.Warn, e.T(locales.UIItemsLateShort))
		return []string{about + "  " + late, late}
	}
	return []string{about, ""}
}

// item is a recorded item, the zero Item if it is gone.
func (d *Room) item(id string) model.Item {
	i := slices.IndexFunc(d.App.Items, func(it model.Item) bool { return it.ID == id })
	if i < 0 {
		return model.Item{}
	}
	return d.App.Items[i]
}

// settleAsking settles an item, and asks before if what it names is as it was
// handed in. Left is the page that is left with it; nil for none.
func (d *Room) settleAsking(id string, left page.Screen) page.Step {
	leave := func() page.Step {
		if left == nil {
			return nil
		}
		return page.Leave(left)
	}
	it := d.item(id)
	if !d.App.Untouched(d.Proc, it) {
		return page.Steps(d.settle(id, ""), leave())
	}
	title := func() string { return d.Env.T(locales.UIUntouchedTitle, "What", d.Words().Item(it, &d.App)) }
	body := func(w int) []string { return widget.Wrap(d.Env.T(locales.UIUntouchedBody), w) }
	return page.Push(d.Env.Confirm(title, body, 0, []locales.ID{locales.UIUntouchedBack, locales.UIUntouchedSettle}, func() page.Step {
		if left == nil {
			return page.Steps(d.settle(id, ""), page.Pop())
		}
		return page.Steps(d.settle(id, ""), page.Leave(left))
	}))
}

// settle marks an item as done, or as waived where waived says why. The
// half-typed text of the given fields has become the reason.
func (d *Room) settle(id, waived string, confirmed ...string) page.Step {
	changed := d.App.Clone()
	if err := changed.Settle(id, waived); err != nil {
		return page.Warn(d.Refusal("", err))
	}
	commit, text := d.Commit(changed, confirmed...), d.Env.T(locales.UIItemsAllSettled)
	if n := len(d.App.OpenItems()); n > 0 {
		text = d.Env.T(locales.UIItemsLeft, "Count", n)
	}
	return page.Steps(commit, page.Notice(text))
}

// reopen takes back that an item is settled.
func (d *Room) reopen(id string) page.Step {
	changed := d.App.Clone()
	changed.Reopen(id)
	return d.Commit(changed)
}

func (d *Room) settleOrReopen(it model.Item) page.Step {
	if it.Settled() {
		return d.reopen(it.ID)
	}
	return d.settleAsking(it.ID, nil)
}

// noticePart is the event that correction items come with.
func (d *Room) noticePart() model.Part {
	for _, e := range d.Proc.Events {
		if slices.Contains(e.Asks, model.AskItems) {
			return desk.PartOf(d.Proc, string(e.ID))
		}
	}
	return model.Part{}
}

// itemTold is what there is to say about an item.
func (d *Room) itemTold(it model.Item) []string {
	e, words := d.Env, d.Words()
	told := []string{e.P.Label(e.T(locales.UIItemsReason), e.P.Text("term", "reason", string(it.Reason)))}
	if it.Material != "" || it.Answer != "" {
		told = append(told, e.P.Label(e.T(locales.UIItemsConcern), words.Item(it, &d.App)))
	}
	told = append(told, e.P.Label(e.T(locales.UIItemsState), d.itemState(it)))
	if d.ChangedSince(it) {
		told = append(told, e.Theme().Mark.Part+" "+e.T(locales.UIItemsChanged))
	}
	if d.App.Late(d.Proc, it) {
		told = append(told, e.Theme().Mark.Warn+" "+d.lateText())
	}
	return told
}

// lateText says that an item was not in the first notice, and what the law says
// to that: it is the first citation of the notice.
func (d *Room) lateText() string {
	cites := d.noticePart().Sources
	if len(cites) == 0 {
		return d.Env.T(locales.UIItemsLateShort)
	}
	return d.Env.T(locales.UIItemsLate, "Citation", d.Words().Citation(cites[0]))
}

// itemState says whether an item is settled, and why not if it need not be.
func (d *Room) itemState(it model.Item) string {
	switch {
	case it.Waived != "":
		return d.Env.T(locales.UIItemsWaived, "Reason", legible.Line(it.Waived))
	case it.Resolved:
		return d.Env.T(locales.UIItemsSettled)
	}
	return d.Env.T(locales.UIItemsUnsettled)
}

// concerned is the place of what an item is about, if there is one.
func (d *Room) concerned(it model.Item) (desk.Place, bool) {
	if _, ok := model.FindRow(d.Rows, it.Material); ok {
		return desk.At(desk.Material, string(it.Material)), true
	}
	return desk.At(desk.Question, string(it.Answer)), d.Asks(it.Answer)
}
