package widget

import (
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/ui/theme"
)

func newForm() (*Form, *Text, *Choice, *Text) {
	k := newKit()
	name, kind, number := NewText(k, 0), NewChoice(k, coverage), NewText(k, 0)
	captions := []Caption{
		{Label: "名称"},
		{Label: "范围", Note: "请选择", Tone: theme.Bad},
		{Label: "注册资本", Note: "= 8,000,000 元"},
	}
	return NewForm(k, func(i int) Caption { return captions[i] }, name, kind, number), name, kind, number
}

func TestFormMoves(t *testing.T) {
	for _, c := range []struct {
		keys  string
		event Event
		at    int
	}{
		{"tab", Moved, 1}, {"tab tab tab", Moved, 0}, {"shift+tab", Moved, 2},
		{"enter", Moved, 1}, {"down", Moved, 1}, {"down down", Changed, 1}, {"down up", Moved, 0},
		{"down down down down", Moved, 2},
		{"enter enter", Changed, 1}, {"enter enter enter", Changed, 2}, {"enter enter enter enter", Picked, 2},
		{"up", Ignored, 0}, {"shift+tab down", Ignored, 2}, {"esc", Ignored, 0}, {"a", Changed, 0},
	} {
		f, _, _, _ := newForm()
		if e := do(f, strings.Fields(c.keys)...); e != c.event || f.At() != c.at {
			t.Errorf("%s: %v, at %d", c.keys, e, f.At())
		}
	}
}

func TestFormDraws(t *testing.T) {
	f, name, _, number := newForm()
	name.SetValue("蓝鲸")
	number.SetValue("800 万")
	want := `名称
┌────────────────┐
│ 蓝鲸           │
└────────────────┘

范围
  ○ 1 全国
      在全国经营
  ○ 2 几个省
      两个以上
  ○ 3 一个省
✗ 请选择

注册资本
┌────────────────┐
│ 800 万         │
└────────────────┘
= 8,000,000 元`
	if got := plain(f, 18, 18); got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
	if _, c := f.View(18, 18); c == nil || c.X != 6 || c.Y != 2 {
		t.Errorf("cursor %+v", c)
	}
	if e := f.Click(4, 15); e != Moved || f.At() != 2 {
		t.Errorf("click: %v at %d", e, f.At())
	}
	if _, c := f.View(18, 18); c == nil || c.X != 4 || c.Y != 15 {
		t.Errorf("cursor after the click %+v", c)
	}
	if got, want := plain(f, 18, 3), "注册资本         ↑\n▌ 800 万\n= 8,000,000 元"; got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
	for h := 1; h < 20; h++ { // wherever there is a line, it is the one in use
		exact(t, "form", f, 18, h)
		if _, c := f.View(18, h); c == nil {
			t.Errorf("height %d: no cursor", h)
		}
		f.FocusOn(1)
		do(f, "end")
		if got := plain(f, 18, h); !strings.Contains(got, "▌ ● 3") {
			t.Errorf("height %d: the choice is out of sight:\n%s", h, got)
		}
		f.FocusOn(2)
	}
}
