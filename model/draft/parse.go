package draft

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/docx"
)

// A line is a block of a text, or a row of a table.
type line struct {
	when  *when
	style docx.Style
	text  string
	cells []string // of a row
	what  string   // of a block that is computed: "hints"
}

// A when is the answers with which a line stands, or for a row of a list the
// values that a column has to have.
type when struct {
	question model.QuestionID
	column   string
	options  []string
}

// unknown is the option of a question without an answer.
const unknown = "unknown"

// markers begin a line of a style.
var markers = []struct {
	text  string
	style docx.Style
}{
	{"#### ", docx.Heading3}, {"### ", docx.Heading2}, {"## ", docx.Heading1}, {"# ", docx.Title},
	{"> ", docx.Note}, {"! ", docx.Plain}, {"→ ", docx.Closing},
}

func parse(text string) []line {
	var lines []line
	for s := range strings.Lines(text) {
		if s = strings.TrimSpace(s); s != "" {
			lines = append(lines, parseLine(s))
		}
	}
	return lines
}

func parseLine(s string) line {
	var l line
	if rest, ok := strings.CutPrefix(s, "?"); ok {
		cond, text, _ := strings.Cut(rest, " ")
		q, options, _ := strings.Cut(cond, "=")
		q, column, _ := strings.Cut(q, ".")
		l.when, s = &when{model.QuestionID(q), column, strings.Split(options, ",")}, text
	}
	switch {
	case strings.HasPrefix(s, "@"):
		l.what = s[1:]
		return l
	case strings.HasPrefix(s, "|"):
		for _, c := range strings.Split(strings.Trim(s, "|"), "|") {
			l.cells = append(l.cells, strings.TrimSpace(c))
		}
		return l
	}
	l.style, l.text = docx.Body, s
	for _, m := range markers {
		if rest, ok := strings.CutPrefix(s, m.text); ok {
			l.style, l.text = m.style, rest
			break
		}
	}
	return l
}

// widths reads a row that is nothing but numbers.
func (l line) widths() []int {
	out := make([]int, len(l.cells))
	for i, c := range l.cells {
		n, err := strconv.Atoi(c)
		if err != nil {
			return nil
		}
		out[i] = n
	}
	return out
}

// stands reports whether the answers let a line stand.
func (b *builder) stands(l line) bool {
	if l.when == nil || l.when.column != "" {
		return true
	}
	answer := unknown
	if v := b.app.Answers[l.when.question].Value; v != nil {
		answer = model.Input(v)
	}
	return slices.Contains(l.when.options, answer)
}
