package lines

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
)

// An order is what the user may say in place of an answer.
type order int

const (
	noOrder order = iota
	orderWhy
	orderUnknown
	orderBack
	orderLeave
	orderLanguage
)

// orders are given by a sign or by a word of the language. An input method
// that is left in Chinese types the full-width signs.
var orders = []struct {
	order
	signs []string
	word  locales.ID
}{
	{orderWhy, []string{"?", "？"}, locales.CLIPlainWordWhy},
	{orderUnknown, []string{"!", "！"}, locales.CLIPlainWordUnknown},
	{orderBack, []string{"<", "《", "＜"}, locales.CLIPlainWordBack},
	{orderLeave, []string{".", "。"}, locales.CLIPlainWordLeave},
	{orderLanguage, []string{"L", "l", "Ｌ"}, locales.CLIPlainWordLanguage},
}

func (t *talk) order(line string) order {
	line = strings.TrimSpace(line)
	for _, o := range orders {
		if slices.Contains(o.signs, line) || strings.EqualFold(line, t.p.T(o.word)) {
			return o.order
		}
	}
	return noOrder
}

// literal takes off the backslash that keeps an answer from being an order.
func (t *talk) literal(line string) string {
	if rest, ok := strings.CutPrefix(line, `\`); ok && t.order(rest) != noOrder {
		return rest
	}
	return line
}
