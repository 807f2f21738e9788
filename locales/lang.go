package locales

import "strings"

// A Lang is a language that xuke speaks.
type Lang string

// Languages.
const (
	ZH Lang = "zh"
	EN Lang = "en"
)

// Langs lists them, the default first.
var Langs = []Lang{ZH, EN}

// Parse reads a language as LANG, LC_* and --lang name it: "zh_CN.UTF-8",
// "en_US", "zh-Hans", "EN". It reports false for a language that xuke does not
// speak, and for "C" and "POSIX", which name none.
func Parse(env string) (Lang, bool) {
	env, _, _ = strings.Cut(env, ".") // the encoding
	env, _, _ = strings.Cut(env, "@") // the variant
	env, _, _ = strings.Cut(strings.ReplaceAll(env, "-", "_"), "_")
	for _, l := range Langs {
		if strings.EqualFold(env, string(l)) {
			return l, true
		}
	}
	return "", false
}

// Detect returns the language of the environment: the first of LC_ALL,
// LC_MESSAGES and LANG that names one, else Chinese.
func Detect(getenv func(string) string) Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if l, ok := Parse(getenv(name)); ok {
			return l
		}
	}
	return ZH
}
