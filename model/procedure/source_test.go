package procedure_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

// TestM25: no source of the shipped definitions stands there for nothing. The
// two about holidays are what package calendar counts by.
func TestM25(t *testing.T) {
	all, err := procedure.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	used := map[model.SourceID]bool{"holidays2026": true, "holiday-measures": true}
	for _, p := range all {
		for _, part := range p.Parts() {
			for _, c := range part.Sources {
				used[c.Source] = used[c.Source] || part.Kind != "source"
			}
			for _, n := range part.Notes {
				for _, c := range n.Sources {
					used[c.Source] = true
				}
			}
		}
		for _, m := range p.Materials {
			for _, d := range m.Details {
				for _, c := range d.Sources {
					used[c.Source] = true
				}
			}
		}
	}
	for _, p := range all {
		for _, s := range p.Sources {
			if !used[s.ID] {
				t.Errorf("%s: %s is cited by nothing", p.ID, s.ID)
			}
		}
	}
}

// TestM26: guides and notices for one year are published, and not in force.
func TestM26(t *testing.T) {
	for _, s := range callCenter(t).Sources {
		if s.Tier == model.Guide && (s.InForce != "" || s.Issued == "" && s.ID != "guide-faq") {
			t.Errorf("%s: in force %q, issued %q", s.ID, s.InForce, s.Issued)
		}
	}
}

// TestSourcesSaySure: of every text it is said what was seen, and of every law
// whether it is a statute or a regulation.
func TestSourcesSaySure(t *testing.T) {
	all, err := procedure.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	same := map[model.SourceID]model.Source{}
	for _, p := range all {
		for _, s := range p.Sources {
			if (s.Seen == "") != (s.Tier == model.Practice) || (s.Rank == "") != (s.Tier != model.Law) {
				t.Errorf("%s: %s is seen %q, rank %q", p.ID, s.ID, s.Seen, s.Rank)
			}
			if was, ok := same[s.ID]; ok && was != s {
				t.Errorf("%s: %s is otherwise than in another procedure: %+v, %+v", p.ID, s.ID, s, was)
			}
			same[s.ID] = s
		}
	}
}

// TestCitationsByTier: the law comes first, whatever the definition begins with.
func TestCitationsByTier(t *testing.T) {
	def := strings.Replace(tea, `sources = [{ id = "act", article = "6(4)" }]`,
		`sources = [{ id = "talk" }, { id = "custom", article = "item 2" }, { id = "custom", article = "item 1" }, { id = "act", seen = "second-hand" }]`, 1)
	def += "\n[[source]]\nid = \"talk\"\ntier = \"article\"\n[[source]]\nid = \"custom\"\ntier = \"practice\"\n"
	p, problems := procedure.Load("tea.toml", []byte(def))
	if p == nil {
		t.Fatal(problems)
	}
	var got []string
	for _, c := range p.Conditions[0].Sources {
		got = append(got, strings.TrimSpace(string(c.Source)+" "+c.Article))
	}
	if want := []string{"act", "custom item 2", "custom item 1", "talk"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if s := p.Source("act").As(p.Conditions[0].Sources[0]); s.Seen != model.SeenSecondHand {
		t.Errorf("the place is seen as %q", s.Seen)
	}
}

// TestLintSides: a disagreement has two sides, and each says something.
func TestLintSides(t *testing.T) {
	more := "\n[[source]]\nid = \"talk\"\ntier = \"article\"\n"
	for _, tt := range []struct{ sources, texts, want string }{
		{`[{ id = "act" }, { id = "talk", disagrees = true }]`, "says.act says.talk", ""},
		{`[{ id = "act" }, { id = "talk", disagrees = true }]`, "says.act", "says.talk"},
		{`[{ id = "act" }, { id = "talk", disagrees = true }]`, "says.talk", "says.act"},
		{`[{ id = "act" }, { id = "talk" }]`, "", ""},
		{`[{ id = "talk", superseded = { by = "act" } }]`, "says.talk", "one-sided"},
		{`[{ id = "act" }, { id = "talk", article = "item 1" }, { id = "talk", article = "item 2", disagrees = true }]`, "says.act says.talk.item-2", ""},
		{`[{ id = "act" }, { id = "talk", article = "item 1" }, { id = "talk", article = "item 2", disagrees = true }]`, "says.act says.talk", "says.talk.item-2"},
	} {
		def := strings.Replace(tea, "sources = [{ id = \"act\" }]\n\n[[hint]]", "sources = "+tt.sources+"\n\n[[hint]]", 1) + more
		p, problems := procedure.Load("tea.toml", []byte(def))
		if p == nil {
			t.Fatal(problems)
		}
		has := func(_, id string) bool {
			_, says, of := strings.Cut(id, "clock.rest.")
			return !of || !strings.HasPrefix(says, "says.") || slices.Contains(strings.Fields(tt.texts), says)
		}
		var got []string
		for _, problem := range procedure.Lint(p, "tea.toml", has) {
			what := string(problem.Code)
			if problem.Code == procedure.MissingText {
				_, what, _ = strings.Cut(problem.Detail, "clock.rest.")
			}
			got = append(got, what)
		}
		if all := strings.Join(slices.Compact(got), " "); all != tt.want {
			t.Errorf("%s with %q: %q, want %q", tt.sources, tt.texts, all, tt.want)
		}
		if hard := procedure.Check(p, "tea.toml", has); len(hard) > 0 {
			t.Errorf("%s: cannot be shown: %v", tt.sources, hard)
		}
	}
}
