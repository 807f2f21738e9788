package store

import (
	"encoding/json"
	"fmt"
	"math"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// The log of an application is only ever added to: one step a save, in the
// transaction of the save. Keys count down, so that the latest step comes
// first.
func stepKey(id model.ApplicationID, seq int64) string {
	return fmt.Sprintf("%s%016x", id, uint64(math.MaxInt64-seq))
}

// logStep adds what has changed. A save that changes nothing is no step.
func (t tx) logStep(before, after model.Application, undoes int64) error {
	changes, err := model.Changes(&before, &after)
	if err != nil || len(changes) == 0 {
		return err
	}
	last, err := t.lastStep(after.ID)
	if err != nil {
		return err
	}
	step := model.Edit{Seq: last + 1, Rev: after.Rev, At: after.Updated, Undoes: undoes, Changes: changes}
	return t.putJSON(history, stepKey(after.ID, step.Seq), step)
}

// lastStep returns the number of the latest step, 0 where there is none. It is
// taken from the key, so that a damaged step is not written over.
func (t tx) lastStep(id model.ApplicationID) (seq int64, err error) {
	err = t.scan(history, string(id), func(key, _ []byte, _ error) bool {
		var down uint64
		if _, err := fmt.Sscanf(string(key[len(id):]), "%016x", &down); err == nil {
			seq = math.MaxInt64 - int64(down)
		}
		return false
	})
	return seq, err
}

// steps shows the log, the latest step first, until visit returns false.
func (t tx) steps(id model.ApplicationID, visit func(model.Edit) bool) error {
	var damage error
	err := t.scan(history, string(id), func(key, value []byte, err error) bool {
		var s model.Edit
		if err == nil {
			err = json.Unmarshal(value, &s)
		}
		if err != nil {
			damage = t.about(id, fmt.Errorf("step %q: %w", key, errDamaged))
			return false
		}
		return visit(s)
	})
	if err != nil {
		return err
	}
	return damage
}

// History returns up to limit steps of the log, the latest first, skipping as
// many as offset says; limit 0 is all.
func (s *Store) History(id model.ApplicationID, offset, limit int) (steps []model.Edit, err error) {
	err = s.view(func(t tx) error {
		if _, err := t.load(id); CodeOf(err) == NotFound {
			return err
		}
		n := 0
		return t.steps(id, func(step model.Edit) bool {
			if n++; n > offset {
				steps = append(steps, step)
			}
			return limit == 0 || len(steps) < limit
		})
	})
	return steps, err
}

// Undo takes back the latest step that was not taken back yet, and returns the
// application as it is then, with that step. Summarise makes the summary to
// keep. Ok is false where there is nothing to take back: the first step, which
// made the application, stays.
func (s *Store) Undo(id model.ApplicationID, now time.Time, summarise func(*model.Application) (model.Summary, error)) (app model.Application, undone model.Edit, ok bool, err error) {
	err = s.update(func(t tx) error {
		was, err := t.load(id)
		if err != nil {
			return err
		}
		if undone, ok, err = t.undoable(id); err != nil || !ok {
			return err
		}
		if app, err = was.Revert(undone); err != nil {
			return err
		}
		app.Updated = now
		sum, err := summarise(&app)
		if err != nil {
			return err
		}
		app.Rev, err = t.save(app, sum, nil, undone.Seq)
		return err
	})
	if err != nil {
		return model.Application{}, model.Edit{}, false, err
	}
	return app, undone, ok, nil
}

// LastStep returns the step that Undo would take back.
func (s *Store) LastStep(id model.ApplicationID) (step model.Edit, ok bool, err error) {
	err = s.view(func(t tx) (err error) {
		step, ok, err = t.undoable(id)
		return err
	})
	return step, ok, err
}

func (t tx) undoable(id model.ApplicationID) (step model.Edit, ok bool, err error) {
	step, ok = model.Undoable(func(yield func(model.Edit) bool) { err = t.steps(id, yield) })
	return step, ok && step.Seq > 1, err
}

// forget drops the log of an application, and that it refers to files.
func (t tx) forget(id model.ApplicationID) error {
	var keys []string
	err := t.scan(history, string(id), func(key, _ []byte, _ error) bool {
		keys = append(keys, string(key))
		return true
	})
	for _, key := range keys {
		if _, err := t.delete(history, key); err != nil {
			return err
		}
	}
	return err
}
