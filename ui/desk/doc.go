// Package desk is what the screens of one application share: the application
// that is being worked on, how it is saved, and what surrounds it on every
// screen.
//
// Start with desk.go. A Desk holds the application and what the model says about
// it; Commit is the one way to change it. save.go sends what changes to the disk,
// one save at a time, and typed.go keeps what is half typed along with it.
// filing.go works on files in the background while the user does something else.
// place.go names the places in an application, to which any room may lead without
// knowing which room is there. layout.go and tasks.go divide the screen, menu.go
// is a text with ways to go on, why.go explains a question or a material and
// shows its sources. The rest words and marks what several rooms show: rows,
// items of a correction notice, verdicts.
//
// What one room alone needs is in that room.
package desk
