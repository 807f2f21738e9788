package model

import "testing"

func TestCheckUSCC(t *testing.T) {
	for _, tt := range []struct {
		s    string
		want FindingCode
	}{
		{"91350100M000100Y43", ""},
		{"91440300708461136T", ""},
		{"91110000101623741K", ""},
		{"914403001922038216", ""},
		{"91310115MA1H8R7C6D", USCCCheckDigit},
		{"91350211M0000XUF46", USCCCheckDigit}, // real, and known to fail
		{"91350100M000100Y44", USCCCheckDigit},
		{"91350100M000100Y4I", USCCForm},
		{"91350100M000100Y4", USCCForm},
		{"91350100M000100Y433", USCCForm},
		{"91350100m000100y43", USCCForm}, // Parse writes capitals
		{"9135010OM000100Y43", USCCForm}, // the letter O
		{"统一社会信用代码", USCCForm},
		{"", USCCForm},
	} {
		if got, _ := CheckUSCC(tt.s); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.s, got, tt.want)
		}
	}
	if _, want := CheckUSCC("91350100M000100Y44"); want != "3" {
		t.Errorf("wants %q", want)
	}
}

func TestCheckResidentID(t *testing.T) {
	for _, tt := range []struct {
		s    string
		want FindingCode
	}{
		{"11010519491231002X", ""},
		{"440524188001010014", ""},
		{"110105194912310020", IDCheckDigit},
		{"11010519491331002X", IDForm}, // month 13
		{"11010519490230002X", IDForm}, // 30 February
		{"11010519491231002x", IDForm}, // Parse writes capitals
		{"01010519491231002X", IDForm},
		{"110105491231002", IDForm}, // fifteen digits, invalid since 2013
		{"", IDForm},
	} {
		if got, _ := CheckResidentID(tt.s); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.s, got, tt.want)
		}
	}
	if _, want := CheckResidentID("110105194912310020"); want != "X" {
		t.Errorf("wants %q", want)
	}
}

func TestCheckID(t *testing.T) {
	for _, tt := range []struct {
		s    string
		want FindingCode
	}{
		{"914403001922038216", ""},
		{"91350100M000100Y43", ""},
		{"11010519491231002X", ""},
		{"110105194912310020", IDCheckDigit},
		{"91350100M000100Y44", USCCCheckDigit},
		{"914403001922038217", IDForm}, // digits only, and fits neither
		{"E12345678", IDForm},
	} {
		if got, _ := CheckID(tt.s); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.s, got, tt.want)
		}
	}
}

func TestMask(t *testing.T) {
	for _, tt := range []struct{ s, want string }{
		{"11010519491231002X", "1****************X"},
		{"440524188001010014", "4****************4"},
		{"110105194912310020", "1****************0"}, // mistyped, still a person's
		{"91350100M000100Y43", "91350100M000100Y43"},
		{"914403001922038216", "914403001922038216"},
		{"914403001922038217", "9****************7"},
		{"91310115MA1H8R7C6D", "91310115MA1H8R7C6D"},
		{"E12345678", "E*******8"},
		{"护照一二三四", "护****四"},
		{"12", "**"},
		{"", ""},
	} {
		if got := Mask(tt.s); got != tt.want {
			t.Errorf("Mask(%s) = %s, want %s", tt.s, got, tt.want)
		}
	}
}

func TestCheckPhone(t *testing.T) {
	for s, want := range map[string]FindingCode{
		"13800138000":          "",
		"138 0013 8000":        "",
		"138-0013-8000":        "",
		"+8613800138000":       "",
		"+86 138 0013 8000":    "",
		"8613800138000":        "",
		"010-12345678":         PhoneForm, // no number begins with 1
		"010-62345678":         "",
		"(0755) 2345678":       "",
		"0755-23456789-8001":   "",
		"010-62345678转801":     "",
		"010-62345678 ext 801": "",
		"+86 10 6234 5678":     "",
		"62345678":             "",
		"400-800-8000":         "",
		"95555":                "",
		"12800138000":          PhoneForm,
		"1380013800":           PhoneForm,
		"138001380000":         PhoneForm,
		"+1 202 555 0100":      PhoneForm,
		"call me":              PhoneForm,
	} {
		if got := CheckPhone(s); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

func TestCheckEmail(t *testing.T) {
	for s, want := range map[string]FindingCode{
		"a@example.com":        "",
		"a.b+c@mail.example.x": "",
		"张三@例子.公司":             "",
		"a@example":            EmailForm,
		"a@.com":               EmailForm,
		"a@example.com.":       EmailForm,
		"a@b@example.com":      EmailForm,
		"a b@example.com":      EmailForm,
		"a,b@example.com":      EmailForm,
		"@example.com":         EmailForm,
		"example.com":          EmailForm,
	} {
		if got := CheckEmail(s); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}
