package ui

import "github.com/xuke-cli/xuke/model"

// refusal words an error of the model.
func (d *desk) refusal(q model.QuestionID, err error) string {
	e, ok := asModelError(err)
	if !ok {
		return d.env.failure(err)
	}
	e.Question = q
	return d.words().Refusal(e)
}
