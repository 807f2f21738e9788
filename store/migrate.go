package store

import (
	"errors"
	"strconv"
)

// A migration turns the schema before it into the next one. It works on
// buckets and bytes and not on the types of package model, which go on
// changing after it.
type migration func(tx) error

// migrations lead from schema 1 to the current one: the first makes schema 2
// of schema 1, and so on. None is ever changed or taken out.
var migrations = []migration{addLog, addMarks}

// addLog makes room for the log of each application, and for who refers to
// which file.
func addLog(t tx) error {
	for _, b := range []string{"history", "reference"} {
		if _, err := t.bolt.CreateBucketIfNotExists([]byte(b)); err != nil {
			return err
		}
	}
	return nil
}

// addMarks has the values of the indexes made again, which hold more than state
// and turn from here on: migrate does that after every migration.
func addMarks(tx) error { return nil }

// migrate runs what is missing, all of it or nothing. The caller has kept a
// copy.
func (s *Store) migrate(schema int, steps []migration) error {
	if schema > len(steps) {
		return nil
	}
	return s.update(func(t tx) error {
		for _, step := range steps[schema-1:] {
			if err := step(t); err != nil {
				return err
			}
		}
		return errors.Join(
			t.put(meta, schemaKey, []byte(strconv.Itoa(1+len(steps)))),
			t.reindex(),
		)
	})
}
