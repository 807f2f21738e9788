package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"github.com/xuke-cli/xuke/store"
)

// TestD4 stops a document half way, and looks at it in between: nobody else can
// read it, it is noted, and in the end there is nothing left of it.
func TestD4(t *testing.T) {
	data, dir := t.TempDir(), t.TempDir()
	db, err := store.Open(data, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	left := func() []string {
		names, _ := filepath.Glob(filepath.Join(dir, ".*"))
		return names
	}
	ctx, stop := context.WithCancel(t.Context())
	err = writer{ctx, db}.saveStream(filepath.Join(dir, "p.zip"), false, func(w io.Writer) error {
		if noted := db.Unfinished(); len(noted) != 1 || len(left()) != 1 || noted[0] != left()[0] {
			t.Errorf("%v is written, %v is noted", left(), noted)
		}
		for _, name := range left() {
			if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" {
				t.Errorf("%v, %v", info.Mode(), err)
			}
		}
		stop()
		_, err := w.Write(make([]byte, 1<<20))
		return err
	})
	if !errors.Is(err, context.Canceled) || refuse(speaking(t, "en").p, err).Code != "stopped" {
		t.Errorf("said %v", err)
	}
	if len(left()) != 0 || len(db.Unfinished()) != 0 {
		t.Errorf("left are %v, noted %v", left(), db.Unfinished())
	}
	if _, err := os.Stat(filepath.Join(dir, "p.zip")); err == nil {
		t.Error("half a document has its name")
	}
}

// TestD4Signals has every signal that asks a program to end, the closing of the
// terminal included, stop the work on files.
func TestD4Signals(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals")
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT} {
		ctx, stop := untilInterrupted()
		if err := self.Signal(sig); err != nil {
			t.Fatal(err)
		}
		<-ctx.Done()
		stop()
	}
}
