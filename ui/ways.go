package ui

import (
	"slices"

	"github.com/xuke-cli/xuke/model"
)

// ways are the screens that stand at the places of an application. One that is
// not there (any more) is nil.
var ways = map[Stage]func(d *desk, id string) screen{
	Overview:   func(d *desk, _ string) screen { return newOverview(d) },
	Page:       func(d *desk, id string) screen { return walk{d: d}.page(model.PageID(id)) },
	Question:   func(d *desk, id string) screen { return walk{d: d, single: true}.open(model.QuestionID(id)) },
	Conditions: func(d *desk, id string) screen { return newConditions(d, model.ConditionID(id)) },
	Materials:  func(d *desk, _ string) screen { return newMaterials(d) },
	Material:   materialAt,
	SetAside:   func(d *desk, _ string) screen { return newAside(d) },
	Collect:    func(d *desk, _ string) screen { return newCollect(d) },
	Review:     func(d *desk, _ string) screen { return newReview(d) },
	Submission: func(d *desk, _ string) screen { return newSubmission(d) },
	Settle:     func(d *desk, id string) screen { return newSettle(d, id) },
	Export:     func(d *desk, _ string) screen { return newExport(d) },
	Draft:      func(d *desk, id string) screen { return newDraft(d, model.MaterialKey(id)) },
	Letters:    func(d *desk, _ string) screen { return newLetters(d) },
	Packet:     func(d *desk, _ string) screen { return newPacket(d) },
}

// lead goes to a place.
func (s Shell) lead(msg goMsg) (Shell, Step) {
	var sc screen
	if way, ok := ways[msg.to.Stage]; ok {
		sc = way(s.open, msg.to.ID)
	}
	if !msg.leave && sc != nil {
		return s, push(sc)
	}
	i := s.overview()
	s.stack = slices.Clone(s.stack[:max(0, i)+1])
	if sc == nil {
		return s.one(len(s.stack)-1, shownMsg{})
	}
	s.stack = append(s.stack, sc)
	return s, begin(sc)
}

// materialAt is the page of a row, or the list if there is none of that key any
// more.
func materialAt(d *desk, key string) screen {
	if s := newMaterial(d, model.MaterialKey(key)); s != nil {
		return s
	}
	return newMaterials(d)
}
