// Package check looks into a file and says what it technically is: really a
// PDF, how many pages, how many pixels, cut short, locked.
//
//	look := check.Look(ctx, f, size)
//	if look.Has(model.Truncated) { … }
//
// It says nothing about whether that will do: model.Inspect holds a look
// against what a material needs.
//
// Files come from strangers. Whatever is in one, Look returns within Limit,
// unpacks at most one picture at a time of at most maxUnpacked bytes, reads
// through an io.ReaderAt instead of loading the file, and does not panic. What
// it could not find out in those bounds is a Doubt, never a guess.
package check
