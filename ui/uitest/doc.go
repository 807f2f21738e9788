// Package uitest drives the wizard in tests, without a terminal, a clock or a
// disk.
//
// A Session is the whole wizard on a world in memory: Play presses keys from an
// empty board on, Sees and Golden look at what is shown, and what was saved is in
// Store (memory.go), what was written in Output. Replies come at once and in
// order, unless a test keeps them back (Slow, Hold).
//
//	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "800万", "enter"))
//	s.Sees("Business scope")
//
// The rooms test themselves from outside with it, in their packages x_test; the
// kernel, which the rooms stand on, is tested without. applications.go and
// tracked.go are stores that several rooms begin with, walks.go the ways to where
// they begin.
package uitest
