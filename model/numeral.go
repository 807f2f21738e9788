package model

import (
	"strconv"
	"strings"
)

// han reads Chinese numerals below 10^16 as they are spoken: 十, 一千万,
// 一亿零五百万. A bare digit at the end needs a 零 before it (一万零五): of
// 一万五 nobody can tell whether it is 15,000 or 10,005.
func han(s string) (int64, bool) {
	for _, unit := range []struct {
		name string
		n    int64
	}{{"亿", 100_000_000}, {"万", 10_000}} {
		high, low, ok := cutLast(s, unit.name)
		if !ok {
			continue
		}
		h, ok := han(high)
		if !ok || h == 0 || h >= unit.n {
			return 0, false
		}
		if low == "" {
			return h * unit.n, true
		}
		bare, zero := strings.CutPrefix(low, "零")
		l, ok := han(bare)
		if !ok || l == 0 || l >= unit.n || (l < 10 && !zero) {
			return 0, false
		}
		return h*unit.n + l, true
	}
	return section(s)
}

// A day in Chinese numerals, as on seals and decisions: 二〇二六年十一月三日, the
// year also in digits, or left out.
var hanDay = lazy(`^(?:([零一二三四五六七八九]{2,4}|\d{2,4}) ?年)? ?([一二三四五六七八九十\d]{1,3}) ?月 ?([一二三四五六七八九十\d]{1,3}) ?[日号號]?$`)

// numeralDay writes the numerals of such a day in digits. Anything else comes
// back as it is.
func numeralDay(s string) string {
	g := hanDay().FindStringSubmatch(hanZero.Replace(plain.Replace(s)))
	if g == nil {
		return s
	}
	month, ok := numeral(g[2])
	day, ok2 := numeral(g[3])
	if !ok || !ok2 {
		return s
	}
	year := ""
	if g[1] != "" {
		year = digits.Replace(g[1]) + "年"
	}
	return year + month + "月" + day + "日"
}

// numeral writes one number below 100 in digits.
func numeral(s string) (string, bool) {
	if n, ok := han(s); ok {
		return strconv.FormatInt(n, 10), true
	}
	_, err := strconv.Atoi(s)
	return s, err == nil
}

var (
	hanZero = strings.NewReplacer("○", "零", "◯", "零")
	digits  = strings.NewReplacer("零", "0", "一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9")
	spoken  = strings.NewReplacer("0", "零", "1", "一", "2", "二", "3", "三", "4", "四", "5", "五", "6", "六", "7", "七", "8", "八", "9", "九")
)

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

var (
	hanDigits = map[rune]int64{'一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}
	hanTens   = map[rune]int64{'十': 10, '百': 100, '千': 1000}
)

// section reads the numerals below 10,000.
func section(s string) (int64, bool) {
	if s == "零" {
		return 0, true
	}
	var sum, digit int64
	last, zero := int64(10_000), false
	for i, r := range s {
		switch ten := hanTens[r]; {
		case hanDigits[r] > 0 && digit == 0:
			digit = hanDigits[r]
		case r == '零' && digit == 0 && sum > 0 && !zero:
			zero = true
		case ten > 0 && ten < last && (digit > 0 || ten == 10 && i == 0): // 十 alone is ten
			sum += max(digit, 1) * ten
			last, digit, zero = ten, 0, false
		default:
			return 0, false
		}
	}
	if digit == 0 {
		return sum, sum > 0 && !zero
	}
	return sum + digit, zero || last == 10 || sum == 0
}
