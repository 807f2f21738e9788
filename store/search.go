package store

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/xuke-cli/xuke/model"
)

// searchText is what a search looks at: title, words, labels and id, a line
// each, and the pinyin initials of those that have any.
func searchText(s model.Summary) string {
	var b strings.Builder
	lines := slices.Concat([]string{s.Title}, s.Words, []string{s.Responsible}, s.Tags)
	for _, line := range slices.DeleteFunc(lines, func(l string) bool { return l == "" }) {
		b.WriteString(fold(line) + "\n")
		for _, i := range initials(line) {
			b.WriteString(i + "\n")
		}
	}
	b.WriteString(string(s.ID))
	return b.String()
}

// fold makes text comparable: lower case, full-width letters and digits as
// half-width ones.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' { // U+FF01–FF5E are ASCII, shifted
			r += '!' - '！'
		}
		return unicode.ToLower(r)
	}, s)
}

// A fixedID is an id as a key of a map that may get 100,000 of them: it costs
// no allocation.
type fixedID [idLength]byte

func fixed(id []byte) (f fixedID) {
	copy(f[:], id)
	return f
}

// matching returns what a query's search finds, nil for no search.
func (t tx) matching(q model.Query) (map[fixedID]struct{}, error) {
	if search := wanted(q); search != "" {
		return t.matches([]byte(search))
	}
	return nil, nil
}

func found(matching map[fixedID]struct{}, id []byte) bool {
	if matching == nil {
		return true
	}
	_, ok := matching[fixed(id)]
	return ok
}

// matches returns the applications that a search finds. It reads the search
// bucket alone, and reports an error where that is not complete.
func (t tx) matches(search []byte) (map[fixedID]struct{}, error) {
	found := make(map[fixedID]struct{})
	n := 0
	var damage error
	err := t.scan(searched, "", func(key, text []byte, err error) bool {
		n++
		damage = err
		if bytes.Contains(text, search) {
			found[fixed(key)] = struct{}{}
		}
		return err == nil
	})
	if err != nil || damage != nil {
		return nil, errIndex
	}
	if c, err := t.counts(); err != nil || n != c.Live+c.Archived+c.Trash {
		return nil, fmt.Errorf("%w: %d of %d can be searched", errIndex, n, c.Live+c.Archived+c.Trash)
	}
	return found, nil
}
