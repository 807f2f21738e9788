package model_test

import (
	"testing"

	"github.com/xuke-cli/xuke/model"
)

// What is next, and whose turn it is, before the submission: what oneself can do
// before what others find out or bring.
func TestNextBeforeSubmission(t *testing.T) {
	p := callCenter(t)
	broken := model.Look{Format: model.JPEG, Defects: []model.Defect{model.Truncated}}
	postpone := func(a *model.Application, id model.QuestionID, who string) {
		t.Helper()
		if err := a.Postpone(p, id, model.Pending{Who: who}); err != nil {
			t.Fatal(err)
		}
		checkAll(t, p, a)
	}
	for _, tt := range []struct {
		name string
		do   func(*model.Application)
		want string // code, what, whose
	}{
		{"nothing is left", func(*model.Application) {}, "submit call-center applicant"},
		{"an answer is missing", func(a *model.Application) { a.Clear(p, "seats") }, "answer seats applicant"},
		{"a paper answers it", func(a *model.Application) { a.Clear(p, "technical-plan-state") }, "submit call-center applicant"},
		{"a paper knows what somebody finds out", func(a *model.Application) { a.Postpone(p, "technical-plan-state", model.Pending{}) }, "submit call-center applicant"},
		{"a copied answer", func(a *model.Application) {
			a.Answers["seats"] = model.Answer{Value: model.Number(20), Copied: day("2026-11-23")}
		}, "confirm seats applicant"},
		{"a condition is not met", func(a *model.Application) { set(t, p, a, "outbound-marketing", "yes") }, "meet no-marketing-calls applicant"},
		{"a company without owners", func(a *model.Application) {
			set(t, p, a, "shareholders", `[{"name":"甲","kind":"corporate","share":100}]`)
		}, "answer shareholders applicant"},
		{"a paper is missing", func(a *model.Application) { mark(t, p, a, "credibility", model.Missing) }, "collect credibility applicant"},
		{"a paper came in", func(a *model.Application) { mark(t, p, a, "credibility", model.Got) }, "check credibility applicant"},
		{"a paper fails although it was checked", func(a *model.Application) { attach(t, p, a, "credibility", broken, model.Checked) }, "check credibility applicant"},
		{"what stands on papers has changed", func(a *model.Application) { set(t, p, a, "contact-email", "b@example.com") }, "check application-form applicant"},

		{"somebody was asked for a paper", func(a *model.Application) { mark(t, p, a, "credibility", model.Requested) }, "wait credibility client"},
		{"and another one is missing", func(a *model.Application) {
			mark(t, p, a, "credibility", model.Requested)
			mark(t, p, a, "equity-chart", model.Missing)
		}, "collect equity-chart applicant"},
		{"and a question is open", func(a *model.Application) {
			postpone(a, "planned-submission", "")
			mark(t, p, a, "credibility", model.Requested)
		}, "find-out planned-submission applicant"},
		{"and a question is open that somebody else finds out", func(a *model.Application) {
			postpone(a, "planned-submission", "李某")
			mark(t, p, a, "credibility", model.Requested)
		}, "wait credibility client"},
		{"that question alone", func(a *model.Application) { postpone(a, "planned-submission", "李某") }, "find-out planned-submission applicant"},
		{"somebody was asked for what some authorities want", func(a *model.Application) { mark(t, p, a, "premises-proof", model.Requested) }, "wait premises-proof client"},
		{"somebody was asked for what may follow", func(a *model.Application) { mark(t, p, a, "social-insurance", model.Requested) }, "submit call-center applicant"},
	} {
		a := finished(t, p)
		tt.do(a)
		n := model.NextOf(p, a, year2026{})
		if got := string(n.Code) + " " + n.What + " " + string(n.Whose); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		if s := model.Summarise(p, a, year2026{}); *s.Next != *n || s.Turn() != n.Whose || s.Verdict != model.StandingOf(p, a, model.Date{}).Readiness {
			t.Errorf("%s: the summary says %+v, %s", tt.name, s.Next, s.Verdict)
		}
	}
}

// A notice whose papers the client was asked for is with the client.
func TestNextOfACorrection(t *testing.T) {
	p := callCenter(t)
	a := finished(t, p)
	happen(t, p, a, "submitted=2026-09-21")
	items := []model.Item{
		{Material: "credibility", Reason: model.Outdated, Text: "a newer one"},
		{Answer: "seats", Reason: model.Incorrect, Text: "more seats"},
	}
	if err := a.Record(p, model.Event{ID: "returned", Date: day("2026-09-25")}, items); err != nil {
		t.Fatal(err)
	}
	next := func(want string) {
		t.Helper()
		if n := model.NextOf(p, a, year2026{}); string(n.Code)+" "+n.What+" "+string(n.Whose) != want || n.Date.IsZero() {
			t.Errorf("%+v, want %s", n, want)
		}
	}
	next("resolve " + a.Items[0].ID + " applicant")
	mark(t, p, a, "credibility", model.Requested)
	next("resolve " + a.Items[1].ID + " applicant")
	if err := a.Settle(a.Items[1].ID, ""); err != nil {
		t.Fatal(err)
	}
	next("wait credibility client")
	mark(t, p, a, "credibility", model.Got)
	next("resolve " + a.Items[0].ID + " applicant")
}

// A list says on every day what the application itself says on it.
func TestSummaryOnADay(t *testing.T) {
	p := callCenter(t)
	a := finished(t, p)
	happen(t, p, a, "submitted=2026-09-21")
	s := model.Summarise(p, a, year2026{})
	for d, want := range map[string]model.Turn{"2026-09-21": model.Officials, "2026-09-29": model.Officials, "2026-09-30": model.Applicant, "2027-01-01": model.Applicant} {
		on := s.On(day(d))
		if n := model.NextOn(p, a, year2026{}, day(d)); on.Turn() != want || *on.Next != *n {
			t.Errorf("on %s: %+v in the list, %+v of the application, want the turn of %s", d, on.Next, n, want)
		}
		if fits := (model.Filter{model.OfTurn: string(want)}).Fits(s, day(d)); !fits {
			t.Errorf("on %s it is not found by the turn of %s", d, want)
		}
		for _, due := range model.DueDays([]model.Summary{s}, model.DueQuery{Today: day(d), Within: -1}) {
			if due.What == "correction-notice" && due.Whose != want {
				t.Errorf("on %s the notice is the turn of %s", d, due.Whose)
			}
		}
	}
	if s.Turn() != model.Officials || s.Dues[0].Whose != model.Officials {
		t.Errorf("the summary itself was changed: %+v %+v", s.Next, s.Dues)
	}
	happen(t, p, a, "accepted=2026-09-24")
	if s := model.Summarise(p, a, year2026{}); s.Deem != nil {
		t.Errorf("accepted, and still %+v", s.Deem)
	}
}
