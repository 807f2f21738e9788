package paper_test

import (
	"context"
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// What is missing is shown before a packet is written, and Enter leads there.
func TestPacketGaps(t *testing.T) {
	s := uitest.Play(t, locales.EN, 120, 40, uitest.Flat(uitest.Company, uitest.Back(12), "b"))
	s.Sees("required materials are still wanting", "Equity structure chart", "no file yet")
	s.Keys("enter")
	s.Sees("Application form")
	s.Keys("esc")
	s.Sees("required materials are still wanting")
	s.Keys("esc")
	if s.Keys("b"); len(s.Output.Documents) > 0 {
		t.Error("a packet was written unasked")
	}
}

// An incomplete packet is written when the user says so, and the notice has the
// path in full; a file is replaced only after a question.
func TestPacketWritten(t *testing.T) {
	s := uitest.Play(t, locales.EN, 120, 40, uitest.Flat(uitest.Company, uitest.Back(12), "b", "end", "enter", "ctrl+u", "/out/a"))
	s.Sees("/out/a.zip")
	s.Output.There = map[string]bool{"/out/a.zip": true}
	s.Keys("enter", "enter")
	s.Sees("exists already")
	s.Keys("right", "enter")
	s.Sees("Packed:", "/out/a.zip", "not in the merged PDF: 1")
	if last := s.Output.Last(); last.Packet == nil || !last.Replace || last.Path != "/out/a.zip" {
		t.Errorf("wrote %+v", last)
	}
}

// One that was stopped says so, and the path is still there to try again.
func TestPacketStopped(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, uitest.Back(12), "b", "end", "enter"))
	s.Output.Fail = context.Canceled
	s.Keys("enter", "enter")
	s.Sees("Stopped; nothing was written", "packet-2026-11-23.zip")
}

// While it is written its progress shows, and Esc stops it.
func TestPacketProgress(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, uitest.Back(12), "b", "end", "enter"))
	var on context.Context
	s.Output.Packing = func(ctx context.Context, tell func(done, of int)) (int, error) {
		on = ctx
		tell(1, 4)
		tell(2, 4)
		return 0, nil
	}
	s.Hold = func(msg tea.Msg) bool {
		reply := fmt.Sprintf("%T", msg) == "ui.workedMsg"
		return reply
	}
	s.Keys("enter", "enter")
	s.Sees("packing; Esc stops it", "2/4")
	if on.Err() != nil {
		t.Fatal("it was stopped before anybody said so")
	}
	s.Keys("esc")
	if on.Err() == nil {
		t.Error("Esc does not stop it")
	}
	s.Sees("packing; Esc stops it") // until the reply
}
