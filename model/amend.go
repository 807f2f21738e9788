package model

import (
	"slices"
	"strconv"
)

// An Amendment is what is put right about an event that was recorded. What is
// nil stays.
type Amendment struct {
	Date, Received, ValidUntil *Date
	Number, Reason, Note       *string
	Due                        *Term
}

// on returns the event with the amendment.
func (m Amendment) on(e Event) Event {
	put(&e.Date, m.Date)
	put(&e.Received, m.Received)
	put(&e.ValidUntil, m.ValidUntil)
	put(&e.Number, m.Number)
	put(&e.Reason, m.Reason)
	put(&e.Note, m.Note)
	put(&e.Due, m.Due)
	return e
}

func put[T any](to, from *T) {
	if from != nil {
		*to = *from
	}
}

// EventIndex finds an event that was recorded by its number, which is 1 for the
// first, or by its name where it was recorded once. The error is an *Error with
// NotRecorded or AmbiguousEvent.
func (a *Application) EventIndex(name string) (int, error) {
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(a.Events) {
		return n - 1, nil
	}
	var numbers, all []string
	found := -1
	for i, e := range a.Events {
		number := strconv.Itoa(i + 1)
		all = append(all, number+" "+string(e.ID))
		if string(e.ID) == name {
			found, numbers = i, append(numbers, number)
		}
	}
	switch {
	case found < 0:
		return -1, &Error{Code: NotRecorded, Given: name, Accepts: all}
	case len(numbers) > 1:
		return -1, &Error{Code: AmbiguousEvent, Given: name, Accepts: numbers}
	}
	return found, nil
}

// Amend puts event i right, and leaves what was recorded after it as it is.
// The same is refused as by Record, and a date after the next event (DateOrder).
// A submission that was kept is kept under the new date and number: what was
// handed in does not change.
func (a *Application) Amend(p *Procedure, i int, m Amendment) error {
	e := m.on(a.Events[i])
	if err := a.checkEvent(p, e); err != nil {
		return err
	}
	if i > 0 && e.Date.Before(a.Events[i-1].Date) {
		return &Error{Code: DateOrder, Given: e.Date.String(), Accepts: []string{a.Events[i-1].Date.String()}}
	}
	if i+1 < len(a.Events) && e.Date.After(a.Events[i+1].Date) {
		return &Error{Code: DateAfterNext, Given: e.Date.String(), Accepts: []string{a.Events[i+1].Date.String()}}
	}
	a.Events = slices.Clone(a.Events)
	a.Events[i] = e
	if rule := p.Event(e.ID); rule != nil && rule.Freezes {
		a.redate(p, i)
	}
	return nil
}

// redate gives the submission of event i its date and number. One that is not
// as it was taken stays so.
func (a *Application) redate(p *Procedure, i int) {
	until := Application{Events: a.Events[:i+1]}
	round := until.submissions(p)
	at := slices.IndexFunc(a.Snapshots, func(s Snapshot) bool { return s.Round == round })
	if at < 0 || !a.Snapshots[at].Intact() {
		return
	}
	a.Snapshots = slices.Clone(a.Snapshots)
	s := &a.Snapshots[at]
	s.Date, s.Number = a.Events[i].Date, a.Events[i].Number
	s.Sum = s.sum()
}

// TakesTerm reports whether an event may set a term: it is a notice that asks
// for something.
func (r *EventRule) TakesTerm() bool { return slices.Contains(r.Asks, AskItems) }

// TakesReceipt reports whether an event is received: the authority writes it.
func (r *EventRule) TakesReceipt() bool { return r.Actor == Officials || r.TakesTerm() }

// checkEvent refuses what an event is not recorded with, and days that cannot
// be: a notice that came before its date, a deadline before the notice.
func (a *Application) checkEvent(p *Procedure, e Event) error {
	rule := p.Event(e.ID)
	if rule == nil {
		return nil // of an edition that had it
	}
	for _, with := range []struct {
		field string
		given bool
		takes bool
	}{
		{"valid-until", !e.ValidUntil.IsZero(), slices.Contains(rule.Asks, AskValidUntil)},
		{"received", !e.Received.IsZero(), rule.TakesReceipt()},
		{"due", !e.Due.IsZero(), rule.TakesTerm()},
	} {
		if with.given && !with.takes {
			return &Error{Code: NotAsked, Field: with.field, Given: string(e.ID)}
		}
	}
	switch {
	case !e.Received.IsZero() && e.Received.Before(e.Date):
		return &Error{Code: ReceivedEarly, Given: e.Received.String(), Accepts: []string{e.Date.String()}}
	case !e.Due.Date.IsZero() && e.Due.Date.Before(e.Date):
		return &Error{Code: DueEarly, Given: e.Due.Date.String(), Accepts: []string{e.Date.String()}}
	}
	return nil
}

// AmendItem puts right what an item that was recorded says, why, and what it
// concerns. Its round and whether it is settled stay. The error is an *Error
// with NoSuchItem, or as from Record.
func (a *Application) AmendItem(p *Procedure, it Item) error {
	i := slices.IndexFunc(a.Items, func(o Item) bool { return o.ID == it.ID })
	if i < 0 {
		return &Error{Code: NoSuchItem, Given: it.ID, Accepts: itemNames(a.Items)}
	}
	check := it
	if it.Material == a.Items[i].Material && it.Answer == a.Items[i].Answer {
		check.Material, check.Answer = "", "" // it may name a row that is gone
	}
	if err := a.checkItem(p, check); err != nil {
		return err
	}
	a.Items = slices.Clone(a.Items)
	is := &a.Items[i]
	is.Text, is.Reason, is.Material, is.Answer = it.Text, it.Reason, it.Material, it.Answer
	return nil
}

// Untouched reports whether an item names something that is still as it was
// handed in before the notice: to call that done needs a second look.
func (a *Application) Untouched(p *Procedure, it Item) bool {
	if it.Material == "" && it.Answer == "" || it.Settled() {
		return false
	}
	i := a.noticed(p, it.Round)
	if i < 0 {
		return false
	}
	before := Application{Events: a.Events[:i]}
	_, err := a.Snapshot(before.submissions(p))
	return err == nil && !a.ChangedSince(p, it)
}
