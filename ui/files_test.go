package ui

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// A shelf is Files without a disk: what lies on it, by path.
type shelf struct {
	looks   map[string]model.Look // of files by name, else a PDF of two pages
	content map[string]string
	viewed  []model.File
	fail    error // of View
	looked  int
}

func newShelf(paths ...string) *shelf {
	s := &shelf{content: map[string]string{}}
	for _, p := range paths {
		s.content[p] = "content of " + p
	}
	return s
}

var errNoSuchFile = errors.New("no such file")

func (s *shelf) Add(ctx context.Context, p string) (model.File, error) {
	text, ok := s.content[p]
	if !ok {
		return model.File{}, errNoSuchFile
	}
	sum := sha256.Sum256([]byte(text))
	f := model.File{Name: path.Base(p), SHA256: model.FileID(hex.EncodeToString(sum[:])), Size: 1_234_567, Added: noon}
	look, _ := s.Look(ctx, f)
	f.Look = &look
	return f, ctx.Err()
}

func (s *shelf) Look(ctx context.Context, f model.File) (model.Look, error) {
	s.looked++
	if l, ok := s.looks[f.Name]; ok {
		return l, ctx.Err()
	}
	return model.Look{Format: model.PDF, Pages: 2}, ctx.Err()
}

func (s *shelf) View(f model.File) error {
	s.viewed = append(s.viewed, f)
	return s.fail
}

func (s *shelf) Initials(name string) string {
	return strings.NewReplacer("营业执照", "yyzz", "章程", "zc").Replace(strings.ToLower(name))
}

func (s *shelf) ReadDir(dir, p string) (Folder, error) {
	if !strings.HasPrefix(p, "/") {
		p = path.Join("/", dir, p)
	}
	p = path.Clean(p)
	f := Folder{Path: p}
	if p != "/" {
		f.Parent = path.Dir(p)
	}
	under := strings.TrimSuffix(p, "/") + "/"
	for name := range s.content {
		rest, ok := strings.CutPrefix(name, under)
		if !ok {
			continue
		}
		first, _, folder := strings.Cut(rest, "/")
		it := Item{Name: first, Path: under + first, Folder: folder, Hidden: first[0] == '.', Size: 1_234_567, Modified: noon}
		if !slices.ContainsFunc(f.Entries, func(o Item) bool { return o.Name == first }) {
			f.Entries = append(f.Entries, it)
		}
	}
	if len(f.Entries) == 0 {
		return f, errNoSuchFile
	}
	slices.SortFunc(f.Entries, func(a, b Item) int {
		if a.Folder != b.Folder {
			if a.Folder {
				return -1
			}
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	return f, nil
}

const chartKey = model.MaterialKey("equity-chart")

// names are the files of the equity chart, as they are saved.
func (s *session) names() string {
	var names []string
	for _, f := range s.store.apps["app1"].Materials[chartKey].Files {
		names = append(names, f.Name)
	}
	return strings.Join(names, " ")
}

func (s *session) has(want string) {
	s.t.Helper()
	if got := s.names(); got != want {
		s.t.Fatalf("the row has %q, want %q:\n%s", got, want, s.screen())
	}
}

func TestAttachByEveryWay(t *testing.T) {
	for name, tt := range map[string]struct {
		keys []string
		want string
	}{
		"dropped on the page":             {flat(dropped), "营业执照.pdf 章程.pdf"},
		"dropped on the list":             {flat("ctrl+g", "materials", "enter", dropped), "营业执照.pdf 章程.pdf"},
		"dropped on the picker":           {flat("enter", dropped), "营业执照.pdf 章程.pdf"},
		"a path typed":                    {flat("enter", "/扫描/章程.pdf", "enter"), "章程.pdf"},
		"a hidden file, typed":            {flat("enter", "/扫描/.隐藏", "enter"), ".隐藏"},
		"through folders":                 {flat("enter", "enter", "down", "enter"), "章程.pdf"},
		"down and up again":               {flat("enter", "enter", "home", "enter", "end", "enter"), "封面.jpg"},
		"backspace leads up":              {flat("enter", "enter", "backspace", "end", "enter"), "封面.jpg"},
		"by pinyin":                       {flat("enter", "enter", "yyzz", "enter"), "营业执照.pdf"},
		"relative, through typed folders": {flat("enter", "扫描/旧/", "down", "enter"), "章程.pdf"},
		"several, in their order":         {flat("enter", "enter", "end", "tab", "up", "tab", "enter"), "营业执照.pdf 章程.pdf"},
		"marked and not":                  {flat("enter", "enter", "end", "tab", "tab", "up", "tab", "enter"), "章程.pdf"},
		"what is not there":               {flat("paste:/扫描/无.pdf"), ""},
		"all but one":                     {flat("paste:/扫描/章程.pdf /扫描/无.pdf /封面.jpg"), "章程.pdf 封面.jpg"},
		"twice":                           {flat(dropped, dropped), "营业执照.pdf 章程.pdf"},
		"text that is no path":            {flat("paste:\n"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := play(t, locales.ZH, 80, 24, flat(chart, tt.keys))
			s.has(tt.want)
			s.harmless()
		})
	}
}

func TestFilesOfARow(t *testing.T) {
	s := play(t, locales.EN, 100, 30, flat(chart, "paste:/扫描/营业执照.pdf /扫描/章程.pdf /封面.jpg", "home"))
	s.sees("collected")
	s.send(tea.KeyPressMsg{Code: tea.KeyDown, Mod: tea.ModShift})
	s.has("章程.pdf 营业执照.pdf 封面.jpg")
	s.send(tea.KeyPressMsg{Code: tea.KeyDown, Mod: tea.ModShift})
	s.send(tea.KeyPressMsg{Code: tea.KeyDown, Mod: tea.ModShift}) // at the end already
	s.has("章程.pdf 封面.jpg 营业执照.pdf")
	s.keys("v")
	if len(s.files.viewed) != 1 || s.files.viewed[0].Name != "营业执照.pdf" {
		t.Fatalf("viewed %v", s.files.viewed)
	}
	s.files.fail = errors.New("no viewer here")
	s.keys("enter", "enter")
	s.sees("no viewer here")

	// Replace from its page, with the menu.
	s.keys("down", "enter", "/扫描/旧/章程.pdf", "enter")
	s.has("章程.pdf 封面.jpg 章程.pdf")
	s.sees("Earlier files (1)")

	// Taking off asks first, and the file comes back.
	s.keys("home", "del", "left", "enter")
	s.has("章程.pdf 封面.jpg 章程.pdf")
	s.keys("del", "enter")
	s.has("封面.jpg 章程.pdf")
	s.keys("end", "enter")
	s.sees("营业执照.pdf (replaced on", "章程.pdf (taken off on")
	s.keys("enter", "enter")
	s.has("封面.jpg 章程.pdf 章程.pdf")
	if got := len(s.store.apps["app1"].Materials[chartKey].Past); got != 2 {
		t.Errorf("%d past files", got)
	}
	s.keys("ctrl+z")
	s.keys("right", "enter")
	s.has("封面.jpg 章程.pdf")
}

// A session in which the work on files does not come back by itself.
func slow(s *session) (replies func() []tea.Msg) {
	var waiting []tea.Msg
	s.hold = func(msg tea.Msg) bool {
		if _, ok := msg.(filedMsg); ok {
			waiting = append(waiting, msg)
			return true
		}
		return false
	}
	return func() []tea.Msg {
		was := waiting
		waiting = nil
		return was
	}
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
	s := play(t, locales.EN, 80, 24, chart)
	for _, p := range paths {
		s.files.content[p] = p
	}
	replies := slow(s)
	saves := s.store.saves
	s.keys(drop)
	s.sees("0/60", "0000.pdf")
	came := 0
	for wave := replies(); len(wave) > 0; wave = replies() {
		if len(wave) > atOnce {
			t.Fatalf("%d at once", len(wave))
		}
		slices.Reverse(wave)
		for _, msg := range wave {
			s.send(msg)
			came++
		}
		if came == 30 {
			s.sees("30/60")
			if got := len(strings.Fields(s.names())); got < batch {
				t.Errorf("%d files are saved of %d", got, came)
			}
			s.keys("f1")
			s.sees("30/60")
			s.keys("esc")
		}
	}
	want := make([]string, n)
	for i := range want {
		want[i] = fmt.Sprintf("%04d.pdf", i)
	}
	s.has(strings.Join(want, " "))
	if got := s.store.saves - saves; got > n/batch+1 {
		t.Errorf("%d saves", got)
	}
	s.sees("60 files attached")
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
			s := play(t, locales.EN, 80, 24, chart)
			for _, p := range paths {
				s.files.content[p] = p
			}
			replies := slow(s)
			s.keys(drop)
			for range 2 {
				for _, msg := range replies() {
					s.send(msg)
				}
			}
			s.keys(tt.keys...)
			for wave := replies(); len(wave) > 0; wave = replies() {
				for _, msg := range wave {
					s.send(msg)
				}
			}
			if got := len(strings.Fields(s.names())); got != tt.want {
				t.Errorf("%d files, want %d:\n%s", got, tt.want, s.screen())
			}
			s.sees(tt.sees)
		})
	}
}

// Files that nobody has looked into are looked into when the application is
// opened.
func TestLookAgain(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat(chart, dropped, "ctrl+c"))
	app := s.store.apps["app1"]
	for i := range app.Materials[chartKey].Files {
		app.Materials[chartKey].Files[i].Look = nil
	}
	s = drive(t, s.store, locales.EN, 80, 24)
	s.keys("enter")
	for _, f := range s.store.apps["app1"].Materials[chartKey].Files {
		if f.Look == nil {
			t.Errorf("%s: not looked into", f.Name)
		}
	}
	if s.files.looked != 2 {
		t.Errorf("%d looks", s.files.looked)
	}
}

// On the smallest window that people use, a file in focus says its whole name,
// what is wrong with it and what to do.
func TestFindingsOnASmallWindow(t *testing.T) {
	const name = "北京甲乙丙科技发展有限公司股权结构图盖章扫描件第二版.jpg"
	s := play(t, locales.ZH, 60, 20, nil)
	s.files.content["/"+name] = "picture"
	s.files.looks = map[string]model.Look{name: {Format: model.JPEG, Pages: 1, Width: 1000, Height: 1400, DPI: 72, Orientation: 6}}
	s.keys(flat(chart, "paste:/扫描/营业执照.pdf /扫描/章程.pdf /"+name, "home", "down", "down")...)
	s.sees(name, "72 DPI", "清晰度", "要求：至少 300 dpi；现在：72 dpi", "重新扫描", "方向", "转正后另存")
	s.keys("enter")
	s.sees("清晰度", "重新扫描", "方向", "转正后另存", "替换")
}

// A notice is not cut where it says what to do.
func TestNoticeToItsEnd(t *testing.T) {
	s := play(t, locales.ZH, 60, 20, flat(chart))
	s.shell.note = noticeMsg{text: strings.Repeat("很长的路径/", 12) + "：请核对文件名", bad: true}
	s.sees("请核对文件名")
	s.fits()
}

// What is wrong is said of the fact by its name, and pages may be called so.
func TestFactsAreNamed(t *testing.T) {
	s := play(t, locales.ZH, 80, 24, flat(chart, "paste:/扫描/章程.pdf", "down", "down", "enter", "昨天", "enter", "4页", "enter"))
	s.sees("“签署日期”填的“昨天”看不懂")
	s.keys("ctrl+u", "enter", "enter")
	s.sees("4 页")
}
