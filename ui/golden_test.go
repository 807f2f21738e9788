package ui_test

import (
	"fmt"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// scenes are the ways to the screens: keys from an empty home on.
var scenes = []struct {
	name string
	keys []string
}{
	{"home-empty", nil},
	{"intro", []string{"n"}},
	{"ask-choice", []string{"n", "enter"}},
	{"outcome", []string{"n", "enter", "1", "enter", "1", "enter"}},
	{"ask-provinces", uitest.Flat(uitest.KnockOuts, "2", "enter")},
	{"ask-group", uitest.Flat(uitest.KnockOuts, "1", "enter", "2", "enter", "1", "enter", "2", "enter")},
	{"ask-problem", uitest.Flat(uitest.KnockOuts, "1", "enter", "2", "enter", "1", "enter", "2", "enter", "end", "tab", "tab", "tab", "tab", "enter")},
	{"ask-money", uitest.Flat(uitest.Company, "800万")},
	{"ask-money-wrong", uitest.Flat(uitest.Company, "很多", "enter")},
	{"entries", uitest.Flat(uitest.Company, uitest.Capital, "甲公司", "enter", "1", "enter", "enter", "60", "enter", "enter")},
	{"entry", uitest.Flat(uitest.Company, uitest.Capital, "甲公司")},
	{"pending", uitest.Flat(uitest.Company, "f3")},
	{"why", uitest.Flat(uitest.Company, "f1")},
	{"sources", uitest.Flat(uitest.Company, "f4")},
	{"impact", uitest.Flat(uitest.Company, "800万", "enter", "ctrl+g", "coverage", "enter", "3", "enter")},
	{"home", uitest.Flat(uitest.Company, uitest.Back(13))},
	{"overview", uitest.Flat(uitest.Company, uitest.Back(12))},
	{"conditions", uitest.Flat(uitest.Company, "800万", "enter", "ctrl+g", "conditions", "enter", "home", "down", "down")},
	{"materials", uitest.Flat(uitest.Company, "ctrl+g", "materials", "enter")},
	{"draft", uitest.Flat(uitest.Company, "ctrl+g", "equity-chart", "enter", "w")},
	{"asking", uitest.Flat(uitest.Company, "f3", "财务", "enter", "2026-12-01", "enter", "ctrl+g", "materials", "enter", "p")},
	{"asked", uitest.Flat(uitest.Company, "f3", "财务", "enter", "2026-12-01", "enter", "ctrl+g", "materials", "enter", "p", "enter")},
	{"material", uitest.Flat(uitest.Chart)},
	{"material-files", uitest.Flat(uitest.Chart, uitest.Dropped)},
	{"materials-files", uitest.Flat(uitest.Chart, uitest.Dropped, "ctrl+g", "materials", "enter")},
	{"details", uitest.Flat(uitest.Chart, uitest.Dropped, "end", "up", "enter", "3")},
	{"departure", uitest.Flat(uitest.Company, uitest.Capital, "甲公司", "enter", "1", "enter", "enter", "60", "enter", "enter",
		"ctrl+g", "shareholder-licence/p1", "enter", "paste:/扫描/章程.pdf", "ctrl+g", "shareholders", "enter", "home", "d")},
	{"noting", uitest.Flat(uitest.Chart, "down", "enter")},
	{"sheet", uitest.Flat(uitest.Chart, uitest.Dropped, "home", "enter")},
	{"sheet-detach", uitest.Flat(uitest.Chart, uitest.Dropped, "home", "del")},
	{"past", uitest.Flat(uitest.Chart, uitest.Dropped, "home", "del", "enter", "end", "enter")},
	{"picker", uitest.Flat(uitest.Chart, "enter")},
	{"picker-folder", uitest.Flat(uitest.Chart, "enter", "/扫描/", "down", "tab")},
	{"picker-pinyin", uitest.Flat(uitest.Chart, "enter", "/扫描/yy")},
	{"picker-nothing", uitest.Flat(uitest.Chart, "enter", "/无/a")},
	{"review", uitest.Flat(uitest.Company, "800万", "enter", "ctrl+g", "review", "enter")},
	{"submission", uitest.Flat(uitest.Company, "ctrl+g", "submission", "enter")},
	{"goto", uitest.Flat(uitest.Company, "ctrl+g", "share")},
	{"packet-gaps", uitest.Flat(uitest.Company, uitest.Back(12), "b")},
	{"packet", uitest.Flat(uitest.Company, uitest.Back(12), "b", "end", "enter")},
	{"export", uitest.Flat(uitest.Company, uitest.Back(12), "e")},
	{"undo", uitest.Flat(uitest.Company, "800万", "enter", "ctrl+z")},
	{"history", uitest.Flat(uitest.Company, "800万", "enter", "ctrl+z", "right", "enter", "ctrl+g", "history", "enter")},
	{"resume", uitest.Flat(uitest.Company, "800万", "ctrl+c", "restart")},
}

func TestGolden(t *testing.T) {
	for _, scene := range scenes {
		for _, size := range uitest.Sizes {
			for _, lang := range locales.Langs {
				name := fmt.Sprintf("%s.%dx%d.%s", scene.name, size[0], size[1], lang)
				t.Run(name, func(t *testing.T) {
					uitest.Play(t, lang, size[0], size[1], scene.keys).Golden(name)
				})
			}
		}
	}
}
