package widget

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestCut(t *testing.T) {
	for _, c := range []struct {
		s    string
		w    int
		want string
	}{
		{"客服", 4, "客服"},
		{"客服", 3, "客…"},
		{"客服中心", 4, "客…"},
		{"客服", 1, "…"},
		{"客服", 0, ""},
		{"abc", 2, "a…"},
		{"1️⃣1️⃣", 3, "1️⃣…"},
		{"\x1b[1m客服\x1b[m", 3, "\x1b[1m客…\x1b[m"},
	} {
		if got := Cut(c.s, c.w); got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.s, c.w, got, c.want)
		}
	}
}

func TestSpread(t *testing.T) {
	for _, c := range []struct {
		left, right string
		w           int
		want        string
	}{
		{"许可", "中文", 12, "许可    中文"},
		{"许可 北京蓝鲸客服", "已保存", 16, "许可 北…  已保存"},
		{"许可", "", 6, "许可  "},
		{"", "已保存", 8, "  已保存"},
		{"许可可可", "尚未向主管部门提交", 12, "许…    尚未…"},
	} {
		if got := Spread(c.left, c.right, c.w); Width(got) != c.w || strings.TrimRight(got, " ") != strings.TrimRight(c.want, " ") {
			t.Errorf("%q %q in %d: %q, want %q", c.left, c.right, c.w, got, c.want)
		}
	}
}

func TestColumns(t *testing.T) {
	got := Columns(2, "|", Column{"事项", 5}, Column{"x", 0}, Column{"一\n二\n三", 3})
	if want := "事项 |一 \n     |二 "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// fits checks everything that promises exact cells on one string.
func fits(t *testing.T, s string, w, h int) {
	t.Helper()
	exactText(t, "Fit", Fit(s, w, h), w, h)
	one := tame.Replace(strings.ReplaceAll(s, "\n", " "))
	for name, got := range map[string]string{"Pad": Pad(one, w), "PadLeft": PadLeft(one, w), "Spread": Spread(one, one, w)} {
		if Width(got) != max(0, w) {
			t.Fatalf("%s %d: %d cells: %q", name, w, Width(got), got)
		}
	}
}

func wraps(t *testing.T, s string, w int) {
	t.Helper()
	lines := Wrap(s, w)
	for _, l := range lines {
		if Width(l) > max(1, w) {
			t.Fatalf("Wrap %d: %d cells: %q", w, Width(l), l)
		}
	}
	squash := func(s string) string {
		return strings.NewReplacer(" ", "", "\n", "").Replace(paragraphs.Replace(s))
	}
	if got := squash(strings.Join(lines, "")); w > 1 && got != squash(s) {
		t.Fatalf("Wrap %d lost text: %q of %q", w, got, s)
	}
}

func TestFits(t *testing.T) {
	for _, s := range fixtures(t) {
		if len(s) > 600 {
			s = s[:600]
		}
		for w := range 24 {
			// Bare controls are for the sanitiser to deal with; their width is
			// anybody's guess.
			fits(t, harmless(s), w, 3)
			wraps(t, harmless(s), w)
			wraps(t, strings.ToValidUTF8(s, "?"), w)
		}
	}
	fits(t, "\x1b[1m红\x1b[m\nb\tc\r\n\x1b[31m一二三四五六七八九十\x1b[m", 7, 4)
}

func FuzzFits(f *testing.F) {
	for _, s := range fixtures(f) {
		f.Add(s, uint8(17))
	}
	f.Fuzz(func(t *testing.T, s string, w uint8) {
		if s = harmless(s); len(s) < 600 {
			fits(t, s, int(w), 3)
			wraps(t, s, int(w))
		}
	})
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		s    string
		w    int
		want string // lines joined by /
	}{
		{"贵公司的注册资本是多少？", 10, "贵公司的注/册资本是多/少？"},
		{"一二三四，五六七八。", 8, "一二三/四，五六/七八。"},
		{"一二三四，五六七八。", 10, "一二三四，/五六七八。"},
		{"他说“可以”，走了", 6, "他说/“可/以”，/走了"},
		{"注册（认缴）资本", 6, "注册/（认/缴）资/本"},
		{"见《管理办法》第六条", 8, "见《管理/办法》第/六条"},
		{"等等……以及", 6, "等等……/以及"},
		{"等等等……以及", 6, "等等/等……以/及"},
		{"系统采用 Go 1.26 编写", 16, "系统采用 Go 1.26/编写"},
		{"the quick brown fox", 10, "the quick/brown fox"},
		{"abcdefghij", 4, "abcd/efgh/ij"},
		{"一二三", 1, "…/…/…"},
		{"一\n\n二", 4, "一//二"},
		{"", 4, ""},
		{"  a", 4, "  a"},
		{"91110108MA01ABCDEF（统一代码）", 12, "91110108MA01/ABCDEF（统一/代码）"},
	} {
		if got := strings.Join(Wrap(c.s, c.w), "/"); got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.s, c.w, got, c.want)
		}
	}
}

func TestKinsoku(t *testing.T) {
	const s = "根据《电信业务经营许可管理办法》（工信部令第42号）第六条，申请人“应当”具备：一、注册资本；二、场地、设施……“《（注）》”是否？能！行。"
	for w := 24; w < 60; w++ {
		for _, l := range Wrap(s, w) {
			r := []rune(l)
			if strings.ContainsRune("，。、；：？！”’）》」』】…", r[0]) || strings.ContainsRune("（《“「『【", r[len(r)-1]) {
				t.Errorf("%d: %q", w, l)
			}
		}
	}
}

func TestHelpLine(t *testing.T) {
	k := newKit()
	m := k.Keys
	for w, want := range map[int]string{0: "", 6: "esc 词", 8: "enter 词", 16: "enter 词  esc 词", 80: "enter 词  esc 词  F1 词"} {
		got := ansi.Strip(k.HelpLine(w, m.Continue, m.Continue, m.Up, m.Back, m.Why))
		if strings.TrimRight(got, " ") != want || Width(got) != w {
			t.Errorf("%d: %q, want %q", w, got, want)
		}
	}
}

func TestBar(t *testing.T) {
	k := newKit()
	for _, c := range []struct {
		done, total, w int
		want           string
	}{
		{14, 21, 16, "██████░░░░ 14/21"},
		{0, 21, 16, "░░░░░░░░░░ 0/21 "},
		{1, 100, 17, "█░░░░░░░░░░ 1/100"},
		{21, 21, 16, "██████████ 21/21"},
		{0, 0, 16, "░░░░░░░░░░ 0/0  "},
		{3, 4, 6, "3/4   "},
		{3, 4, 2, "3…"},
	} {
		if got := ansi.Strip(k.Bar(c.done, c.total, c.w)); got != c.want {
			t.Errorf("%v: %q", c, got)
		}
	}
}

func TestScroll(t *testing.T) {
	k := newKit()
	s := NewScroll(k)
	lines := func(int) []string { return []string{"一", "二", "三", "四", "五"} }
	view := func() string {
		out := strings.Split(ansi.Strip(s.View(6, 2, lines)), "\n")
		exactText(t, "Scroll", strings.Join(out, "\n"), 6, 2)
		return strings.Join(out, "/")
	}
	for _, c := range []struct{ key, want string }{
		{"", "一    /二   ↓"},
		{"down", "二   ↑/三   ↓"},
		{"end", "四   ↑/五    "},
		{"up", "三   ↑/四   ↓"},
		{"home", "一    /二   ↓"},
	} {
		if c.key != "" {
			s.Update(press(c.key))
		}
		if got := view(); got != c.want {
			t.Errorf("%s: %q, want %q", c.key, got, c.want)
		}
	}
	s.Show(3, 4)
	if got := view(); got != "三   ↑/四   ↓" {
		t.Errorf("Show: %q", got)
	}
	if e := s.Update(press("esc")); e != Ignored {
		t.Error("Esc is swallowed")
	}
	if s.Top() != 2 {
		t.Error(s.Top())
	}
}
