// Package board is the room of many applications: the user sees all of them,
// searches, filters and sorts, selects several and changes them together, looks
// at what is due, and begins new ones. An application is opened and worked on
// in other rooms, and nothing here knows them: the board stands on package page
// alone.
//
// Start with home.go, the board itself. Around it stand what narrows it
// (filter.go, views.go), what is done to a selection (selection.go, actions.go,
// tagging.go), the archive and the trash (shelf.go), what is due (due.go), and
// the way to a new application (intro.go, procedures.go).
//
// Only home changes the board. The panels above it call its methods (filter,
// show), and changes of applications come back to it as replies.
//
// Lists of applications are read a stretch at a time (pager.go), which no
// ready-made table or list does: they hold all their rows. The month is drawn
// here as well, since what a day shows comes from the model.
package board
