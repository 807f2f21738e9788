package model

import (
	"strconv"
	"strings"
)

// MaxNumber bounds every count and amount: 10^15, a thousand million million.
const MaxNumber = 1_000_000_000_000_000

// multipliers are the Chinese powers of ten, and the one English word that
// contracts use.
var multipliers = map[string]int{ // zeros
	"百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7,
	"亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12, "million": 6,
}

var (
	// 1 000 000 and 1,000,000 and 1000000.50, then perhaps a multiplier
	amountPart = lazy(`^(\d{1,3}(?:(?:, ?| )\d{3})+|\d+)(?:\.(\d+))? ?(million|万亿|[十百千]?[万亿]|[百千])? ?`)
	currency   = []string{"人民币", "rmb", "cny", "¥"}
	yuan       = []string{"元", "圆", "yuan"}
	foreign    = lazy(`美元|美金|欧元|港元|港币|日元|英镑|澳元|加元|新台币|[$€£]|usd|eur|hkd|jpy|gbp`)
	bracketed  = lazy(`\((人民币|rmb|cny|(?:人民币)?[百千]?[万亿]?[元圆])\)`) // 1000(万元), 1000万元(人民币)
	heads      = []string{"个坐席", "个座席", "坐席", "座席", "个席位", "席位", "席", "个月", "个", "月", "人", "名", "位",
		"months", "month", "people", "person", "seats", "seat"}
)

// plain is the everyday form of the numerals that money is written in where
// nobody may alter it, and of traditional ones.
var plain = strings.NewReplacer("壹", "一", "贰", "二", "貳", "二", "叁", "三", "參", "三", "肆", "四", "伍", "五", "陆", "六", "陸", "六",
	"柒", "七", "捌", "八", "玖", "九", "拾", "十", "佰", "百", "仟", "千", "萬", "万", "億", "亿", "圓", "圆", "幣", "币", "兩", "两",
	"個", "个", "〇", "零")

func parseMoney(f Field, text string) (Value, error) {
	s := plain.Replace(strings.ToLower(fold(text)))
	if foreign().MatchString(s) {
		return nil, &Error{Code: NotYuan}
	}
	s = bracketed().ReplaceAllString(s, "$1")
	s, negative := strings.CutPrefix(s, "-")
	s = cutOne(strings.CutPrefix, s, currency)
	if !negative {
		s, negative = strings.CutPrefix(s, "-")
	}
	s = cutOne(strings.CutSuffix, s, currency)
	s = cutOne(strings.CutSuffix, s, []string{"整", "正"})
	s = cutOne(strings.CutSuffix, s, yuan)
	return number(f, s, negative, NotMoney)
}

func parseCount(f Field, text string) (Value, error) {
	s := plain.Replace(strings.ToLower(fold(text)))
	s, negative := strings.CutPrefix(s, "-")
	return number(f, cutOne(strings.CutSuffix, s, heads), negative, NotANumber)
}

// cutOne removes the first of the affixes that is there.
func cutOne(cut func(s, affix string) (string, bool), s string, affixes []string) string {
	for _, a := range affixes {
		if rest, ok := cut(s, a); ok {
			return strings.TrimSpace(rest)
		}
	}
	return s
}

// number reads an amount and holds it against the field's bounds.
func number(f Field, s string, negative bool, refusal Code) (Value, error) {
	n, code := amount(s)
	switch {
	case code == NotANumber:
		return nil, &Error{Code: refusal}
	case negative && n > 0:
		return nil, &Error{Code: TooSmall, Min: new(atLeast(f.Min, 0))}
	case code == TooBig:
		return nil, &Error{Code: TooBig, Max: new(atMost(f.Max, MaxNumber))}
	case code != "":
		return nil, &Error{Code: code}
	case f.Min != nil && n < *f.Min:
		return nil, &Error{Code: TooSmall, Min: f.Min}
	case f.Max != nil && n > *f.Max:
		return nil, &Error{Code: TooBig, Max: f.Max}
	}
	return Number(n), nil
}

func atLeast(limit *int64, n int64) int64 {
	if limit != nil {
		n = max(n, *limit)
	}
	return n
}

func atMost(limit *int64, n int64) int64 {
	if limit != nil {
		n = min(n, *limit)
	}
	return n
}

// amount reads a whole number, in digits with multipliers (1亿2000万) or in
// Chinese numerals (一千万). The code is "", NotANumber, NotWhole or TooBig;
// with TooBig the number is some number over MaxNumber.
func amount(s string) (int64, Code) {
	if n, ok := han(spoken.Replace(s)); ok { // 1千5百万 as well
		if n > MaxNumber {
			return n, TooBig
		}
		return n, ""
	}
	var sum int64
	var code Code
	last := -1 // zeros of the multiplier before
	for first := true; first || s != ""; first = false {
		m := amountPart().FindStringSubmatch(s)
		if m == nil {
			return 0, NotANumber
		}
		s = s[len(m[0]):]
		whole, zeros := without(m[1], ", "), multipliers[m[3]]
		n, c := shift(whole, m[2], zeros)
		if c != "" {
			code = c
		}
		if last >= 0 && !follows(whole, m[2], m[3], n, last) {
			return 0, NotANumber
		}
		if sum += n; sum > MaxNumber {
			return sum, TooBig
		}
		last = zeros
	}
	return sum, code
}

// follows reports whether a part may stand after one with that many zeros.
// Without a multiplier it has to fill all of them: 1万5000, but not 1万5,
// which some mean as fifteen thousand.
func follows(whole, fraction, unit string, n int64, zeros int) bool {
	if unit == "" {
		return zeros > 0 && fraction == "" && len(whole) == zeros
	}
	limit, _ := shift("1", "", zeros)
	return n < limit
}

// shift returns whole.fraction × 10^zeros, exactly.
func shift(whole, fraction string, zeros int) (int64, Code) {
	for len(fraction) < zeros {
		fraction += "0"
	}
	whole = strings.TrimLeft(whole+fraction[:zeros], "0")
	var code Code
	if strings.Trim(fraction[zeros:], "0") != "" {
		code = NotWhole
	}
	if len(whole) > 16 {
		return MaxNumber + 1, TooBig
	}
	n, _ := strconv.ParseInt("0"+whole, 10, 64)
	return n, code
}

var percentForm = lazy(`^(\d{1,10})(?:\.(\d+))? ?%?$`)

// parsePercent reads 60, 60% and 33.34, to four decimals of a percent; further
// ones are rounded.
func parsePercent(_ Field, text string) (Value, error) {
	s, negative := strings.CutPrefix(fold(text), "-")
	m := percentForm().FindStringSubmatch(s)
	if m == nil {
		return nil, &Error{Code: NotAPercent}
	}
	digits := (m[2] + "00000")[:5]
	n, _ := strconv.ParseInt(m[1]+digits, 10, 64)
	switch more := strings.Trim(m[2], "0") != ""; {
	case negative && (n > 0 || more):
		return nil, &Error{Code: TooSmall, Min: new(int64(0))}
	case n > 10*int64(Whole), n == 10*int64(Whole) && more:
		return nil, &Error{Code: TooBig, Max: new(int64(100))}
	}
	return Share((n + 5) / 10), nil
}
