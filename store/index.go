package store

import (
	"encoding/binary"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// The keys of an index are in display order:
//
//	scope  1 byte, inScope, inArchive or inTrash
//	order  what the index sorts by
//	id     idLength bytes
//
// The value is a mark (mark.go).
const (
	inScope   = "a"
	inArchive = "p" // put away
	inTrash   = "t"
)

// An index is a bucket and what it sorts by.
type index struct {
	bucket bucket
	order  func(model.Summary) string
}

var indexes = map[model.Order]index{
	model.ByDue:     {byDue, func(s model.Summary) string { return due(s) + latest(s.Updated) }},
	model.ByUpdated: {byUpdated, func(s model.Summary) string { return latest(s.Updated) }},
	model.ByTitle:   {byTitle, func(s model.Summary) string { return collate(s.Title) }},
}

func (x index) key(s model.Summary) string { return scope(s) + x.order(s) + string(s.ID) }

func scope(s model.Summary) string {
	switch {
	case !s.Trashed.IsZero():
		return inTrash
	case !s.Archived.IsZero():
		return inArchive
	}
	return inScope
}

// idOf returns the id at the end of an index key.
func idOf(key []byte) []byte { return key[max(0, len(key)-idLength):] }

// latest sorts times, the latest first.
func latest(at time.Time) string {
	var b [12]byte
	binary.BigEndian.PutUint64(b[:], ^(uint64(at.Unix()) ^ 1<<63)) // negative before positive, then the other way round
	binary.BigEndian.PutUint32(b[8:], ^uint32(at.Nanosecond()))
	return string(b[:])
}

// due sorts by the next date, those without one last.
func due(s model.Summary) string {
	if s.Due().IsZero() {
		return "\xff\xff\xff\xff"
	}
	return dayKey(s.Due())
}

// dayKey sorts days.
func dayKey(d model.Date) string {
	return string([]byte{byte(d.Year >> 8), byte(d.Year), byte(d.Month), byte(d.Day)})
}

// titleLength is how much of a title is sorted by, in bytes.
const titleLength = 200

// collate sorts titles as a phone book does: Chinese by pinyin initials among
// the Latin ones, those with the same initials together.
func collate(title string) string {
	return clip(firstInitials(title)) + "\x00" + clip(fold(title)) + "\x00"
}

func clip(s string) string { return s[:min(len(s), titleLength)] }
