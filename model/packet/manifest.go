package packet

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// Manifest writes a table as CSV that spreadsheets open as it is: a byte order
// mark, so that they take it for UTF-8, CRLF, and no cell that they would
// evaluate.
func Manifest(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, r := range rows {
		cells := make([]string, len(r))
		for i, c := range r {
			cells[i] = guard(c)
		}
		if err := w.Write(cells); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// guard puts an apostrophe before what a spreadsheet would take for a formula.
func guard(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(cell)[0]) {
		return "'" + cell
	}
	return cell
}
