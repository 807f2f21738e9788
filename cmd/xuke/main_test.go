package main

import (
	"strings"
	"syscall"
	"testing"
)

// A command fails if its output cannot be written.
func TestFullOutput(t *testing.T) {
	x := newTrial(t)
	var said strings.Builder
	code := run([]string{"--data", x.data, "--lang", "en", "list", "--json"}, strings.NewReader(""), full{}, &said)
	if code != exitFailed || !strings.Contains(said.String(), "Not all of the output") {
		t.Errorf("exit code %d: %s", code, said.String())
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }
