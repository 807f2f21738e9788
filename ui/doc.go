// Package ui is the wizard: what the user sees and does in the terminal.
//
// It is a house of rooms. Packages page and desk are its kernel: what a screen is
// made of, and what the screens of one application share. Six rooms stand on it,
// each for something that users do:
//
//	board  many applications: find, filter, tag, see what is due, begin a new one
//	walk   the questions of one application, and what the answers mean
//	files  its materials: collect, attach, check, note
//	track  its way through the authority: submission, notices, deadlines, licence
//	paper  what is written out: checklist, letters, drafts, packet
//	cover  the application as a whole: overview, go to, check page, history, undo
//
// No room imports another. One that leads to a screen of another names its place
// (desk.OpenAt), and the table in ways.go knows which screen stands there. Below
// the kernel are widget, keys and theme; package lines is the wizard without
// screens, beside all this; package uitest drives it in tests.
//
// This package is the shell around the rooms. A Shell is the only tea.Model: a
// stack of screens, of which the top one is drawn between a title line and the
// keys (shell.go, frame.go). What a screen wants comes back from its Update as a
// page.Step: moves, which change the stack at once (moves.go), notices, and
// effects, whose replies are messages. open.go puts an application on the desk,
// and depart.go leaves it, as soon as nothing would be lost.
//
// The rules of the house, held by tests (rules_test.go, views_test.go):
//
//  1. Only effects*.go touch the world. An effect is a function that returns a
//     Step; its reply names its subject and carries its error.
//  2. Update writes, View reads, nothing else does either.
//  3. No words, colours, key names or clocks in screens: text comes from the
//     Printer, style from theme, bindings from keys, time from Env.
//  4. A screen asks the model what to show; no widget hides anything by itself.
//  5. A disabled action carries its reason, and shows it.
//  6. An application is cloned where it is committed, so that no change is lost
//     that comes in while a question is on the screen.
//
// Start reading at shell.go, then page/page.go and desk/desk.go, then a room:
// walk/doc.go, the way through the questions.
package ui
