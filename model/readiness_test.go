package model_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

// finished is an application of which nothing is open: every question answered,
// every paper that has to be there checked.
func finished(t testing.TB, p *model.Procedure) *model.Application {
	t.Helper()
	a := answered(t, p, complete)
	checkAll(t, p, a)
	return a
}

func checkAll(t testing.TB, p *model.Procedure, a *model.Application) {
	t.Helper()
	for _, r := range model.Checklist(p, a) {
		if r.Blocks() {
			mark(t, p, a, r.Key, model.Checked)
		}
	}
}

func mark(t testing.TB, p *model.Procedure, a *model.Application, key model.MaterialKey, s model.Status) {
	t.Helper()
	c := a.Materials[key]
	if c.Status, c.Reason = s, ""; s == model.Waived {
		c.Reason = "主管部门答复不需要"
	}
	if err := a.Note(p, key, c); err != nil {
		t.Fatal(err)
	}
}

func attach(t testing.TB, p *model.Procedure, a *model.Application, key model.MaterialKey, look model.Look, s model.Status) {
	t.Helper()
	if err := a.Attach(p, key, model.File{Name: "a." + look.Format.Ending(), SHA256: model.FileID(key), Size: 9, Look: &look}); err != nil {
		t.Fatal(err)
	}
	mark(t, p, a, key, s)
}

// says writes obstacles down: their codes and what they are about.
func says(os []model.Obstacle) string {
	var out []string
	for _, o := range os {
		about := string(o.Question)
		switch {
		case o.Condition != nil:
			about = string(o.Condition.ID)
		case o.Row != nil:
			about = string(o.Row.Key)
		}
		out = append(out, fmt.Sprintf("%s %s", o.Code, about))
	}
	return strings.Join(out, ", ")
}

// Every clause of what can be submitted: an application of which nothing is open,
// but for one thing.
func TestReadiness(t *testing.T) {
	p := callCenter(t)
	good := model.Look{Format: model.JPEG, Pages: 1, DPI: 300, Tone: model.Colour}
	broken := model.Look{Format: model.JPEG, Defects: []model.Defect{model.Truncated}}
	grey := model.Look{Format: model.JPEG, Pages: 1, DPI: 300, Tone: model.Grey}
	draft := model.Look{Format: model.DOCX, Places: 2}
	final := model.Look{Format: model.DOCX}
	answer := func(pairs string) func(*model.Application) {
		return func(a *model.Application) {
			for _, pair := range strings.Fields(pairs) {
				id, text, _ := strings.Cut(pair, "=")
				if text == "" {
					if err := a.Clear(p, model.QuestionID(id)); err != nil {
						t.Fatal(err)
					}
					continue
				}
				set(t, p, a, model.QuestionID(id), text)
			}
			checkAll(t, p, a) // so that what is printed has been checked again
		}
	}
	status := func(key model.MaterialKey, s model.Status) func(*model.Application) {
		return func(a *model.Application) { mark(t, p, a, key, s) }
	}
	file := func(key model.MaterialKey, l model.Look, s model.Status) func(*model.Application) {
		return func(a *model.Application) { attach(t, p, a, key, l, s) }
	}
	for _, tt := range []struct {
		name    string
		do      func(*model.Application)
		want    model.Readiness
		says    string // the obstacles that are not only noted
		missing string
	}{
		{"nothing open", func(*model.Application) {}, model.Ready, "", ""},

		// not-ready: a condition that blocks or routes is not met
		{"a blocking condition", answer("premises=none"), model.NotReady, "not-met premises-and-system", ""},
		{"a routing condition", answer("foreign-capital=some"), model.NotReady, "not-met domestic-capital", ""},
		{"capital one yuan short", answer("registered-capital=9999999"), model.NotReady, "not-met capital", ""},
		{"capital enough to the yuan", answer("registered-capital=10000000"), model.Ready, "", ""},

		// not-ready: a paper that has to be there is missing, or will not do
		{"a paper is missing", status("credibility", model.Missing), model.NotReady, "missing credibility", ""},
		{"a paper was asked for", status("credibility", model.Requested), model.NotReady, "missing credibility", ""},
		{"a paper is waived", status("credibility", model.Waived), model.Ready, "", ""},
		{"a paper fails a check, whoever has checked it", file("credibility", broken, model.Checked), model.NotReady, "fail credibility", ""},
		{"a broken file of a paper that is waived", file("credibility", broken, model.Waived), model.Ready, "", ""},
		{"a required paper only wants a second look", file("credibility", grey, model.Checked), model.Ready, "", ""},
		{"a draft with open places", file("security-measures", draft, model.Checked), model.NotReady, "fail security-measures", ""},
		{"a document that is filled in", file("security-measures", final, model.Checked), model.Ready, "", ""},
		{"what stands on it says otherwise", func(a *model.Application) {
			if err := a.Detail(p, "business-licence", model.OnName, model.Text("乙公司")); err != nil {
				t.Fatal(err)
			}
		}, model.NotReady, "fail business-licence", ""},
		{"what stands on it has changed", func(a *model.Application) { set(t, p, a, "contact-email", "b@example.com") },
			model.NotReady, "recheck application-form, recheck company-profile", ""},
		{"a row of one's own is missing", func(a *model.Application) {
			if _, err := a.AddOwn(model.OwnMaterial{Name: "补充说明"}); err != nil {
				t.Fatal(err)
			}
		}, model.NotReady, "missing other/", ""},

		// not-ready: the chain ends in a company without owners
		{"a company without owners", answer(`shareholders=[{"name":"甲","kind":"corporate","share":100}]`), model.NotReady, "no-owners shareholders", ""},
		{"its owners are listed", answer(`shareholders=[{"name":"甲","kind":"corporate","share":100},{"name":"丙","kind":"natural","share":100,"parent":"甲"}]`), model.Ready, "", ""},
		{"a level that is not whole only warns", answer(`shareholders=[{"name":"甲","kind":"natural","share":90}]`), model.Ready, "", ""},

		// unknown: an answer is missing on which it hangs
		{"a blocking condition is not known", answer("on-dishonesty-list="), model.Unsure, "unanswered on-dishonesty-list", "on-dishonesty-list"},
		{"somebody finds out", answer("on-dishonesty-list=?"), model.Unsure, "pending on-dishonesty-list", "on-dishonesty-list"},
		{"the name of the company", answer("company-name="), model.Unsure, "unanswered company-name", "company-name"},
		{"several, in the order of asking", answer("uscc= company-name= office-address=? legal-representative="), model.Unsure,
			"unanswered company-name, unanswered uscc, unanswered legal-representative, pending office-address", "company-name uscc legal-representative office-address"},
		{"the shareholders, who decide which papers there are", answer("shareholders="), model.Unsure,
			"undecided shareholder-licence, undecided shareholder-id, unanswered shareholders", "shareholders"},
		{"whether a paper is needed", answer("outbound-consented="), model.Unsure, "undecided outbound-commitment, unanswered outbound-consented", "outbound-consented"},
		{"an answer that nothing prints, of which no condition hangs", answer("planned-submission="), model.Ready, "", ""},
		{"an optional answer", answer("company-name-en="), model.Ready, "", ""},
		{"an answer that is not asked for", answer("lease-until="), model.Ready, "", ""},
		{"a plan that is being written", func(a *model.Application) {
			set(t, p, a, "technical-plan-state", "drafting")
			mark(t, p, a, "technical-plan", model.Waived)
		}, model.Unsure, "not-settled technical-plan-ready", ""},
		{"a copied answer", func(a *model.Application) {
			a.Answers["company-name"] = model.Answer{Value: model.Text("甲公司"), Copied: day("2026-11-23")}
		}, model.Unsure, "unconfirmed company-name", ""},
		{"an answer that does not go with the others", answer("coverage=several-provinces provinces=上海 same-provincial-licence=no"), model.Unsure, "finding provinces", ""},
		{"a required paper that is waived prints nothing", func(a *model.Application) {
			if err := a.Clear(p, "established-on"); err != nil {
				t.Fatal(err)
			}
			checkAll(t, p, a)
			for _, key := range []model.MaterialKey{"business-licence", "company-profile", "business-plan"} {
				mark(t, p, a, key, model.Waived)
			}
		}, model.Ready, "", ""},

		// ready-with-open
		{"a warning condition is not met", answer("business-scope-telecom=no"), model.ReadyWithOpen, "not-met telecom-scope", ""},
		{"a warning condition is not known", answer("other-conditions-checked="), model.ReadyWithOpen, "not-settled other-state-conditions", ""},
		{"a paper that is only asked for by some has a finding", file("premises-proof", grey, model.Checked), model.ReadyWithOpen, "warn premises-proof", ""},
		{"it fails", file("premises-proof", broken, model.Checked), model.ReadyWithOpen, "fail premises-proof", ""},
		{"it is fine", file("premises-proof", good, model.Checked), model.Ready, "", ""},
		{"it is missing", status("premises-proof", model.Requested), model.Ready, "", ""},
		{"it prints what has changed", func(a *model.Application) {
			mark(t, p, a, "legal-representative-id", model.Checked)
			set(t, p, a, "legal-representative", "张某")
			checkAll(t, p, a)
		}, model.ReadyWithOpen, "recheck legal-representative-id", ""},
		{"nobody has looked at a paper that came in", file("credibility", good, model.Got), model.ReadyWithOpen, "unchecked credibility", ""},
		{"a paper contradicts its question", func(a *model.Application) { set(t, p, a, "technical-plan-state", "none") },
			model.ReadyWithOpen, "finding technical-plan-state", ""},

		// what is worst decides, and all of it is said
		{"all at once", func(a *model.Application) {
			answer("other-conditions-checked= company-name=")(a)
			mark(t, p, a, "credibility", model.Missing)
		}, model.NotReady, "missing credibility, unanswered company-name, not-settled other-state-conditions", "company-name"},
	} {
		a := finished(t, p)
		tt.do(a)
		s := model.StandingOf(p, a, day("2026-11-23"))
		counted := slices.DeleteFunc(slices.Clone(s.Obstacles), func(o model.Obstacle) bool { return o.Leaves == model.Ready })
		got := says(counted)
		if strings.HasSuffix(tt.says, "/") {
			got, _ = strings.CutSuffix(got, strings.TrimPrefix(got, tt.says))
		}
		if s.Readiness != tt.want || got != tt.says {
			t.Errorf("%s: %s because of %q, want %s because of %q", tt.name, s.Readiness, got, tt.want, tt.says)
		}
		if m := strings.Join(names(s.Missing), " "); m != tt.missing {
			t.Errorf("%s: missing %q, want %q", tt.name, m, tt.missing)
		}
		if s.Readiness.Submittable() != (tt.want == model.Ready || tt.want == model.ReadyWithOpen) {
			t.Errorf("%s: submittable: %v", tt.name, s.Readiness.Submittable())
		}
		if n := len(s.Opens()); tt.want == model.ReadyWithOpen && n != len(counted) || tt.want == model.Ready && n > 0 {
			t.Errorf("%s: %d things open", tt.name, n)
		}
	}
}

func names[T ~string](ids []T) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}

// Nothing is packed that cannot be submitted, nor a row without its file; what is
// only open does not keep it from being packed.
func TestRefusals(t *testing.T) {
	p := callCenter(t)
	a := finished(t, p)
	for _, o := range model.StandingOf(p, a, model.Date{}).Refusals() {
		if o.Code != model.PaperElsewhere {
			t.Errorf("refused for %s", o.Code)
		}
		attach(t, p, a, o.Row.Key, model.Look{Format: model.JPEG, Pages: 1, DPI: 300, Tone: model.Colour}, model.Got)
	}
	set(t, p, a, "business-scope-telecom", "no")
	s := model.StandingOf(p, a, model.Date{})
	if refusals := s.Refusals(); s.Readiness == model.ReadyWithOpen && len(refusals) > 0 || len(s.Opens()) < 10 {
		t.Errorf("%s, %d open, refused for %s", s.Readiness, len(s.Opens()), says(refusals))
	}
	set(t, p, a, "outbound-marketing", "yes")
	if got := says(model.StandingOf(p, a, model.Date{}).Refusals()[:1]); got != "not-met no-marketing-calls" {
		t.Errorf("refused for %s", got)
	}
}

// Every procedure can be finished, and is ready then; without the name of its
// company none is.
func TestEveryProcedureCanBeReady(t *testing.T) {
	ps, err := procedure.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	better := map[model.QuestionID]string{ // than the first of two answers
		"outbound-marketing": "no", "foreign-capital": "none", "violations-3y": "no", "same-provincial-licence": "no", "outbound-consented": "no",
		"registered-capital": "1000万", "shareholders": `[{"name":"甲","kind":"natural","share":100}]`, "insurance-months-asked": "1",
		"insured-staff":       `[{"name":"a","months":1},{"name":"b","months":1},{"name":"c","months":1}]`,
		"licence-valid-until": "2031-11-22", "report-all-zeros": "no", "premises": "owned", "report-branches": "no",
	}
	for _, p := range ps {
		a := model.New(p, "")
		for range p.Questions { // until nothing more is asked
			for _, v := range model.Visits(p, &a) {
				for _, q := range v.Questions {
					if a.Answers[q.ID].Value != nil {
						continue
					}
					if text, ok := better[q.ID]; ok {
						set(t, p, &a, q.ID, text)
						continue
					}
					first, _ := twoAnswers(t, q)
					if err := a.Answer(p, q.ID, first); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		checkAll(t, p, &a)
		if s := model.StandingOf(p, &a, day("2026-11-23")); s.Readiness != model.Ready {
			t.Errorf("%s: %s because of %s", p.ID, s.Readiness, says(s.Obstacles))
		}
		if err := a.Clear(p, model.CompanyName); err != nil {
			t.Fatal(err)
		}
		checkAll(t, p, &a)
		if s := model.StandingOf(p, &a, day("2026-11-23")); s.Readiness != model.Unsure || !slices.Equal(s.Missing, []model.QuestionID{model.CompanyName}) {
			t.Errorf("%s without a company: %s, missing %v", p.ID, s.Readiness, s.Missing)
		}
	}
}

// Answering more never makes it less settled: once it is known whether it can be
// submitted, no first answer makes that unknown, and the questions that are
// missing get fewer, but for those that an answer brings up.
func TestAnsweringSettlesTheVerdict(t *testing.T) {
	p := callCenter(t)
	full := finished(t, p)
	ids := make([]model.QuestionID, 0, len(full.Answers))
	for id := range full.Answers {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for seed := range uint64(50) {
		rnd := rand.New(rand.NewPCG(seed, 2))
		rnd.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
		a := full.Clone()
		a.Answers = nil
		if seed%2 == 0 { // one paper is missing, which is settled from the start
			mark(t, p, &a, "credibility", model.Missing)
		}
		was := model.StandingOf(p, &a, model.Date{})
		for _, id := range ids {
			if err := a.Answer(p, id, full.Answers[id].Value); err != nil {
				t.Fatal(err)
			}
			is := model.StandingOf(p, &a, model.Date{})
			if was.Readiness != model.Unsure && is.Readiness == model.Unsure {
				t.Fatalf("seed %d: %s, and after %s %s", seed, was.Readiness, id, is.Readiness)
			}
			for _, q := range is.Missing {
				if !slices.Contains(was.Missing, q) && q != "provinces" && a.Answers[q].Value != nil {
					t.Fatalf("seed %d: after %s the question %s is missing", seed, id, q)
				}
			}
			was = is
		}
		if want := map[bool]model.Readiness{true: model.NotReady, false: model.Ready}[seed%2 == 0]; was.Readiness != want || len(was.Missing) > 0 {
			t.Fatalf("seed %d: %s in the end, missing %v", seed, was.Readiness, was.Missing)
		}
	}
}
