package model

import (
	"strings"
	"testing"
)

func TestSimplify(t *testing.T) {
	for text, want := range map[string]string{
		"經營許可證補正告知書": "经营许可证补正告知书",
		"营业执照, A 1":  "营业执照, A 1",
		"":           "",
	} {
		if got := strings.Map(Simplify, text); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}
