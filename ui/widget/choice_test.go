package widget

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

func coverage() []Option {
	return []Option{{Label: "全国", Note: "在全国经营"}, {Label: "几个省", Note: "两个以上"}, {Label: "一个省"}}
}

func provinces() []Option {
	names := strings.Fields("北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆")
	find := strings.Fields("beijing tianjin hebei shanxi neimenggu liaoning jilin heilongjiang shanghai jiangsu zhejiang anhui fujian jiangxi shandong henan hubei hunan guangdong guangxi hainan chongqing sichuan guizhou yunnan xizang shaanxi gansu qinghai ningxia xinjiang")
	out := make([]Option, len(names))
	for i := range out {
		out[i] = Option{Label: names[i], Find: find[i]}
	}
	return out
}

func TestChoice(t *testing.T) {
	for _, c := range []struct {
		name  string
		keys  []string
		event Event
		value int
	}{
		{"nothing yet", nil, Ignored, -1},
		{"enter chooses the first", []string{"enter"}, Changed, 0},
		{"and again picks it", []string{"enter", "enter"}, Picked, 0},
		{"down", []string{"down"}, Changed, 1},
		{"down, enter", []string{"down", "enter"}, Picked, 1},
		{"end", []string{"end"}, Changed, 2},
		{"end, home", []string{"end", "home"}, Changed, 0},
		{"number", []string{"3"}, Changed, 2},
		{"number there is none of", []string{"4"}, Ignored, -1},
		{"space", []string{"space"}, Changed, 0},
		{"up at the top is for the form", []string{"up"}, Ignored, -1},
		{"down at the end too", []string{"3", "down"}, Ignored, 2},
		{"letters are for the screen", []string{"j"}, Ignored, -1},
		{"slash too", []string{"/"}, Ignored, -1},
		{"tab too", []string{"tab"}, Ignored, -1},
	} {
		ch := NewChoice(newKit(), coverage)
		ch.Focus(true)
		var e Event
		for _, k := range c.keys {
			e = do(ch, k)
			exact(t, c.name, ch, 40, 6)
		}
		if e != c.event || ch.Value() != c.value {
			t.Errorf("%s: %v %d", c.name, e, ch.Value())
		}
	}
}

func TestChoiceDraws(t *testing.T) {
	ch := NewChoice(newKit(), coverage)
	ch.Focus(true)
	ch.SetValue(1)
	for _, c := range []struct {
		w, h int
		want string
	}{
		{20, 5, "  ○ 1 全国\n      在全国经营\n▌ ● 2 几个省\n      两个以上\n  ○ 3 一个省"},
		{20, 4, "  ○ 1 全国\n▌ ● 2 几个省\n  ○ 3 一个省\n  两个以上"},
		{20, 2, "  ○ 1 全国\n▌ ● 2 几个省       ↓"},
	} {
		if got := plain(ch, c.w, c.h); got != c.want {
			t.Errorf("%d×%d:\n%s\nwant\n%s", c.w, c.h, got, c.want)
		}
	}
	ch.View(20, 5)
	if e := ch.Click(3, 4); e != Changed || ch.Value() != 2 {
		t.Errorf("click: %v %d", e, ch.Value())
	}
	if e := ch.Click(3, 4); e != Picked {
		t.Errorf("second click: %v", e)
	}
}

func TestSearch(t *testing.T) {
	ch := NewChoice(newKit(), provinces)
	ch.Focus(true)
	ch.NoMatch = func() string { return "没有找到" }
	if !ch.Typing() {
		t.Fatal("letters would be commands")
	}
	do(ch, "g", "u", "a", "n")
	if got, want := plain(ch, 12, 4), "/ guan\n▌ ○ 广东\n  ○ 广西\n"; got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
	if _, c := ch.View(12, 4); c == nil || c.X != 6 || c.Y != 0 {
		t.Errorf("cursor %+v", c)
	}
	if e := do(ch, "down", "enter"); e != Picked || provinces()[ch.Value()].Label != "广西" {
		t.Errorf("%v %d", e, ch.Value())
	}
	do(ch, "zz")
	if got := plain(ch, 12, 4); !strings.Contains(got, "没有找到") {
		t.Errorf("\n%s", got)
	}
	if e := do(ch, "enter"); e != Moved {
		t.Errorf("enter on nothing: %v", e)
	}
}

func TestChoices(t *testing.T) {
	c := NewChoices(newKit(), provinces)
	c.Focus(true)
	exact(t, "choices", c, 60, 12)
	if do(c, "space", "right", "right", "space", "down", "space"); !slices.Equal(c.Values(), []int{0, 2, 2 + c.columns}) {
		t.Error(c.Values(), c.columns)
	}
	do(c, "x", "i", "n", "space") // searches, ticks, and empties the search line
	if v := c.Values(); provinces()[v[len(v)-1]].Label != "新疆" || c.search.Value() != "" {
		t.Error(v, c.search.Value())
	}
	if e := do(c, "ctrl+a"); e != Changed || len(c.Values()) != 31 {
		t.Error(len(c.Values()))
	}
	if e := do(c, "enter"); e != Picked || len(c.Values()) != 31 {
		t.Error(e)
	}
	do(c, "ctrl+a")
	c.View(60, 12)
	if e := c.Click(1+c.cell, 2); e != Changed || !slices.Equal(c.Values(), []int{1 + c.columns}) {
		t.Error(c.Values())
	}
	c.SetValues(0, 30, 99)
	if !slices.Equal(c.Values(), []int{0, 30}) {
		t.Error(c.Values())
	}
	do(c, "end")
	if e := do(c, "down"); e != Ignored {
		t.Errorf("down at the end: %v", e)
	}
	if got := plain(c, 60, 6); !strings.Contains(got, "▌ [✓] 新疆") {
		t.Errorf("not in sight:\n%s", got)
	}
}

func TestConfirm(t *testing.T) {
	for _, c := range []struct {
		keys  string
		event Event
		value int
	}{
		{"enter", Picked, 1},
		{"left", Changed, 0}, {"left left", Moved, 0}, {"right", Changed, 2}, {"right right", Moved, 2},
		{"tab tab", Changed, 0}, {"shift+tab enter", Picked, 0}, {"up", Ignored, 1}, {"y", Ignored, 1}, {"esc", Ignored, 1},
	} {
		b := NewConfirm(newKit(), func() []string { return []string{"放弃", "返回", "继续"} }, 1)
		if e := do(b, strings.Fields(c.keys)...); e != c.event || b.Value() != c.value {
			t.Errorf("%s: %v %d", c.keys, e, b.Value())
		}
	}
	b := NewConfirm(newKit(), func() []string { return []string{"放弃", "返回", "继续"} }, 1)
	if got := plain(b, 40, 1); got != "  放弃   [ 返回 ]   继续" {
		t.Errorf("%q", got)
	}
	if b.Click(20, 0); b.Value() != 2 {
		t.Error(b.Value())
	}
	if got := plain(b, 12, 3); got != "  放弃\n  返回\n[ 继续 ]" {
		t.Errorf("%q", got)
	}
}

// TestNoTrap: no widget keeps Esc, Ctrl+C or an F-key, and none has words of
// its own.
func TestNoTrap(t *testing.T) {
	k := newKit()
	all := map[string]Widget{
		"choice": NewChoice(k, coverage), "search": NewChoice(k, provinces),
		"choices": NewChoices(k, coverage), "many": NewChoices(k, provinces),
		"confirm": NewConfirm(k, func() []string { return []string{"是", "否"} }, -1),
		"form":    NewForm(k, func(i int) Caption { return Caption{Label: "标题"} }, NewText(k, 0), NewChoice(k, coverage)),
	}
	english := regexp.MustCompile(`[A-Za-z]{2}`)
	for name, w := range all {
		w.Focus(true)
		for _, key := range []string{"", "down", "a", "/", "end"} {
			if key != "" {
				do(w, key)
			}
			for _, leave := range []string{"esc", "ctrl+c", "f1", "f2", "ctrl+g"} {
				if e := do(w, leave); e != Ignored {
					t.Errorf("%s after %q: %s is swallowed", name, key, leave)
				}
			}
			for _, size := range [][2]int{{60, 20}, {40, 12}, {20, 4}} {
				s, _ := w.View(size[0], size[1])
				if words := english.FindString(ansi.Strip(s)); words != "" {
					t.Errorf("%s after %q says %q", name, key, words)
				}
			}
		}
		for _, b := range w.Help() {
			if b.Help().Desc != "词" {
				t.Errorf("%s: help %v", name, b.Help())
			}
		}
	}
}

func TestList(t *testing.T) {
	calls := 0
	l := NewList(newKit(), 2, func(i, w int, focused bool) []string {
		calls++
		return []string{fmt.Sprintf("公司%d", i), "审查中"}
	})
	l.Header = func(i int) string {
		if i%3 == 0 {
			return fmt.Sprintf("第%d组", i/3)
		}
		return ""
	}
	if l.At() != -1 || l.Update(press("down")) != Ignored || l.Update(press("enter")) != Ignored {
		t.Error("an empty list does something")
	}
	l.SetCount(100_000)
	for _, c := range []struct {
		key string
		at  int
	}{{"", 0}, {"down", 1}, {"pgdown", 2}, {"end", 99_999}, {"pgup", 99_998}, {"up", 99_997}, {"home", 0}} {
		if c.key != "" {
			do(l, c.key)
		}
		calls = 0
		out := exact(t, c.key, l, 30, 6)
		if l.At() != c.at || calls > 6 {
			t.Errorf("%s: at %d after %d calls, want %d", c.key, l.At(), calls, c.at)
		}
		if !strings.Contains(ansi.Strip(out), fmt.Sprintf("▌ 公司%d ", c.at)) {
			t.Errorf("%s: not in sight\n%s", c.key, ansi.Strip(out))
		}
	}
	if do(l, "up") != Ignored || do(l, "esc") != Ignored || do(l, "enter") != Picked {
		t.Error("wrong events at the top")
	}
	if got, want := plain(l, 20, 6), "第0组\n▌ 公司0\n▌ 审查中\n  公司1\n  审查中\n  公司2            ↓"; got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
	for y, want := range []int{-1, 0, 0, 1, 1, 2, -1} {
		if i, ok := l.RowAt(y); ok != (want >= 0) || ok && i != want {
			t.Errorf("RowAt(%d) = %d, %v", y, i, ok)
		}
	}
	if l.Click(3, 3) != Moved || l.At() != 1 || l.Click(3, 4) != Picked {
		t.Error("click")
	}
	if l.Update(tea.MouseWheelMsg{Button: tea.MouseWheelDown}) != Moved || l.At() != 2 {
		t.Error("wheel")
	}
}

func BenchmarkChoice(b *testing.B) {
	c := NewChoice(newKit(), coverage)
	for b.Loop() {
		c.View(60, 20)
	}
}

func BenchmarkProvinces(b *testing.B) {
	c := NewChoices(newKit(), provinces)
	for b.Loop() {
		c.View(60, 20)
	}
}
