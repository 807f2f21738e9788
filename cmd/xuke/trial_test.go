package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
)

// A trial runs commands in this process, on data of its own.
type trial struct {
	t    *testing.T
	data string
}

func newTrial(t *testing.T) *trial {
	t.Helper()
	for _, name := range []string{"XUKE_DATA", "XUKE_LANG", "ACCESSIBLE", "LC_ALL", "LC_MESSAGES", "LANG"} {
		t.Setenv(name, "")
	}
	return &trial{t, filepath.Join(t.TempDir(), "data")}
}

// run returns what a command prints and its exit code.
func (x *trial) run(args ...string) (out, errOut string, code int) {
	x.t.Helper()
	var o, e bytes.Buffer
	code = run(append([]string{"--data", x.data, "--today", "2026-11-23", "--lang", "en"}, args...), strings.NewReader(""), &o, &e)
	return o.String(), e.String(), code
}

// does runs a command that must succeed.
func (x *trial) does(args ...string) string {
	x.t.Helper()
	out, errOut, code := x.run(args...)
	if code != exitDone {
		x.t.Fatalf("%q: exit code %d: %s", args, code, errOut)
	}
	return out
}
