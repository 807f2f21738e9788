package main

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"github.com/xuke-cli/xuke/ui"
)

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

// asciiOnly reports whether the terminal shows no box drawing.
func asciiOnly(getenv func(string) string) bool {
	t := getenv("TERM")
	return t == "dumb" || t == "vt100" || t == "vt220" || getenv("XUKE_ASCII") != ""
}

// interact runs the wizard and ends it in good order whatever the terminal
// does. Bubble Tea itself handles neither SIGHUP nor a terminal that is gone:
// it would live on as a ghost that keeps the data locked.
func (s *session) interact(shell ui.Shell) error {
	var p *tea.Program
	in := watched{s.in.(*os.File), func() { p.Send(ui.LeaveMsg{}) }}
	p = tea.NewProgram(shell, tea.WithoutSignalHandler(), tea.WithFPS(120), tea.WithInput(in), tea.WithOutput(s.out))
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM, os.Interrupt)
	defer signal.Stop(signals)
	done := make(chan struct{})
	defer close(done)
	go func() {
		select {
		case <-signals:
			p.Send(ui.LeaveMsg{})
		case <-done:
		}
	}()
	last, err := p.Run()
	if shell, ok := last.(ui.Shell); ok {
		// If the terminal is gone, replies to saves may not have come.
		if failed := shell.Flush(); failed != nil {
			return failed
		}
	}
	if gone(err) {
		return nil
	}
	return err
}

// watched is the input of a terminal that reports its end.
type watched struct {
	*os.File
	ended func()
}

func (w watched) Read(p []byte) (int, error) {
	n, err := w.File.Read(p)
	if gone(err) {
		go w.ended()
	}
	return n, err
}

// gone reports whether an error says that the terminal is no longer there.
func gone(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, syscall.EIO) || errors.Is(err, tea.ErrInterrupted)
}
