package model

import (
	"fmt"
	"strings"
	"testing"
)

// codes writes findings as "code", or "entry.field:code".
func codes(found []Finding) string {
	var s []string
	for _, f := range found {
		if f.Entry != "" {
			s = append(s, fmt.Sprintf("%s.%s:%s", f.Entry, f.Field, f.Code))
		} else {
			s = append(s, string(f.Code))
		}
	}
	return strings.Join(s, " ")
}

func TestCheckValue(t *testing.T) {
	today := Date{2026, 11, 23}
	one, two := new(int64(1)), new(int64(2))
	tests := []struct {
		kind     Kind
		v        Value
		min, max *int64
		want     string
	}{
		{USCC, Text("91350100M000100Y43"), nil, nil, ""},
		{USCC, Text("91350100M000100Y44"), nil, nil, "uscc-check-digit"},
		{USCC, Text("X"), nil, nil, "uscc-form"},
		{IDNumber, Text("110105194912310020"), nil, nil, "id-check-digit"},
		{IDNumber, Text("X"), nil, nil, "id-form"},
		{Phone, Text("1"), nil, nil, "phone-form"},
		{Email, Text("1"), nil, nil, "email-form"},
		{FreeText, Text("1"), nil, nil, ""},
		{Day, Date{1948, 12, 31}, nil, nil, "date-far"},
		{Day, Date{1949, 1, 1}, nil, nil, ""},
		{Day, Date{2046, 11, 23}, nil, nil, ""},
		{Day, Date{2046, 11, 24}, nil, nil, "date-far"},
		{Count, Number(0), one, two, "too-small"},
		{Count, Number(1), one, two, ""},
		{Count, Number(2), one, two, ""},
		{Count, Number(3), one, two, "too-big"},
		{Provinces, Choices{"beijing"}, two, nil, "too-few"},
		{Provinces, Choices{"beijing", "tianjin"}, one, one, "too-many"},
		{Provinces, Choices{"beijing"}, one, one, ""},
		{Money, nil, one, two, ""},
	}
	for _, tt := range tests {
		q := Question{ID: "q", Field: Field{Kind: tt.kind}}
		found := CheckValue(q, tt.v, tt.min, tt.max, today)
		if got := codes(found); got != tt.want {
			t.Errorf("%s %v: %q, want %q", tt.kind, tt.v, got, tt.want)
		}
		for _, f := range found {
			if f.Question != "q" || f.Given != Input(tt.v) {
				t.Errorf("%s %v: %+v", tt.kind, tt.v, f)
			}
		}
	}
	if found := CheckValue(Question{Field: Field{Kind: Day}}, Date{2199, 1, 1}, nil, nil, Date{}); found != nil {
		t.Errorf("without a today: %v", found)
	}
}

func TestCheckEntries(t *testing.T) {
	tests := []struct{ data, want string }{
		{`[]`, ""},
		{`[{"name":"甲","kind":"natural"}]`, ""}, // a share is open, so is the sum
		{`[{"name":"甲","kind":"natural","share":100}]`, ""},
		{`[{"name":"甲","kind":"natural","share":60},{"name":"乙","kind":"natural"}]`, ""},
		{`[{"name":"甲","kind":"natural","share":60},{"name":"乙","kind":"natural","share":39}]`, "shares-not-100"},
		{`[{"name":"甲","kind":"natural","share":33.33},{"name":"乙","kind":"natural","share":33.33},{"name":"丙","kind":"natural","share":33.33}]`, ""},
		{`[{"name":"甲","kind":"natural","share":99.99}]`, ""},
		{`[{"name":"甲","kind":"natural","share":99.9899}]`, "shares-not-100"},
		{`[{"name":"甲","kind":"corporate","share":100},{"name":"乙","kind":"natural","share":50,"parent":"甲"}]`, "n1.share:shares-below"},
		{`[{"name":"甲","kind":"natural"},{"name":"乙","kind":"natural"},{"name":" 甲","kind":"natural"}]`, "duplicate-name"},
		{`[{"name":"甲","kind":"natural","number":"x"},{"name":"乙","kind":"natural","since":"1900-01-01"}]`, "n1.number:id-form n2.since:date-far"},
	}
	for _, tt := range tests {
		es, err := ParseEntries(shareholders, []byte(tt.data), nil, counter())
		if err != nil {
			t.Fatal(err)
		}
		if got := codes(CheckValue(shareholders, es, nil, nil, Date{2026, 11, 23})); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.data, got, tt.want)
		}
	}
	es, _ := ParseEntries(shareholders, []byte(tests[4].data), nil, counter())
	if f := CheckValue(shareholders, es, nil, nil, Date{}); f[0].Sum != 990_000 || f[0].Field != "share" {
		t.Errorf("sum: %+v", f[0])
	}
}
