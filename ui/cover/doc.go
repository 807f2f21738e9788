// Package cover is about an application as a whole: the overview from which
// everything else is reached, the way to any part of it by name, the check
// before it is submitted, its title and the edition of its rules, its history
// and the way back.
//
// Start with overview.go, then review.go and review_rows.go, the check page,
// which is the largest: it has no rules of its own and only gathers, row by
// row, what package model finds. Undo and history read the log that the store
// keeps, through the interface in effects.go.
package cover
