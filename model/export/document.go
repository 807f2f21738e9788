// Package export turns an application into a document for people without
// xuke: the checklist of materials with its verdicts and sources.
//
// Build puts an application into words once, as a Document: headings,
// paragraphs and tables in one language, every text harmless. An encoder a
// file writes Documents in one format; it never sees an id. Same application,
// same day: same bytes.
//
//	doc := export.Build(export.Words{Texts: printer, Procedure: p}, &app, export.Options{Today: today})
//	err := export.Markdown(w, doc)
//
// Words is also what screens and commands use to say a value, a verdict or
// the next step.
package export

// A Document is an application in words, in one language.
type Document struct {
	Title  string
	Notice []string // what it is, and is not: above everything else
	Facts  []Pair
	Parts  []Part
	Footer string
}

// A Pair is a name and its value.
type Pair struct{ Name, Value string }

// A Part is a chapter.
type Part struct {
	Title  string
	Intro  string
	Tables []Table
}

// A Table has a caption, which may be empty, and rows as wide as its header.
type Table struct {
	Caption string
	Header  []string
	Rows    [][]string
	Empty   string // said where there are no rows
}
