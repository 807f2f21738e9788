package main

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/store"
)

// A file that is missing from the vault is reported by its name.
func TestViewLostFile(t *testing.T) {
	x := newTrial(t)
	db, err := store.Open(x.data, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	lost := model.File{Name: "执照.pdf", SHA256: model.FileID(strings.Repeat("0", 64))}
	if err := (cabinet{db: db}).View(lost); !errors.Is(err, errVanished) {
		t.Errorf("said %v", err)
	}
}

// TestD5 looks for the copy that was shown: it is where nobody else can read it,
// and gone when the program ends.
func TestD5(t *testing.T) {
	name, _ := viewer("")
	if runtime.GOOS == "windows" {
		t.Skip("a script is no program there")
	}
	programs := t.TempDir()
	if err := os.WriteFile(filepath.Join(programs, name), []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", programs)
	t.Setenv("TMPDIR", t.TempDir())
	data := t.TempDir()
	db, err := store.Open(data, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	id, size, err := db.AddFile(t.Context(), strings.NewReader("a scan"))
	if err != nil {
		t.Fatal(err)
	}
	if err := (cabinet{db: db}).View(model.File{Name: "执照.pdf", SHA256: id, Size: size}); err != nil {
		t.Fatal(err)
	}
	copies := func() []string {
		names, _ := filepath.Glob(filepath.Join(data, "*", "*", "执照.pdf"))
		return names
	}
	if len(copies()) != 1 {
		t.Errorf("copies are %v", copies())
	}
	if left, _ := os.ReadDir(os.Getenv("TMPDIR")); len(left) != 0 {
		t.Errorf("outside of the data directory is %v", left)
	}
	if err := db.Close(); err != nil || len(copies()) != 0 {
		t.Errorf("left are %v, %v", copies(), err)
	}
}
