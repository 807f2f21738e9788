package desk

import (
	"errors"

	"github.com/xuke-cli/xuke/model"
)

// Refusal words the error with which the model refuses an answer to q; "" is for
// what is no answer. Any other error is one of the outside world.
func (d *Desk) Refusal(q model.QuestionID, err error) string {
	e, ok := errors.AsType[*model.Error](err)
	if !ok {
		return d.Env.Fail(err)
	}
	e.Question = q
	return d.Words().Refusal(e)
}
