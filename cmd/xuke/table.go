package main

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// columns makes a line of each item. All fields but the last of a line are
// padded to the widest in their column, in cells of the terminal: a Chinese
// character takes two.
func columns[T any](items []T, cells func(T) []string) []string {
	rows := make([][]string, len(items))
	var widths []int
	for i, item := range items {
		rows[i] = cells(item)
		for j, cell := range rows[i] {
			if j == len(widths) {
				widths = append(widths, 0)
			}
			widths[j] = max(widths[j], ansi.StringWidth(cell))
		}
	}
	out := make([]string, len(rows))
	for i, row := range rows {
		var b strings.Builder
		for j, cell := range row {
			b.WriteString(cell)
			if j < len(row)-1 {
				b.WriteString(strings.Repeat(" ", widths[j]+gap-ansi.StringWidth(cell)))
			}
		}
		out[i] = strings.TrimRight(b.String(), " ")
	}
	return out
}

// gap is the space between two columns, in cells.
const gap = 2

// short cuts a text that would push the other columns out of sight.
func short(s string, cells int) string { return ansi.Truncate(s, cells, "…") }

// block joins lines.
func block(ls []string) string { return strings.Join(ls, "\n") }

func indent(s string) string {
	return "  " + strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\n  ")
}
