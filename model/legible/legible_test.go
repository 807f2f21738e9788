package legible_test

import (
	"bufio"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/xuke-cli/xuke/model/legible"
)

var tests = []struct{ name, s, line, block string }{ // block "": as line
	{"empty", "", "", ""},
	{"ascii", "a b~", "a b~", ""},
	{"hanzi", "北京蓝鲸客服科技有限公司", "北京蓝鲸客服科技有限公司", ""},
	{"rare hanzi", "龑㛃\U0002CB5A\U00020164", "龑㛃\U0002CB5A\U00020164", ""},
	{"hanzi of Unicode 15.1 and 17", "\U0002EBF0\U000323B0", "\U0002EBF0\U000323B0", ""},
	{"no hanzi ever", "\U0002FFFE\U0003FFFF", "〔U+2FFFE〕〔U+3FFFF〕", ""},
	{"ideographic space", "张\u3000三", "张\u3000三", ""},
	{"full-width", "１０００万元", "１０００万元", ""},
	{"hebrew", "שלום", "שלום", ""},
	{"vietnamese", "Việt Nam", "Việt Nam", ""},
	{"esc", "\x1b[31mred\x1b[0m", "〔U+001B〕[31mred〔U+001B〕[0m", ""},
	{"osc", "\x1b]0;owned\a", "〔U+001B〕]0;owned〔U+0007〕", ""},
	{"dcs", "\x1bPq\x1b\\", "〔U+001B〕Pq〔U+001B〕\\", ""},
	{"c1", "\u009b31m\u0085", "〔U+009B〕31m〔U+0085〕", ""},
	{"c1 byte", "\x9b31m", "〔x9B〕31m", ""},
	{"nul", "a\x00b", "a〔U+0000〕b", ""},
	{"del", "a\x7fb", "a〔U+007F〕b", ""},
	{"backspace", "abc\b\b\bxyz", "abc〔U+0008〕〔U+0008〕〔U+0008〕xyz", ""},
	{"tab", "a\tb", "a b", ""},
	{"newline", "a\nb", "a⏎b", "a\nb"},
	{"crlf", "a\r\nb\r\n", "a⏎b⏎", "a\nb\n"},
	{"cr", "a\rb", "a〔U+000D〕b", ""},
	{"cr cr lf", "a\r\r\nb", "a〔U+000D〕⏎b", "a〔U+000D〕\nb"},
	{"vertical tab, form feed", "\v\f", "〔U+000B〕〔U+000C〕", ""},
	{"separators", "a\u2028b\u2029c", "a〔U+2028〕b〔U+2029〕c", ""},
	{"override", "付款\u202e甲给乙\u202c方", "付款〔U+202E〕甲给乙〔U+202C〕方", ""},
	{"isolate", "\u2066abc\u2069", "〔U+2066〕abc〔U+2069〕", ""},
	{"directional marks", "\u200e\u200f\u061c", "〔U+200E〕〔U+200F〕〔U+061C〕", ""},
	{"zero width", "北\u200b京\u200d\ufeff", "北〔U+200B〕京〔U+200D〕〔U+FEFF〕", ""},
	{"soft hyphen", "a\u00adb", "a〔U+00AD〕b", ""},
	{"word joiner", "a\u2060b", "a〔U+2060〕b", ""},
	{"fillers", "\u115f\u1160\u3164\uffa0\u17b4", "〔U+115F〕〔U+1160〕〔U+3164〕〔U+FFA0〕〔U+17B4〕", ""},
	{"tags", "\U000E0041\U000E007F", "〔U+E0041〕〔U+E007F〕", ""},
	{"object", "\ufffc", "〔U+FFFC〕", ""},
	{"replacement", "\ufffd", "\ufffd", ""},
	{"bad utf-8", "a\xffb\xc0\xaf\xed\xa0\x80", "a〔xFF〕b〔xC0〕〔xAF〕〔xED〕〔xA0〕〔x80〕", ""},
	{"cut utf-8", "京\xe4\xba", "京〔xE4〕〔xBA〕", ""},
	{"noncharacters", "\ufffe\uffff\ufdd0\U0010FFFF", "〔U+FFFE〕〔U+FFFF〕〔U+FDD0〕〔U+10FFFF〕", ""},
	{"private use", "\ue863", "〔U+E863〕", ""},
	{"unassigned", "\u0378", "〔U+0378〕", ""},
	{"eight marks", "a" + marks(8), "a" + marks(8), ""},
	{"nine marks", "a" + marks(9) + "b", "a" + marks(8) + "〔+1〕b", ""},
	{"many marks", "a" + marks(10_000), "a" + marks(8) + "〔+9992〕", ""},
	{"a mark on nothing", "\u0301a", "◌\u0301a", ""},
	{"a mark after a line", "a\n\u0301", "a⏎◌\u0301", "a\n◌\u0301"},
	{"a mark on a mark", "\x1b\u0301〕\u0301⏎\u0301", "〔U+001B〕◌\u0301〕◌\u0301⏎◌\u0301", ""},
	{"grapheme joiner", "a\u0301\u034f\u0301", "a\u0301〔U+034F〕◌\u0301", ""},
	{"family", "👩\u200d👩\u200d👧\u200d👦家", "👩👩👧👦家", ""},
	{"skin and joiner", "👩🏽\u200d💻", "👩🏽💻", ""},
	{"heart", "❤\ufe0f", "❤", ""},
	{"rainbow flag", "🏳\ufe0f\u200d🌈", "🏳🌈", ""},
	{"keycap", "1\ufe0f\u20e3", "1\u20e3", ""},
	{"joiner at the end", "👩\u200d", "👩〔U+200D〕", ""},
	{"selector at the end", "❤\ufe0f", "❤", ""},
	{"two selectors", "❤\ufe0f\ufe0e\ufe0f", "❤〔U+FE0E〕〔U+FE0F〕", ""},
	{"selector on what is missing", "\ufffd\u200d\ufffd\ufe0f", "\ufffd〔U+200D〕\ufffd〔U+FE0F〕", ""},
	{"joiner between letters", "a\u200db", "a〔U+200D〕b", ""},
	{"joiner after an emoji", "👩\u200da", "👩〔U+200D〕a", ""},
	{"two joiners", "👩\u200d\u200d👩", "👩〔U+200D〕〔U+200D〕👩", ""},
	{"selector on a letter", "a\ufe0f京\ufe00葛\U000E0100", "a〔U+FE0F〕京〔U+FE00〕葛〔U+E0100〕", ""},
	{"selector on a digit", "1\ufe0f2", "1〔U+FE0F〕2", ""},
	{"selector on nothing", "\ufe0f\u20e3", "〔U+FE0F〕◌\u20e3", ""},
	{"a mark that was typed", "〔U+202E〕", "〔U+202E〕", ""},
}

func marks(n int) string { return strings.Repeat("\u0301", n) }

func TestLegible(t *testing.T) {
	for _, tt := range tests {
		if got := legible.Line(tt.s); got != tt.line {
			t.Errorf("%s: Line %+q, want %+q", tt.name, got, tt.line)
		}
		want := tt.block
		if want == "" {
			want = tt.line
		}
		if got := legible.Block(tt.s); got != want {
			t.Errorf("%s: Block %+q, want %+q", tt.name, got, want)
		}
		if legible.Clean(tt.s) != (tt.s == tt.line) {
			t.Errorf("%s: Clean is %t", tt.name, legible.Clean(tt.s))
		}
		harmless(t, tt.s)
	}
}

// harmless holds what is shown against what no screen may get.
func harmless(t *testing.T, s string) {
	t.Helper()
	for _, block := range []bool{false, true} {
		shown := legible.Line
		if block {
			shown = legible.Block
		}
		out := shown(s)
		if !utf8.ValidString(out) {
			t.Fatalf("%+q: %+q is not UTF-8", s, out)
		}
		run := 0
		for _, r := range out {
			switch {
			case r == '\n' && block:
				run = 0
				continue
			case unicode.Is(unicode.M, r):
				run++
			default:
				run = 0
			}
			if run > legible.MaxMarks {
				t.Fatalf("%+q: more than %d marks in %+q", s, legible.MaxMarks, out)
			}
			if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp, unicode.Bidi_Control,
				unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point) {
				t.Fatalf("%+q: %U is left in %+q", s, r, out)
			}
		}
		if again := shown(out); again != out {
			t.Fatalf("%+q: %+q, and again %+q", s, out, again)
		}
	}
	if legible.Clean(s) != (legible.Line(s) == s) {
		t.Fatalf("%+q: Clean is %t", s, legible.Clean(s))
	}
}

func fixtures(t testing.TB) map[string]string {
	f, err := os.Open("../../testdata/strings.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	texts := make(map[string]string)
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var row struct{ Name, Text string }
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		texts[row.Name] = row.Text
	}
	if len(texts) == 0 {
		t.Fatal("no texts")
	}
	return texts
}

func TestFixtures(t *testing.T) {
	for _, s := range fixtures(t) {
		harmless(t, s)
	}
}

// Every single character, at every sort of place: it shows, and as no other
// one does. What may vanish, or look like another, is listed.
func TestEveryCharacter(t *testing.T) {
	twins := map[rune]bool{'\t': true, ' ': true, '\n': true, '⏎': true} // what a tab and a line break look like
	for _, at := range []struct {
		before, after string
		vanish        string
	}{
		{"a", "b", ""},
		{"", "", ""},
		{"京", "", ""},
		{"", "京", ""},
		{"1", "\u20e3", "\ufe0e\ufe0f"},
		{"👩", "", "\ufe0e\ufe0f"},
		{"", "👩", ""},
		{"👩", "👩", "\ufe0e\ufe0f\u200d"},
		{"❤\ufe0f", "b", ""},
	} {
		seen := map[string]rune{legible.Line(at.before + at.after): -1}
		for r := rune(0); r <= 0xE0FFF; r++ {
			if r == 0x20100 { // hanzi, and then nothing up to the tags
				r = 0xE0000
			}
			if r >= 0xD800 && r <= 0xDFFF || twins[r] || strings.ContainsRune(at.vanish, r) || r == '\u25cc' {
				continue // ◌ is put under a mark that has nothing to sit on
			}
			out := legible.Line(at.before + string(r) + at.after)
			if other, twice := seen[out]; twice {
				t.Fatalf("between %+q and %+q %U looks like %U: %+q", at.before, at.after, r, other, out)
			}
			seen[out] = r
		}
	}
}

func TestCleanDoesNotAllocate(t *testing.T) {
	s := strings.Repeat("北京蓝鲸客服 Việt Nam 👩，", 50)
	if n := testing.AllocsPerRun(100, func() {
		if legible.Line(s) != s || legible.Block(s) != s {
			t.Error("a clean text was changed")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzLegible(f *testing.F) {
	for _, tt := range tests {
		if len(tt.s) < 500 {
			f.Add(tt.s)
		}
	}
	for _, s := range fixtures(f) {
		f.Add(s)
	}
	f.Fuzz(harmless)
}

func BenchmarkLine(b *testing.B) {
	for name, s := range map[string]string{
		"ascii": strings.Repeat("plain text ", 20),
		"hanzi": strings.Repeat("北京蓝鲸客服科技", 20),
		"mixed": strings.Repeat("张三（Zhang）é，", 20),
		"dirty": strings.Repeat("a\x1b[31m", 20),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				legible.Line(s)
			}
		})
	}
}

func TestArgs(t *testing.T) {
	got := legible.Args([]any{"Title\n", "a\x1bb", "Count", 3, "Names", []string{"\n"}, "Last"})
	want := []any{"Title\n", "a〔U+001B〕b", "Count", 3, "Names", []string{"\n"}, "Last"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
