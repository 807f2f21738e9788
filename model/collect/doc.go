// Package collect finds out which file of a folder is which row of the
// material list, by how people name files.
//
// It goes in three steps. Scan walks over a folder, and over the zip archives
// in it, and says what it left aside. A Matcher knows the rows and the words
// for them, and proposes a row for each file. Then somebody looks at the
// proposal; what is to be attached is read with Folder.Open.
//
//	found, err := collect.Scan(ctx, os.DirFS(dir), collect.Limits{}, nil)
//	proposal := collect.NewMatcher(proc, &app, zh, en).Propose(found.Files, found.Sum(ctx))
//
// The words are texts of the procedure, in every language, since one folder
// mixes them: material.ID.names are words that tell a material by themselves,
// material.ID.hints are words that several materials share (承诺书), and
// material.ID.whose says whose it is (股东) and is nothing alone. A Chinese
// word is also known by its pinyin (yingyezhizhao) and the initials of that
// (yyzz), and in traditional characters.
//
// A wrong placement is worse than none: it looks done. So a file is Unsure as
// soon as two rows fit, as its name says template, draft or void, or names
// somebody who is not on the list; an Unsure file is never attached unless a
// person says so, and one that no word fits has no row at all. Confidence is
// about the name only. Nothing here looks into a file.
package collect

//go:generate go run ./gen
