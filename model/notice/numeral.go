package notice

import "github.com/xuke-cli/xuke/model"

// numeral reads a count in digits, or as it is spoken in Chinese or English.
func numeral(s string) (int, bool) {
	if n, ok := spoken[s]; ok {
		return n, true
	}
	v, err := model.Parse(model.Field{Kind: model.Count}, s)
	n, ok := v.(model.Number)
	return int(n), err == nil && ok
}

// spoken are the English numbers that terms are set in.
var spoken = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90,
}
