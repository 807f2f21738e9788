package ui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuke-cli/xuke/locales"
)

var update = flag.Bool("update", false, "rewrite golden files: look at them before you commit them")

// golden compares a frame with testdata/golden/NAME.
func (s *session) golden(name string) {
	s.t.Helper()
	s.fits()
	file := filepath.Join("testdata", "golden", name+".golden")
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			s.t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(s.screen()), 0o644); err != nil {
			s.t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		s.t.Fatal(err)
	}
	if got := s.screen(); got != string(want) {
		s.t.Errorf("%s differs from its golden frame:\n%s", name, got)
	}
}

var sizes = [][2]int{{60, 20}, {80, 24}, {120, 40}}

// scenes are the ways to the screens: keys from an empty home on.
var scenes = []struct {
	name string
	keys []string
}{
	{"home-empty", nil},
	{"intro", []string{"n"}},
	{"ask-choice", []string{"n", "enter"}},
	{"outcome", []string{"n", "enter", "1", "enter", "1", "enter"}},
	{"ask-provinces", flat(knockOuts, "2", "enter")},
	{"ask-group", flat(knockOuts, "1", "enter", "2", "enter", "1", "enter", "2", "enter")},
	{"ask-problem", flat(knockOuts, "1", "enter", "2", "enter", "1", "enter", "2", "enter", "end", "tab", "tab", "tab", "tab", "enter")},
	{"ask-money", flat(company, "800万")},
	{"ask-money-wrong", flat(company, "很多", "enter")},
	{"entries", flat(company, capital, "甲公司", "enter", "1", "enter", "enter", "60", "enter", "enter")},
	{"entry", flat(company, capital, "甲公司")},
	{"pending", flat(company, "f3")},
	{"why", flat(company, "f1")},
	{"sources", flat(company, "f4")},
	{"impact", flat(company, "800万", "enter", "ctrl+g", "coverage", "enter", "3", "enter")},
	{"home", flat(company, back(13))},
	{"overview", flat(company, back(12))},
	{"conditions", flat(company, "800万", "enter", "ctrl+g", "conditions", "enter", "home", "down", "down")},
	{"materials", flat(company, "ctrl+g", "materials", "enter")},
	{"draft", flat(company, "ctrl+g", "equity-chart", "enter", "w")},
	{"asking", flat(company, "f3", "财务", "enter", "2026-12-01", "enter", "ctrl+g", "materials", "enter", "p")},
	{"asked", flat(company, "f3", "财务", "enter", "2026-12-01", "enter", "ctrl+g", "materials", "enter", "p", "enter")},
	{"material", flat(chart)},
	{"material-files", flat(chart, dropped)},
	{"materials-files", flat(chart, dropped, "ctrl+g", "materials", "enter")},
	{"details", flat(chart, dropped, "end", "up", "enter", "3")},
	{"departure", flat(company, capital, "甲公司", "enter", "1", "enter", "enter", "60", "enter", "enter",
		"ctrl+g", "shareholder-licence/p1", "enter", "paste:/扫描/章程.pdf", "ctrl+g", "shareholders", "enter", "home", "d")},
	{"noting", flat(chart, "down", "enter")},
	{"sheet", flat(chart, dropped, "home", "enter")},
	{"sheet-detach", flat(chart, dropped, "home", "del")},
	{"past", flat(chart, dropped, "home", "del", "enter", "end", "enter")},
	{"picker", flat(chart, "enter")},
	{"picker-folder", flat(chart, "enter", "/扫描/", "down", "tab")},
	{"picker-pinyin", flat(chart, "enter", "/扫描/yy")},
	{"picker-nothing", flat(chart, "enter", "/无/a")},
	{"review", flat(company, "800万", "enter", "ctrl+g", "review", "enter")},
	{"submission", flat(company, "ctrl+g", "submission", "enter")},
	{"goto", flat(company, "ctrl+g", "share")},
	{"packet-gaps", flat(company, back(12), "b")},
	{"packet", flat(company, back(12), "b", "end", "enter")},
	{"export", flat(company, back(12), "e")},
	{"undo", flat(company, "800万", "enter", "ctrl+z")},
	{"history", flat(company, "800万", "enter", "ctrl+z", "right", "enter", "ctrl+g", "history", "enter")},
	{"resume", flat(company, "800万", "ctrl+c", "restart")},
}

var (
	knockOuts = []string{"n", "enter", "1", "enter", "2", "enter", "1", "enter", "1", "enter", "1", "enter"}
	company   = flat(knockOuts, "1", "enter", "2", "enter", "1", "enter", "2", "enter",
		"北京蓝鲸客服科技有限公司", "tab", "tab", "91350100M000100Y43", "tab", "王某", "tab", "2020-01-02", "enter",
		"示例路1号", "enter", "示例路8号", "enter", "李某", "enter", "13800138000", "enter", "li@example.com", "enter")
	chart   = flat(company, "ctrl+g", "equity-chart", "enter")
	dropped = "paste:'/扫描/营业执照.pdf' /扫描/章程.pdf"
	capital = []string{"1000万", "enter", "1", "enter", "2", "enter", "enter"} // and on to the shareholders
)

func flat(parts ...any) []string {
	var keys []string
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			keys = append(keys, p)
		case []string:
			keys = append(keys, p...)
		}
	}
	return keys
}

func times(key string, n int) []string {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = key
	}
	return keys
}

func back(n int) []string { return times("esc", n) }

// play presses the keys; "restart" starts the program again on the same store.
func play(t *testing.T, lang locales.Lang, w, h int, keys []string) *session {
	t.Helper()
	s := drive(t, newMemory(), lang, w, h)
	way := fmt.Sprint(lang, w, h)
	for _, k := range keys {
		way += "\x00" + k
		if k == "restart" {
			s = drive(t, s.store, lang, w, h)
			continue
		}
		s.keys(k)
		if !fitted[way] {
			s.fits()
			fitted[way] = true
		}
	}
	return s
}

// fitted are the ways whose last frame was looked at. Most scenes begin with the
// same forty keys, and drawing is half of their time.
var fitted = make(map[string]bool)

func TestGolden(t *testing.T) {
	for _, scene := range scenes {
		for _, size := range sizes {
			for _, lang := range locales.Langs {
				name := fmt.Sprintf("%s.%dx%d.%s", scene.name, size[0], size[1], lang)
				t.Run(name, func(t *testing.T) {
					play(t, lang, size[0], size[1], scene.keys).golden(name)
				})
			}
		}
	}
}
