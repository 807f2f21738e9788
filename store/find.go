package store

import (
	"errors"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// maxCandidates is how many applications an Ambiguous error lists.
const maxCandidates = 10

// Find returns the application that a person means by name: an id, the
// beginning of an id, or a whole title. What is put away is found, what is in
// the trash is not. The error is NotFound, or Ambiguous with the candidates.
func (s *Store) Find(name string) (model.ApplicationID, error) {
	return s.find(name, inScope, inArchive)
}

// FindTrashed is Find for what is in the trash.
func (s *Store) FindTrashed(name string) (model.ApplicationID, error) { return s.find(name, inTrash) }

// FindAny is Find wherever an application is, the trash included.
func (s *Store) FindAny(name string) (model.ApplicationID, error) {
	return s.find(name, inScope, inArchive, inTrash)
}

func (s *Store) find(name string, in ...string) (model.ApplicationID, error) {
	var found []Candidate
	err := s.view(func(t tx) (err error) {
		found, err = t.candidates(name, in)
		return err
	})
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return "", &Error{Code: NotFound, ID: model.ApplicationID(name)}
	case len(found) > 1:
		return "", &Error{Code: Ambiguous, ID: model.ApplicationID(name), Candidates: found}
	}
	return found[0].ID, nil
}

// misread turns what is easily misread in an id into what it is: that is what
// Crockford's alphabet is for.
var misread = strings.NewReplacer("o", "0", "i", "1", "l", "1")

func (t tx) candidates(name string, in []string) ([]Candidate, error) {
	if strings.TrimSpace(name) == "" {
		return nil, nil
	}
	var found []Candidate
	seen := make(map[model.ApplicationID]bool)
	add := func(id model.ApplicationID, fits func(model.Summary) bool) bool {
		if s := t.summary(id); !seen[id] && slices.Contains(in, scope(s)) && fits(s) {
			seen[id] = true
			found = append(found, Candidate{id, s.Title})
		}
		return len(found) < maxCandidates
	}
	prefix := misread.Replace(fold(strings.TrimSpace(name)))
	err := t.scan(summaries, prefix, func(key, _ []byte, _ error) bool {
		return add(model.ApplicationID(key), func(model.Summary) bool { return true })
	})
	if err != nil || len(prefix) == idLength && len(found) == 1 {
		return found, err
	}
	for _, scope := range in {
		err = errors.Join(err, t.scan(byTitle, scope+collate(name), func(key, _ []byte, _ error) bool {
			return add(model.ApplicationID(idOf(key)), func(s model.Summary) bool { return s.Title == name })
		}))
	}
	return found, err
}
