package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/charmbracelet/x/xpty"

	"github.com/xuke-cli/xuke/store"
)

// built is the real program, built once.
var built = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "xuke-test-*")
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "xuke")
	out, err := exec.Command("go", "build", "-o", name, ".").CombinedOutput()
	if err != nil {
		os.Stderr.Write(out)
	}
	return name, err
})

// A terminal runs the real program under a pty and reads its screen through a
// terminal emulator. It waits for what the screen shows, never for time.
type terminal struct {
	t    *testing.T
	pty  xpty.Pty
	grid *vt.SafeEmulator
	cmd  *exec.Cmd
	data string // the data directory

	drawn  chan struct{} // holds something after the program has drawn
	exited chan struct{} // is closed when the program has ended, with err
	err    error
}

// Write hands what the program draws to the emulator and says so.
func (term *terminal) Write(p []byte) (int, error) {
	n, err := term.grid.Write(p)
	select {
	case term.drawn <- struct{}{}:
	default:
	}
	return n, err
}

// patience is how long a test waits before it gives up. It is a guard against
// waiting for ever: a busy machine may need many seconds for a frame.
const patience = time.Minute

func run80x24(t *testing.T, lang, data string, args ...string) *terminal {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("runs on systems with ptys")
	}
	name, err := built()
	if err != nil {
		t.Fatal(err)
	}
	pty, err := xpty.NewPty(80, 24)
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{t: t, pty: pty, grid: vt.NewSafeEmulator(80, 24), data: data, drawn: make(chan struct{}, 1), exited: make(chan struct{})}
	term.cmd = exec.Command(name, append([]string{"--data", data, "--lang", lang, "--today", "2026-11-23"}, args...)...)
	term.cmd.Env = []string{"TERM=xterm-256color", "LANG=C.UTF-8", "HOME=" + t.TempDir(), "PATH=" + os.Getenv("PATH")}
	if err := pty.Start(term.cmd); err != nil {
		t.Fatal(err)
	}
	go io.Copy(term, pty)      // what the program draws
	go io.Copy(pty, term.grid) // what the terminal answers
	go func() {
		defer close(term.exited)
		term.err = term.cmd.Wait()
	}()
	t.Cleanup(func() {
		term.kill() // and only then its folders go
		pty.Close()
	})
	return term
}

func (term *terminal) screen() string { return ansi.Strip(term.grid.Render()) }

// until waits for what the program's drawing leads to.
func (term *terminal) until(there func() bool, otherwise func() string) {
	term.t.Helper()
	guard := time.NewTimer(patience)
	defer guard.Stop()
	for !there() {
		select {
		case <-term.drawn:
		case <-guard.C:
			term.t.Fatalf("%s:\n%s", otherwise(), term.screen())
		}
	}
}

// sees waits until the screen shows the texts.
func (term *terminal) sees(texts ...string) {
	term.t.Helper()
	for _, want := range texts {
		term.until(func() bool { return strings.Contains(term.screen(), want) },
			func() string { return fmt.Sprintf("the screen never showed %q", want) })
	}
}

var pressed = map[string]string{
	"enter": "\r", "esc": "\x1b", "tab": "\t", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	"f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "ctrl+c": "\x03", "ctrl+g": "\x07", "space": " ",
}

// press sends a key and waits for what it leads to.
func (term *terminal) press(key string, sees ...string) {
	term.t.Helper()
	if code, ok := pressed[key]; ok {
		key = code
	}
	if _, err := io.WriteString(term.pty, key); err != nil {
		term.t.Fatal(err)
	}
	term.sees(sees...)
}

// ends waits for the program to end by itself.
func (term *terminal) ends() {
	term.t.Helper()
	select {
	case <-term.exited:
		if term.err != nil {
			term.t.Fatalf("%v; the screen:\n%s", term.err, term.screen())
		}
	case <-time.After(patience):
		term.t.Fatalf("did not end; the screen:\n%s", term.screen())
	}
}

// kill ends the program as if the machine had died.
func (term *terminal) kill() {
	term.cmd.Process.Kill() //nolint:errcheck // it may have ended
	<-term.exited
}

// goTo leads to a part of the application by its id.
func (term *terminal) goTo(id string, sees ...string) {
	term.t.Helper()
	term.press("ctrl+g")
	term.sees("▌")
	term.press(id, id)
	term.press("enter", sees...)
}

// cursor waits until the terminal's cursor stands at a cell.
func (term *terminal) cursor(x, y int) {
	term.t.Helper()
	term.until(func() bool { at := term.grid.CursorPosition(); return at.X == x && at.Y == y },
		func() string {
			return fmt.Sprintf("the cursor is at %v and not at %d,%d", term.grid.CursorPosition(), x, y)
		})
}

// keeps waits until what is being typed is on the disk, which it is a moment
// after it is on the screen.
func (term *terminal) keeps(text string) {
	term.t.Helper()
	guard, look, dir := time.After(patience), time.NewTicker(10*time.Millisecond), term.t.TempDir()
	defer look.Stop()
	for !slices.Contains(term.typed(dir), text) {
		select {
		case <-look.C:
		case <-guard:
			term.t.Fatalf("%q never came to the disk; the screen:\n%s", text, term.screen())
		}
	}
}

// typed returns the half-typed texts that are on the disk. The program has its
// data to itself, so it is a copy in dir that is read. A copy that was taken in
// the middle of a write may be no database; then there is nothing yet.
func (term *terminal) typed(dir string) []string {
	term.t.Helper()
	data, err := os.ReadFile(filepath.Join(term.data, "xuke.db"))
	if err != nil {
		term.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "xuke.db"), data, 0o600); err != nil {
		term.t.Fatal(err)
	}
	db, err := store.Open(dir, store.Options{ReadOnly: true})
	if err != nil {
		return nil
	}
	defer db.Close()
	id, _, err := db.LastOpen()
	if err != nil {
		return nil
	}
	draft, _, _ := db.Draft(id)
	return slices.Collect(maps.Values(draft.Text))
}

// quiet waits until the program has drawn nothing for a while, and reports
// whether it ever does.
func (term *terminal) quiet(while time.Duration) bool {
	term.t.Helper()
	guard := time.After(patience)
	for {
		select {
		case <-term.drawn:
		case <-time.After(while): // what is measured is time in which nothing happens
			return true
		case <-guard:
			return false
		}
	}
}
