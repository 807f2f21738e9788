package locales

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template"
	"text/template/parse"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/pelletier/go-toml/v2"
)

// files returns the entries of every file of a language by the NAME of
// NAME.LANG.toml.
func files(t *testing.T, l Lang) map[string][]entry {
	t.Helper()
	suffix := "." + string(l) + ".toml"
	names, err := fs.Glob(own, "*"+suffix)
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string][]entry)
	for _, name := range names {
		data, err := fs.ReadFile(own, name)
		if err != nil {
			t.Fatal(err)
		}
		entries, err := read(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		all[strings.TrimSuffix(name, suffix)] = entries
	}
	return all
}

func each(t *testing.T, l Lang, check func(t *testing.T, e entry, text string)) {
	t.Helper()
	for _, entries := range files(t, l) {
		for _, e := range entries {
			for _, text := range []string{e.one, e.other} {
				if text != "" {
					check(t, e, text)
				}
			}
		}
	}
}

func TestBothLanguagesHaveTheSameTexts(t *testing.T) {
	zh, en := files(t, ZH), files(t, EN)
	byID := func(es []entry) map[string]entry {
		m := make(map[string]entry)
		for _, e := range es {
			m[e.id] = e
		}
		return m
	}
	for _, name := range slices.Sorted(maps.Keys(zh)) {
		if en[name] == nil {
			t.Errorf("%s.zh.toml has no English file", name)
			continue
		}
		english := byID(en[name])
		for _, e := range zh[name] {
			o, ok := english[e.id]
			switch {
			case !ok:
				t.Errorf("%s.en.toml lacks %q", name, e.id)
			case !slices.Equal(placeholders(t, e), placeholders(t, o)):
				t.Errorf("%q: placeholders %v in Chinese, %v in English", e.id, placeholders(t, e), placeholders(t, o))
			case e.one != "":
				t.Errorf("%q: Chinese has no form \"one\"", e.id)
			}
			delete(english, e.id)
		}
		for id := range english {
			t.Errorf("%s.zh.toml lacks %q", name, id)
		}
		delete(en, name)
	}
	for name := range en {
		t.Errorf("%s.en.toml has no Chinese file", name)
	}
}

// placeholders lists the names that a text wants filled.
func placeholders(t *testing.T, e entry) []string {
	t.Helper()
	tree, err := template.New("").Parse(e.other + e.one)
	if err != nil {
		t.Errorf("%q: %v", e.id, err)
		return nil
	}
	var names []string
	for _, m := range regexp.MustCompile(`\.([A-Z]\w*)`).FindAllStringSubmatch(actions(tree.Root), -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func actions(list *parse.ListNode) string {
	var b strings.Builder
	for _, n := range list.Nodes {
		if n.Type() != parse.NodeText {
			b.WriteString(n.String())
		}
	}
	return b.String()
}

func TestEveryTextCanBeSaid(t *testing.T) {
	for _, l := range Langs {
		p := printer(t, l)
		each(t, l, func(t *testing.T, e entry, _ string) {
			var args []any
			for _, name := range placeholders(t, e) {
				if name != "Count" {
					args = append(args, name, "x")
				}
			}
			for _, n := range []int{0, 1, 2} {
				s := p.T(ID(e.id), append(args, "Count", n)...)
				if s == e.id || strings.Contains(s, "<no value>") || strings.Contains(s, "{{") {
					t.Errorf("%s: %q says %q", l, e.id, s)
				}
			}
		})
	}
}

// go-i18n and go-toml read the files on their own terms: a key that go-i18n
// takes for one of its words, or that TOML puts into a table, shows here.
func TestLibrariesReadTheSame(t *testing.T) {
	for _, l := range Langs {
		for name, entries := range files(t, l) {
			data, _ := fs.ReadFile(own, name+"."+string(l)+".toml")
			messages, err := i18n.ParseMessageBytes(data, toml.Unmarshal)
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			want := make(map[string]entry)
			for _, m := range messages {
				want[m.ID] = entry{id: m.ID, one: m.One, other: m.Other}
			}
			if len(want) != len(entries) {
				t.Errorf("%s.%s: read %d texts, go-i18n %d", name, l, len(entries), len(want))
			}
			for _, e := range entries {
				if o := want[e.id]; o.one != e.one || o.other != e.other {
					t.Errorf("%s.%s: %q: read %q %q, go-i18n %q %q", name, l, e.id, e.one, e.other, o.one, o.other)
				}
			}
		}
	}
}

// Typing slips, with the reason. When they are looked for, placeholders are ⟨⟩
// and Chinese titles 《》.
var slips = []struct {
	langs   []Lang
	pattern string
	why     string
}{
	{Langs, `^\s|[^;,:]\s$`, "space at an end, which only a separator has"},
	{Langs, `  |\n\n\n`, "more than one space or empty line"},
	{Langs, `[\t\r]`, "tab or carriage return"},
	{Langs, `TODO|FIXME|XXX|lorem`, "not finished"},
	{Langs, `[\x{FE0F}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}\x{1F000}-\x{1FFFF}]`, "emoji or invisible character: terminals disagree about the width"},
	{[]Lang{ZH}, `[\p{Han}⟩][,;:?!]|[,;:?!][\p{Han}⟨]`, "ASCII punctuation in Chinese"},
	{[]Lang{ZH}, `\p{Han}[("]|[)"]\p{Han}`, "ASCII brackets or quotes in Chinese"},
	{[]Lang{ZH}, `\p{Han}\.(\p{Han}|$)`, "ASCII full stop in Chinese"},
	{[]Lang{ZH}, `[，。；：？！、] | [，。；：？！、）”]`, "space beside full-width punctuation"},
	{[]Lang{ZH}, `\p{Han} \p{Han}`, "space between Chinese characters"},
	{[]Lang{EN}, `[，。；：？！（）]`, "full-width punctuation in English"},
	{[]Lang{EN}, ` [,;:?!.](\s|$)`, "space before punctuation"},
	{[]Lang{EN}, `\b[Ll]icense\b|\b[Cc]olor\b`, "not British spelling"},
}

var (
	action = regexp.MustCompile(`\{\{.*?\}\}`)
	title  = regexp.MustCompile(`《[^》]*》`)
)

// recognised are the texts that are not said but looked for in what people
// write, in whatever spelling.
var recognised = regexp.MustCompile(`^material\..*\.(names|hints|whose)$|^word\.collect\.`)

func TestTypingSlips(t *testing.T) {
	for _, s := range slips {
		re := regexp.MustCompile(s.pattern)
		for _, l := range s.langs {
			each(t, l, func(t *testing.T, e entry, text string) {
				if recognised.MatchString(e.id) {
					return
				}
				bare := title.ReplaceAllString(action.ReplaceAllString(text, "⟨⟩"), "《》")
				if m := re.FindString(bare); m != "" {
					t.Errorf("%s: %q: %s (%q): %s", l, e.id, s.why, m, text)
				}
			})
		}
	}
}

// A number stands apart from the Chinese words beside it: 12 个文件.
func TestNumbersStandApart(t *testing.T) {
	tight := regexp.MustCompile(`\p{Han}\{\{\.(Count|In|Failed|DPI|Pages)\}\}|\{\{\.(Count|In|Failed|DPI|Pages)\}\}[\p{Han}a-z]`)
	files, err := fs.Glob(own, "*.zh.toml")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	for _, file := range files {
		text, err := fs.ReadFile(own, file)
		if err != nil {
			t.Fatal(err)
		}
		if file == "words.zh.toml" || file == "terms.zh.toml" {
			continue // values and units, which are written close as in the law: 800万元, 5个工作日
		}
		for n, line := range strings.Split(string(text), "\n") {
			if found := tight.FindString(line); found != "" {
				t.Errorf("%s:%d: no space in %s", file, n+1, found)
			}
		}
	}
}
