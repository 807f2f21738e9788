package ui

import (
	"context"
	"io/fs"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
)

// What is missing is shown before a packet is written, and Enter leads there.
func TestPacketGaps(t *testing.T) {
	s := play(t, locales.EN, 120, 40, flat(company, back(12), "b"))
	s.sees("required materials are still wanting", "Equity structure chart", "no file yet")
	s.keys("enter")
	s.sees("Application form")
	s.keys("esc")
	s.sees("required materials are still wanting")
	s.keys("esc")
	if s.keys("b"); len(s.export) > 0 {
		t.Error("a packet was written unasked")
	}
}

// An incomplete one is written when somebody says so, and the path is said in
// full; a file is replaced only after a question.
func TestPacketWritten(t *testing.T) {
	s := play(t, locales.EN, 120, 40, flat(company, back(12), "b", "end", "enter", "ctrl+u", "/out/a"))
	s.sees("/out/a.zip")
	s.refusal = fs.ErrExist
	s.keys("enter", "enter")
	s.sees("exists already")
	s.refusal = nil
	s.keys("right", "enter")
	s.sees("Packed:", "a.zip", "not in the merged PDF: 1")
	last := s.export[len(s.export)-1]
	if !last.Packet || !last.Replace || !strings.HasSuffix(last.Path, "a.zip") || strings.HasSuffix(last.Path, ".zip.zip") {
		t.Errorf("asked for %+v", last)
	}
}

// One that was stopped says so, and the path is still there to try again.
func TestPacketStopped(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat(company, back(12), "b", "end", "enter"))
	s.refusal = context.Canceled
	s.keys("enter", "enter")
	s.sees("Stopped; nothing was written", "packet-2026-11-23.zip")
}

// While it is written its progress shows, and Esc stops it.
func TestPacketProgress(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat(company, back(12), "b", "end", "enter"))
	var on context.Context
	s.pack = func(ctx context.Context, _ ExportRequest, tell func(done, of int)) (int, error) {
		on = ctx
		tell(1, 4)
		tell(2, 4)
		return 0, nil
	}
	s.hold = func(msg tea.Msg) bool {
		_, reply := msg.(workedMsg)
		return reply
	}
	s.keys("enter", "enter")
	s.sees("packing; Esc stops it", "2/4")
	if on.Err() != nil {
		t.Fatal("it was stopped before anybody said so")
	}
	s.keys("esc")
	if on.Err() == nil {
		t.Error("Esc does not stop it")
	}
	s.sees("packing; Esc stops it") // until the reply
}
