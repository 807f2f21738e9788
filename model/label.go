package model

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// What is noted about an application to find it among many: who is
// responsible, tags, and whether it is put away. It is no part of the
// procedure.

// Bounds of labels, in characters, and of tags on one application.
const (
	MaxLabel = 40
	MaxTags  = 20
)

// Assign makes somebody responsible; an empty name is nobody. The error is
// NotALabel.
func (a *Application) Assign(name string) error {
	name = strings.TrimSpace(name)
	if name != "" && !isLabel(name) {
		return notALabel(name)
	}
	a.Responsible = name
	return nil
}

// Tag adds and removes tags. Adding one that is there, or removing one that is
// not, changes nothing. The error is NotALabel or ManyTags.
func (a *Application) Tag(add, remove []string) error {
	var tags []string
	for _, t := range a.Tags {
		if !slices.ContainsFunc(remove, func(r string) bool { return strings.TrimSpace(r) == t }) {
			tags = append(tags, t)
		}
	}
	for _, t := range add {
		t = strings.TrimSpace(t)
		if !isLabel(t) {
			return notALabel(t)
		}
		if !slices.Contains(tags, t) {
			tags = append(tags, t)
		}
	}
	if most := int64(MaxTags); len(tags) > MaxTags {
		return &Error{Code: ManyTags, Given: strings.Join(tags, " "), Max: &most}
	}
	slices.Sort(tags)
	a.Tags = tags
	return nil
}

// isLabel holds for a short word or two in one line, without the commas that
// labels are listed with.
func isLabel(text string) bool {
	n := utf8.RuneCountInString(text)
	return utf8.ValidString(text) && n >= 1 && n <= MaxLabel && !strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsControl(r) || isComma(r)
	})
}

func isComma(r rune) bool { return strings.ContainsRune(",，、;；", r) }

func notALabel(text string) error {
	most := int64(MaxLabel)
	return &Error{Code: NotALabel, Given: text, Max: &most}
}

// Labels splits what somebody typed into tags: commas of either kind and
// semicolons stand between them.
func Labels(text string) []string {
	var out []string
	for _, t := range strings.FieldsFunc(text, isComma) {
		if t = strings.TrimSpace(t); t != "" {
			out = append(out, t)
		}
	}
	return out
}

// Archive puts an application away: it is kept, and no longer among those that
// are worked on. One that is put away already stays as it is.
func (a *Application) Archive(at time.Time) {
	if a.Archived.IsZero() {
		a.Archived = at
	}
}

// Unarchive brings it back.
func (a *Application) Unarchive() { a.Archived = time.Time{} }
