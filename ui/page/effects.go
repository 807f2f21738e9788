package page

import (
	"context"

	tea "charm.land/bubbletea/v2"
)

// A pace is how much of a document has been written.
type pace struct{ done, of int }

type (
	savedMsg struct {
		order *Order
		saved Saved
		err   error
	}
	paceMsg struct {
		order *Order
		pace
		more <-chan pace
	}
)

// write has a document written. Its replies are paces on the way and savedMsg at
// the end.
func write(ctx context.Context, order *Order, writing Writing) Step {
	paces := make(chan pace, 1)
	tell := func(done, of int) {
		select {
		case <-paces: // one that has not been read yet: the latest counts
		default:
		}
		paces <- pace{done, of}
	}
	work := Work(func() tea.Msg {
		defer close(paces)
		saved, err := writing(ctx, tell)
		return savedMsg{order, saved, err}
	})
	return Steps(work, followPace(order, paces))
}

// followPace waits for the next pace.
func followPace(order *Order, paces <-chan pace) Step {
	return Effect(func() tea.Msg {
		p, ok := <-paces
		if !ok {
			return nil
		}
		return paceMsg{order, p, paces}
	})
}
