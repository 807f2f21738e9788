package model

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// spell writes a number as it is spoken, to be read back by han.
func spell(n int64) string {
	for _, unit := range []struct {
		name string
		n    int64
	}{{"亿", 100_000_000}, {"万", 10_000}, {"千", 1000}, {"百", 100}, {"十", 10}} {
		if n < unit.n {
			continue
		}
		s, rest := spell(n/unit.n)+unit.name, n%unit.n
		switch {
		case rest == 0:
			return s
		case rest < unit.n/10:
			return s + "零" + spell(rest)
		}
		return s + spell(rest)
	}
	return []string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}[n]
}

func TestNumerals(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	formal := strings.NewReplacer("一", "壹", "二", "贰", "三", "叁", "五", "伍", "十", "拾", "百", "佰", "千", "仟", "万", "萬")
	for i := range int64(12_000) {
		n := i
		if i >= 4_000 {
			n = r.Int64N([]int64{1e5, 1e7, 1e9, 1e12, MaxNumber}[i%5])
		}
		for _, s := range []string{spell(n), "人民币" + formal.Replace(spell(n)) + "元整"} {
			if v, err := Parse(Field{Kind: Money}, s); err != nil || v != Number(n) {
				t.Fatalf("%s = %v, %v, want %d", s, v, err, n)
			}
		}
	}
}
