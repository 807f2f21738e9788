package main

import (
	"errors"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/store"
)

// Submissions are compared with their own checksums: to the database, a later
// change is a save like any other.
func TestDoctorReadsSubmissions(t *testing.T) {
	x := newTrial(t)
	id := model.ApplicationID(strings.TrimSpace(x.does("new", "--title", "A", "coverage=nationwide")))
	x.does("track", "A", "submitted", "--date", "2026-11-20")
	x.does("doctor")
	db, err := store.Open(x.data, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = db.Change([]model.ApplicationID{id}, func(a *model.Application) error {
		a.Snapshots[0].Title = "B"
		return nil
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	out, _, code := x.run("doctor", "--json")
	if code != exitNotReady || !strings.Contains(out, `"round-altered"`) || !strings.Contains(out, `"app": "`+string(id)) {
		t.Errorf("exit code %d: %s", code, out)
	}
}
