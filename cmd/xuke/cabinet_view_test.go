package main

import (
	"errors"
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
