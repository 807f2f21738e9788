package main

import (
	"cmp"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"
)

// examinePlace looks at where the program runs. It finds no fault of the data,
// so all it makes are notes.
func (c *doctorCommand) examinePlace() error {
	name := c.getenv("TERM")
	switch {
	case !isTerminal(c.in) || !isTerminal(c.out):
		c.addNote("terminal", "no-terminal")
	default:
		w, h, err := term.GetSize(c.in.(*os.File).Fd())
		code := "terminal-good"
		if err == nil && (w < 40 || h < 12) {
			code = "terminal-small"
		}
		c.addNote("terminal", code, "Term", name, "W", w, "H", h)
	}
	if asciiOnly(c.getenv) {
		c.addNote("terminal", "terminal-dumb", "Term", name)
	}
	if c.getenv("RUNEWIDTH_EASTASIAN") == "1" {
		c.addNote("terminal", "east-asian")
	}
	env := cmp.Or(c.getenv("LC_ALL"), c.getenv("LC_CTYPE"), c.getenv("LANG"))
	if upper := strings.ToUpper(env); env != "" && !strings.Contains(upper, "UTF-8") && !strings.Contains(upper, "UTF8") {
		c.addNote("language", "locale-not-utf8", "Env", env)
	}
	c.addNote("language", "locale", "Lang", string(c.p.Lang()), "Env", env)
	return nil
}
