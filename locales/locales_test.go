package locales

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func printer(t testing.TB, l Lang) *Printer {
	t.Helper()
	p, err := New(l)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestParse(t *testing.T) {
	for env, want := range map[string]Lang{
		"zh": ZH, "zh_CN.UTF-8": ZH, "zh_TW": ZH, "zh-Hans-CN": ZH, "zh_CN@pinyin": ZH, "ZH": ZH,
		"en": EN, "en_US": EN, "en_GB.UTF-8": EN, "en.UTF-8": EN,
		"": "", "C": "", "C.UTF-8": "", "POSIX": "", "fr_FR.UTF-8": "", "english": "", "zhx": "",
	} {
		if got, ok := Parse(env); got != want || ok != (want != "") {
			t.Errorf("Parse(%q) = %q, %v", env, got, ok)
		}
	}
}

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want Lang
	}{
		{nil, ZH},
		{map[string]string{"LANG": "en_US.UTF-8"}, EN},
		{map[string]string{"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, ZH},
		{map[string]string{"LC_MESSAGES": "en_GB", "LANG": "zh_CN"}, EN},
		{map[string]string{"LC_ALL": "C", "LANG": "en_US"}, EN},
		{map[string]string{"LC_ALL": "C.UTF-8", "LANG": "de_DE"}, ZH},
	} {
		if got := Detect(func(name string) string { return c.env[name] }); got != c.want {
			t.Errorf("%v: %s, want %s", c.env, got, c.want)
		}
	}
}

const sample = `
"t.plain" = "plain"
"t.named" = "of {{.Name}}"
"t.count" = { one = "{{.Count}} day", other = "{{.Count}} days" }
"t.other" = "{{.Count}} of {{.Name}}"

["t.table"]
one = "one row"
other = "rows"
`

func pack(name, texts string) fstest.MapFS {
	return fstest.MapFS{name: &fstest.MapFile{Data: []byte(texts)}}
}

func TestText(t *testing.T) {
	p, err := New(EN, pack("t.en.toml", sample))
	if err != nil {
		t.Fatal(err)
	}
	type named int64
	for _, c := range []struct {
		id   ID
		args []any
		want string
	}{
		{"t.plain", nil, "plain"},
		{"t.plain", []any{"Name", "x"}, "plain"},
		{"t.named", []any{"Name", "许可 <b>"}, "of 许可 <b>"},
		{"t.count", []any{"Count", 1}, "1 day"},
		{"t.count", []any{"Count", int64(0)}, "0 days"},
		{"t.count", []any{"Count", named(1)}, "1 day"},
		{"t.count", []any{"Count", 21}, "21 days"},
		{"t.other", []any{"Count", 1, "Name", 5}, "1 of 5"},
		{"t.table", []any{"Count", 1}, "one row"},
		{"t.table", nil, "rows"},
		{"t.named", nil, "t.named"},                        // nothing to fill in
		{"t.named", []any{"Name"}, "t.named"},              // half a pair
		{"t.missing", []any{"Name", "x"}, "t.missing"},     // no such text
		{"term.verdict.met", nil, "met"},                   // the program's own
		{"t.count", []any{"Count", "many"}, "t.count"},     // no number
		{"t.count", []any{"Count", 3, 4, 5}, "3 days"},     // no name
		{"term.unit.day", []any{"Count", 1}, "1 day"},      // own, with forms
		{"term.unit.month", []any{"Count", 3}, "3 months"}, // own, with forms
	} {
		if got := p.T(c.id, c.args...); got != c.want {
			t.Errorf("T(%q, %v) = %q, want %q", c.id, c.args, got, c.want)
		}
	}
	if got := p.Text("term", "verdict", "not-met"); got != "not met" {
		t.Errorf("Text: %q", got)
	}
	if got := p.Text("term", "yes", ""); got != "yes" {
		t.Errorf("Text without part: %q", got)
	}
	if !p.Has("t", "plain", "") || !p.Has("t", "count", "") || p.Has("t", "plain", "x") {
		t.Error("Has is wrong about the sample")
	}
}

func TestPacksReplaceTexts(t *testing.T) {
	first := pack("a.zh.toml", `"t.a" = "甲"`+"\n"+`"t.b" = "{{.Name}}乙"`+"\n"+`"term.yes" = "对"`)
	second := pack("b.zh.toml", `"t.a" = "{{.Name}}丙"`+"\n"+`"t.b" = "丁"`)
	p, err := New(ZH, first, second)
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[ID]string{"t.a": "某丙", "t.b": "丁", TermYes: "对", TermNo: "否"} {
		if got := p.T(id, "Name", "某"); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	if p.Lang() != ZH {
		t.Error(p.Lang())
	}
}

func TestLanguagesDoNotMix(t *testing.T) {
	p, err := New(ZH, pack("t.en.toml", sample))
	if err != nil {
		t.Fatal(err)
	}
	if got := p.T("t.plain"); got != "t.plain" {
		t.Errorf("the Chinese printer says %q", got)
	}
}

func TestNewRefuses(t *testing.T) {
	for texts, want := range map[string]string{
		`"a" = 1`:                            `x.zh.toml: line 1, column 1: "a" is no text`,
		"\n\"a\" = \"\"":                     `line 2, column 1: "a" says nothing`,
		`"a" = { few = "x" }`:                `column 9: "few" is no plural form of "a"`,
		`"a" = { one = "x" }`:                `"a" says nothing`,
		"\"a\" = \"x":                        `line 1, column `,
		"[t]\nother = \"x\"\n\"b\" = \"x\"":  `line 3, column 1: "b" is no plural form of "t"`,
		"[[t]]\nother = \"x\"":               `"t" is no text`,
		"\"a\" = \"x\"\n\"a\" = \"y\"":       `"a" is in x.zh.toml already`,
		"\"a\" = \"\xff\"":                   `not in UTF-8`,
		"# only a remark\n\n \"a\" == \"x\"": `line 3, column 7: `,
	} {
		_, err := New(ZH, pack("x.zh.toml", texts))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %s", texts, err, want)
		}
	}
	if _, err := New("fr"); err == nil {
		t.Error("speaks French")
	}
	if _, err := New(ZH, os.DirFS(t.TempDir())); err != nil {
		t.Errorf("an empty folder: %v", err)
	}
}

func TestValues(t *testing.T) {
	zh, en := printer(t, ZH), printer(t, EN)
	for _, c := range []struct{ name, got, want string }{
		{"number", zh.Number(1_234_567), "1,234,567"},
		{"number", zh.Number(-123_456), "-123,456"},
		{"number", zh.Number(-123), "-123"},
		{"number", en.Number(0), "0"},
		{"number", en.Number(1000), "1,000"},
		{"money", zh.Money(8_000_000), "8,000,000 元"},
		{"money", en.Money(8_000_000), "CNY 8,000,000"},
		{"short money", zh.MoneyShort(10_000_000), "1000万元"},
		{"short money", zh.MoneyShort(300_000_000), "30000万元"},
		{"short money", zh.MoneyShort(150_000_000), "15000万元"},
		{"short money", zh.MoneyShort(8_001_000), "800.1万元"},
		{"short money", zh.MoneyShort(999_999), "99.9999万元"},
		{"short money", zh.MoneyShort(0), "0万元"},
		{"short money", en.MoneyShort(10_000_000), "CNY 10,000,000"},
		{"percent", zh.Percent(333_400), "33.34%"},
		{"percent", en.Percent(1_000_000), "100%"},
		{"percent", en.Percent(1), "0.0001%"},
		{"percent", en.Percent(0), "0%"},
		{"size", zh.Size(0), "0 B"},
		{"size", zh.Size(1023), "1023 B"},
		{"size", zh.Size(1536), "1.5 KB"},
		{"size", en.Size(5 << 20), "5 MB"},
		{"date", zh.Date(2026, 11, 3), "2026年11月3日"},
		{"date", en.Date(2026, 11, 23), "23 November 2026"},
		{"short date", zh.DateShort(2026, 11, 23), "11月23日"},
		{"short date", en.DateShort(2026, 11, 23), "23 Nov"},
		{"month", zh.Month(2026, 2), "2026年2月"},
		{"month", en.Month(2026, 2), "February 2026"},
		{"since", zh.Since("2017"), "2017年"},
		{"since", en.Since("2017"), "2017"},
		{"since", zh.Since("2017-09"), "2017年9月"},
		{"since", en.Since("2017-09-01"), "1 September 2017"},
		{"since", en.Since("–"), "–"},
		{"weekday", zh.Weekday(time.Monday), "星期一"},
		{"weekday", en.Weekday(time.Sunday), "Sunday"},
		{"short weekday", zh.WeekdayShort(time.Saturday), "周六"},
		{"short weekday", en.WeekdayShort(time.Monday), "Mon"},
		{"list", zh.List([]string{"甲", "乙", "丙"}), "甲、乙、丙"},
		{"list", en.List([]string{"a", "b", "c"}), "a, b and c"},
		{"list", en.List([]string{"a", "b"}), "a and b"},
		{"list", en.List([]string{"a"}), "a"},
		{"list", en.List(nil), ""},
		{"either", zh.Either([]string{"甲", "乙", "丙"}), "甲、乙或丙"},
		{"either", en.Either([]string{"a", "b"}), "a or b"},
		{"label", zh.Label("名称", "值"), "名称：值"},
		{"label", en.Label("name", "value"), "name: value"},
		{"aside", zh.Aside("全网", "两省以上"), "全网（两省以上）"},
		{"aside", en.Aside("nationwide", "MIIT"), "nationwide (MIIT)"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestArticle(t *testing.T) {
	zh, en := printer(t, ZH), printer(t, EN)
	for _, c := range []struct{ place, zh, en string }{
		{"47", "第47条", "art. 47"},
		{"6(4)", "第6条第4项", "art. 6(4)"},
		{"32(4), 82", "第32条第4项、第82条", "art. 32(4) and art. 82"},
		{"26–27", "第26–27条", "art. 26–27"},
		{"item 1", "第1项", "item 1"},
		{"part 2", "第2部分", "part 2"},
		{"condition 3", "条件第3项", "condition 3"},
		{"material 1", "材料第1项", "material 1"},
		{"step 2", "流程第2步", "step 2"},
		{"annual 1", "年检流程第1项", "annual inspection, point 1"},
		{"B24", "B24", "B24"},
		{"", "", ""},
		{"item", "item", "item"},
		{"item B", "item B", "item B"},
		{"annex 3", "annex 3", "annex 3"},
	} {
		if got := zh.Article(c.place); got != c.zh {
			t.Errorf("zh %q: %q, want %q", c.place, got, c.zh)
		}
		if got := en.Article(c.place); got != c.en {
			t.Errorf("en %q: %q, want %q", c.place, got, c.en)
		}
	}
}

// FuzzRead sees to it that no pack can crash the program.
func FuzzRead(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte(`a.b = { one = "x", other = """y""" }`))
	f.Fuzz(func(t *testing.T, data []byte) {
		entries, err := read(data)
		for _, e := range entries {
			if err == nil && e.other == "" {
				t.Errorf("%q: an empty text", e.id)
			}
		}
	})
}

func BenchmarkNew(b *testing.B) {
	for _, l := range Langs {
		b.Run(string(l), func(b *testing.B) {
			for b.Loop() {
				if _, err := New(l); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkText(b *testing.B) {
	p := printer(b, EN)
	b.Run("plain", func(b *testing.B) {
		for b.Loop() {
			p.T(TermYes)
		}
	})
	b.Run("looked up", func(b *testing.B) {
		for b.Loop() {
			p.Text("term", "verdict", "not-met")
		}
	})
	b.Run("plural", func(b *testing.B) {
		for b.Loop() {
			p.T(TermUnitDay, "Count", 3)
		}
	})
}
