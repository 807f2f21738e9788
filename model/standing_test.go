package model_test

import (
	"reflect"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

// A Standing says what its parts say one by one.
func TestStandingOf(t *testing.T) {
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	today := model.Date{Year: 2026, Month: 11, Day: 27}
	a := model.New(p, "")
	for id, v := range map[model.QuestionID]model.Value{
		"coverage": model.Text("nationwide"), "registered-capital": model.Number(8_000_000), "established-on": today.AddDays(30),
	} {
		if err := a.Answer(p, id, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.Attach(p, "equity-chart", model.File{Name: "图.pdf", SHA256: "aa", Size: 1, Look: &model.Look{Format: model.JPEG, DPI: 72}}); err != nil {
		t.Fatal(err)
	}
	s := model.StandingOf(p, &a, today)
	as, rows := model.Assess(p, &a), model.Checklist(p, &a)
	for name, same := range map[string]bool{
		"visits":   reflect.DeepEqual(s.Visits, model.Visits(p, &a)),
		"rows":     reflect.DeepEqual(s.Rows, rows),
		"assessed": reflect.DeepEqual(s.Assessed, as),
		"findings": reflect.DeepEqual(s.Findings, model.Findings(p, &a, today)),
	} {
		if !same {
			t.Errorf("%s differ", name)
		}
	}
	row, _ := model.FindRow(rows, "equity-chart")
	if found := model.Inspect(p, &a, row); len(found) == 0 || !reflect.DeepEqual(s.Inspected, map[model.MaterialKey][]model.Inspection{"equity-chart": found}) {
		t.Errorf("inspected %v", s.Inspected)
	}
}
