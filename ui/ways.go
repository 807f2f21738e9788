package ui

import (
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/cover"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/files"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/paper"
	"github.com/xuke-cli/xuke/ui/track"
	"github.com/xuke-cli/xuke/ui/walk"
)

// ways are the screens that stand at the places of an application. One that is
// not there (any more) is nil.
var ways = map[desk.Stage]func(w *World, d *desk.Desk, id string) page.Screen{
	desk.Overview: func(w *World, d *desk.Desk, _ string) page.Screen { return cover.NewOverview(w.cover(d)) },
	desk.Page:     func(w *World, d *desk.Desk, id string) page.Screen { return walk.Page(d, model.PageID(id)) },
	desk.Question: func(w *World, d *desk.Desk, id string) page.Screen { return walk.Question(d, model.QuestionID(id)) },
	desk.Conditions: func(w *World, d *desk.Desk, id string) page.Screen {
		return walk.Conditions(d, model.ConditionID(id))
	},
	desk.Materials:  func(w *World, d *desk.Desk, _ string) page.Screen { return files.NewMaterials(w.papers(d)) },
	desk.Material:   materialAt,
	desk.SetAside:   func(w *World, d *desk.Desk, _ string) page.Screen { return files.NewSetAside(d) },
	desk.Collect:    func(w *World, d *desk.Desk, _ string) page.Screen { return files.NewCollect(w.papers(d)) },
	desk.Review:     func(w *World, d *desk.Desk, _ string) page.Screen { return cover.NewReview(w.cover(d)) },
	desk.Submission: func(w *World, d *desk.Desk, _ string) page.Screen { return track.NewSubmission(w.track(d)) },
	desk.Settle:     func(w *World, d *desk.Desk, id string) page.Screen { return track.NewSettle(w.track(d), id) },
	desk.Export:     func(w *World, d *desk.Desk, _ string) page.Screen { return paper.NewChecklist(w.paper(d)) },
	desk.Draft: func(w *World, d *desk.Desk, id string) page.Screen {
		return paper.NewDraft(w.paper(d), model.MaterialKey(id))
	},
	desk.Letters: func(w *World, d *desk.Desk, _ string) page.Screen { return paper.NewLetters(w.paper(d)) },
	desk.Packet:  packetAt,
	desk.Undo:    func(w *World, d *desk.Desk, _ string) page.Screen { return cover.NewUndo(w.cover(d)) },
	desk.History: func(w *World, d *desk.Desk, _ string) page.Screen { return cover.NewHistory(w.cover(d)) },
	desk.Edition: func(w *World, d *desk.Desk, _ string) page.Screen { return cover.NewEdition(w.cover(d)) },
}

// lead goes to a place; where nothing stands there any more, to the overview.
func (s Shell) lead(msg desk.GoMsg) (Shell, page.Step) {
	var sc page.Screen
	if way, ok := ways[msg.To.Stage]; ok {
		sc = way(s.world, s.open, msg.To.ID)
	}
	above := max(0, s.overview()) + 1
	switch {
	case sc == nil:
		s.stack = s.stack[:above]
		return s.one(above-1, page.ShownMsg{})
	case msg.Leave:
		return s.show(above, sc)
	}
	return s.show(len(s.stack), sc)
}

// materialAt is the page of a row, or the list if there is none of that key any
// more.
func materialAt(w *World, d *desk.Desk, key string) page.Screen {
	if s := files.NewMaterial(w.papers(d), model.MaterialKey(key)); s != nil {
		return s
	}
	return files.NewMaterials(w.papers(d))
}

// packetAt is what the packet lacks, or where it goes if that is nothing.
func packetAt(w *World, d *desk.Desk, _ string) page.Screen {
	if s := paper.NewPacketGaps(w.paper(d)); s != nil {
		return s
	}
	return paper.NewPacket(w.paper(d))
}
