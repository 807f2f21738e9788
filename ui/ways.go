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

// ways make the screens that stand at the places of an application. A screen is
// nil where nothing stands at a place any more.
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
	overview := max(0, s.overview()) + 1 // is on top of so many screens
	switch {
	case sc == nil:
		return s.uncover(overview)
	case msg.Leave:
		return s.show(overview, sc)
	}
	return s.show(len(s.stack), sc)
}

// materialAt makes the page of a row, or the list if there is no row of that key
// any more.
func materialAt(w *World, d *desk.Desk, key string) page.Screen {
	if s := files.NewMaterial(w.papers(d), model.MaterialKey(key)); s != nil {
		return s
	}
	return files.NewMaterials(w.papers(d))
}

// packetAt makes the page with what the packet lacks, or if it lacks nothing, the
// one that asks where it goes.
func packetAt(w *World, d *desk.Desk, _ string) page.Screen {
	if s := paper.NewPacketGaps(w.paper(d)); s != nil {
		return s
	}
	return paper.NewPacket(w.paper(d))
}
