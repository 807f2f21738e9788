package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What the wizard writes is there whole or not at all, replaces nothing unasked,
// and is found again by the path that comes back.
func TestDocumentsWrite(t *testing.T) {
	t.Chdir(t.TempDir())
	said := func(text string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
	}
	broken := errors.New("no words for this")
	long := strings.Repeat("x", 1<<20)
	for _, tt := range []struct {
		name    string
		path    string
		replace bool
		write   func(io.Writer) error
		err     error
		file    bool   // the error is one of the file
		want    string // what is in the file afterwards; "" for no file
	}{
		{"new", "a.md", false, said("first"), nil, false, "first"},
		{"there already", "a.md", false, said("second"), fs.ErrExist, true, "first"},
		{"to be replaced", "a.md", true, said(long), nil, false, long},
		{"fails half way", "a.md", true, func(w io.Writer) error { return errors.Join(said("half")(w), broken) }, broken, false, long},
		{"fails, new", "b.md", false, func(w io.Writer) error { return errors.Join(said(long)(w), broken) }, broken, false, ""},
		{"no folder", "none/c.md", false, said("x"), fs.ErrNotExist, true, ""},
	} {
		full, err := documents{writer: writer{ctx: t.Context()}}.Write(tt.path, tt.replace, tt.write)
		var file *fileError
		if !errors.Is(err, tt.err) || errors.As(err, &file) != tt.file {
			t.Errorf("%s: error %v, want %v", tt.name, err, tt.err)
		}
		if here, _ := os.Getwd(); full != filepath.Join(here, tt.path) {
			t.Errorf("%s: the path is %s", tt.name, full)
		}
		data, _ := os.ReadFile(tt.path)
		if string(data) != tt.want {
			t.Errorf("%s: %.20q in the file, want %.20q", tt.name, data, tt.want)
		}
	}
	if names, _ := filepath.Glob("*"); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
	if names, _ := filepath.Glob(".*"); len(names) != 0 {
		t.Errorf("left behind: %v", names)
	}
}

// A disk that is full is said of the document, not of what writes it.
func TestDocumentsOnAFullDisk(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("no device that is full")
	}
	_, err := documents{writer: writer{ctx: t.Context()}}.Write("/dev/full", true, func(w io.Writer) error {
		_, err := io.WriteString(w, strings.Repeat("x", 1<<20))
		return err
	})
	var file *fileError
	if !errors.As(err, &file) || file.path != "/dev/full" {
		t.Errorf("%v", err)
	}
}
