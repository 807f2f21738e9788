package ui

import (
	"slices"

	"github.com/xuke-cli/xuke/model"
)

// ways are the screens that stand at the places of an application. One that is
// not there (any more) is nil.
var ways = map[Stage]func(w *World, d *desk, id string) screen{
	Overview:   func(w *World, d *desk, _ string) screen { return newOverview(w.cover(d)) },
	Page:       func(w *World, d *desk, id string) screen { return walk{d: d}.page(model.PageID(id)) },
	Question:   func(w *World, d *desk, id string) screen { return walk{d: d, single: true}.open(model.QuestionID(id)) },
	Conditions: func(w *World, d *desk, id string) screen { return newConditions(d, model.ConditionID(id)) },
	Materials:  func(w *World, d *desk, _ string) screen { return newMaterials(w.papers(d)) },
	Material:   materialAt,
	SetAside:   func(w *World, d *desk, _ string) screen { return newAside(d) },
	Collect:    func(w *World, d *desk, _ string) screen { return newCollect(w.papers(d)) },
	Review:     func(w *World, d *desk, _ string) screen { return newReview(w.cover(d)) },
	Submission: func(w *World, d *desk, _ string) screen { return newSubmission(w.track(d)) },
	Settle:     func(w *World, d *desk, id string) screen { return newSettle(w.track(d), id) },
	Export:     func(w *World, d *desk, _ string) screen { return newExport(w.paper(d)) },
	Draft:      func(w *World, d *desk, id string) screen { return newDraft(w.paper(d), model.MaterialKey(id)) },
	Letters:    func(w *World, d *desk, _ string) screen { return newLetters(w.paper(d)) },
	Packet:     func(w *World, d *desk, _ string) screen { return newPacket(w.paper(d)) },
}

// lead goes to a place.
func (s Shell) lead(msg goMsg) (Shell, Step) {
	var sc screen
	if way, ok := ways[msg.to.Stage]; ok {
		sc = way(s.world, s.open, msg.to.ID)
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
func materialAt(w *World, d *desk, key string) screen {
	if s := newMaterial(w.papers(d), model.MaterialKey(key)); s != nil {
		return s
	}
	return newMaterials(w.papers(d))
}
