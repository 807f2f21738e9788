package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A month of social insurance is written "2026-05" and counted from year 0,
// so that the next month is one more.

// maxMonths bounds a range that somebody mistypes.
const maxMonths = 600

var monthForm = lazy(`^(\d{4}) ?[-/.年] ?(\d{1,2}) ?月?$|^(\d{4})(\d{2})$`)

func monthNumber(s string) (int, bool) {
	g := monthForm().FindStringSubmatch(s)
	if g == nil {
		return 0, false
	}
	year, _ := strconv.Atoi(g[1] + g[3])
	month, _ := strconv.Atoi(g[2] + g[4])
	return year*12 + month - 1, year >= FirstYear && year <= LastYear && month >= 1 && month <= 12
}

func monthName(n int) string { return fmt.Sprintf("%04d-%02d", n/12, n%12+1) }

func monthOfDay(d Date) int { return d.Year*12 + int(d.Month) - 1 }

// The words and signs that stand between the ends of a range.
var rangeMarks = strings.NewReplacer("至", "~", "到", "~", " to ", "~", " - ", "~", "--", "~", "～", "~", "—", "~", "–", "~", "..", "~")

// parseMonths reads months one by one and as ranges, and returns each once, in
// order.
func parseMonths(text string) (Value, error) {
	if len(text) > MaxText {
		return nil, &Error{Code: TooLong, Field: string(CoverMonth), Given: text, Max: new(int64(MaxText))}
	}
	var all []int
	for part := range strings.FieldsFuncSeq(rangeMarks.Replace(text), func(r rune) bool { return strings.ContainsRune(",，、;；\n\r", r) }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		first, last, isRange := strings.Cut(part, "~")
		if !isRange {
			last = first
		}
		from, ok := monthNumber(strings.TrimSuffix(fold(first), "~"))
		to, ok2 := monthNumber(fold(last))
		if !ok || !ok2 || to < from || to-from >= maxMonths || len(all) > maxMonths {
			return nil, &Error{Code: NotMonths, Field: string(CoverMonth), Given: text, Part: part, Accepts: []string{"2026-05~2026-10", "2026-05, 2026-06"}}
		}
		for m := from; m <= to; m++ {
			all = append(all, m)
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	slices.Sort(all)
	var months Choices
	for _, m := range slices.Compact(all) {
		months = append(months, monthName(m))
	}
	return months, nil
}

// gaps returns the months that are missing between the first and the last.
func gaps(months Choices) Choices {
	var missing Choices
	for i := 1; i < len(months); i++ {
		before, _ := monthNumber(months[i-1])
		after, _ := monthNumber(months[i])
		for m := before + 1; m < after; m++ {
			missing = append(missing, monthName(m))
		}
	}
	return missing
}
