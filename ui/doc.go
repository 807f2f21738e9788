// Package ui is the wizard: what a person sees and does in the terminal.
//
// A Shell is the only tea.Model. It holds a stack of screens, one file each,
// and draws the title above and the keys below the screen on top. A screen is
// a small value: Update returns the next one, View draws it into the cells it
// is given and says where the cursor stands. What several screens share (the
// language, the theme, the clock, the application on the desk) hangs off an
// Env and a desk, which only Update changes.
//
// The rules of this house, held by a test:
//
//  1. Only effects*.go touch the world. An effect is a function that returns
//     a Step; its reply names its subject and carries its error.
//  2. Update writes, View reads, nothing else does either.
//  3. No words, colours, key names or clocks in screens: text comes from the
//     Printer, style from theme, bindings from keys, time from Env.
//  4. A screen asks the model what to show; no widget hides anything by
//     itself.
//  5. A disabled action carries its reason, and shows it.
//
// Start reading at shell.go, then walk/walk.go, the way through the questions.
package ui
