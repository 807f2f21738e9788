package main

import (
	"os"
	"strings"

	"github.com/charmbracelet/x/term"
)

// examinePlace looks at where the program runs: nothing there is a fault of
// the data, so nothing makes the exit code 3.
func (c *command) examinePlace(x *examination) error {
	name := c.getenv("TERM")
	switch {
	case !isTerminal(c.in) || !isTerminal(c.out):
		c.notes(x, "terminal", "no-terminal")
	default:
		w, h, err := term.GetSize(c.in.(*os.File).Fd())
		code := "terminal-good"
		if err == nil && (w < 40 || h < 12) {
			code = "terminal-small"
		}
		c.notes(x, "terminal", code, "Term", name, "W", w, "H", h)
	}
	if asciiOnly(c.getenv) {
		c.notes(x, "terminal", "terminal-dumb", "Term", name)
	}
	if c.getenv("RUNEWIDTH_EASTASIAN") == "1" {
		c.notes(x, "terminal", "east-asian")
	}
	env := first(c.getenv("LC_ALL"), c.getenv("LC_CTYPE"), c.getenv("LANG"))
	if upper := strings.ToUpper(env); env != "" && !strings.Contains(upper, "UTF-8") && !strings.Contains(upper, "UTF8") {
		c.notes(x, "language", "locale-not-utf8", "Env", env)
	}
	c.notes(x, "language", "locale", "Lang", string(c.p.Lang()), "Env", env)
	return nil
}
