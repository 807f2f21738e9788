package page

import "io"

// An Output is where documents go: the disk, or what a test has in its place.
// Both methods may be called from any goroutine.
type Output interface {
	// Write has a file filled by write, whole or not at all. It fails with
	// fs.ErrExist rather than replace a file that it was not told to. The full
	// path is returned with an error too.
	Write(path string, replace bool, write func(io.Writer) error) (full string, err error)
	// MakeFolder makes a folder with those above it; one that is there is fine.
	MakeFolder(dir string) (full string, err error)
}
