package board_test

import (
	"fmt"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// The board's half of a Backend without a disk.

// boardScenes are the ways to what the board shows, from home on.
var boardScenes = []struct {
	name string
	keys []string
}{
	{"board", nil},
	{"board-search", []string{"/", "公司"}},
	{"board-selection", []string{"space", "down", "space"}},
	{"board-filter", []string{"f"}},
	{"board-chips", []string{"f", "space", "tab", "tab", "tab", "down", "space", "esc"}},
	{"board-actions", []string{"space", "space", "x"}},
	{"board-tags", []string{"x", "down", "enter"}},
	{"board-assign", []string{"ctrl+a", "x", "down", "down", "enter"}},
	{"board-views", []string{"f", "space", "esc", "v", "n", "张三的事", "enter", "end"}},
	{"board-export", []string{"ctrl+a", "e"}},
	{"board-exported", []string{"ctrl+a", "e", "enter", "enter", "enter"}},
	{"board-clone", []string{"x", "end", "enter"}},
	{"board-archive", []string{"v", "end", "up", "enter"}},
	{"board-trash", []string{"v", "end", "enter"}},
	{"board-purge", []string{"v", "end", "enter", "del"}},
}

func TestBoardGolden(t *testing.T) {
	for _, scene := range boardScenes {
		for _, size := range uitest.Sizes {
			for _, lang := range locales.Langs {
				name := fmt.Sprintf("%s.%dx%d.%s", scene.name, size[0], size[1], lang)
				t.Run(name, func(t *testing.T) {
					s := uitest.Drive(t, uitest.Clients(t), lang, size[0], size[1])
					for _, k := range scene.keys {
						s.Keys(k)
						s.Fits()
					}
					s.Golden(name)
				})
			}
		}
	}
}
