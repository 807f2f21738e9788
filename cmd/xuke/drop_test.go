package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// A file that is dropped on the terminal arrives as a paste of its path, quoted
// if that has blanks.
func TestDropOnTheTerminal(t *testing.T) {
	data, dir := filepath.Join(t.TempDir(), "data"), t.TempDir()
	path := filepath.Join(dir, "股权 结构图.pdf")
	if err := os.WriteFile(path, []byte("%PDF-1.4\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	name, err := built()
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(name, "--data", data, "new", "--title", "A").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	term := run80x24(t, "en", data, "open", "A")
	term.sees("Next:")
	term.goTo("equity-chart", "Attach files")
	term.press("\x1b[200~'"+path+"'\x1b[201~", "股权 结构图.pdf", "1 file attached")
	term.press("ctrl+c")
	term.ends()
	if files, err := filepath.Glob(filepath.Join(data, "files", "*", "*")); err != nil || len(files) != 1 {
		t.Errorf("%v %v", files, err)
	}
}
