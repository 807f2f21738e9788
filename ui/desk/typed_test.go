package desk

import (
	"testing"

	"github.com/xuke-cli/xuke/model"
)

// Half-typed text is kept and saved letter by letter, and gone when it has become
// an answer, in the same save.
func TestTyped(t *testing.T) {
	d, k := open(t, nil)
	if _, ok := d.Kept("uscc"); ok {
		t.Error("something is kept to begin with")
	}
	for _, text := range []string{"9", "91", ""} {
		receive(t, d, run(d.Typed("uscc", text))...)
		if got, ok := d.Kept("uscc"); !ok || got != text || k.draft.Text["uscc"] != text {
			t.Errorf("typed %q, kept %q (%v), saved %q", text, got, ok, k.draft.Text["uscc"])
		}
	}
	if d.Typed("uscc", "") != nil || d.Forget("company-name") != nil {
		t.Error("what changes nothing is saved")
	}
	receive(t, d, run(d.Typed("company-name", "蓝鲸"))...)
	k.saved()
	receive(t, d, run(answer(t, d, "company-name", "蓝鲸", "company-name"))...)
	if _, ok := k.draft.Text["company-name"]; ok || k.saved() != "app" {
		t.Errorf("after the answer: %v", k.draft.Text)
	}
	if _, ok := k.draft.Text["uscc"]; !ok {
		t.Error("the text of another field is gone")
	}
	receive(t, d, run(d.Forget("uscc"))...)
	if len(k.draft.Text) > 0 {
		t.Errorf("forgotten, and saved: %v", k.draft.Text)
	}
}

// Where the user is is saved when it changes, and tells where to go on.
func TestHere(t *testing.T) {
	d, k := open(t, nil)
	first := d.Visits[0].Page
	for _, tt := range []struct {
		place string
		to    Place
		on    bool // there is something to go on with
	}{
		{string(first), At(Page, string(first)), true},
		{string(Materials), At(Materials, ""), true},
		{string(Review), At(Review, ""), true},
		{string(Overview), Place{}, false},
		{"a page of another edition", Place{}, false},
		{"", Place{}, false},
	} {
		receive(t, d, run(d.Here(tt.place, "x"))...)
		if k.draft.Place != tt.place || k.draft.Focus != "x" {
			t.Errorf("%q: saved %+v", tt.place, k.draft)
		}
		if d.Here(tt.place, "x") != nil {
			t.Errorf("%q is saved again", tt.place)
		}
		if d.Resumable() != tt.on {
			t.Errorf("%q: resumable is %v", tt.place, d.Resumable())
		}
		step := d.Resume()
		if !tt.on && step != nil || tt.on && (len(step) != 1 || step[0] != GoMsg{tt.to, true}) {
			t.Errorf("%q: resumes with %v", tt.place, step)
		}
	}
}

// A question stands on the page that asks it, as long as it is asked.
func TestPageOf(t *testing.T) {
	d, _ := open(t, nil)
	at, ok := d.PageOf("service-for")
	if !ok || at.Stage != Page || model.PageID(at.ID) != d.Visits[0].Page {
		t.Errorf("%+v, %v", at, ok)
	}
	if d.Asks("no-such-question") {
		t.Error("asks what there is not")
	}
}
