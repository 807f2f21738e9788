package model_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/procedure"
)

// These tests run the rules of this package over the shipped procedure: what
// is tested is what people get.

func callCenter(t testing.TB) *model.Procedure {
	t.Helper()
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// answered makes an application from "id=value id=value"; "?" postpones.
func answered(t testing.TB, p *model.Procedure, pairs string) *model.Application {
	t.Helper()
	a := model.New(p, "test")
	for _, pair := range strings.Fields(pairs) {
		id, text, _ := strings.Cut(pair, "=")
		set(t, p, &a, model.QuestionID(id), text)
	}
	return &a
}

func set(t testing.TB, p *model.Procedure, a *model.Application, id model.QuestionID, text string) {
	t.Helper()
	q := p.Question(id)
	if q == nil {
		t.Fatalf("no question %q", id)
	}
	if text == "?" {
		if err := a.Postpone(p, id, model.Pending{}); err != nil {
			t.Fatal(err)
		}
		return
	}
	v, err := model.ParseAnswer(*q, text, a.Answers[id].Value, a.NewEntryID)
	if err != nil {
		t.Fatalf("%s=%s: %v", id, text, err)
	}
	if err := a.Answer(p, id, v); err != nil {
		t.Fatalf("%s=%s: %v", id, text, err)
	}
}

func assessment(p *model.Procedure, a *model.Application, id model.ConditionID) (model.Assessment, bool) {
	for _, s := range model.Assess(p, a) {
		if s.ID == id {
			return s, true
		}
	}
	return model.Assessment{}, false
}

const (
	staff3  = `insured-staff=[{"name":"a","months":1},{"name":"b","months":1},{"name":"c","months":1}]`
	staff2  = `insured-staff=[{"name":"a","months":9},{"name":"b","months":9}]`
	staff3o = `insured-staff=[{"name":"a","months":3},{"name":"b","months":3},{"name":"c","months":2}]`
)

func TestConditions(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct {
		id      model.ConditionID
		answers string
		want    model.Verdict // "" for: does not apply
	}{
		{"licence-needed", "service-for=clients", model.Met},
		{"licence-needed", "service-for=seat-leasing", model.Met},
		{"licence-needed", "service-for=own-customers", model.NotMet},
		{"licence-needed", "", model.CannotTell},
		{"licence-needed", "service-for=?", model.CannotTell},

		{"company", "applicant-kind=company", model.Met},
		{"company", "applicant-kind=not-registered-yet", model.NotMet},
		{"company", "applicant-kind=other", model.NotMet},
		{"company", "", model.CannotTell},

		{"capital", "coverage=nationwide registered-capital=10000000", model.Met},
		{"capital", "coverage=nationwide registered-capital=9999999", model.NotMet},
		{"capital", "coverage=several-provinces registered-capital=1000万", model.Met},
		{"capital", "coverage=several-provinces registered-capital=999万", model.NotMet},
		{"capital", "coverage=one-province registered-capital=1000000", model.Met},
		{"capital", "coverage=one-province registered-capital=999999", model.NotMet},
		{"capital", "registered-capital=1000万", model.Met},
		{"capital", "registered-capital=999999", model.NotMet},
		{"capital", "registered-capital=500万", model.CannotTell},
		{"capital", "coverage=nationwide", model.CannotTell},
		{"capital", "coverage=nationwide registered-capital=?", model.CannotTell},

		{"staff", staff3 + " insurance-months-asked=1", model.Met},
		{"staff", staff3 + " insurance-months-asked=3", model.NotMet},
		{"staff", staff3o + " insurance-months-asked=2", model.Met},
		{"staff", staff3o + " insurance-months-asked=3", model.NotMet},
		{"staff", staff2, model.NotMet}, // whatever is asked
		{"staff", staff3, model.Met},    // one month, the default
		{"staff", staff3 + " insurance-months-asked=?", model.CannotTell},
		{"staff", "insured-staff=[]", model.NotMet},
		{"staff", "insurance-months-asked=1", model.CannotTell},

		{"long-term-service", "service-assurance-state=ready", model.Met},
		{"long-term-service", "service-assurance-state=drafting", model.CannotTell},
		{"long-term-service", "service-assurance-state=none", model.NotMet},
		{"long-term-service", "", model.CannotTell},

		{"premises-and-system", "premises=owned system-source=built", model.Met},
		{"premises-and-system", "premises=leased system-source=leased", model.Met},
		{"premises-and-system", "premises=none system-source=built", model.NotMet},
		{"premises-and-system", "premises=none", model.NotMet},
		{"premises-and-system", "premises=owned system-source=none", model.NotMet},
		{"premises-and-system", "premises=owned", model.CannotTell},

		{"technical-plan-ready", "technical-plan-state=ready", model.Met},
		{"technical-plan-ready", "technical-plan-state=drafting", model.CannotTell},
		{"technical-plan-ready", "technical-plan-state=none", model.NotMet},
		{"technical-plan-ready", "", model.CannotTell},
		{"business-plan-ready", "business-plan-state=ready", model.Met},
		{"business-plan-ready", "business-plan-state=drafting", model.CannotTell},
		{"business-plan-ready", "business-plan-state=none", model.NotMet},
		{"business-plan-ready", "", model.CannotTell},

		{"not-listed", "on-dishonesty-list=none", model.Met},
		{"not-listed", "on-dishonesty-list=company", model.NotMet},
		{"not-listed", "on-dishonesty-list=investor", model.NotMet},
		{"not-listed", "on-dishonesty-list=manager", model.NotMet},
		{"not-listed", "", model.CannotTell},

		{"no-violations", "violations-3y=no", model.Met},
		{"no-violations", "violations-3y=yes", model.NotMet},
		{"no-violations", "", model.CannotTell},

		{"no-marketing-calls", "outbound-marketing=no", model.Met},
		{"no-marketing-calls", "outbound-marketing=yes", model.NotMet},
		{"no-marketing-calls", "outbound-marketing=yes service-kind=offshore", model.NotMet},
		{"no-marketing-calls", "", model.CannotTell},

		{"domestic-capital", "foreign-capital=none", model.Met},
		{"domestic-capital", "foreign-capital=some", model.NotMet},
		{"domestic-capital", "", model.CannotTell},

		{"telecom-scope", "business-scope-telecom=yes", model.Met},
		{"telecom-scope", "business-scope-telecom=no", model.NotMet},
		{"telecom-scope", "", model.CannotTell},

		{"provincial-overlap", "coverage=one-province", ""},
		{"provincial-overlap", "", model.CannotTell},
		{"provincial-overlap", "coverage=nationwide", model.CannotTell},
		{"provincial-overlap", "coverage=nationwide same-provincial-licence=no", model.Met},
		{"provincial-overlap", "coverage=nationwide same-provincial-licence=yes", model.CannotTell},
		{"provincial-overlap", "coverage=nationwide same-provincial-licence=yes provincial-licence-cancelling=yes", model.Met},
		{"provincial-overlap", "coverage=nationwide same-provincial-licence=yes provincial-licence-cancelling=no", model.NotMet},

		{"other-state-conditions", "other-conditions-checked=yes", model.Met},
		{"other-state-conditions", "other-conditions-checked=no", model.NotMet},
		{"other-state-conditions", "", model.CannotTell},
	} {
		s, ok := assessment(p, answered(t, p, tt.answers), tt.id)
		if got := s.Verdict; got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s with %q: %q, want %q", tt.id, tt.answers, got, tt.want)
		}
	}
}

func TestEveryConditionIsTested(t *testing.T) {
	if n := len(callCenter(t).Conditions); n != 15 {
		t.Errorf("%d conditions: extend TestConditions, then this number", n)
	}
}

func TestEmptyDraftIsUnknown(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, "")
	for _, s := range model.Assess(p, a) {
		if s.Verdict != model.CannotTell || len(s.Missing) == 0 {
			t.Errorf("%s: %s, missing %v", s.ID, s.Verdict, s.Missing)
		}
	}
	if s := model.StandingOf(p, a, model.Date{}); s.Readiness != model.NotReady || len(s.Missing) == 0 {
		t.Errorf("readiness of an empty draft, whose papers are all missing: %s, missing %v", s.Readiness, s.Missing)
	}
}

func TestCapitalReason(t *testing.T) {
	p := callCenter(t)
	s, _ := assessment(p, answered(t, p, "coverage=nationwide registered-capital=800万"), "capital")
	if len(s.Reasons) != 1 || s.Reasons[0].Values[0] != model.Number(10_000_000) || s.Reasons[0].Got != model.Number(8_000_000) {
		t.Errorf("reasons %+v", s.Reasons)
	}
	if len(s.Ways) != 1 || s.Ways[0].Fact != "coverage" || s.Ways[0].Values[0] != model.Text("one-province") {
		t.Errorf("ways %+v", s.Ways)
	}
	s, _ = assessment(p, answered(t, p, "coverage=one-province registered-capital=50万"), "capital")
	if len(s.Reasons) != 1 || s.Reasons[0].Values[0] != model.Number(1_000_000) || len(s.Ways) != 0 {
		t.Errorf("one province: reasons %+v ways %+v", s.Reasons, s.Ways)
	}
	s, _ = assessment(p, answered(t, p, "registered-capital=500万"), "capital")
	if !slices.Equal(s.Missing, []model.QuestionID{"coverage"}) {
		t.Errorf("missing %v", s.Missing)
	}
}

// While it is open which amount is required, none is stated.
func TestRequirement(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct {
		answers string
		want    model.Value
	}{
		{"coverage=nationwide", model.Number(10_000_000)},
		{"coverage=one-province", model.Number(1_000_000)},
		{"coverage=?", nil},
		{"", nil},
	} {
		cells := model.Requirement(p, answered(t, p, tt.answers), p.Condition("capital"))
		if len(cells) == 0 && tt.want == nil || len(cells) == 1 && model.Equal(cells[0].Values[0], tt.want) {
			continue
		}
		t.Errorf("%q: %+v", tt.answers, cells)
	}
}

func TestLeaseOutlastsSubmission(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct {
		answers string
		want    int
	}{
		{"premises=leased lease-until=2026-12-01 planned-submission=2026-12-20", 1},
		{"premises=leased lease-until=2026-12-20 planned-submission=2026-12-20", 0},
		{"premises=leased lease-until=2026-12-01", 0},
		{"premises=owned lease-until=2026-12-01 planned-submission=2026-12-20", 0}, // not asked
	} {
		fs := model.Findings(p, answered(t, p, tt.answers), day("2026-11-23"))
		if len(fs) != tt.want || len(fs) > 0 && fs[0].Code != model.DateEarly {
			t.Errorf("%q: %+v", tt.answers, fs)
		}
	}
}

func TestShareholderRows(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, `shareholders=[{"name":"甲","kind":"corporate"},{"name":"乙","kind":"listed"},{"name":"丙","kind":"natural"}]`)
	set(t, p, a, "shareholders", `[{"name":"甲","kind":"corporate"},{"name":"乙","kind":"listed"},{"name":"丙","kind":"natural"},{"name":"丁","kind":"natural","parent":"甲"}]`)
	count := map[model.MaterialID]int{}
	for _, r := range model.Checklist(p, a) {
		count[r.MaterialID()]++
	}
	if count["shareholder-licence"] != 2 || count["shareholder-id"] != 1 {
		t.Errorf("rows %v", count)
	}
	r, ok := model.FindRow(model.Checklist(p, answered(t, p, "")), "shareholder-licence")
	if !ok || r.Needed != model.Unknown || r.Blocks() {
		t.Errorf("without shareholders: %+v %v", r, ok)
	}
}

func TestKeptAnswersComeBack(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, "coverage=one-province provinces=上海")
	set(t, p, a, "coverage", "nationwide")
	if model.Applies(p, a, "provinces") != model.False {
		t.Error("provinces still asked")
	}
	set(t, p, a, "coverage", "one-province")
	if got := a.Answers["provinces"].Value; !model.Equal(got, model.Choices{"shanghai"}) {
		t.Errorf("provinces %v", got)
	}
}

func TestDifference(t *testing.T) {
	p := callCenter(t)
	before := answered(t, p, "coverage=one-province provinces=上海 registered-capital=500万 outbound-consented=no")
	after := before.Clone()
	set(t, p, &after, "coverage", "nationwide")
	d := model.Differ(p, before, &after)
	if !d.Matters() || d.Before.ID != "ca" || d.After.ID != "miit" || len(d.Requirements) != 1 || !slices.Contains(d.Dropped, "provinces") {
		t.Errorf("%+v", d)
	}
	after = before.Clone()
	set(t, p, &after, "outbound-consented", "yes")
	if d := model.Differ(p, before, &after); len(d.Added) != 1 || d.Added[0].Key != "outbound-commitment" || len(d.Removed) != 0 {
		t.Errorf("%+v", d.Added)
	}
	if d := model.Differ(p, before, before); d.Matters() {
		t.Errorf("nothing changed, but %+v", d)
	}
}

// A change is confirmed where it replaces an answer and something hangs on it.
func TestNeedsConfirming(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct {
		name, before, id, text string
		want                   bool
	}{
		{"another answer that moves the list", "outbound-consented=no", "outbound-consented", "yes", true},
		{"the first answer, which moves the list too", "", "outbound-consented", "yes", false},
		{"another answer on which nothing hangs", "contact-name=李某", "contact-name", "王某", false},
		{"the same answer once more", "outbound-consented=yes", "outbound-consented", "yes", false},
	} {
		before := answered(t, p, "coverage=nationwide registered-capital=1000万 "+tt.before)
		after := before.Clone()
		set(t, p, &after, model.QuestionID(tt.id), tt.text)
		if d := model.Differ(p, before, &after); d.NeedsConfirming() != tt.want {
			t.Errorf("%s: %v, replaced %v, matters %v", tt.name, !tt.want, d.Replaced, d.Matters())
		}
	}
	before := answered(t, p, "outbound-consented=yes")
	after := before.Clone()
	set(t, p, &after, "outbound-consented", "?")
	if d := model.Differ(p, before, &after); !slices.Equal(d.Replaced, []model.QuestionID{"outbound-consented"}) {
		t.Errorf("an answer that is taken back: replaced %v", d.Replaced)
	}
}

func TestTurned(t *testing.T) {
	p := callCenter(t)
	app := answered(t, p, "service-for=clients")
	before := model.Assess(p, app)
	if turned := model.Turned(before, before); len(turned) > 0 {
		t.Errorf("nothing happened, and %+v", turned)
	}
	set(t, p, app, "outbound-marketing", "yes")
	turned := model.Turned(before, model.Assess(p, app))
	if len(turned) != 1 || turned[0].Verdict != model.NotMet || !turned[0].Fails() {
		t.Fatalf("%+v", turned)
	}
	failed := turned[0].ID
	before = model.Assess(p, app)
	set(t, p, app, "outbound-marketing", "no")
	if turned := model.Turned(before, model.Assess(p, app)); len(turned) != 1 || turned[0].ID != failed || turned[0].Fails() {
		t.Errorf("%+v", turned)
	}
	if turned := model.Turned(nil, before); len(turned) != len(before) {
		t.Errorf("%d of %d conditions that apply only now", len(turned), len(before))
	}
}

// complete answers everything as a company does that may apply.
const complete = `service-for=clients outbound-marketing=no foreign-capital=none on-dishonesty-list=none applicant-kind=company
	coverage=nationwide same-provincial-licence=no service-kind=domestic outbound-consented=no
	company-name=甲公司 uscc=91350100M000100Y43 legal-representative=王某 established-on=2020-01-02
	registered-address=某路1号 office-address=某路2号 contact-name=李某 contact-phone=010-66668888 contact-email=a@example.com
	registered-capital=1000万 business-scope-telecom=yes violations-3y=no
	shareholders=[{"name":"甲","kind":"natural","share":100}] managers=[{"name":"乙"}] insurance-months-asked=1
	insured-staff=[{"name":"a","months":1},{"name":"b","months":1},{"name":"c","months":1}]
	premises=owned system-source=built seats=20 technical-plan-state=ready business-plan-state=ready service-assurance-state=ready
	planned-submission=2026-12-01 other-conditions-checked=yes`

func TestReady(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, complete)
	if i := model.FirstOpen(model.Visits(p, a), a); i >= 0 {
		t.Fatalf("still open: %+v", model.Visits(p, a)[i])
	}
	if fs := model.Findings(p, a, model.Date{Year: 2026, Month: 11, Day: 23}); len(fs) > 0 {
		t.Errorf("findings %+v", fs)
	}
	if n := model.NextOf(p, a, calendar.China()); n.Code != model.NextCollect || n.What != "application-form" {
		t.Errorf("next %+v", n)
	}
	for i, r := range model.Checklist(p, a) {
		if !r.Blocks() {
			continue
		}
		if got := model.StandingOf(p, a, model.Date{}).Readiness; got != model.NotReady {
			t.Errorf("before %s: %s", r.Key, got)
		}
		c := model.Collected{Status: model.Checked}
		if i%3 == 0 {
			c = model.Collected{Status: model.Waived, Reason: "not needed"}
		}
		if err := a.Note(p, r.Key, c); err != nil {
			t.Fatal(err)
		}
	}
	if s := model.StandingOf(p, a, model.Date{}); s.Readiness != model.Ready || len(s.Missing) > 0 || len(s.Opens()) > 0 {
		t.Errorf("readiness %s: %+v", s.Readiness, s.Obstacles)
	}
	if g := model.Overall(p, a); g.Percent() != 100 {
		t.Errorf("progress %+v", g)
	}
	if n := model.NextOf(p, a, calendar.China()); n.Code != model.NextSubmit || n.Date.String() != "2026-12-01" {
		t.Errorf("next %+v", n)
	}
}

// Answering more never makes a verdict less settled, unless it changes what
// applies, and unknown is never met: in random orders of answering.
func TestAnsweringSettles(t *testing.T) {
	p := callCenter(t)
	full := answered(t, p, complete)
	ids := make([]model.QuestionID, 0, len(full.Answers))
	for id := range full.Answers {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for seed := range uint64(50) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		rnd.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
		a := model.New(p, "")
		settled := map[model.ConditionID]model.Verdict{}
		for _, id := range ids {
			if err := a.Answer(p, id, full.Answers[id].Value); err != nil {
				t.Fatal(err)
			}
			now := map[model.ConditionID]model.Verdict{}
			for _, s := range model.Assess(p, &a) {
				now[s.ID] = s.Verdict
			}
			for c, v := range settled {
				if now[c] != v {
					t.Fatalf("seed %d: after %s condition %s went from %s to %q", seed, id, c, v, now[c])
				}
			}
			for c, v := range now {
				if v != model.CannotTell {
					settled[c] = v
				}
			}
		}
	}
}

func TestEveryQuestionIsReached(t *testing.T) {
	p := callCenter(t)
	seen := map[model.QuestionID]bool{}
	for _, answers := range []string{
		"coverage=one-province premises=leased",
		"coverage=several-provinces same-provincial-licence=yes premises=leased",
	} {
		for _, v := range model.Visits(p, answered(t, p, answers)) {
			for _, q := range v.Questions {
				seen[q.ID] = true
			}
		}
	}
	for _, q := range p.Questions {
		if !seen[q.ID] {
			t.Errorf("%s is never asked", q.ID)
		}
	}
}
