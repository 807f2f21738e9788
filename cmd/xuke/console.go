package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/legible"
)

// A console is where a command reads and writes, and the language that it
// speaks there.
type console struct {
	in       io.Reader
	out, err io.Writer // out is for results alone
	p        *locales.Printer
}

// fill returns a text with its arguments. Whatever users typed comes out
// harmless.
func fill(p *locales.Printer, id locales.ID, args ...any) string {
	return p.T(id, legible.Args(args)...)
}

func (c *console) text(id locales.ID, args ...any) string { return fill(c.p, id, args...) }

// say prints a line to standard output, where results go.
func (c *console) say(id locales.ID, args ...any) { fmt.Fprintln(c.out, c.text(id, args...)) }

// tell prints a line to standard error, where everything else goes.
func (c *console) tell(id locales.ID, args ...any) { fmt.Fprintln(c.err, c.text(id, args...)) }

// sayLines prints lines, or nothing if there are none.
func (c *console) sayLines(ls []string) {
	if len(ls) > 0 {
		fmt.Fprintln(c.out, block(ls))
	}
}

// part is sayLines below a heading.
func (c *console) part(heading string, ls []string) {
	if len(ls) > 0 {
		fmt.Fprintf(c.out, "\n%s\n%s\n", heading, indent(block(ls)))
	}
}

// write prints one JSON value and nothing else. A terminal obeys nothing that is
// in it.
func (c *console) write(v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := c.out.Write(legible.JSON(b.Bytes()))
	return err
}

// usage is the error of a use that only the command line can get wrong.
func (c *console) usage(id locales.ID, args ...any) error { return misuse(c.p, id, args...) }

// refused words an error of the model with the names of the application's
// procedure. Other errors are passed on.
func (c *console) refused(a *subject, err error) error { return refuseValue(c.p, a.Words, err) }

// tag is a verdict or a status in brackets.
func (c *console) tag(kind, code string) string { return "[" + c.p.Text("term", kind, code) + "]" }

// remarks joins those texts that are not empty.
func remarks(texts ...string) string {
	var out []string
	for _, text := range texts {
		if text != "" {
			out = append(out, legible.Line(text))
		}
	}
	return strings.Join(out, " · ")
}
