package export

import (
	"bufio"
	"io"
	"regexp"
	"strings"
)

// Markdown writes the documents one after the other as GitHub-flavoured
// Markdown. Whatever people typed is escaped: it is shown, never interpreted.
func Markdown(w io.Writer, docs ...Document) error {
	out := bufio.NewWriter(w)
	for i, d := range docs {
		if i > 0 {
			out.WriteString("\n---\n\n")
		}
		d.markdown(out)
	}
	return out.Flush()
}

func (d Document) markdown(out *bufio.Writer) {
	line := func(parts ...string) { out.WriteString(strings.Join(parts, "") + "\n") }
	line("# ", md(d.Title))
	line()
	for _, n := range d.Notice {
		line("> ", md(n), "  ")
	}
	line()
	for _, f := range d.Facts {
		line("- **", md(f.Name), "**: ", md(f.Value))
	}
	for _, p := range d.Parts {
		line()
		line("## ", md(p.Title))
		if p.Intro != "" {
			line()
			line(md(p.Intro))
		}
		for _, t := range p.Tables {
			t.markdown(line)
		}
	}
	line()
	line("---")
	line()
	line(md(d.Footer))
}

func (t Table) markdown(line func(...string)) {
	line()
	if t.Caption != "" {
		line("### ", md(t.Caption))
		line()
	}
	if len(t.Rows) == 0 {
		line(md(t.Empty))
		return
	}
	line("| ", strings.Join(mdAll(t.Header), " | "), " |")
	line("|", strings.Repeat(" --- |", len(t.Header)))
	for _, r := range t.Rows {
		line("| ", strings.Join(mdAll(r), " | "), " |")
	}
}

func mdAll(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = md(c)
	}
	return out
}

var mdEscape = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;",
	"#", `\#`, "|", `\|`, "~", `\~`, "!", `\!`, "&", "&amp;", "\r", " ", "\n", " ",
)

// inWord is an escaped underscore inside a word, which needs no escape, and in
// the address of a source must not have one: the link would lead elsewhere.
var inWord = regexp.MustCompile(`([0-9A-Za-z])\\_([0-9A-Za-z])`)

// md escapes all that Markdown gives a meaning, so that links, HTML, tables
// and headings in a name stay text. A leading list mark is escaped too.
func md(s string) string {
	s = mdEscape.Replace(s)
	for range 2 { // a_b_c: the letter between two is of both
		s = inWord.ReplaceAllString(s, "${1}_${2}")
	}
	if s != "" && strings.ContainsRune("-+=", rune(s[0])) {
		s = `\` + s
	}
	return s
}
