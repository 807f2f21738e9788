package store

import (
	"errors"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/model"
)

const (
	maxCandidates = 10 // how many applications an Ambiguous error lists
	minPrefix     = 4  // from how many characters on the beginning of an id counts
)

// Find returns the application that a person means by name: a whole id, else a
// whole title, else the beginning of an id, of four characters or more. Each
// wins over what comes after it, so a title cannot be taken away by an id that
// happens to begin like it. What is put away is found, what is in the trash is
// not. The error is NotFound, or Ambiguous with the candidates.
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

// candidates returns what a name may mean, at most maxCandidates of them.
func (t tx) candidates(name string, in []string) ([]Candidate, error) {
	id := misread.Replace(fold(strings.TrimSpace(name)))
	if id == "" {
		return nil, nil
	}
	if len(id) == idLength {
		if found, err := t.beginning(id, in); err != nil || len(found) > 0 {
			return found, err
		}
	}
	if found, err := t.titled(name, in); err != nil || len(found) > 0 {
		return found, err
	}
	if len(id) < minPrefix {
		return nil, nil
	}
	return t.beginning(id, in)
}

// titled returns the applications with a whole title.
func (t tx) titled(title string, in []string) (found []Candidate, err error) {
	for _, scope := range in {
		err = errors.Join(err, t.scan(byTitle, scope+collate(title), func(key, _ []byte, _ error) bool {
			id := model.ApplicationID(idOf(key))
			if t.summary(id).Title == title && len(found) < maxCandidates {
				found = append(found, Candidate{id, title})
			}
			return len(found) < maxCandidates
		}))
	}
	return found, err
}

// beginning returns the applications whose id begins with a prefix.
func (t tx) beginning(prefix string, in []string) (found []Candidate, err error) {
	err = t.scan(summaries, prefix, func(key, _ []byte, _ error) bool {
		id := model.ApplicationID(key)
		if s := t.summary(id); slices.Contains(in, scope(s)) {
			found = append(found, Candidate{id, s.Title})
		}
		return len(found) < maxCandidates
	})
	return found, err
}
