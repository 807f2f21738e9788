package lines

import (
	"errors"
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// settled says the conclusion from an answer, with the reason if that is more
// than the answer itself.
func (t *talk) settled(s model.Assessment) {
	if slices.ContainsFunc(s.Reasons, func(r model.Reason) bool { return r.Op != model.Is }) {
		t.verdict(s)
		return
	}
	t.say(locales.CLIPlainSettled, "Condition", t.words().Title("condition", string(s.ID)), "Verdict", t.p.Text("term", "verdict", string(s.Verdict)))
}

func (t *talk) verdict(s model.Assessment) {
	w := t.words()
	t.say(locales.CLIPlainVerdict, "Condition", w.Title("condition", string(s.ID)),
		"Verdict", t.p.Text("term", "verdict", string(s.Verdict)), "Because", w.Because(s))
}

// outcome says what it means that a condition is not met. The user may go on with
// it, or answer anew.
func (t *talk) outcome(s model.Assessment) error {
	err := t.hold(exchange{
		say: func() {
			w, id := t.words(), string(s.ID)
			t.print(w.Part("condition", id, "outcome.title"))
			t.print(w.Part("condition", id, "outcome.body"))
			for _, n := range s.Notes {
				t.print(w.Text("condition", id, "note."+n.ID))
			}
			t.say(locales.CLIPlainGoOn)
		},
		take: func(string) error { return nil },
	})
	if errors.Is(err, errBack) {
		return errAgain
	}
	return err
}
