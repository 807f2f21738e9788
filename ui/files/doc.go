// Package files is the room of an application's papers: the list of what to
// collect, what is noted about each row, and the files that are attached to it.
//
// The user attaches files to a row by dropping them on the window, by pasting
// their paths, or with the picker; or has a whole folder looked through, checks
// which file is proposed for which row, and attaches all of them in one step.
// Of every file the room shows what the checks found and what to do about it.
//
// Start with list.go, then material.go, the page of a row: the other screens
// open from these two. disk.go says what the room asks of the world.
//
// The picker is ours: that of bubbles reads the disk while it draws, finds no
// Chinese name by its pinyin, and takes one file at a time. Copying is done by
// the desk, so it goes on while the user is in another room.
package files
