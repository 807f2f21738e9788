package model

import "time"

// The validity of an identity card by the age at which it is given out
// (Resident Identity Card Law, art. 5). At 46 it becomes long-term.
var cardYears = []struct{ under, years int }{{16, 5}, {26, 10}, {46, 20}}

// CardUntil returns until when a card lasts that is given out on a day to
// somebody born on another: a day, or LongTerm.
func CardUntil(born, from Date) Value {
	age := from.Year - born.Year
	if from.Before(born.AddMonths(12 * age)) {
		age--
	}
	for _, c := range cardYears {
		if age < c.under {
			return from.AddMonths(12 * c.years)
		}
	}
	return LongTerm
}

// Birthday returns the day that a resident identity number holds. What is no
// such number, or has a wrong check digit, has none.
func Birthday(number string) (Date, bool) {
	if code, _ := CheckResidentID(number); code != "" {
		return Date{}, false
	}
	born, err := time.Parse("20060102", number[6:14])
	return DateOf(born), err == nil
}

// card checks whether the dates on an identity card go together with the age
// of its holder. It takes them from the facts beside it, and a number that
// nobody has typed in again from the list of the holders.
func (in *inspector) card(d Detail, until Value) {
	from, ok := in.row.Details[ValidFrom].(Date)
	if !ok {
		return // which is said where valid-from is asked for
	}
	number, _ := in.row.Details[OnNumber].(Text)
	if number == "" {
		number = in.listed(OnNumber)
	}
	if number == "" {
		return // likewise
	}
	born, ok := Birthday(string(number))
	if !ok {
		in.say(d, InspectNumber, Inconclusive, nil, nil)
		return
	}
	want := CardUntil(born, from)
	in.say(d, InspectCard, passOr(sameEnd(want, until), Warn), want, until)
}

// listed returns what the list that the row belongs to knows of a fact.
func (in *inspector) listed(id DetailID) Text {
	if in.row.Of == nil || in.row.Material == nil {
		return ""
	}
	for _, d := range in.row.Material.Details {
		if d.ID == id && d.Column != "" {
			known, _ := in.row.Of.Fields[d.Column].(Text)
			return known
		}
	}
	return ""
}

// sameEnd allows for the day of issue being counted or not.
func sameEnd(want, got Value) bool {
	w, ok := want.(Date)
	g, ok2 := got.(Date)
	if !ok || !ok2 {
		return want == got
	}
	off := w.Sub(g)
	return off >= -1 && off <= 1
}
