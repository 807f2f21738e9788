package paper

import (
	"context"
	"path/filepath"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
)

// A paperRoom is the desk as the rooms that write documents use it.
type Room struct {
	*desk.Desk
	Write Writer
}

// A Writer writes documents. It fails with fs.ErrExist rather than replace a
// file that it was not told to.
type Writer interface {
	Export(page.ExportRequest) error
	// Packet writes a packet; it ends early with the error of ctx. Left is how
	// many files are no part of its merged PDF.
	Packet(ctx context.Context, r page.ExportRequest, tell func(done, of int)) (left int, err error)
}

// A pace is how far a packet is.
type pace struct{ done, of int }

// paceMsg tells it to the screen that waits for the packet.
type paceMsg struct {
	pace
	more <-chan pace
}

// writePacket writes a packet in the background, and tells on the way how far it
// is. Stop ends it early, with nothing written.
func (d *Room) writePacket(r page.ExportRequest) (cmd page.Step, stop func()) {
	ctx, stop := context.WithCancel(context.Background())
	steps := make(chan pace, 1)
	tell := func(done, of int) {
		select {
		case <-steps: // nobody has asked since: the latest counts
		default:
		}
		steps <- pace{done, of}
	}
	packing := page.Work(func() tea.Msg {
		defer close(steps)
		if full, err := filepath.Abs(r.Path); err == nil {
			r.Path = full
		}
		left, err := d.Write.Packet(ctx, r, tell)
		return page.ExportedMsg{Path: r.Path, Left: left, Err: err}
	})
	return page.Steps(packing, follow(steps)), stop
}

// follow waits for the next pace.
func follow(steps <-chan pace) page.Step {
	return page.Effect(func() tea.Msg {
		s, ok := <-steps
		if !ok {
			return nil
		}
		return paceMsg{s, steps}
	})
}

// writeExport writes a document. The reply names the file in full, so that people
// find it again.
func (d *Room) writeExport(r page.ExportRequest) page.Step {
	return page.Work(func() tea.Msg {
		if full, err := filepath.Abs(r.Path); err == nil {
			r.Path = full
		}
		return page.ExportedMsg{Path: r.Path, Err: d.Write.Export(r)}
	})
}
