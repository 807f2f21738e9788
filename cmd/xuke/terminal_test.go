package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/charmbracelet/x/xpty"
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
	done chan error

	written atomic.Int64 // bytes that the program has drawn
}

// Write counts what the program draws and hands it to the emulator.
func (term *terminal) Write(p []byte) (int, error) {
	defer term.written.Add(int64(len(p)))
	return term.grid.Write(p)
}

const patience = 10 * time.Second

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
	term := &terminal{t: t, pty: pty, grid: vt.NewSafeEmulator(80, 24), done: make(chan error, 1)}
	term.cmd = exec.Command(name, append([]string{"--data", data, "--lang", lang, "--today", "2026-11-23"}, args...)...)
	term.cmd.Env = []string{"TERM=xterm-256color", "LANG=C.UTF-8", "HOME=" + t.TempDir(), "PATH=" + os.Getenv("PATH")}
	if err := pty.Start(term.cmd); err != nil {
		t.Fatal(err)
	}
	go io.Copy(term, pty)      // what the program draws
	go io.Copy(pty, term.grid) // what the terminal answers
	go func() { term.done <- term.cmd.Wait() }()
	t.Cleanup(func() {
		term.cmd.Process.Kill()
		pty.Close()
	})
	return term
}

func (term *terminal) screen() string { return ansi.Strip(term.grid.Render()) }

// sees waits until the screen shows the texts.
func (term *terminal) sees(texts ...string) {
	term.t.Helper()
	deadline := time.Now().Add(patience)
	for _, want := range texts {
		for !strings.Contains(term.screen(), want) {
			if time.Now().After(deadline) {
				term.t.Fatalf("the screen never showed %q:\n%s", want, term.screen())
			}
			time.Sleep(5 * time.Millisecond)
		}
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
	case err := <-term.done:
		if err != nil {
			term.t.Fatalf("%v; the screen:\n%s", err, term.screen())
		}
	case <-time.After(patience):
		term.t.Fatalf("did not end; the screen:\n%s", term.screen())
	}
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
	deadline := time.Now().Add(patience)
	for {
		at := term.grid.CursorPosition()
		if at.X == x && at.Y == y {
			return
		}
		if time.Now().After(deadline) {
			term.t.Fatalf("the cursor is at %d,%d and not at %d,%d:\n%s", at.X, at.Y, x, y, term.screen())
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// settles waits until the program has drawn all that it wants to.
func (term *terminal) settles() {
	for before := int64(-1); before != term.written.Load(); time.Sleep(50 * time.Millisecond) {
		before = term.written.Load()
	}
}
