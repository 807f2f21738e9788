// Package walk asks the questions of an application, page after page, and says
// at once what an answer means. At its end are the conditions with their
// verdicts (conditions.go).
//
// Start reading at walk.go. A stop is one page and the screen that shows it: the
// fields of its questions (questions.go, input.go, verdict.go), or the list that
// a question asks for (list.go), whose entries are filled in on a form
// (entry.go) and taken off with or without their files (removal.go,
// removal_files.go). From there the user can say that an answer is not known yet
// (pending.go).
//
// What follows an answer is the same for all of them (answer.go): if it replaces
// another one, what that changes is shown before it is done (impact.go); if a
// condition fails by it, that is said afterwards (outcome.go); then the walk goes
// on to the next page, or back to where the page was opened.
//
// Which pages there are, what is odd about an answer, what a change does and
// which conditions it turns are questions for package model. The fields come from
// package page and not from a form library: nothing is checked before Continue,
// every letter is kept as it is typed, and which fields a page has depends on the
// answers.
package walk
