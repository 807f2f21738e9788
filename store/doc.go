// Package store keeps applications on the disk, in one file that nobody but
// its owner can read.
//
//	s, err := store.Open(dir, store.Options{})
//	defer s.Close()
//	app, err := s.Create(app, summary)       // gives it an id, revision 1
//	rev, err := s.Save(app, summary, &draft) // over revision app.Rev, or a Conflict
//	page, err := s.List(model.Query{Limit: 20})
//
// Every exported method is one transaction, may be called from any goroutine,
// and returns after the disk has what it wrote. Errors are an *Error, whose
// code the edge puts into words, or a *BusyError: another process has the
// data.
//
// # What is in the file
//
// The file, xuke.db, is a bbolt database: ordered buckets of keys and values.
//
//	meta         format, schema, counts
//	application  id → the application
//	summary      id → what a list shows of it, and its revision
//	draft        id → half-typed text and place
//	recent       counter → id, in the order in which drafts were kept
//	by-due …     keys in display order → what a list is narrowed by
//	search       id → what a search looks at
//	setting      name → text
//	history      id, step counted down → what a save has changed
//	reference    file, id → nothing: the application has, or had, the file
//
// The last lines from by-due on are made from the summaries and can be made
// again. A list walks one index, so it decodes what it shows and no more.
//
// What is purged leaves nothing in the file: it is rewritten (rewrite.go).
//
// Beside it lies the vault, files/, with the copies of attached files, each
// under the hash of its content (vault.go), and files-unused/, with those that
// no application refers to (sweep.go). shown/ has copies that other programs
// show (scratch.go), and unfinished/ notes of documents that are being written
// elsewhere (unfinished.go).
//
// # The disk is not trusted
//
// bbolt survives a crash at any moment but believes every byte that it reads.
// So the file is born under another name (create.go); its skeleton is read
// and checked before bbolt sees it (header.go, walk.go); each value carries a
// checksum over itself and its place (record.go); a page that cannot be read
// is an error and never a crash (guard.go); a commit that returns an error is
// read back before it is called a failure (commit.go). A damaged file is never written
// to, and what cannot be read is never left out in silence: a list shows it
// with the state Damaged.
package store

//go:generate go run ./gen
