package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// A file that changes while it is read is refused.
func TestSourceThatChanges(t *testing.T) {
	for name, change := range map[string]func(path string) error{
		"grows": func(path string) error {
			f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			_, err = f.WriteString("more")
			return errors.Join(err, f.Close())
		},
		"shrinks": func(path string) error { return os.Truncate(path, 2) },
	} {
		path := filepath.Join(t.TempDir(), "a.pdf")
		if err := os.WriteFile(path, []byte("content"), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := openSource(path)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		f, err := os.Open(path) // as collect opens it
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		collected, err := steady(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := change(path); err != nil {
			t.Fatal(err)
		}
		for _, from := range []io.Reader{s, collected} {
			if _, err := io.ReadAll(from); !errors.Is(err, errChanging) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func TestNamed(t *testing.T) {
	odd := filepath.Join(t.TempDir(), `'odd' \name.pdf`)
	if err := os.WriteFile(odd, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for arg, want := range map[string]string{
		odd: odd, "~/a.pdf": filepath.Join("/home/li", "a.pdf"), "~": filepath.Clean("/home/li"), "~li/a.pdf": "~li/a.pdf", "": "", "'a b'": "a b",
	} {
		if got := named(arg, "/home/li"); len(got) != 1 || got[0] != want {
			t.Errorf("%q is %q, want %q", arg, got, want)
		}
	}
}
