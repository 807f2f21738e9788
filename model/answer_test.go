package model

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

var choice = []string{"nationwide", "several-provinces", "one-province"}

// want is a value, or the code of a refusal.
var parseTests = []struct {
	kind Kind
	text string
	want any
}{
	{FreeText, "北京蓝鲸客服科技有限公司", Text("北京蓝鲸客服科技有限公司")},
	{FreeText, "  １０００ \n", Text("  １０００ \n")},
	{FreeText, "a\x00b\u202e\u200b", Text("a\x00b\u202e\u200b")},
	{FreeText, "", Empty},
	{FreeText, " \u3000\t\u200b", Empty},
	{FreeText, "\xb1\xb1\xbe\xa9", NotText}, // 北京 in GBK
	{FreeText, strings.Repeat("a", MaxText), Text(strings.Repeat("a", MaxText))},
	{FreeText, strings.Repeat("a", MaxText+1), TooLong},

	{Choice, "nationwide", Text("nationwide")},
	{Choice, " ONE-Province ", Text("one-province")},
	{Choice, "ｎａｔｉｏｎｗｉｄｅ", Text("nationwide")},
	{Choice, "nation", NotAnOption},
	{Choice, "全国", NotAnOption},

	{YesNo, "yes", Bool(true)},
	{YesNo, "Ｙ", Bool(true)},
	{YesNo, "TRUE", Bool(true)},
	{YesNo, "是", Bool(true)},
	{YesNo, " 有 ", Bool(true)},
	{YesNo, "１", Bool(true)},
	{YesNo, "no", Bool(false)},
	{YesNo, "N", Bool(false)},
	{YesNo, "否", Bool(false)},
	{YesNo, "没有", Bool(false)},
	{YesNo, "0", Bool(false)},
	{YesNo, "maybe", NotYesNo},
	{YesNo, "2", NotYesNo},
	{YesNo, "", Empty},

	{Count, "3", Number(3)},
	{Count, "０", Number(0)},
	{Count, "-0", Number(0)},
	{Count, "1,200", Number(1200)},
	{Count, "3个月", Number(3)},
	{Count, "三 个月", Number(3)},
	{Count, "十二", Number(12)},
	{Count, "50 seats", Number(50)},
	{Count, "50席", Number(50)},
	{Count, "3.0", Number(3)},
	{Count, "2.5", NotWhole},
	{Count, "-1", TooSmall},
	{Count, "1e3", NotANumber},
	{Count, "0x10", NotANumber},
	{Count, "abc", NotANumber},
	{Count, "1 2", NotANumber},
	{Count, "١٢", NotANumber},
	{Count, "99999999999999999999", TooBig},

	{Money, "1000万", Number(10_000_000)},
	{Money, "1000 万元", Number(10_000_000)},
	{Money, "1,000 万元", Number(10_000_000)},
	{Money, "1，000 万元", Number(10_000_000)},
	{Money, "１０００万", Number(10_000_000)},
	{Money, "１０００　万元", Number(10_000_000)},
	{Money, "0.1亿", Number(10_000_000)},
	{Money, "1亿", Number(100_000_000)},
	{Money, "1億", Number(100_000_000)},
	{Money, "10,000,000", Number(10_000_000)},
	{Money, "10 000 000", Number(10_000_000)},
	{Money, "10000000.00", Number(10_000_000)},
	{Money, "10000000.00元", Number(10_000_000)},
	{Money, "1000万元人民币", Number(10_000_000)},
	{Money, "人民币1000万元整", Number(10_000_000)},
	{Money, "人民币 1000 万元", Number(10_000_000)},
	{Money, "RMB 10 million", Number(10_000_000)},
	{Money, "CNY10,000,000", Number(10_000_000)},
	{Money, "10 million yuan", Number(10_000_000)},
	{Money, "1.5 Million", Number(1_500_000)},
	{Money, "¥10,000,000", Number(10_000_000)},
	{Money, "￥1000万", Number(10_000_000)},
	{Money, "1千万", Number(10_000_000)},
	{Money, "5百万", Number(5_000_000)},
	{Money, "3千", Number(3000)},
	{Money, "2万亿", Number(2_000_000_000_000)},
	{Money, "1亿2000万", Number(120_000_000)},
	{Money, "1亿2,000万元", Number(120_000_000)},
	{Money, "1亿 2000万 5000元", Number(120_005_000)},
	{Money, "1000.5万", Number(10_005_000)},
	{Money, "1000。5万", Number(10_005_000)},
	{Money, "123.4567万", Number(1_234_567)},
	{Money, "1万5000", Number(15_000)},
	{Money, "1万5", NotMoney}, // fifteen thousand, or 10,005
	{Money, "1万0.5", NotMoney},
	{Money, "1万1亿", NotMoney},
	{Money, "1万万", NotMoney},
	{Money, "一千万", Number(10_000_000)},
	{Money, "一千万元", Number(10_000_000)},
	{Money, "壹仟万元整", Number(10_000_000)},
	{Money, "人民币壹仟万圆整", Number(10_000_000)},
	{Money, "壹佰萬元正", Number(1_000_000)},
	{Money, "十万", Number(100_000)},
	{Money, "一百二十万", Number(1_200_000)},
	{Money, "一亿二千万", Number(120_000_000)},
	{Money, "一亿零五百万", Number(105_000_000)},
	{Money, "一千零五十万", Number(10_500_000)},
	{Money, "两千万", Number(20_000_000)},
	{Money, "一万零五", Number(10_005)},
	{Money, "一万五", NotMoney},
	{Money, "一百五", NotMoney},
	{Money, "一百五万", NotMoney},
	{Money, "一二三", NotMoney},
	{Money, "万", NotMoney},
	{Money, "一百千", NotMoney},
	{Money, "0", Number(0)},
	{Money, "零元", Number(0)},
	{Money, "1000000000000000", Number(MaxNumber)},
	{Money, "1000000000000001", TooBig},
	{Money, "1000万亿", Number(MaxNumber)},
	{Money, "9999万亿", TooBig},
	{Money, "99999999999999999999999999亿", TooBig},
	{Money, "一千万亿", Number(MaxNumber)},
	{Money, "九千万亿", TooBig},
	{Money, "-1000万", TooSmall},
	{Money, "¥-5", TooSmall},
	{Money, "－5", TooSmall},
	{Money, "0.5", NotWhole},
	{Money, "10000000.01", NotWhole},
	{Money, "0.00001万", NotWhole},
	{Money, "1,00", NotMoney},
	{Money, "1,0000", NotMoney},
	{Money, "1 00", NotMoney},
	{Money, "1.000.000", NotMoney},
	{Money, "1000k", NotMoney},
	{Money, "1m", NotMoney},
	{Money, "1000万美元", NotYuan},
	{Money, "$1000", NotYuan},
	{Money, "USD 1000", NotYuan},
	{Money, "abc", NotMoney},
	{Money, "万元", NotMoney},
	{Money, "1000.", NotMoney},
	{Money, "=1+1", NotMoney},
	{Money, "NaN", NotMoney},
	{Money, "1e7", NotMoney},

	{Percent, "60", Share(600_000)},
	{Percent, "60%", Share(600_000)},
	{Percent, "６０％", Share(600_000)},
	{Percent, "60 ％", Share(600_000)},
	{Percent, "33.34", Share(333_400)},
	{Percent, "33.33334", Share(333_333)},
	{Percent, "33.33335", Share(333_334)},
	{Percent, "33.339999999999996", Share(333_400)},
	{Percent, "0", Share(0)},
	{Percent, "-0", Share(0)},
	{Percent, "100", Whole},
	{Percent, "100.00", Whole},
	{Percent, "100.000000001", TooBig},
	{Percent, "101%", TooBig},
	{Percent, "9999999999", TooBig},
	{Percent, "99999999999", NotAPercent},
	{Percent, "-1", TooSmall},
	{Percent, "60%%", NotAPercent},
	{Percent, ".5", NotAPercent},
	{Percent, "abc", NotAPercent},

	{Day, "2026-11-23", Date{2026, 11, 23}},
	{Day, "2026-1-2", Date{2026, 1, 2}},
	{Day, "2026/11/23", Date{2026, 11, 23}},
	{Day, "2026.11.23", Date{2026, 11, 23}},
	{Day, "2026。11。23", Date{2026, 11, 23}},
	{Day, "20261123", Date{2026, 11, 23}},
	{Day, "２０２６－１１－２３", Date{2026, 11, 23}},
	{Day, "2026年11月23日", Date{2026, 11, 23}},
	{Day, "2026 年 11 月 23 日", Date{2026, 11, 23}},
	{Day, "２０２６年１１月２３日", Date{2026, 11, 23}},
	{Day, "2026年1月2号", Date{2026, 1, 2}},
	{Day, "2026–11–23", Date{2026, 11, 23}},
	{Day, "23 Nov 2026", Date{2026, 11, 23}},
	{Day, "23rd of November, 2026", Date{2026, 11, 23}},
	{Day, "November 23, 2026", Date{2026, 11, 23}},
	{Day, "NOV. 23 2026", Date{2026, 11, 23}},
	{Day, "Sept 1, 2026", Date{2026, 9, 1}},
	{Day, "2028-02-29", Date{2028, 2, 29}},
	{Day, "2026-02-29", NoSuchDay},
	{Day, "2026年2月30日", NoSuchDay},
	{Day, "20261301", NoSuchDay},
	{Day, "2026-00-10", NoSuchDay},
	{Day, "31 June 2026", NoSuchDay},
	{Day, "11/12/2026", AmbiguousDate},
	{Day, "23/11/2026", NotYearFirst},
	{Day, "11-12-2026", AmbiguousDate},
	{Day, "26-11-23", ShortYear},
	{Day, "26年11月23日", ShortYear},
	{Day, "2026-11", NotADate},
	{Day, "2026年11月", NotADate},
	{Day, "2026-11/23", NotADate},
	{Day, "1899-12-31", NotADate},
	{Day, "2200-01-01", NotADate},
	{Day, "32/32/2026", NotADate},
	{Day, "23 Nox 2026", NotADate},
	{Day, "tomorrow", NotADate},
	{Day, "11-23", NoYear},
	{Day, "1/2", NoYear},
	{Day, "１１月２３日", NoYear},
	{Day, "11 月 23 号", NoYear},
	{Day, "11月", NotADate},
	{Day, "", Empty},

	{USCC, "91350100M000100Y43", Text("91350100M000100Y43")},
	{USCC, " 9135 0100-m000 100y43 ", Text("91350100M000100Y43")},
	{USCC, "９１３５０１００Ｍ０００１００Ｙ４３", Text("91350100M000100Y43")},
	{USCC, "not a code", Text("NOTACODE")},
	{USCC, "统一", Text("统一")},
	{USCC, "- -", Empty},
	{IDNumber, "11010519491231002x", Text("11010519491231002X")},
	{IDNumber, "４４０５２４ 18800101 0014", Text("440524188001010014")},
	{Phone, "１３８　００１３ ８０００", Text("138 0013 8000")},
	{Phone, "010-\u200b12345678", Text("010-12345678")},
	{Email, " a＠example．com ", Text("a@example.com")},
	{Email, "nonsense", Text("nonsense")},

	{Provinces, "beijing", Choices{"beijing"}},
	{Provinces, "广东，北京、上海市", Choices{"beijing", "shanghai", "guangdong"}},
	{Provinces, "北京 上海;天津", Choices{"beijing", "tianjin", "shanghai"}},
	{Provinces, "Inner Mongolia, TIBET", Choices{"neimenggu", "xizang"}},
	{Provinces, "beijing inner mongolia shaanxi", Choices{"beijing", "neimenggu", "shaanxi"}},
	{Provinces, "新疆维吾尔自治区/广西", Choices{"guangxi", "xinjiang"}},
	{Provinces, "Guangxi Zhuang Autonomous Region; Hebei Province", Choices{"hebei", "guangxi"}},
	{Provinces, `["北京", "inner mongolia"]`, Choices{"beijing", "neimenggu"}},
	{Provinces, "陕西,山西", Choices{"shanxi", "shaanxi"}},
	{Provinces, "北京,Beijing", TwiceProvince},
	{Provinces, "北京,东京", NotAProvince},
	{Provinces, "全国", NotAProvince},
	{Provinces, `["北京"`, NotJSON},
	{Provinces, `[1]`, NotJSON},
	{Provinces, `[""]`, NotAProvince},
	{Provinces, "[]", Empty},
	{Provinces, ",,", Empty},

	{EntryRef, " p1 ", Text("p1")},
	{EntryRef, "", Text("")},
	{List, "[]", WrongType},
	{Kind("unheard-of"), "x", WrongType},
}

func TestParse(t *testing.T) {
	for _, tt := range parseTests {
		f := Field{Name: "f", Kind: tt.kind, Options: choice}
		v, err := Parse(f, tt.text)
		if want, ok := tt.want.(Value); ok {
			if err != nil || !Equal(v, want) {
				t.Errorf("%s %.80q = %v, %v, want %v", tt.kind, tt.text, v, err, want)
			}
			continue
		}
		var e *Error
		if !errors.As(err, &e) || e.Code != tt.want || v != nil {
			t.Errorf("%s %.80q = %v, %v, want %v", tt.kind, tt.text, v, err, tt.want)
			continue
		}
		if e.Given != tt.text || e.Field != "f" {
			t.Errorf("%s %.80q: the error gives %q, field %q", tt.kind, tt.text, e.Given, e.Field)
		}
	}
}

func TestParseBounds(t *testing.T) {
	two, five := new(int64(2)), new(int64(5))
	tests := []struct {
		kind Kind
		text string
		want Code
	}{
		{Count, "1", TooSmall},
		{Count, "2", ""},
		{Count, "5", ""},
		{Count, "6", TooBig},
		{Money, "1元", TooSmall},
		{Money, "1万", TooBig},
		{Provinces, "北京", TooFew},
		{Provinces, "北京 上海", ""},
		{Provinces, "北京 上海 天津 重庆 河北 山西", TooMany},
	}
	for _, tt := range tests {
		_, err := Parse(Field{Kind: tt.kind, Min: two, Max: five}, tt.text)
		if !isCode(err, tt.want) {
			t.Errorf("%s %q: %v, want %q", tt.kind, tt.text, err, tt.want)
		}
	}
}

func isCode(err error, want Code) bool {
	var e *Error
	if !errors.As(err, &e) {
		return err == nil && want == ""
	}
	return e.Code == want
}

func TestOptional(t *testing.T) {
	for _, k := range Kinds {
		if v, err := Parse(Field{Kind: k, Optional: true}, " "); v != nil || err != nil {
			t.Errorf("%s: %v, %v", k, v, err)
		}
	}
}

func TestAmbiguousReadings(t *testing.T) {
	for text, want := range map[string]string{
		"11/12/2026": "2026-12-11 2026-11-12",
		"23/11/2026": "2026-11-23",
		"11/23/2026": "2026-11-23",
		"11/11/2026": "2026-11-11",
	} {
		_, err := Parse(Field{Kind: Day}, text)
		var e *Error
		if !errors.As(err, &e) || strings.Join(e.Accepts, " ") != want {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

func TestParseAnswerNamesTheQuestion(t *testing.T) {
	q := Question{ID: "registered-capital", Field: Field{Name: "registered-capital", Kind: Money}}
	_, err := ParseAnswer(q, "a lot", nil, nil)
	if want := `registered-capital: not-money "a lot"`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	_, err = ParseAnswer(shareholders, `[{"name":"甲","kind":"king"}]`, nil, counter())
	if want := `shareholders[1].kind: not-an-option "king" accepts ["corporate" "natural"]`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if !errors.Is(err, &Error{Code: NotAnOption}) || errors.Is(err, &Error{Code: Empty}) {
		t.Error("errors.Is does not compare codes")
	}
}

func TestInput(t *testing.T) {
	for _, tt := range []struct {
		v    Value
		want string
	}{
		{nil, ""},
		{Bool(true), "yes"},
		{Bool(false), "no"},
		{Number(10_000_000), "10000000"},
		{Share(333_400), "33.34"},
		{Date{2026, 11, 23}, "2026-11-23"},
		{Choices{"beijing", "neimenggu"}, "beijing, neimenggu"},
		{Entries{}, "[]"},
		{Entries{{ID: "p1", Fields: map[string]Value{"name": Text("<甲&乙>")}}}, `[{"id":"p1","name":"<甲&乙>"}]`},
	} {
		if got := Input(tt.v); got != tt.want {
			t.Errorf("Input(%v) = %q, want %q", tt.v, got, tt.want)
		}
	}
}

// Whatever Parse makes of a text, Input writes it so that Parse makes the
// same of it again; a refusal always says what was given.
func FuzzParse(f *testing.F) {
	for _, tt := range parseTests {
		if len(tt.text) < 200 {
			f.Add(tt.text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, k := range Kinds {
			field := Field{Name: "f", Kind: k, Options: choice}
			v, err := Parse(field, text)
			if err != nil {
				var e *Error
				if !errors.As(err, &e) || e.Given != text || e.Code == "" || e.Error() == "" {
					t.Fatalf("%s %q: %v", k, text, err)
				}
				continue
			}
			again, err := Parse(field, Input(v))
			if err != nil || !Equal(v, again) {
				t.Fatalf("%s %q = %#v, and again %#v, %v", k, text, v, again, err)
			}
			CheckValue(Question{Field: field}, v, nil, nil, Date{})
		}
	})
}

func TestOffered(t *testing.T) {
	for kind, want := range map[Kind][]string{Choice: {"a", "b"}, YesNo: {"yes", "no"}, FreeText: nil, Provinces: nil} {
		f := Field{Kind: kind}
		if kind == Choice {
			f.Options = want
		}
		for _, o := range f.Offered() {
			if v, err := Parse(f, o); err != nil || v == nil {
				t.Errorf("%s: %q is no answer: %v", kind, o, err)
			}
		}
		if got := f.Offered(); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
}
