package uitest

import (
	"fmt"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/ui"
	"github.com/xuke-cli/xuke/ui/page"
)

// A Session is a shell that is driven without a goroutine, a clock or a terminal,
// on a world in memory.
type Session struct {
	t      testing.TB
	Store  *Memory
	World  *ui.World
	Output *Output
	Env    *page.Env
	Shell  ui.Shell
	W, H   int // of the window
	Quit   bool
	Files  *Shelf
	Pile   *Pile
	Hold   func(tea.Msg) bool // keeps a reply back, if not nil
	Slow   bool               // saves take their time: see Settle
	Late   []func() tea.Msg   // saves that are on their way
}

// printers are read once, as the program does it.
var printers = map[locales.Lang]func() (*locales.Printer, error){
	locales.ZH: sync.OnceValues(func() (*locales.Printer, error) { return locales.New(locales.ZH) }),
	locales.EN: sync.OnceValues(func() (*locales.Printer, error) { return locales.New(locales.EN) }),
}

// Printer returns the printer with which sessions speak a language.
func Printer(lang locales.Lang) (*locales.Printer, error) { return printers[lang]() }

// Drive starts the wizard on a store, in a window of w×h cells.
func Drive(t testing.TB, store *Memory, lang locales.Lang, w, h int) *Session {
	t.Helper()
	return Begin(t, store, ui.Start{}, lang, w, h)
}

// Begin is Drive from another beginning than the board.
func Begin(t testing.TB, store *Memory, from ui.Start, lang locales.Lang, w, h int) *Session {
	t.Helper()
	s := &Session{t: t, Store: store, Output: &Output{}, Pile: NewPile(), Files: NewShelf("/扫描/营业执照.pdf", "/扫描/章程.pdf", "/扫描/旧/章程.pdf", "/扫描/.隐藏", "/封面.jpg")}
	s.World = &ui.World{
		Store: store, Files: s.Files, Collector: s.Pile, Output: s.Output, Packer: s.Output,
	}
	s.Env = &page.Env{
		Procedures: Builtin{}, Workdays: calendar.China(),
		Now:      func() time.Time { return Noon },
		Today:    func() model.Date { return model.DateOf(Noon) },
		Printers: func(l locales.Lang) (*locales.Printer, error) { return printers[l]() },
		Lang:     lang, Color: true,
		Failure: func(_ *locales.Printer, err error) string { return err.Error() },
	}
	s.World.Env = s.Env
	shell, err := ui.New(s.World, from)
	if err != nil {
		t.Fatal(err)
	}
	s.Shell = shell
	s.Send(tea.WindowSizeMsg{Width: w, Height: h})
	s.Run(s.Shell.Init())
	return s
}

// Play starts the wizard on an empty store and presses keys; "restart" starts the
// program again on the same store.
func Play(t *testing.T, lang locales.Lang, w, h int, keys []string) *Session {
	t.Helper()
	s := Drive(t, NewMemory(), lang, w, h)
	way := fmt.Sprint(lang, w, h)
	for _, k := range keys {
		way += "\x00" + k
		if k == "restart" {
			s = Drive(t, s.Store, lang, w, h)
			continue
		}
		s.Keys(k)
		if !fitted[way] {
			s.Fits()
			fitted[way] = true
		}
	}
	return s
}

// fitted are the walks whose last frame was looked at. Most scenes begin with the
// same forty keys, and drawing is half of their time.
var fitted = make(map[string]bool)

// Send updates the shell and runs all that follows from it, in order.
func (s *Session) Send(msg tea.Msg) {
	s.t.Helper()
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		s.W, s.H = size.Width, size.Height
	}
	next, cmd := s.Shell.Update(msg)
	s.Shell = next.(ui.Shell)
	s.Run(cmd)
}

// Run carries out a command and sends the shell what it returns. Where the
// session is Slow the reply waits for Settle; where it has a Hold, for the test.
func (s *Session) Run(cmd tea.Cmd) {
	s.t.Helper()
	if cmd == nil {
		return
	}
	msg := cmd()
	if s.Slow {
		if batch, ok := msg.(tea.BatchMsg); !ok || len(batch) == 0 {
			s.Late = append(s.Late, func() tea.Msg { return msg })
			return
		}
	}
	switch msg := msg.(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			s.Run(c)
		}
	case tea.QuitMsg:
		s.Quit = true
	default:
		if s.Hold == nil || !s.Hold(msg) {
			s.Send(msg)
		}
	}
}

// Settle lets the replies come that are late.
func (s *Session) Settle() {
	s.t.Helper()
	for len(s.Late) > 0 {
		msg := s.Late[0]()
		s.Late = s.Late[1:]
		s.Run(func() tea.Msg { return msg })
	}
}

// Slow keeps the replies of work on files back. What it returns takes those that
// have come since it was called last.
func Slow(s *Session) (replies func() []tea.Msg) {
	var waiting []tea.Msg
	s.Hold = func(msg tea.Msg) bool {
		if fmt.Sprintf("%T", msg) == "desk.filedMsg" {
			waiting = append(waiting, msg)
			return true
		}
		return false
	}
	return func() []tea.Msg {
		was := waiting
		waiting = nil
		return was
	}
}
