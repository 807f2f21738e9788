// Xuke walks a company through applying for a Chinese call center licence.
//
// Without a command it opens the wizard; everything that the wizard does with
// data can be done by commands too. This package only wires: it reads flags,
// opens the store, and turns errors into a message, a hint and an exit code.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/mattn/go-runewidth"
)

// version is set by release builds.
var version = "dev"

// Exit codes, a contract with scripts.
const (
	exitDone     = 0
	exitFailed   = 1
	exitUsage    = 2 // unknown flag or id, a bad value, an event that the state does not allow
	exitNotReady = 3 // done, and the answer is "not ready"
	exitBusy     = 4 // the data is in use by another process
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is the program without its process: tests call it too.
func run(args []string, in io.Reader, out, errOut io.Writer) (code int) {
	// Ambiguous characters are one cell everywhere, also where the locale is
	// Chinese: the frames are drawn so, and a library that counts them as two
	// would cut texts early.
	runewidth.DefaultCondition.EastAsianWidth = false

	if len(args) == 1 && args[0] == "--version" { // needs no texts, and no data
		fmt.Fprintln(out, "xuke", version)
		return exitDone
	}
	c := &command{in: in, out: out, err: errOut, getenv: os.Getenv}
	if err := c.prepare(args); err != nil {
		return c.fail(err)
	}
	defer func() {
		if bug := recover(); bug != nil { // people get a sentence, never a trace
			code = c.fail(fmt.Errorf("%v", bug))
		}
	}()
	var results *sink
	if !isTerminal(out) {
		results = &sink{Writer: out}
		c.out = results
	}
	root := c.root()
	root.SetArgs(args)
	err := root.Execute()
	switch {
	case results != nil && results.err != nil: // a full disk, most likely
		return c.fail(unwritable("-", results.err))
	case err != nil:
		return c.fail(err)
	}
	return c.code
}

// A sink remembers that something could not be written, so that no command
// has to look each time it prints a line.
type sink struct {
	io.Writer
	err error
}

func (s *sink) Write(p []byte) (int, error) {
	n, err := s.Writer.Write(p)
	if s.err == nil {
		s.err = err
	}
	return n, err
}
