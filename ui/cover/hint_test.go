package cover_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
	"github.com/xuke-cli/xuke/ui/cover"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// Each reason why applications come back is shown at every place where it
// helps, in both languages: beside what it is about, and by explain.
func TestHints(t *testing.T) {
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	reasons := 0
	for _, h := range p.Hints {
		if !h.Note {
			reasons++
		}
	}
	if reasons != 21 {
		t.Errorf("%d reasons, the domain file has 21", reasons)
	}
	general := map[string][]string{"scan": {"business-licence", "lawful-operation-commitment"}, "file": {"business-licence", "business-plan", "equity-chart"}}
	for _, lang := range locales.Langs {
		s := uitest.Drive(t, uitest.Tracked(t, uitest.Unanswered), lang, 80, 24)
		s.Keys("enter")
		d := s.Shell.Desk()
		words := d.Words()
		for _, h := range p.Hints {
			text := words.Text("hint", string(h.ID), "text")
			for _, at := range h.At {
				if at == "check" {
					if !slices.ContainsFunc(cover.Hints(&cover.Room{Desk: d, Log: s.World.Store}), func(title string) bool { return title == text }) {
						t.Errorf("%s: %s is not on the check page", lang, h.ID)
					}
					continue
				}
				places := general[at]
				if places == nil {
					places = []string{at}
				}
				for _, place := range places {
					part, ok := p.Part(place)
					if !ok {
						t.Errorf("%s: nothing is called %s", h.ID, place)
						continue
					}
					if !strings.Contains(strings.Join(d.Explain(part.Kind, part.ID, part.Sources), "\n"), text) {
						t.Errorf("%s: %s is not shown at %s", lang, h.ID, place)
					}
					x := words.Explain(part, d.Env.Today())
					explained := slices.Contains(x.Hints, text)
					if h.Note { // with who says so behind it
						explained = slices.ContainsFunc(x.Notes, func(n string) bool { return strings.HasPrefix(n, text) && n != text })
					}
					if !explained {
						t.Errorf("%s: %s is not explained at %s", lang, h.ID, place)
					}
				}
			}
		}
	}
	var forms []model.Hint
	for _, m := range p.Materials {
		if m.Kind == model.Form {
			forms = append(forms, p.Hinted(string(m.ID))...)
		}
	}
	if slices.ContainsFunc(forms, func(h model.Hint) bool { return slices.Contains(h.At, "file") }) {
		t.Error("a form on the portal is no file")
	}
}
