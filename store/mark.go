package store

import (
	"bytes"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// A mark is the value of an index: what a list is narrowed by, in the order of
// marked, with 0 between; the tags have 1 before each. So a list passes over an
// application without looking at its summary, 100,000 of them in some 20 ms.
func mark(s model.Summary) string {
	var tags strings.Builder
	for _, t := range s.Tags {
		tags.WriteString("\x01" + plain(t))
	}
	return strings.Join([]string{
		string(s.State), turn(s), s.Due().String(), string(s.Procedure), plain(s.Responsible), tags.String(),
	}, "\x00")
}

// turn is whose turn it is, and where that changes by itself, 3 with the day
// after which it does and whose it is then.
func turn(s model.Summary) string {
	now := string(s.Turn())
	if s.Deem == nil {
		return now
	}
	return now + "\x03" + s.Deem.Date.String() + string(s.Deem.Whose)
}

// turnOn returns whose turn it is on a day, out of what turn has made.
func turnOn[T string | []byte](turn T, today string) T {
	const day = len("2006-01-02")
	for i := range len(turn) {
		if turn[i] != 3 {
			continue
		}
		if from := i + 1 + day; len(turn) >= from && string(turn[i+1:from]) < today {
			return turn[from:]
		}
		return turn[:i]
	}
	return turn
}

// marked is the order of the facets in a mark.
var marked = []model.Facet{model.OfState, model.OfTurn, model.OfDue, model.OfProcedure, model.OfResponsible, model.OfTag}

// plain takes out what a mark is divided by.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 2 {
			return -1
		}
		return r
	}, s)
}

// fields divides a mark. The result is valid until the next call.
func (c *criteria) fields(mark []byte) [][]byte {
	c.parts = c.parts[:0]
	for range len(marked) - 1 {
		part, rest, _ := bytes.Cut(mark, []byte{0})
		c.parts, mark = append(c.parts, part), rest
	}
	c.parts = append(c.parts, mark)
	return c.parts
}

// Criteria test marks against a filter.
type criteria struct {
	wants []want
	today string
	parts [][]byte
}

// A want is a value of a facet; at is its place in a mark.
type want struct {
	facet model.Facet
	at    int
	value []byte
	until string // of OfDue within days: the last day that counts
}

func criteriaOf(q model.Query) *criteria {
	c := &criteria{today: q.Today.String()}
	for facet, value := range q.Wants() {
		c.wants = append(c.wants, wantOf(facet, value, q.Today))
	}
	return c
}

func wantOf(facet model.Facet, value string, today model.Date) want {
	w := want{facet: facet, at: slices.Index(marked, facet), value: []byte(plain(value))}
	if days, ok := model.ParseWithin(value); ok && facet == model.OfDue {
		w.until = today.AddDays(days).String()
	}
	if facet == model.OfTag && value != "" {
		w.value = append([]byte{1}, w.value...)
	}
	return w
}

// fit reports whether the list wants an application. One that is damaged is
// wanted always.
func (c *criteria) fit(mark []byte) bool {
	if len(c.wants) == 0 {
		return true
	}
	parts := c.fields(mark)
	if string(parts[0]) == string(Damaged) {
		return true
	}
	return !slices.ContainsFunc(c.wants, func(w want) bool { return !w.met(parts, c.today) })
}

func (w want) met(parts [][]byte, today string) bool {
	if w.at < 0 {
		return false
	}
	has := parts[w.at]
	switch {
	case w.facet == model.OfTag && len(w.value) > 0:
		return hasTag(has, w.value)
	case w.facet == model.OfDue && w.until != "":
		return len(has) > 0 && string(has) <= w.until
	case w.facet == model.OfDue && string(w.value) == model.Overdue:
		return len(has) > 0 && string(has) < today
	case w.facet == model.OfDue && string(w.value) == model.Undated:
		return len(has) == 0
	}
	if w.facet == model.OfTurn {
		has = turnOn(has, today)
	}
	return bytes.Equal(has, w.value)
}

// hasTag looks for a tag with its 1 in a list of such.
func hasTag(tags, tag []byte) bool {
	for len(tags) > 0 {
		i := bytes.Index(tags, tag)
		if i < 0 {
			return false
		}
		if end := i + len(tag); end == len(tags) || tags[end] == 1 {
			return true
		}
		tags = tags[i+len(tag):]
	}
	return false
}
