package model

import (
	"slices"
	"strconv"
)

// StateOf replays the events and returns where the application stands.
func StateOf(p *Procedure, a *Application) *State { return stateAfter(p, a.Events) }

func stateAfter(p *Procedure, events []Event) *State {
	state := &p.States[0]
	for i, e := range events {
		rule := p.Event(e.ID)
		if rule == nil {
			continue
		}
		if s := rule.target(p, events[:i]); s != nil {
			state = s
		}
	}
	return state
}

// target is the state that an event leads to, or nil where it leaves the
// application in its state.
func (r *EventRule) target(p *Procedure, earlier []Event) *State {
	switch {
	case r.After != nil && happened(earlier, r.After.Event):
		return p.State(r.After.To)
	case r.Back != "":
		if i := lastOf(earlier, []EventID{r.Back}); i >= 0 {
			return stateAfter(p, earlier[:i])
		}
		return nil
	}
	return p.State(r.To)
}

func happened(events []Event, id EventID) bool {
	return slices.ContainsFunc(events, func(e Event) bool { return e.ID == id })
}

// Allowed lists the events that the state allows, in the order of the
// procedure. Some of them may still wait for correction items to be settled.
func Allowed(p *Procedure, a *Application) []*EventRule {
	state := StateOf(p, a).ID
	var rules []*EventRule
	for i := range p.Events {
		if r := &p.Events[i]; r.allowed(state, a.Events) {
			rules = append(rules, r)
		}
	}
	return rules
}

func (r *EventRule) allowed(state StateID, earlier []Event) bool {
	return slices.Contains(r.From, state) &&
		!slices.ContainsFunc(r.NotAfter, func(id EventID) bool { return happened(earlier, id) })
}

// Record adds an event and, with it, the items of a correction notice. It
// fails with an *Error and changes nothing when the state does not allow the
// event (EventNotAllowed, Accepts names those it does), when items are open
// (ItemsOpen), when the event is dated before the one before it (DateOrder)
// or when an item names something unknown. An event that hands the
// application in freezes a Snapshot of it.
func (a *Application) Record(p *Procedure, e Event, items []Item) error {
	rule := p.Event(e.ID)
	if rule == nil {
		return &Error{Code: NoSuchEvent, Given: string(e.ID), Accepts: eventNames(Allowed(p, a))}
	}
	if !rule.allowed(StateOf(p, a).ID, a.Events) {
		return &Error{Code: EventNotAllowed, Given: string(e.ID), Accepts: eventNames(Allowed(p, a))}
	}
	if rule.Settled && len(a.OpenItems()) > 0 {
		return &Error{Code: ItemsOpen, Given: string(e.ID), Accepts: itemNames(a.OpenItems())}
	}
	if n := len(a.Events); n > 0 && e.Date.Before(a.Events[n-1].Date) {
		return &Error{Code: DateOrder, Given: e.Date.String(), Accepts: []string{a.Events[n-1].Date.String()}}
	}
	if err := a.checkEvent(p, e); err != nil {
		return err
	}
	for _, it := range items {
		if err := a.checkItem(p, it); err != nil {
			return err
		}
	}
	a.Events = append(a.Events, e)
	for _, it := range items {
		it.ID = "i" + strconv.Itoa(a.number())
		it.Round = a.Rounds(p)
		a.Items = append(a.Items, it)
	}
	if rule.Freezes {
		a.Snapshots = append(slices.Clip(a.Snapshots), a.freeze(p))
	}
	return nil
}

// Lacks lists what an event should be recorded with and is not: reasons that
// the law wants in writing, the number of a licence. A person may not have it
// yet, so nothing refuses the event.
func (e Event) Lacks(rule *EventRule) (lacks []Ask) {
	for _, ask := range rule.Needs {
		has := map[Ask]bool{
			AskNumber: e.Number != "", AskReason: e.Reason != "", AskValidUntil: !e.ValidUntil.IsZero(),
		}
		if given, known := has[ask]; known && !given {
			lacks = append(lacks, ask)
		}
	}
	return lacks
}

func (a *Application) checkItem(p *Procedure, it Item) error {
	if !slices.Contains(ItemReasons, it.Reason) {
		return &Error{Code: NotAnOption, Given: string(it.Reason), Accepts: names(ItemReasons)}
	}
	if it.Answer != "" && p.Question(it.Answer) == nil {
		return &Error{Code: NoSuchQuestion, Given: string(it.Answer)}
	}
	if it.Material != "" {
		if _, ok := FindRow(Checklist(p, a), it.Material); !ok {
			return &Error{Code: NoSuchMaterial, Given: string(it.Material)}
		}
	}
	return nil
}

// Unrecord takes back the last event, for a slip of the hand. The items that
// came with it go too, and so does the snapshot that it froze.
func (a *Application) Unrecord(p *Procedure) {
	n := len(a.Events)
	if n == 0 {
		return
	}
	rule := p.Event(a.Events[n-1].ID)
	if rule != nil && slices.Contains(rule.Asks, AskItems) {
		round := a.Rounds(p)
		a.Items = slices.DeleteFunc(slices.Clone(a.Items), func(it Item) bool { return it.Round == round })
	}
	if rule != nil && rule.Freezes {
		round := a.submissions(p)
		a.Snapshots = slices.DeleteFunc(slices.Clone(a.Snapshots), func(s Snapshot) bool { return s.Round == round })
	}
	a.Events = slices.Clone(a.Events[:n-1])
}

// Rounds counts the correction notices so far.
func (a *Application) Rounds(p *Procedure) int {
	n := 0
	for _, e := range a.Events {
		if r := p.Event(e.ID); r != nil && slices.Contains(r.Asks, AskItems) {
			n++
		}
	}
	return n
}

// Correcting reports whether a notice waits for an answer: nothing but its
// items is to do then.
func Correcting(p *Procedure, a *Application) bool {
	return slices.ContainsFunc(Allowed(p, a), func(r *EventRule) bool { return r.Settled })
}

// Submits reports whether the application is still to be handed in, or to be
// handed in again: after that it says nothing whether it could be.
func Submits(p *Procedure, a *Application) bool {
	return StateOf(p, a).ID == p.States[0].ID || Correcting(p, a)
}

// OpenItems lists the correction items that nobody has settled.
func (a *Application) OpenItems() []Item {
	var open []Item
	for _, it := range a.Items {
		if !it.Settled() {
			open = append(open, it)
		}
	}
	return open
}

// Settle marks a correction item as done, or as waived where waive says why.
// The error is an *Error with NoSuchItem.
func (a *Application) Settle(id, waive string) error {
	i := slices.IndexFunc(a.Items, func(it Item) bool { return it.ID == id })
	if i < 0 {
		return &Error{Code: NoSuchItem, Given: id, Accepts: itemNames(a.OpenItems())}
	}
	a.Items = slices.Clone(a.Items)
	a.Items[i].Resolved, a.Items[i].Waived = waive == "", waive
	return nil
}

// Reopen takes the settling of an item back.
func (a *Application) Reopen(id string) {
	a.Items = slices.Clone(a.Items)
	for i := range a.Items {
		if a.Items[i].ID == id {
			a.Items[i].Resolved, a.Items[i].Waived = false, ""
		}
	}
}

// Late reports whether an item names something that an earlier notice could
// have named and did not, where the law asks for one complete notice
// (Administrative Licensing Law, art. 32(4)).
func (a *Application) Late(p *Procedure, it Item) bool {
	i := a.noticed(p, it.Round)
	if it.Round <= 1 || i < 0 || !p.Event(a.Events[i].ID).Once {
		return false
	}
	return !slices.ContainsFunc(a.Items, func(o Item) bool {
		same := o.Material == it.Material && o.Answer == it.Answer
		if it.Material == "" && it.Answer == "" {
			same = same && o.Text == it.Text // about nothing in particular
		}
		return o.Round < it.Round && same
	})
}

func eventNames(rules []*EventRule) []string {
	out := make([]string, len(rules))
	for i, r := range rules {
		out[i] = string(r.ID)
	}
	return out
}

func itemNames(items []Item) []string {
	out := make([]string, len(items))
	for i, it := range items {
		out[i] = it.ID
	}
	return out
}

func names[S ~string](ids []S) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}
