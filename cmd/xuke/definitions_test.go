package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// A folder of definitions may hold things that must not be read.
func TestSmallFiles(t *testing.T) {
	dir := t.TempDir()
	for name, size := range map[string]int64{"good.toml": 10, "huge.toml": mostSmall + 1} {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.WriteFile(path, nil, 0o600), os.Truncate(path, size)); err != nil {
			t.Fatal(err)
		}
	}
	want := map[string]error{"good.toml": nil, "huge.toml": errTooLarge}
	if err := os.Symlink(os.DevNull, filepath.Join(dir, "device.toml")); err == nil {
		want["device.toml"] = errNoFile
	}
	for name, want := range want {
		if _, err := fs.ReadFile(smallFilesIn(dir), name); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", name, err, want)
		}
	}
	names, err := fs.Glob(smallFilesIn(dir), "*.toml")
	if err != nil || len(names) != len(want) {
		t.Errorf("%v, %v", names, err)
	}
}
