package export

import (
	"encoding/csv"
	"io"
	"strings"
)

// CSV writes a table as CSV that spreadsheets open as it is: a byte order
// mark, so that they take it for UTF-8, CRLF, and no cell that they would
// evaluate.
func CSV(out io.Writer, rows [][]string) error {
	if _, err := io.WriteString(out, "\uFEFF"); err != nil {
		return err
	}
	w := csv.NewWriter(out)
	w.UseCRLF = true
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = guard(cell)
		}
		if err := w.Write(cells); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// guard puts an apostrophe before what a spreadsheet would take for a formula.
func guard(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(cell)[0]) {
		return "'" + cell
	}
	return cell
}
