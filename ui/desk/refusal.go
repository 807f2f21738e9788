package desk

import (
	"github.com/xuke-cli/xuke/model"
)

// refusal words an error of the model.
func (d *Desk) Refusal(q model.QuestionID, err error) string {
	e, ok := AsModelError(err)
	if !ok {
		return d.Env.Fail(err)
	}
	e.Question = q
	return d.Words().Refusal(e)
}
