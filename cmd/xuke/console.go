package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/legible"
)

// text fills a text. Whatever was typed comes out harmless.
func (c *command) text(id locales.ID, args ...any) string {
	for i := 1; i < len(args); i += 2 {
		if s, ok := args[i].(string); ok {
			args[i] = legible.Line(s)
		}
	}
	return c.p.T(id, args...)
}

// say prints a line of text to standard output, where results go.
func (c *command) say(id locales.ID, args ...any) { fmt.Fprintln(c.out, c.text(id, args...)) }

// tell prints a line to standard error, where everything else goes.
func (c *command) tell(id locales.ID, args ...any) { fmt.Fprintln(c.err, c.text(id, args...)) }

func (c *command) sayLines(ls []string) {
	if len(ls) > 0 {
		c.out.Write([]byte(lines(ls) + "\n")) //nolint:errcheck // as everything that is said
	}
}

// part prints lines below a heading, or nothing where there are none.
func (c *command) part(heading string, ls []string) {
	if len(ls) > 0 {
		fmt.Fprintf(c.out, "\n%s\n%s\n", heading, indent(lines(ls)))
	}
}

// tag is a verdict or a status in brackets.
func (c *command) tag(kind, code string) string { return "[" + c.p.Text("term", kind, code) + "]" }

// remarks joins what somebody noted, as far as there is something.
func (c *command) remarks(texts ...string) string {
	var out []string
	for _, text := range texts {
		if text != "" {
			out = append(out, legible.Line(text))
		}
	}
	return strings.Join(out, " · ")
}

// write prints one JSON value and nothing else.
func (c *command) write(v any) error {
	enc := json.NewEncoder(c.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
