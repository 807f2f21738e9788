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
	s.Sees("3 files attached.")
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
	s.Sees("4 files attached.")
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

// A scan that is stopped leaves the path as it was typed.
func TestCollectIsStopped(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "ctrl+g", "materials", "enter", "c", "/材料"))
	s.Slow = true
	s.Keys("enter", "esc")
	s.Slow = false
	s.Settle()
	s.Sees("/材料", "Type or paste its path")
}
