package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/procedure"
	"github.com/xuke-cli/xuke/store"
	"github.com/xuke-cli/xuke/ui"
)

func (c *command) openCommand() *cobra.Command {
	return c.sub("open", c.args(1, 1), func(args []string) error { return c.wizard(args[0]) })
}

// wizard opens the store and runs the terminal interface until somebody
// leaves. With a name it resumes that application.
func (c *command) wizard(name string) error {
	if c.accessible {
		return c.plain(name)
	}
	if !isTerminal(c.in) || !isTerminal(c.out) {
		return c.usage(locales.CLIErrorNoTerminal)
	}
	go procedure.Builtin() //nolint:errcheck // they are read while the store opens; procedures tells of errors
	return c.withStore(func() error {
		start := ui.Start{}
		if name != "" {
			id, err := c.db.Find(name)
			if err != nil {
				return err
			}
			start.Open = id
		}
		known, err := c.procedures()
		if err != nil {
			return err
		}
		shell, err := ui.New(c.world(known), start)
		if err != nil {
			return err
		}
		return c.interact(shell)
	})
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

// world is what the wizard needs of everything outside of it.
func (c *command) world(known *procedure.Set) *ui.World {
	return &ui.World{
		Env: &ui.Env{
			Procedures: known,
			Workdays:   c.workdays(),
			Now:        c.now,
			Today: func() model.Date {
				if c.todayFlag != "" {
					return c.today
				}
				return model.DateOf(time.Now())
			},
			Printers: c.printer,
			Lang:     c.p.Lang(),
			Color:    !c.noColor,
			ASCII:    asciiOnly(c.getenv),
			Failure:  func(p *locales.Printer, err error) string { return (&command{p: p}).refuse(err).Message },
		},
		Warning:   c.brokenPack,
		Store:     backend{c.db, c.data},
		Files:     c.cabinet(),
		Collector: c.cabinet(),
		Papers:    writer{c},
		Calendar: func(r ui.CalendarRequest) error {
			var b bytes.Buffer
			if err := export.ICS(&b, r.Name, r.Entries); err != nil {
				return err
			}
			if err := writeFile(r.Path, b.Bytes(), r.Replace); err != nil {
				return unwritable(r.Path, err)
			}
			return nil
		},
		MakeFolder: makeFolder,
	}
}

// writer writes the documents that the wizard asks for.
type writer struct{ c *command }

func (w writer) Export(r ui.ExportRequest) error { return w.c.exportFrom(r) }

func (w writer) Packet(ctx context.Context, r ui.ExportRequest, tell func(done, of int)) (int, error) {
	return w.c.packetFrom(ctx, r, tell)
}

// interact starts the program and ends it in good order whatever the terminal
// does: Bubble Tea itself handles neither SIGHUP nor a terminal that is gone,
// and would stay as a ghost that holds the data.
func (c *command) interact(shell ui.Shell) error {
	var p *tea.Program
	in := watched{c.in.(*os.File), func() { p.Send(ui.LeaveMsg{}) }}
	p = tea.NewProgram(shell, tea.WithoutSignalHandler(), tea.WithFPS(120), tea.WithInput(in), tea.WithOutput(c.out))
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
		// Where the terminal is gone, replies to saves may not have come.
		if failed := shell.Flush(); failed != nil {
			return failed
		}
	}
	if gone(err) {
		return nil
	}
	return err
}

// watched is a terminal's input that tells when nothing will come any more.
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

func gone(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, syscall.EIO) || errors.Is(err, tea.ErrInterrupted)
}

// asciiOnly reports whether the terminal shows no box drawing.
func asciiOnly(getenv func(string) string) bool {
	t := getenv("TERM")
	return t == "dumb" || t == "vt100" || t == "vt220" || getenv("XUKE_ASCII") != ""
}

// backend is the store as the wizard needs it. The language is kept beside
// it, where the commands find it without opening the database.
type backend struct {
	*store.Store
	dir string
}

func (b backend) KeepLanguage(lang string) error {
	return writeFile(filepath.Join(b.dir, languageFile), []byte(lang+"\n"), true)
}
