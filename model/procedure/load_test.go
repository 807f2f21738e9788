package procedure_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

func TestBuiltin(t *testing.T) {
	ps, err := procedure.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	paths, _ := filepath.Glob("definitions/*/*.toml")
	if len(ps) != len(paths) {
		t.Fatalf("%d procedures in %d files", len(ps), len(paths))
	}
	for _, p := range ps {
		path := filepath.Join("definitions", string(p.ID), p.Edition.String()+".toml")
		if !slices.Contains(paths, path) {
			t.Errorf("%s of %s is not in %s", p.ID, p.Edition, path)
		}
		if q, err := procedure.Edition(p.ID, p.Edition); q != p || err != nil {
			t.Errorf("Edition(%s, %s) = %v, %v", p.ID, p.Edition, q, err)
		}
	}
	if _, err := procedure.Latest("tea-shop"); !errors.Is(err, procedure.ErrNotFound) {
		t.Errorf("Latest of nothing: %v", err)
	}
	if _, err := procedure.Edition("call-center", model.Date{Year: 1999, Month: 1, Day: 1}); !errors.Is(err, procedure.ErrNotFound) {
		t.Errorf("an edition that never was: %v", err)
	}
}

func callCenter(t testing.TB) *model.Procedure {
	t.Helper()
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// What must be there, by id. A name missing from a definition is a rule that
// somebody is not told about.
func TestCallCenterIsComplete(t *testing.T) {
	p := callCenter(t)
	for _, test := range []struct {
		kind string
		got  []string
		want string
	}{
		{"source", ids(p.Sources, func(s model.Source) model.SourceID { return s.ID }),
			"regs licensing-law id-law order42 catalogue2015 notice99 notice81 notice321 lists2018 guide-jiangxi notice-chongqing-2025 policy288 " +
				"company-law fite2022 negative-list2019 guide-faq guide-sichuan-2026 holidays2026 gb32100 gb11643 practice article " +
				"decree784 holiday-measures reconsideration-law litigation-law number-report-2026 " +
				"pipl anti-fraud-law cybersecurity-law cybersecurity-law-2016 order74 pilot107"},
		{"question", ids(p.Questions, func(q model.Question) model.QuestionID { return q.ID }),
			"service-for service-kind outbound-marketing outbound-consented company-name-en coverage provinces foreign-capital applicant-kind " +
				"company-name legal-representative registered-address office-address contact-name uscc contact-phone contact-email established-on " +
				"registered-capital shareholders managers insured-staff insurance-months-asked business-scope-telecom on-dishonesty-list " +
				"violations-3y premises lease-until seats system-source technical-plan-state business-plan-state service-assurance-state " +
				"same-provincial-licence provincial-licence-cancelling other-conditions-checked planned-submission"},
		{"step", ids(p.Steps, func(s model.Step) model.StepID { return s.ID }), "register-enterprise log-in fill-forms review"},
		{"state", ids(p.States, func(s model.State) model.StateID { return s.ID }),
			"preparing submitted returned resubmitted accepted not-accepted lapsed under-review public-notice approved refused issued withdrawn ended"},
		{"event", ids(p.Events, func(e model.EventRule) model.EventID { return e.ID }),
			"registered filled submitted returned resubmitted not-accepted lapsed accepted review-started reviewed verified published approved refused issued " +
				"withdrawn expired cancelled revoked reconsidered renewed annual-reported numbers-filed numbers-reported"},
		{"clock", ids(p.Clocks, func(c model.Clock) model.ClockID { return c.ID }), "correction-notice decision delivery reconsideration litigation resubmission renew-by annual-report-by number-report-by"},
		{"hint", ids(p.Hints, func(h model.Hint) model.HintID { return h.ID }),
			"not-identical signature-old poor-scan file-format unsigned copied-plan vague-service marketing-in-plan no-nuisance-missing thin-security " +
				"insurance-mismatch equity-incomplete capital-short scope-wording on-site-differs no-system-proof provincial-not-cancelled on-list " +
				"correction-late report-zeros renewal-late " +
				"repeat-applicant notification-commitment review-order provincial-differences false-statements licence-transfer entrusted-data " +
				"anti-fraud-control log-term sms-answers pilot-2024"},
		{"duty", ids(p.Duties, func(d model.Duty) model.DutyID { return d.ID }),
			"annual-report renewal change-of-data change-of-entity number-filing recordings number-annual-report " +
				"access-number tariff-publication personal-information anti-fraud network-logs no-transfer stopping"},
		{"authority", ids(p.Authorities, func(a model.Authority) model.AuthorityID { return a.ID }), "miit ca"},
		{"section", ids(p.Sections, func(s model.Section) model.SectionID { return s.ID }), "fit scope company people readiness finish"},
	} {
		want := strings.Fields(test.want)
		slices.Sort(want)
		slices.Sort(test.got)
		if !slices.Equal(test.got, want) {
			t.Errorf("%s:\ngot  %v\nwant %v", test.kind, test.got, want)
		}
	}
}

func ids[T any, ID ~string](items []T, id func(T) ID) []string {
	var out []string
	for _, item := range items {
		out = append(out, string(id(item)))
	}
	return out
}

func TestCallCenterSeverities(t *testing.T) {
	got := map[model.ConditionID]model.Severity{}
	var outcomes []string
	for _, c := range callCenter(t).Conditions {
		got[c.ID] = c.Severity
		if c.Outcome {
			outcomes = append(outcomes, string(c.ID))
		}
	}
	want := map[model.ConditionID]model.Severity{
		"licence-needed": "routes", "company": "blocks", "capital": "blocks", "staff": "warns", "long-term-service": "blocks",
		"premises-and-system": "blocks", "technical-plan-ready": "blocks", "business-plan-ready": "warns", "not-listed": "blocks",
		"no-violations": "warns", "no-marketing-calls": "blocks", "domestic-capital": "routes", "telecom-scope": "warns",
		"provincial-overlap": "warns", "other-state-conditions": "warns",
	}
	if !maps.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	slices.Sort(outcomes)
	if s := strings.Join(outcomes, " "); s != "company domestic-capital licence-needed no-marketing-calls not-listed" {
		t.Errorf("outcome pages: %s", s)
	}
}

func TestCallCenterMaterials(t *testing.T) {
	got := map[model.MaterialID]model.Required{}
	for _, m := range callCenter(t).Materials {
		got[m.ID] = m.Required
	}
	want := map[model.MaterialID]model.Required{
		"application-form": "yes", "business-licence": "yes", "company-profile": "yes", "equity-chart": "yes",
		"shareholder-licence": "yes", "shareholder-id": "yes", "articles-of-association": "if-asked", "legal-representative-id": "if-asked",
		"business-plan": "yes", "technical-plan": "yes", "service-assurance": "yes", "security-measures": "yes", "credibility": "yes",
		"lawful-operation-commitment": "yes", "no-nuisance-calls-commitment": "yes", "outbound-commitment": "yes",
		"social-insurance": "may-follow", "licence": "may-follow", "staff-list": "if-asked", "premises-proof": "if-asked", "system-evidence": "if-asked",
		"no-foreign-capital-commitment": "if-asked", "start-within-six-months-commitment": "if-asked",
	}
	if !maps.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

// The rules that the law writes down about decisions are cited with them.
func TestCallCenterEventsThatCite(t *testing.T) {
	p := callCenter(t)
	for event, article := range map[model.EventID]string{
		"returned": "32(4)", "accepted": "32(4)", "not-accepted": "32", "refused": "38", "review-started": "45", "issued": "44",
	} {
		if s := p.Event(event).Sources; len(s) == 0 || s[0].Source != "licensing-law" || s[0].Article != article {
			t.Errorf("%s cites %v", event, s)
		}
	}
}

// Cells stand as they are written, rows keep their order and their sources.
func TestRules(t *testing.T) {
	p := callCenter(t)
	capital := p.Condition("capital").Met
	if len(capital) != 3 || capital[0].Cells[0].Fact != "coverage" || len(capital[2].Cells) != 1 {
		t.Fatalf("capital: %v", capital)
	}
	if c := capital[0].Cells[1]; c.Fact != "registered-capital" || c.Op != model.AtLeast || !model.Equal(c.Values[0], model.Number(1_000_000)) {
		t.Errorf("capital in one province: %v", c)
	}
	if c := p.Derived[0].Where[0]; c.Fact != "months" || c.Op != model.AtLeast || c.Than != "insurance-months-asked" || c.Values != nil {
		t.Errorf("insured-enough: %v", c)
	}
	if q := p.Question("insurance-months-asked"); !model.Equal(q.Default, model.Number(1)) || *q.Min != 1 {
		t.Errorf("insurance-months-asked: %v", q)
	}
	if l := p.Question("provinces").Limits; len(l) != 2 || *l[0].Max != 1 || *l[1].Min != 2 || *l[1].Max != 31 {
		t.Errorf("provinces: %v", l)
	}
}

func TestCheck(t *testing.T) {
	p := callCenter(t)
	texts := procedure.TextIDs(p)
	for _, id := range []string{
		"procedure.call-center.saved", "section.fit.title", "page.contact.title", "question.coverage.option.one-province",
		"question.shareholders.field.kind.option.natural", "province.shanghai.full", "condition.company.outcome.body",
		"condition.capital.note.paid-in", "condition.staff.says.article", "material.articles-of-association.says.order42",
		"derived.insured-enough.count", "clock.decision.end", "source.article.title", "authority.ca.name",
	} {
		if !slices.Contains(texts, id) {
			t.Errorf("%s is not asked for", id)
		}
	}
	if slices.Contains(texts, "page.coverage.title") {
		t.Error("a page with one question needs no title")
	}
	missing := procedure.Check(p, "x.toml", func(lang, id string) bool { return lang == "zh" || !strings.HasSuffix(id, "state.issued.title") })
	if len(missing) != 1 || missing[0].Error() != "x.toml: needs the text en state.issued.title" {
		t.Errorf("missing: %v", missing)
	}
}

func BenchmarkLoad(b *testing.B) {
	data, err := os.ReadFile("definitions/call-center/2026-11-23.toml")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		procedure.Load("call-center.toml", data)
	}
}
