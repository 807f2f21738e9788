package files_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/uitest"
)

func TestAttachByEveryWay(t *testing.T) {
	for name, tt := range map[string]struct {
		keys []string
		want string
	}{
		"dropped on the page":             {uitest.Flat(uitest.Dropped), "营业执照.pdf 章程.pdf"},
		"dropped on the list":             {uitest.Flat("ctrl+g", "materials", "enter", uitest.Dropped), "营业执照.pdf 章程.pdf"},
		"dropped on the picker":           {uitest.Flat("enter", uitest.Dropped), "营业执照.pdf 章程.pdf"},
		"a path typed":                    {uitest.Flat("enter", "/扫描/章程.pdf", "enter"), "章程.pdf"},
		"a hidden file, typed":            {uitest.Flat("enter", "/扫描/.隐藏", "enter"), ".隐藏"},
		"through folders":                 {uitest.Flat("enter", "enter", "down", "enter"), "章程.pdf"},
		"down and up again":               {uitest.Flat("enter", "enter", "home", "enter", "end", "enter"), "封面.jpg"},
		"backspace leads up":              {uitest.Flat("enter", "enter", "backspace", "end", "enter"), "封面.jpg"},
		"by pinyin":                       {uitest.Flat("enter", "enter", "yyzz", "enter"), "营业执照.pdf"},
		"relative, through typed folders": {uitest.Flat("enter", "扫描/旧/", "down", "enter"), "章程.pdf"},
		"several, in their order":         {uitest.Flat("enter", "enter", "end", "tab", "up", "tab", "enter"), "营业执照.pdf 章程.pdf"},
		"marked and not":                  {uitest.Flat("enter", "enter", "end", "tab", "tab", "up", "tab", "enter"), "章程.pdf"},
		"what is not there":               {uitest.Flat("paste:/扫描/无.pdf"), ""},
		"all but one":                     {uitest.Flat("paste:/扫描/章程.pdf /扫描/无.pdf /封面.jpg"), "章程.pdf 封面.jpg"},
		"twice":                           {uitest.Flat(uitest.Dropped, uitest.Dropped), "营业执照.pdf 章程.pdf"},
		"text that is no path":            {uitest.Flat("paste:\n"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := uitest.Play(t, locales.ZH, 80, 24, uitest.Flat(uitest.Chart, tt.keys))
			s.Has(tt.want)
			s.Harmless()
		})
	}
}

func TestFilesOfARow(t *testing.T) {
	s := uitest.Play(t, locales.EN, 100, 30, uitest.Flat(uitest.Chart, "paste:/扫描/营业执照.pdf /扫描/章程.pdf /封面.jpg", "home"))
	s.Sees("collected")
	s.Send(tea.KeyPressMsg{Code: tea.KeyDown, Mod: tea.ModShift})
	s.Has("章程.pdf 营业执照.pdf 封面.jpg")
	s.Send(tea.KeyPressMsg{Code: tea.KeyDown, Mod: tea.ModShift})
	s.Send(tea.KeyPressMsg{Code: tea.KeyDown, Mod: tea.ModShift}) // at the end already
	s.Has("章程.pdf 封面.jpg 营业执照.pdf")
	s.Keys("v")
	if len(s.Files.Viewed) != 1 || s.Files.Viewed[0].Name != "营业执照.pdf" {
		t.Fatalf("viewed %v", s.Files.Viewed)
	}
	s.Files.Fail = errors.New("no viewer here")
	s.Keys("enter", "enter")
	s.Sees("no viewer here")

	// Replace from its page, with the menu.
	s.Keys("down", "enter", "/扫描/旧/章程.pdf", "enter")
	s.Has("章程.pdf 封面.jpg 章程.pdf")
	s.Sees("Earlier files (1)")

	// Taking off asks first, and the file comes back.
	s.Keys("home", "del", "left", "enter")
	s.Has("章程.pdf 封面.jpg 章程.pdf")
	s.Keys("del", "enter")
	s.Has("封面.jpg 章程.pdf")
	s.Keys("end", "enter")
	s.Sees("营业执照.pdf (replaced on", "章程.pdf (taken off on")
	s.Keys("enter", "enter")
	s.Has("封面.jpg 章程.pdf 章程.pdf")
	if got := len(s.Store.Apps["app1"].Materials[uitest.ChartKey].Past); got != 2 {
		t.Errorf("%d past files", got)
	}
	s.Keys("ctrl+z")
	s.Keys("right", "enter")
	s.Has("封面.jpg 章程.pdf")
}

func many(n int) (keys string, paths []string) {
	for i := range n {
		paths = append(paths, fmt.Sprintf("/many/%04d.pdf", i))
	}
	return "paste:" + strings.Join(paths, "\n"), paths
}

// Whatever order the replies come in, the files stand in theirs; some are saved
// while others are still on their way, and the keys answer all the time.
func TestManyFiles(t *testing.T) {
	const n = 60
	drop, paths := many(n)
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Chart)
	for _, p := range paths {
		s.Files.Content[p] = p
	}
	replies := uitest.Slow(s)
	saves := s.Store.Saves
	s.Keys(drop)
	s.Sees("0/60", "0000.pdf")
	came := 0
	for wave := replies(); len(wave) > 0; wave = replies() {
		if len(wave) > 2 {
			t.Fatalf("%d at once", len(wave))
		}
		slices.Reverse(wave)
		for _, msg := range wave {
			s.Send(msg)
			came++
		}
		if came == 30 {
			s.Sees("30/60")
			if got := len(strings.Fields(s.Names())); got < 25 {
				t.Errorf("%d files are saved of %d", got, came)
			}
			s.Keys("f1")
			s.Sees("30/60")
			s.Keys("esc")
		}
	}
	want := make([]string, n)
	for i := range want {
		want[i] = fmt.Sprintf("%04d.pdf", i)
	}
	s.Has(strings.Join(want, " "))
	if got := s.Store.Saves - saves; got > n/25+1 {
		t.Errorf("%d saves", got)
	}
	s.Sees("60 files attached")
}

func TestStopWhatIsLeft(t *testing.T) {
	for name, tt := range map[string]struct {
		keys []string
		want int
		sees string
	}{
		"wait":            {[]string{"esc", "esc"}, 10, "10 files attached"},
		"stop":            {[]string{"esc", "right", "right", "enter"}, 4, ""},
		"at home":         {[]string{"esc", "enter", "esc", "right", "enter"}, 4, ""},
		"going home":      {[]string{"ctrl+g", "all applications", "enter", "right", "enter"}, 4, ""},
		"leaving a page":  {[]string{"esc", "enter"}, 10, ""},
		"ending it all":   {[]string{"ctrl+c"}, 4, ""},
		"begun once more": {[]string{"esc", "right", "enter", "paste:/封面.jpg"}, 5, ""},
	} {
		t.Run(name, func(t *testing.T) {
			drop, paths := many(10)
			s := uitest.Play(t, locales.EN, 80, 24, uitest.Chart)
			for _, p := range paths {
				s.Files.Content[p] = p
			}
			replies := uitest.Slow(s)
			s.Keys(drop)
			for range 2 {
				for _, msg := range replies() {
					s.Send(msg)
				}
			}
			s.Keys(tt.keys...)
			for wave := replies(); len(wave) > 0; wave = replies() {
				for _, msg := range wave {
					s.Send(msg)
				}
			}
			if got := len(strings.Fields(s.Names())); got != tt.want {
				t.Errorf("%d files, want %d:\n%s", got, tt.want, s.Screen())
			}
			s.Sees(tt.sees)
		})
	}
}

// Files that nobody has looked into are looked into when the application is
// opened.
func TestLookAgain(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Chart, uitest.Dropped, "ctrl+c"))
	app := s.Store.Apps["app1"]
	for i := range app.Materials[uitest.ChartKey].Files {
		app.Materials[uitest.ChartKey].Files[i].Look = nil
	}
	s = uitest.Drive(t, s.Store, locales.EN, 80, 24)
	s.Keys("enter")
	for _, f := range s.Store.Apps["app1"].Materials[uitest.ChartKey].Files {
		if f.Look == nil {
			t.Errorf("%s: not looked into", f.Name)
		}
	}
	if s.Files.Looked != 2 {
		t.Errorf("%d looks", s.Files.Looked)
	}
}

// On the smallest window that people use, a file in focus says its whole name,
// what is wrong with it and what to do.
func TestFindingsOnASmallWindow(t *testing.T) {
	const name = "北京甲乙丙科技发展有限公司股权结构图盖章扫描件第二版.jpg"
	s := uitest.Play(t, locales.ZH, 60, 20, nil)
	s.Files.Content["/"+name] = "picture"
	s.Files.Looks = map[string]model.Look{name: {Format: model.JPEG, Pages: 1, Width: 1000, Height: 1400, DPI: 72, Orientation: 6}}
	s.Keys(uitest.Flat(uitest.Chart, "paste:/扫描/营业执照.pdf /扫描/章程.pdf /"+name, "home", "down", "down")...)
	s.Sees(name, "72 DPI", "清晰度", "要求：至少 300 dpi；现在：72 dpi", "重新扫描", "方向", "转正后另存")
	s.Keys("enter")
	s.Sees("清晰度", "重新扫描", "方向", "转正后另存", "替换")
}

// A notice is not cut where it says what to do.
func TestNoticeToItsEnd(t *testing.T) {
	s := uitest.Play(t, locales.ZH, 60, 20, uitest.Flat(uitest.Chart))
	s.Send(page.Warn(strings.Repeat("很长的路径/", 12) + "：请核对文件名"))
	s.Sees("请核对文件名")
	s.Fits()
}

// What is wrong is said of the fact by its name, and pages may be called so.
func TestFactsAreNamed(t *testing.T) {
	s := uitest.Play(t, locales.ZH, 80, 24, uitest.Flat(uitest.Chart, "paste:/扫描/章程.pdf", "down", "down", "enter", "昨天", "enter", "4页", "enter"))
	s.Sees("“签署日期”填的“昨天”看不懂")
	s.Keys("ctrl+u", "enter", "enter")
	s.Sees("4 页")
}
