// Xuke walks a company through applying for a Chinese call center licence.
//
// Without a command it opens the wizard. Whatever the wizard does with data,
// commands do too. This package only wires: it reads flags, opens the store,
// and turns errors into a message, a hint and an exit code.
//
// A session is one run of the program. Each command is a type in a file of its
// own that embeds the session and holds the command's flags; root.go lists
// them. The cabinet is the adapter between the store and the files of the
// user, shared by commands and wizard.
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

// run is the program without its process, so that tests can call it.
func run(args []string, in io.Reader, out, errOut io.Writer) (code int) {
	// Ambiguous characters take one cell everywhere, even where the locale is
	// Chinese: the frames are drawn so, and a library that counts them as two
	// would cut texts early.
	runewidth.DefaultCondition.EastAsianWidth = false

	if len(args) == 1 && args[0] == "--version" { // needs no texts, and no data
		fmt.Fprintln(out, "xuke", version)
		return exitDone
	}
	s := &session{console: console{in: in, out: out, err: errOut}, getenv: os.Getenv}
	if err := s.prepare(args); err != nil {
		return s.fail(err)
	}
	defer func() {
		if bug := recover(); bug != nil { // users get a sentence, never a trace
			code = s.fail(fmt.Errorf("%v", bug))
		}
	}()
	var results *sink
	if !isTerminal(out) {
		results = &sink{Writer: out}
		s.out = results
	}
	root := newRoot(s)
	root.SetArgs(args)
	err := root.Execute()
	switch {
	case results != nil && results.err != nil: // a full disk, most likely
		return s.fail(unwritable("-", results.err))
	case err != nil:
		return s.fail(err)
	}
	return s.code
}

// A sink remembers the first error of a write, so that no command has to look
// each time it prints a line.
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
