package ui

import (
	"context"
	"path/filepath"

	tea "charm.land/bubbletea/v2"
)

// A pace is how far a packet is.
type pace struct{ done, of int }

// paceMsg tells it to the screen that waits for the packet.
type paceMsg struct {
	pace
	more <-chan pace
}

// packet writes a packet in the background, and tells on the way how far it
// is. Stop ends it early, with nothing written.
func (e *Env) packet(r ExportRequest) (cmd Step, stop func()) {
	ctx, stop := context.WithCancel(context.Background())
	steps := make(chan pace, 1)
	tell := func(done, of int) {
		select {
		case <-steps: // nobody has asked since: the latest counts
		default:
		}
		steps <- pace{done, of}
	}
	packing := work(func() tea.Msg {
		defer close(steps)
		if full, err := filepath.Abs(r.Path); err == nil {
			r.Path = full
		}
		left, err := e.Packet(ctx, r, tell)
		return exportedMsg{path: r.Path, left: left, err: err}
	})
	return Steps(packing, follow(steps)), stop
}

// follow waits for the next pace.
func follow(steps <-chan pace) Step {
	return effect(func() tea.Msg {
		s, ok := <-steps
		if !ok {
			return nil
		}
		return paceMsg{s, steps}
	})
}
