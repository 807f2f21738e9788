package model

import (
	"errors"
	"strings"
	"testing"
)

func refusedAs(t *testing.T, kind Kind, text string, code Code, accepts string) {
	t.Helper()
	v, err := Parse(Field{Kind: kind}, text)
	var e *Error
	if !errors.As(err, &e) || e.Code != code || strings.Join(e.Accepts, " ") != accepts {
		t.Errorf("%q = %v, %v, want %s %s", text, v, err, code, accepts)
	}
}

// TestM21: a day with one reading is not ambiguous.
func TestM21(t *testing.T) {
	refusedAs(t, Day, "13/11/2026", NotYearFirst, "2026-11-13")
	refusedAs(t, Day, "11.13.2026", NotYearFirst, "2026-11-13")
	refusedAs(t, Day, "11/11/2026", NotYearFirst, "2026-11-11")
	refusedAs(t, Day, "11/12/2026", AmbiguousDate, "2026-12-11 2026-11-12")
}

// TestM22: days in Chinese numerals, as on seals and decisions.
func TestM22(t *testing.T) {
	for text, want := range map[string]Date{
		"二〇二六年十一月三日":   {2026, 11, 3},
		"二零二六年十一月三日":   {2026, 11, 3},
		"二○二六年十一月二十三日": {2026, 11, 23},
		"2026年十一月三日":   {2026, 11, 3},
		"贰零贰陆年拾壹月叁日":   {2026, 11, 3},
		"二〇二六年一月十号":    {2026, 1, 10},
		"二〇二六年十二月三十一日": {2026, 12, 31},
	} {
		if v, err := Parse(Field{Kind: Day}, text); v != want {
			t.Errorf("%s = %v, %v", text, v, err)
		}
	}
	refusedAs(t, Day, "十一月三日", NoYear, "")
	refusedAs(t, Day, "二〇二六年二月三十日", NoSuchDay, "")
	refusedAs(t, Day, "二六年十一月三日", ShortYear, "")
	refusedAs(t, Day, "26-11-3", ShortYear, "")
	refusedAs(t, Day, "二〇二六年十一月", NotADate, "")
}

// TestM23: common spellings of capital, and foreign money.
func TestM23(t *testing.T) {
	for text, want := range map[string]Number{
		"1000万元（人民币）": 10_000_000,
		"1000（万元）":    10_000_000,
		"1000(万元)人民币": 10_000_000,
		"5（亿元）":       500_000_000,
		"1千5百万":       15_000_000,
		"3千万元":        30_000_000,
		"1000（元）":     1000,
	} {
		if v, err := Parse(Field{Kind: Money}, text); v != want {
			t.Errorf("%s = %v, %v", text, v, err)
		}
	}
	for _, text := range []string{"1000万美元", "100万港币", "US$1,000,000", "1000000 USD", "€500", "500万（美元）"} {
		refusedAs(t, Money, text, NotYuan, "")
	}
	refusedAs(t, Money, "1千5", NotMoney, "")
}
