// Package paper is where an application becomes documents: the checklist for
// colleagues and clients (checklist.go), a letter for each person who brings
// something (letters.go, letter.go), the beginnings of what the company has to
// write itself (draft.go), and the packet that is handed in (packet.go), with
// what keeps it from being complete (packet_gaps.go).
//
// Start with checklist.go: a document says what it is called, which formats and
// languages it offers and how it is written, and page.SaveAs does the rest.
// What documents say and how they are encoded is model/export and model/draft;
// nothing here knows a format.
package paper
