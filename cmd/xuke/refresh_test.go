package main

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
	"github.com/xuke-cli/xuke/store"
)

// A database of an older version has summaries that do not know what depends on
// the day. They are made again, once.
func TestOldSummariesAreMadeAgain(t *testing.T) {
	x := newTrial(t)
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	a := model.New(p, "A")
	if err := a.Record(p, model.Event{ID: "submitted", Date: model.Date{Year: 2026, Month: 9, Day: 21}}, nil); err != nil {
		t.Fatal(err)
	}
	old := model.Summary{State: "submitted", Next: &model.Next{Code: model.NextWait, What: "correction-notice", Whose: model.Officials}}
	db, err := store.Open(x.data, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Create(a, old)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		Next    model.Next
		Verdict model.Readiness
	}
	if err := json.Unmarshal([]byte(x.does("list", "--turn", "applicant", "--json")), &rows); err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1 || rows[0].Next.Code != model.NextDeem || rows[0].Verdict != model.NotReady {
		t.Errorf("listed: %+v", rows)
	}
	db, err = store.Open(x.data, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if version, err := db.Setting(summariesKey); version != "2" || err != nil {
		t.Errorf("made by version %q (%v)", version, err)
	}
}
