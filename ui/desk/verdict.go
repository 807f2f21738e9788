package desk

import (
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/theme"
)

// Settling returns the question whose answer would change an assessment: the
// first missing one, else one that the rule looks at; "" for none.
func (d *Desk) Settling(s model.Assessment) model.QuestionID {
	if len(s.Missing) > 0 {
		return s.Missing[0]
	}
	for _, table := range []model.Table{{{Cells: reasonCells(s)}}, s.Met} {
		for _, row := range table {
			for _, cell := range row.Cells {
				if q := d.Proc.Asked(cell.Fact); q != "" {
					return q
				}
			}
		}
	}
	return ""
}

func reasonCells(s model.Assessment) []model.Cell {
	var cells []model.Cell
	for _, r := range s.Reasons {
		cells = append(cells, r.Cell)
	}
	return cells
}

// Tone returns how a verdict is meant.
func Tone(s model.Assessment) theme.Tone {
	switch {
	case s.Verdict == model.Met:
		return theme.Good
	case s.Verdict == model.NotMet && s.Severity == model.Warns:
		return theme.Warn
	case s.Verdict == model.NotMet:
		return theme.Bad
	}
	return theme.Neutral
}
