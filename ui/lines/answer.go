package lines

import (
	"errors"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// take answers a question with what the user said to it.
func (t *talk) take(q *model.Question, line string) error {
	var v model.Value
	var err error
	changed := t.app.Clone()
	switch text := strings.TrimSpace(line); {
	case text == "":
		if v, err = t.entered(q); v == nil {
			return err
		}
	case text == "-" && q.Optional: // no answer
	default:
		v, err = t.read(q.Field, func(o string) string { return t.words().Option(q.ID, o) }, line)
	}
	if err == nil {
		err = changed.Answer(t.proc, q.ID, v)
	}
	if err != nil {
		return t.refused(q, "", err)
	}
	if err := t.odd(q, &changed); err != nil {
		return err
	}
	return t.change(q, changed)
}

// entered is what Enter alone answers: a copied answer, which it confirms, or
// the default. It is nil if nothing changes, which is fine if there is an
// answer or none is needed.
func (t *talk) entered(q *model.Question) (model.Value, error) {
	switch ans := t.app.Answers[q.ID]; {
	case !ans.Copied.IsZero():
		return ans.Value, nil
	case ans.Value != nil || ans.Pending != nil:
		return nil, nil
	case q.Default == nil && !q.Optional:
		return nil, t.again(t.p.T(locales.CLIPlainEmpty, "Field", t.words().Question(q.ID)))
	}
	return q.Default, nil
}

// refused says why an answer, or a column of one, cannot be taken.
func (t *talk) refused(q *model.Question, column string, err error) error {
	var e *model.Error
	if !errors.As(err, &e) {
		return err
	}
	e.Question, e.Field = q.ID, column
	return t.again(t.words().Refusal(e))
}

// odd says what is odd about an answer. A problem asks again; anything else stays
// if the user says so.
func (t *talk) odd(q *model.Question, changed *model.Application) error {
	if model.Equal(t.app.Answers[q.ID].Value, changed.Answers[q.ID].Value) {
		return nil // it was kept before
	}
	for _, f := range model.FindingsOf(t.proc, changed, q.ID, t.Today()) {
		text := t.words().Finding(f)
		if f.Level == model.Problem {
			return t.again(text)
		}
		keep, err := t.yes(func() { t.say(locales.CLIPlainOdd, "Finding", text) })
		if err != nil {
			return err
		}
		if !keep {
			return errAgain
		}
	}
	return nil
}
