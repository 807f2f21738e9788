package export

import (
	"bufio"
	"io"
	"strings"
)

// Text writes the documents as plain text that can be pasted into a chat or a
// letter: no tables, one row after the other.
func Text(w io.Writer, docs ...Document) error {
	out := bufio.NewWriter(w)
	for i, d := range docs {
		if i > 0 {
			out.WriteString("\n" + strings.Repeat("=", 40) + "\n\n")
		}
		d.text(out)
	}
	return out.Flush()
}

func (d Document) text(out *bufio.Writer) {
	line := func(parts ...string) { out.WriteString(strings.Join(parts, "") + "\n") }
	line(d.Title)
	line()
	for _, n := range d.Notice {
		line("! ", n)
	}
	line()
	for _, f := range d.Facts {
		line("  ", f.Name, ": ", f.Value)
	}
	for _, p := range d.Parts {
		line()
		line("== ", p.Title, " ==")
		if p.Intro != "" {
			line(p.Intro)
		}
		for _, t := range p.Tables {
			t.text(line)
		}
	}
	line()
	line(d.Footer)
}

// text writes a row as its first columns on one line and the others, where
// they say something, below it with their names.
func (t Table) text(line func(...string)) {
	line()
	if t.Caption != "" {
		line("-- ", t.Caption)
	}
	if len(t.Rows) == 0 {
		line(t.Empty)
	}
	lead := min(2, len(t.Header))
	if len(t.Header) > 5 {
		lead = 3
	}
	for _, r := range t.Rows {
		line("[", strings.Join(r[:lead-1], "] ["), "] ", r[lead-1])
		for i := lead; i < len(r); i++ {
			if r[i] != "" {
				line("    ", t.Header[i], ": ", r[i])
			}
		}
	}
}
