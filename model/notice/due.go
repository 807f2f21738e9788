package notice

import (
	"encoding/json"

	"github.com/xuke-cli/xuke/model"
)

// A Due is the term that a notice sets: a day, or a length.
type Due struct {
	Date   model.Date // the last day, where the notice names it
	Length int        // otherwise so many
	Unit   model.Unit // of these
	From   From
	Words  string // as written; alone where a day has no year, which nobody guesses
}

// From says what a term is counted from.
type From string

// What a term is counted from.
const (
	Unstated    From = "" // the notice does not say
	FromNotice  From = "notice"
	FromReceipt From = "receipt"
)

// IsZero reports whether the notice sets no term.
func (d Due) IsZero() bool { return d == Due{} }

// Known reports whether the term can be counted.
func (d Due) Known() bool { return !d.Date.IsZero() || d.Length > 0 }

// On returns the last day of the term for a notice of that date, received on
// that day. A term from receipt is counted from the date of the notice where
// the receipt is not known, and so is one that does not say from what: the end
// is then the earliest that it can be, and an estimate. So it is where working
// days fall into a year whose calendar is not known. Ok is false where there
// is nothing to count, or from.
func (d Due) On(notice, received model.Date, w model.Workdays) (end model.Date, estimate, ok bool) {
	if !d.Date.IsZero() {
		return d.Date, false, true
	}
	from, guess := notice, d.From == Unstated
	if d.From == FromReceipt {
		if guess = received.IsZero(); !guess {
			from = received
		}
	}
	if d.Length == 0 || from.IsZero() {
		return model.Date{}, false, false
	}
	end, estimate = model.Add(from, d.Length, d.Unit, w)
	return end, estimate || guess, true
}

// MarshalJSON writes what scripts read: {"date":"2027-04-15"}, or {"length":10,
// "unit":"workday","from":"receipt"}; "words" is with either.
func (d Due) MarshalJSON() ([]byte, error) {
	units := map[model.Unit]string{model.Days: "day", model.WorkingDays: "workday", model.Months: "month"}
	return json.Marshal(struct {
		Date   model.Date `json:"date,omitzero"`
		Length int        `json:"length,omitempty"`
		Unit   string     `json:"unit,omitempty"`
		From   From       `json:"from,omitempty"`
		Words  string     `json:"words"`
	}{d.Date, d.Length, units[d.Unit], d.From, d.Words})
}
