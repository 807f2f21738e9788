package files_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

func TestCollectGolden(t *testing.T) {
	for _, size := range uitest.Sizes {
		for _, lang := range locales.Langs {
			t.Run(fmt.Sprintf("%dx%d.%s", size[0], size[1], lang), func(t *testing.T) {
				name := func(scene string) string { return fmt.Sprintf("%s.%dx%d.%s", scene, size[0], size[1], lang) }
				s := uitest.Play(t, lang, size[0], size[1], uitest.Flat(uitest.Company, "ctrl+g", "materials", "enter", "c"))
				s.Golden(name("collect"))
				s, _ = uitest.Collecting(t, lang, size[0], size[1])
				s.Golden(name("proposal"))
				s.Keys("down", "down", "down", "enter")
				s.Golden(name("target"))
				s.Keys("esc", "end")
				s.Golden(name("proposal-end"))
			})
		}
	}
}

func TestCollectAttachesInOneStep(t *testing.T) {
	s, files := uitest.Collecting(t, locales.EN, 80, 24)
	saves := s.Store.Saves
	s.Sees("营业执照副本.jpg", "6 files, 3 to attach")
	s.Keys("down", "down", "down", "down", "down", "down", "enter") // the last row attaches
	s.Sees("✓ 3 files attached")
	if got := len(files.Added); got != 3 {
		t.Errorf("%d files were copied", got)
	}
	for key, want := range map[model.MaterialKey]string{
		"business-licence": "营业执照副本.jpg", "equity-chart": "gqjgt.pdf",
		"lawful-operation-commitment": "北京蓝鲸客服科技有限公司依法经营承诺书（盖章扫描件）最终版.pdf",
	} {
		if c := s.Row(key); c.Status != model.Got || !slices.Equal(uitest.Names(c.Files), []string{want}) {
			t.Errorf("%s: %+v", key, c)
		}
	}
	if got := s.Store.Saves - saves; got != 1 {
		t.Errorf("%d saves", got)
	}
	s.Keys("ctrl+z", "right", "enter") // one step of the history
	for _, key := range collected {
		if c := s.Row(key); len(c.Files) > 0 {
			t.Errorf("%s has %v after the undo", key, uitest.Names(c.Files))
		}
	}
}

// collected are the rows to which the files of the folder are proposed.
var collected = []model.MaterialKey{"business-licence", "equity-chart", "lawful-operation-commitment"}

// attached counts the rows of the folder that have a file, as they are saved.
func attached(s *uitest.Session) (n int) {
	for _, key := range collected {
		n += len(s.Row(key).Files)
	}
	return n
}

// Files of a folder are copied in the background as any others are: the keys
// answer, leaving asks, and it goes on elsewhere. But they are attached in one
// step, or not at all.
func TestCollectInTheBackground(t *testing.T) {
	for name, tt := range map[string]struct {
		keys  []string
		want  int
		sees  []string
		quits bool
	}{
		"wait":            {[]string{"down", "space", "enter"}, 3, []string{"Materials", "✓ 3 files attached"}, false},
		"wait, asked":     {[]string{"esc", "esc"}, 3, []string{"Materials", "✓ 3 files attached"}, false},
		"leave":           {[]string{"esc", "enter"}, 3, []string{"Materials", "✓ 3 files attached"}, false},
		"leave for a row": {[]string{"ctrl+g", "equity-chart", "enter"}, 3, []string{"gqjgt.pdf", "✓ 3 files attached"}, false},
		"stop":            {[]string{"esc", "right", "enter"}, 0, []string{"Stopped. Nothing was attached.", "6 files, 3 to attach"}, false},
		"going home":      {[]string{"ctrl+g", "all applications", "enter", "right", "enter"}, 0, nil, false},
		"ending it all":   {[]string{"ctrl+c"}, 0, nil, true},
	} {
		t.Run(name, func(t *testing.T) {
			s, files := uitest.Collecting(t, locales.EN, 80, 24)
			replies, saves := uitest.Slow(s), s.Store.Saves
			s.Keys("ctrl+s")
			s.Sees("Attaching and checking 0/3: 营业执照副本.jpg")
			wave := replies()
			s.Send(wave[1])
			s.Send(wave[0])
			s.Sees("Attaching and checking 2/3", "6 files, 3 to attach")
			if got := attached(s); got != 0 {
				t.Errorf("%d are attached before all have come", got)
			}
			if s.Keys(tt.keys...); len(tt.keys) > 1 && tt.keys[0] == "esc" && tt.want > 0 {
				s.Sees("Attaching and checking 2/3")
			}
			for wave := replies(); len(wave) > 0; wave = replies() {
				for _, msg := range wave {
					s.Send(msg)
				}
			}
			if got := attached(s); got != tt.want || s.Store.Saves-saves != tt.want/3 || s.Quit != tt.quits {
				t.Errorf("%d attached in %d saves, quit %t", got, s.Store.Saves-saves, s.Quit)
			}
			if len(files.Added) != 3 {
				t.Errorf("%d copied", len(files.Added))
			}
			s.Sees(tt.sees...)
		})
	}
}

// The user is told that none of the files of a folder is attached, if they are
// not all.
func TestCollectSaysWhatStoppingDoes(t *testing.T) {
	s, files := uitest.Collecting(t, locales.EN, 80, 24)
	replies := uitest.Slow(s)
	s.Keys("ctrl+s")
	s.Send(replies()[0])
	s.Keys("esc")
	s.Sees("Not all files are attached yet", "none of them is attached", "Go back, it goes on")
	s.Keys("right", "enter")
	s.Sees("Stopped. Nothing was attached.")
	replies()
	s.Hold = nil
	s.Keys("ctrl+s") // what has come is not copied again
	s.Sees("✓ 3 files attached")
	if got := fmt.Sprint(files.Added); len(files.Added) != 5 || attached(s) != 3 {
		t.Errorf("copied %s, attached %d", got, attached(s))
	}
}

// A folder is collected while other files are still on their way: these come
// first, and each is a step of its own.
func TestCollectAfterOthers(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "ctrl+g", "company-profile", "enter"))
	replies, saves := uitest.Slow(s), s.Store.Saves
	s.Keys("paste:/封面.jpg", "esc", "enter", "esc", "enter")
	s.Keys("ctrl+g", "materials", "enter", "c", "paste:/材料", "enter", "ctrl+s")
	s.Sees("0/4: 封面.jpg")
	var late []tea.Msg
	for wave := replies(); len(wave) > 0; wave = replies() {
		if late == nil {
			late, wave = wave[:1], wave[1:]
		}
		for _, msg := range wave {
			s.Send(msg)
		}
	}
	s.Sees("3/4: 封面.jpg")
	if got := attached(s); got != 0 || s.Store.Saves != saves {
		t.Errorf("%d attached in %d saves", got, s.Store.Saves-saves)
	}
	s.Send(late[0])
	s.Sees("Materials", "✓ 4 files attached")
	if got := attached(s); got != 3 || s.Store.Saves-saves != 2 {
		t.Errorf("%d attached in %d saves", got, s.Store.Saves-saves)
	}
	s.Keys("ctrl+z", "right", "enter")
	if got := uitest.Names(s.Row("company-profile").Files); attached(s) != 0 || !slices.Equal(got, []string{"封面.jpg"}) {
		t.Errorf("after the undo there are %d and %q", attached(s), got)
	}
}

func TestCollectIsChangedByHand(t *testing.T) {
	s, _ := uitest.Collecting(t, locales.EN, 80, 24)
	s.Keys("space") // not the licence
	s.Sees("2 to attach")
	s.Keys("down", "down", "down", "enter") // the commitment: which one?
	s.Sees("may fit")
	s.Keys("nuisance", "enter")
	s.Sees("3 to attach", "your choice")
	s.Keys("down", "down", "space") // nobody knows what it is: space asks
	s.Keys("company profile", "enter")
	s.Send(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
	s.Sees("✓ 4 files attached")
	if got := uitest.Names(s.Row("no-nuisance-calls-commitment").Files); !slices.Equal(got, []string{"承诺书.pdf"}) {
		t.Errorf("%q", got)
	}
	if got := uitest.Names(s.Row("company-profile").Files); !slices.Equal(got, []string{"IMG_0001.jpg"}) {
		t.Errorf("%q", got)
	}
	if got := s.Row("business-licence").Files; len(got) > 0 {
		t.Errorf("%v", got)
	}
}

func TestCollectIsLeftWithNothingChanged(t *testing.T) {
	s, _ := uitest.Collecting(t, locales.EN, 80, 24)
	s.Keys("esc")
	s.Sees("Materials")
	s, files := uitest.Collecting(t, locales.EN, 80, 24)
	s.Keys("space", "esc")
	s.Sees("Leave without attaching?")
	s.Keys("enter") // stay, which is the safe one
	s.Sees("2 to attach")
	s.Keys("esc", "right", "enter")
	s.Sees("Materials")
	if len(files.Added) > 0 || len(s.Row("equity-chart").Files) > 0 {
		t.Errorf("%v", files.Added)
	}
}

func TestCollectGoesOnPastAFileThatCannotBeRead(t *testing.T) {
	s, files := uitest.Collecting(t, locales.EN, 80, 24)
	files.Fail["资料/gqjgt.pdf"] = errors.New("it is locked")
	s.Send(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
	s.Sees("2 files attached. 1 could not be read", "it is locked", "4 files, 0 to attach")
	delete(files.Fail, "资料/gqjgt.pdf")
	s.Keys("home", "enter", "equity", "enter", "esc", "enter")
	s.Send(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
	if got := uitest.Names(s.Row("equity-chart").Files); !slices.Equal(got, []string{"gqjgt.pdf"}) {
		t.Errorf("%q", got)
	}
	if got := uitest.Names(s.Row("business-licence").Files); len(got) != 1 {
		t.Errorf("%q", got)
	}
}

func TestCollectRefusesWhatIsNoFolder(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "ctrl+g", "materials", "enter"))
	s.Keys("c", "enter")
	s.Sees("Give the path of one folder")
	s.Keys("/nowhere", "enter")
	s.Sees("no such folder", "/nowhere")
	s.Keys("esc", "c") // what was typed is still there
	s.Sees("/nowhere")
}

// A folder that is dropped on the list is looked through at once.
func TestCollectTakesADroppedFolder(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "ctrl+g", "materials", "enter"))
	s.Send(tea.PasteMsg{Content: "file:///%E6%9D%90%E6%96%99"})
	s.Sees("6 files, 3 to attach")
}

// A row that has gone while its file was copied keeps no other file away.
func TestCollectForARowThatHasGone(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "ctrl+g", "materials", "enter", "a", "photos", "enter", "enter", "enter"))
	s.Keys("c", "paste:/材料", "enter", "down", "down", "down", "down", "down", "enter", "photos", "enter")
	s.Sees("6 files, 4 to attach")
	replies := uitest.Slow(s)
	s.Keys("ctrl+s", "ctrl+g", "materials", "enter", "end", "del")
	s.Sees("Remove")
	s.Keys("right", "enter")
	for wave := replies(); len(wave) > 0; wave = replies() {
		for _, msg := range wave {
			s.Send(msg)
		}
	}
	if got := attached(s); got != 3 {
		t.Errorf("%d attached", got)
	}
	s.Sees("3 attached, 1 not")
}

// The reply of a scan that was stopped is not that of the next one.
func TestCollectAfterAStop(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "ctrl+g", "materials", "enter", "c", "/材料"))
	s.Slow = true
	s.Keys("enter", "esc", "x", "enter")
	s.Slow = false
	s.Settle()
	s.Sees("/材料x", "no such folder")
}

// A scan that is stopped leaves the path as it was typed.
func TestCollectIsStopped(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "ctrl+g", "materials", "enter", "c", "/材料"))
	s.Slow = true
	s.Keys("enter", "esc")
	s.Slow = false
	s.Settle()
	s.Sees("/材料", "Type or paste its path")
}
