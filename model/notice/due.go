package notice

import "github.com/xuke-cli/xuke/model"

// A Due is the term that a notice sets: a day, or a length.
type Due = model.Term

// From says what a term is counted from.
type From = model.TermFrom

// What a term is counted from.
const (
	Unstated    = model.FromUnstated // the notice does not say
	FromNotice  = model.FromNotice
	FromReceipt = model.FromReceipt
)
