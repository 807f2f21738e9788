package store

import (
	"bytes"
	"encoding/json"

	"github.com/xuke-cli/xuke/model"
)

// Resummarise makes all summaries again, after what they are made with has
// changed, and returns how many came out otherwise. Revisions and logs stay as
// they are. What cannot be read or summarised keeps the summary that it has.
func (s *Store) Resummarise(summarise func(*model.Application) (model.Summary, error)) (changed int, err error) {
	err = s.update(func(t tx) error {
		var ids []model.ApplicationID
		err := t.scan(summaries, "", func(key, _ []byte, _ error) bool {
			ids = append(ids, model.ApplicationID(key))
			return true
		})
		if err != nil {
			return err
		}
		for _, id := range ids {
			differs, err := t.resummarise(id, summarise)
			if err != nil {
				return err
			}
			if differs {
				changed++
			}
		}
		return nil
	})
	return changed, err
}

func (t tx) resummarise(id model.ApplicationID, summarise func(*model.Application) (model.Summary, error)) (differs bool, err error) {
	old, found, err := t.entry(id)
	if !found || err != nil {
		return false, nil //nolint:nilerr // healing is another's work
	}
	app, err := t.load(id)
	if err != nil {
		return false, nil //nolint:nilerr // so is this
	}
	sum, err := summarise(&app)
	if err != nil {
		return false, nil //nolint:nilerr // an edition that is not there
	}
	complete(&sum, app)
	was, err := json.Marshal(old.Summary)
	if err != nil {
		return false, err
	}
	is, err := json.Marshal(sum)
	if err != nil || bytes.Equal(was, is) {
		return false, err
	}
	if err := t.putJSON(summaries, string(id), entry{old.Rev, sum}); err != nil {
		return false, err
	}
	return true, t.move(&old.Summary, &sum)
}
