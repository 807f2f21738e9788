package model

import (
	"strings"
	"time"
	"unicode/utf8"
)

// Numbers out of registers are looked at, never refused: real ones are known
// that fail their own check digit.

const usccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY" // no I, O, S, V, Z

var (
	usccWeights     = [17]int{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28}
	residentWeights = [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	residentForm    = lazy(`^[1-9]\d{16}[\dX]$`)
	mobileForm      = lazy(`^(\+?86|0086)?1[3-9]\d{9}$`)
	landlineForm    = lazy(`^(((\+?86|0086)0?|0)(10|2\d|[3-9]\d\d))?[2-9]\d{6,7}$|^[48]00\d{7}$`)
	emailForm       = lazy(`^[^\s@<>()",;:]+@[^\s@<>()",;:.]+(\.[^\s@<>()",;:.]+)+$`)
)

// CheckUSCC looks at a unified social credit code as Parse returns it: 18
// characters, the last of which follows from the others (GB 32100-2015). It
// returns USCCForm, USCCCheckDigit or "", and the check character that the
// others call for.
func CheckUSCC(s string) (code FindingCode, want string) {
	if len(s) != 18 {
		return USCCForm, ""
	}
	sum := 0
	for i, weight := range usccWeights {
		v := strings.IndexByte(usccAlphabet, s[i])
		if v < 0 {
			return USCCForm, ""
		}
		sum += v * weight
	}
	want = usccAlphabet[(31-sum%31)%31:][:1]
	switch {
	case strings.IndexByte(usccAlphabet, s[17]) < 0:
		return USCCForm, ""
	case s[17:] != want:
		return USCCCheckDigit, want
	}
	return "", want
}

// CheckResidentID looks at a resident identity number: six digits of a place,
// a birthday, three of order, a check digit or X (GB 11643-1999). It returns
// IDForm, IDCheckDigit or "", and the check digit that the others call for.
func CheckResidentID(s string) (code FindingCode, want string) {
	if !residentForm().MatchString(s) || !birthday(s[6:14]) {
		return IDForm, ""
	}
	sum := 0
	for i, weight := range residentWeights {
		sum += int(s[i]-'0') * weight
	}
	want = "10X98765432"[sum%11:][:1]
	if s[17:] != want {
		return IDCheckDigit, want
	}
	return "", want
}

// birthday reports whether eight digits are a day of the calendar. Of the
// standard's own examples one was born in 1880, before the years of a Date.
func birthday(s string) bool {
	day, err := time.Parse("20060102", s)
	return err == nil && day.Year() >= 1800
}

// CheckID looks at a number that may be either: nothing is odd about it when
// one of the two fits.
func CheckID(s string) (code FindingCode, want string) {
	uscc, usccWant := CheckUSCC(s)
	resident, residentWant := CheckResidentID(s)
	switch {
	case uscc == "", resident == "":
		return "", ""
	case resident == IDCheckDigit:
		return resident, residentWant
	case uscc == USCCCheckDigit && company(s):
		return uscc, usccWant
	}
	return IDForm, ""
}

// company reports whether a number of 18 characters belongs to an
// organisation beyond doubt: persons have no letter before the last place.
func company(s string) bool { return strings.ContainsAny(s[:17], usccAlphabet[10:]) }

// CheckPhone returns PhoneForm for what is no number of mainland China:
// mobile, landline with or without area code and extension, 400, 800, 95xxx.
func CheckPhone(s string) FindingCode {
	s, _, _ = strings.Cut(strings.ToLower(s), "转")
	s, _, _ = strings.Cut(s, "ext")
	bare := without(s, " -()")
	if mobileForm().MatchString(bare) || landlineForm().MatchString(bare) || shortNumber().MatchString(bare) {
		return ""
	}
	if i := strings.LastIndexByte(s, '-'); i > 0 && len(s)-i <= 7 && landlineForm().MatchString(without(s[:i], " -()")) {
		return "" // an extension
	}
	return PhoneForm
}

var shortNumber = lazy(`^9[56]\d{3,4}$`)

// CheckEmail returns EmailForm for what cannot be an address.
func CheckEmail(s string) FindingCode {
	if len(s) <= 254 && emailForm().MatchString(s) {
		return ""
	}
	return EmailForm
}

// Mask hides a person's number but for its first and last character:
// 1****************X. The code of a company is public and stays. What cannot
// be told is hidden too, so that a mistyped number does not give itself away.
func Mask(number string) string {
	if code, _ := CheckUSCC(number); code != USCCForm {
		resident, _ := CheckResidentID(number)
		if company(number) || code == "" && resident != "" {
			return number
		}
	}
	n := utf8.RuneCountInString(number)
	if n < 6 {
		return strings.Repeat("*", n)
	}
	_, first := utf8.DecodeRuneInString(number)
	_, last := utf8.DecodeLastRuneInString(number)
	return number[:first] + strings.Repeat("*", n-2) + number[len(number)-last:]
}
