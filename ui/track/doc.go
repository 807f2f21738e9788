// Package track is the way of an application through the authority, from the
// first step on the official system to the licence and what it obliges to.
//
// The user sees where the application stands, whose turn it is and what runs
// out when, and records what has happened: an event with its date, a
// correction notice with what it asks for. The items of a notice are settled
// or waived one by one, what was submitted can be read again, and what is due
// under a licence is begun from here. xuke itself submits nothing.
//
// Start with submission.go, the page that all of this is on. Its rows are made
// in rows.go and in the files named after their kind: steps, timeline, events,
// clocks, duties, submissions, items. Behind the rows are the pages: record.go
// is the form of an event, notice.go the list of what a notice asks for before
// it is recorded with its event, item.go an item that has been recorded.
//
// Lists and forms are those of package page, and sentences come from
// model/export. No library draws anything here. The bar of a clock is ours,
// beside that of package widget, because it has no numbers: how many days are
// left is said in words behind it.
package track
