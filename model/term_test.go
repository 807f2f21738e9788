package model_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/xuke-cli/xuke/model"
)

func TestParseTerm(t *testing.T) {
	for text, want := range map[string]model.Term{
		"2027-04-15":       {Date: date(t, "2027-04-15")},
		"2027年4月15日前":      {Date: date(t, "2027-04-15")},
		"30d":              {Length: 30, Unit: model.Days, From: model.FromReceipt},
		"10wd":             {Length: 10, Unit: model.WorkingDays, From: model.FromReceipt},
		"30日内":             {Length: 30, Unit: model.Days, From: model.FromReceipt},
		"３０ 天":             {Length: 30, Unit: model.Days, From: model.FromReceipt},
		"10个工作日":           {Length: 10, Unit: model.WorkingDays, From: model.FromReceipt},
		"十五个工作日内":          {Length: 15, Unit: model.WorkingDays, From: model.FromReceipt},
		"收到本通知之日起十日内":      {Length: 10, Unit: model.Days, From: model.FromReceipt},
		"自通知之日起30日内":       {Length: 30, Unit: model.Days, From: model.FromNotice},
		"三个月":              {Length: 3, Unit: model.Months, From: model.FromReceipt},
		"2周":               {Length: 14, Unit: model.Days, From: model.FromReceipt},
		"2 weeks":          {Length: 14, Unit: model.Days, From: model.FromReceipt},
		"30 days":          {Length: 30, Unit: model.Days, From: model.FromReceipt},
		"10 Working Days":  {Length: 10, Unit: model.WorkingDays, From: model.FromReceipt},
		"10wd from notice": {Length: 10, Unit: model.WorkingDays, From: model.FromNotice},
	} {
		want.Words = text
		if got, err := model.ParseTerm(" " + text); err != nil || got != want {
			t.Errorf("%q is %+v, %v", text, got, err)
		}
	}
	for text, want := range map[string]model.Code{
		"": model.NotATerm, "soon": model.NotATerm, "0d": model.NotATerm, "1000天": model.NotATerm, "30 cats": model.NotATerm,
		"4月15日": model.NoYear, "2027-02-30": model.NoSuchDay, "4/5/2027": model.AmbiguousDate,
	} {
		if got, err := model.ParseTerm(text); !errors.Is(err, &model.Error{Code: want}) || !got.IsZero() {
			t.Errorf("%q is %+v, %v", text, got, err)
		}
	}
}

// What is typed again is read the same.
func TestTermTyped(t *testing.T) {
	for want, term := range map[string]model.Term{
		"":                 {Words: "4月15日前"},
		"2027-04-15":       {Date: date(t, "2027-04-15"), Words: "4月15日前"},
		"收到本告知书之日起30日内":    {Length: 30, Unit: model.Days, From: model.FromReceipt, Words: "收到本告知书之日起30日内"},
		"10个工作日内":          {Length: 10, Unit: model.WorkingDays, Words: "10个工作日内"},
		"30d":              {Length: 30, Unit: model.Days, From: model.FromReceipt, Words: "within thirty days"},
		"10wd from notice": {Length: 10, Unit: model.WorkingDays, From: model.FromNotice, Words: "x"},
	} {
		if got := term.Typed(); got != want {
			t.Errorf("%+v is typed %q, want %q", term, got, want)
		}
		again, err := model.ParseTerm(want)
		if want != "" && (err != nil || again.Length != term.Length || again.Date != term.Date) {
			t.Errorf("%q is %+v, %v", want, again, err)
		}
	}
}

// What is stored comes back.
func TestTermJSON(t *testing.T) {
	for _, want := range []model.Term{
		{}, {Date: date(t, "2027-04-15"), Words: "4月15日前"}, {Length: 10, Unit: model.WorkingDays, From: model.FromReceipt}, {Length: 3, Unit: model.Months}, {Words: "4月15日前"},
	} {
		data, err := json.Marshal(model.Event{Due: want})
		var got model.Event
		if err != nil || json.Unmarshal(data, &got) != nil || got.Due != want {
			t.Errorf("%s came back as %+v, %v", data, got.Due, err)
		}
	}
	if err := json.Unmarshal([]byte(`{"length":1,"unit":"year","words":""}`), new(model.Term)); err == nil {
		t.Error("a unit that there is not")
	}
}

// returned is an application that came back with a notice of 13 January 2027.
func returned(t *testing.T, received string, due model.Term) (*model.Procedure, *model.Application) {
	t.Helper()
	p, a := callCenter(t), model.Application{}
	a = model.New(p, "t")
	e := model.Event{ID: "returned", Date: date(t, "2027-01-13"), Due: due}
	if received != "" {
		e.Received = date(t, received)
	}
	for _, e := range []model.Event{{ID: "submitted", Date: date(t, "2027-01-06")}, e} {
		if err := a.Record(p, e, nil); err != nil {
			t.Fatal(err)
		}
	}
	return p, &a
}

// TestD1 takes the deadline that the notice names for the only one, and says
// so; where it names none, both practices are there and the earlier is kept.
func TestD1(t *testing.T) {
	day, wd := model.Days, model.WorkingDays
	for _, tt := range []struct {
		received string
		due      model.Term
		want     string // the ends
		estimate bool
	}{
		{"2027-01-15", model.Term{Length: 30, Unit: day, From: model.FromReceipt}, "2027-02-14", false},
		{"", model.Term{Length: 30, Unit: day, From: model.FromReceipt}, "2027-02-12", true},
		{"2027-01-15", model.Term{Length: 30, Unit: day, From: model.FromNotice}, "2027-02-12", false},
		{"2027-01-15", model.Term{Length: 30, Unit: day}, "2027-02-12", true},
		{"", model.Term{Date: date(t, "2027-04-15")}, "2027-04-15", false},
		{"", model.Term{Length: 10, Unit: wd, From: model.FromNotice}, "2027-01-27", true},
		{"", model.Term{Words: "4月15日前"}, "2027-02-03 2027-04-13", true},
		{"", model.Term{}, "2027-02-03 2027-04-13", true},
	} {
		p, a := returned(t, tt.received, tt.due)
		ds := model.Deadlines(p, a, year2026{})
		if len(ds) != 1 || ds[0].Clock != "resubmission" {
			t.Fatalf("%+v: %+v", tt.due, ds)
		}
		d, ends := ds[0], ""
		for i, c := range d.Dates {
			if i > 0 {
				ends += " "
			}
			ends += c.Date.String()
		}
		if ends != tt.want || d.Stated != tt.due.Known() || d.Unstated == tt.due.Known() || d.Estimate != tt.estimate {
			t.Errorf("%+v received %q: %s, stated %v, unstated %v, estimate %v", tt.due, tt.received, ends, d.Stated, d.Unstated, d.Estimate)
		}
		if d.Start != "returned" || d.From != date(t, "2027-01-13") {
			t.Errorf("%+v: the bar begins on %v with %q", tt.due, d.From, d.Start)
		}
		due, next := model.Dues(p, a, year2026{})[0], model.NextOf(p, a, year2026{})
		if due.Date != d.Earliest || due.Stated != d.Stated || next.Date != d.Earliest {
			t.Errorf("%+v: due %+v, next %+v", tt.due, due, next)
		}
	}
}

// Days that cannot be are refused, and change nothing.
func TestRecordRefusesDays(t *testing.T) {
	p, a := returned(t, "", model.Term{})
	for code, e := range map[model.Code]model.Event{
		model.NotAsked:      {ID: "resubmitted", Date: date(t, "2027-01-20"), Due: model.Term{Length: 1, Unit: model.Days}},
		model.ReceivedEarly: {ID: "returned", Date: date(t, "2027-01-21"), Received: date(t, "2027-01-20")},
		model.DueEarly:      {ID: "returned", Date: date(t, "2027-01-21"), Due: model.Term{Date: date(t, "2026-01-30")}},
	} {
		if e.ID == "returned" {
			b := a.Clone()
			b.Unrecord(p)
			a = &b
		}
		n := len(a.Events)
		if err := a.Record(p, e, nil); !errors.Is(err, &model.Error{Code: code}) || len(a.Events) != n {
			t.Errorf("%+v: %v", e, err)
		}
		p, a = returned(t, "", model.Term{})
	}
}
