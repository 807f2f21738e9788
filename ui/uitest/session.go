package uitest

import (
	tea "charm.land/bubbletea/v2"

	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/ui"
	"github.com/xuke-cli/xuke/ui/page"
)

func (s *Session) Hidden(texts ...string) {
	s.t.Helper()
	for _, text := range texts {
		if shown := s.Screen(); strings.Contains(shown, text) {
			s.t.Fatalf("%q on:\n%s", text, shown)
		}
	}
}

func (s *Session) Row(key model.MaterialKey) model.Collected {
	s.t.Helper()
	return s.Store.Apps["app1"].Materials[key]
}

func Names(fs []model.File) (out []string) {
	for _, f := range fs {
		out = append(out, f.Name)
	}
	return out
}

// A session is a shell that is driven without a goroutine, a clock or a
// terminal.
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
	Slow   bool               // saves take their time: see settle
	Late   []func() tea.Msg   // saves that are on their way
}

// printers are read once, as the program does it.
var printers = map[locales.Lang]func() (*locales.Printer, error){
	locales.ZH: sync.OnceValues(func() (*locales.Printer, error) { return locales.New(locales.ZH) }),
	locales.EN: sync.OnceValues(func() (*locales.Printer, error) { return locales.New(locales.EN) }),
}

// drive starts the wizard on a store, in a window of w×h cells.
func Drive(t testing.TB, store *Memory, lang locales.Lang, w, h int) *Session {
	t.Helper()
	return Begin(t, store, ui.Start{}, lang, w, h)
}

// start is drive from another beginning than the board.
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

// send updates the shell and runs all that follows from it, in order.
func (s *Session) Send(msg tea.Msg) {
	s.t.Helper()
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		s.W, s.H = size.Width, size.Height
	}
	next, cmd := s.Shell.Update(msg)
	s.Shell = next.(ui.Shell)
	s.Run(cmd)
}

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

// settle lets the replies come that were late.
func (s *Session) Settle() {
	s.t.Helper()
	for len(s.Late) > 0 {
		msg := s.Late[0]()
		s.Late = s.Late[1:]
		s.Run(func() tea.Msg { return msg })
	}
}

var named = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "backspace": {Code: tea.KeyBackspace}, "del": {Code: tea.KeyDelete},
	"space": {Code: tea.KeySpace, Text: " "}, "f1": {Code: tea.KeyF1}, "f2": {Code: tea.KeyF2}, "f3": {Code: tea.KeyF3}, "f4": {Code: tea.KeyF4},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "ctrl+a": {Code: 'a', Mod: tea.ModCtrl}, "ctrl+t": {Code: 't', Mod: tea.ModCtrl},
	"ctrl+c": {Code: 'c', Mod: tea.ModCtrl}, "ctrl+s": {Code: 's', Mod: tea.ModCtrl}, "ctrl+g": {Code: 'g', Mod: tea.ModCtrl}, "ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+z": {Code: 'z', Mod: tea.ModCtrl},
}

// keys presses keys: names as above, anything else is typed.
func (s *Session) Keys(keys ...string) {
	s.t.Helper()
	for _, k := range keys {
		if msg, ok := named[k]; ok {
			s.Send(msg)
			continue
		}
		if text, ok := strings.CutPrefix(k, "paste:"); ok {
			s.Send(tea.PasteMsg{Content: text})
			continue
		}
		for _, r := range k {
			s.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
}

// screen is what is shown, without styles, and without blanks at the ends.
func (s *Session) Screen() string {
	text, _ := s.Frame()
	lines := strings.Split(ansi.Strip(text), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// sees fails unless the screen shows all of the texts.
func (s *Session) Sees(texts ...string) {
	s.t.Helper()
	shown := s.Screen()
	for _, want := range texts {
		if !strings.Contains(shown, want) {
			s.t.Fatalf("no %q on:\n%s", want, shown)
		}
	}
}

// fits fails unless the frame is exactly as large as the window and the
// cursor inside.
func (s *Session) Fits() {
	s.t.Helper()
	text, cursor := s.Frame()
	w, h := s.W, s.H
	if w < 1 || h < 1 {
		return
	}
	lines := strings.Split(text, "\n")
	if len(lines) != h {
		s.t.Fatalf("%dx%d: %d lines:\n%s", w, h, len(lines), text)
	}
	for i, l := range lines {
		if got := ansi.StringWidth(l); got != w || !utf8.ValidString(l) {
			s.t.Fatalf("%dx%d: line %d has %d cells: %q", w, h, i, got, l)
		}
	}
	if cursor != nil && (cursor.X < 0 || cursor.X >= w || cursor.Y < 0 || cursor.Y >= h) {
		s.t.Fatalf("%dx%d: cursor at %d,%d", w, h, cursor.X, cursor.Y)
	}
}

// harmless fails if anything is on the screen that a terminal would act upon,
// apart from the colours that a theme sets.
func (s *Session) Harmless() {
	s.t.Helper()
	text, _ := s.Frame()
	for _, r := range ansi.Strip(text) {
		switch {
		case r == '\n':
		case r < ' ', r >= 0x7f && r < 0xa0, r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0xfeff:
			s.t.Fatalf("%U reaches the terminal", r)
		}
	}
	var state byte
	for rest := text; len(rest) > 0; {
		seq, width, n, next := ansi.DecodeSequence(rest, state, nil)
		if width == 0 && len(seq) > 1 && seq[0] == 0x1b && !strings.HasSuffix(seq, "m") {
			s.t.Fatalf("%q reaches the terminal", seq)
		}
		state, rest = next, rest[n:]
	}
}

const ChartKey = model.MaterialKey("equity-chart")

// names are the files of the equity chart, as they are saved.
func (s *Session) Names() string {
	var Names []string
	for _, f := range s.Store.Apps["app1"].Materials[ChartKey].Files {
		Names = append(Names, f.Name)
	}
	return strings.Join(Names, " ")
}

func (s *Session) Has(want string) {
	s.t.Helper()
	if got := s.Names(); got != want {
		s.t.Fatalf("the row has %q, want %q:\n%s", got, want, s.Screen())
	}
}

// A session in which the work on files does not come back by itself.
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

var update = flag.Bool("update", false, "rewrite golden files: look at them before you commit them")

// goldens is the folder of the golden frames, from the package that is tested.
// Update reports whether golden files are to be rewritten.
func Update() bool { return *update }

func goldens() string {
	if own := filepath.Join("testdata", "golden"); exists(own) {
		return own
	}
	return filepath.Join("..", "testdata", "golden")
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// Golden compares a frame with the golden one of that name.
func (s *Session) Golden(name string) {
	s.t.Helper()
	s.Fits()
	file := filepath.Join(goldens(), name+".golden")
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			s.t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(s.Screen()), 0o644); err != nil {
			s.t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		s.t.Fatal(err)
	}
	if got := s.Screen(); got != string(want) {
		s.t.Errorf("%s differs from its golden frame:\n%s", name, got)
	}
}

var Sizes = [][2]int{{60, 20}, {80, 24}, {120, 40}}

// play presses the keys; "restart" starts the program again on the same store.
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

// fitted are the ways whose last frame was looked at. Most scenes begin with the
// same forty keys, and drawing is half of their time.
var fitted = make(map[string]bool)

// Frame is what the shell draws, and where the cursor stands.
func (s *Session) Frame() (string, *tea.Cursor) {
	v := s.Shell.View()
	return v.Content, v.Cursor
}

// SetPrinter lets a test see the printers that sessions speak with.
func Printer(lang locales.Lang) (*locales.Printer, error) { return printers[lang]() }
