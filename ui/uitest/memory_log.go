package uitest

import (
	"errors"
	"slices"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// log keeps what has changed as a step; undoes is the one that it takes back, or
// 0.
func (m *Memory) log(before, after model.Application, undoes int64) {
	changes, err := model.Changes(&before, &after)
	if err != nil || len(changes) == 0 {
		return
	}
	edits := m.Logs[after.ID]
	m.Logs[after.ID] = append(edits, model.Edit{Seq: int64(len(edits) + 1), Rev: after.Rev, At: Noon, Undoes: undoes, Changes: changes})
}

// History implements cover.Log.
func (m *Memory) History(id model.ApplicationID, offset, limit int) ([]model.Edit, error) {
	edits := slices.Clone(m.Logs[id])
	slices.Reverse(edits)
	return edits, nil
}

// LastStep implements cover.Log.
func (m *Memory) LastStep(id model.ApplicationID) (model.Edit, bool, error) {
	edit, ok := model.Undoable(func(yield func(model.Edit) bool) {
		for _, e := range slices.Backward(m.Logs[id]) {
			if !yield(e) {
				return
			}
		}
	})
	return edit, ok && edit.Seq > 1, nil
}

// Undo implements cover.Log.
func (m *Memory) Undo(id model.ApplicationID, now time.Time, summarise func(*model.Application) (model.Summary, error)) (model.Application, model.Edit, bool, error) {
	edit, ok, _ := m.LastStep(id)
	if !ok {
		return model.Application{}, edit, false, m.Fail
	}
	app, err := m.Apps[id].Revert(edit)
	if err != nil || m.Fail != nil {
		return app, edit, false, errors.Join(err, m.Fail)
	}
	sum, err := summarise(&app)
	app.Rev++
	m.log(m.Apps[id], app, edit.Seq)
	m.Apps[id], m.Sums[id] = app, sum
	return app, edit, true, err
}
