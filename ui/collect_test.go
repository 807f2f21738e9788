package ui

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
)

// pile is a Collector over a folder that is not on a disk.
type pile struct {
	files fstest.MapFS
	fail  map[string]error // by path
	added []string
}

func (s *pile) Scan(ctx context.Context, dir string, told func(int)) (*collect.Folder, error) {
	if dir != "/材料" {
		return nil, errors.New("no such folder")
	}
	told(1)
	return collect.Scan(ctx, s.files, collect.Limits{}, told)
}

func (s *pile) AddFrom(ctx context.Context, _ *collect.Folder, p string) (model.File, error) {
	if err := errors.Join(ctx.Err(), s.fail[p]); err != nil {
		return model.File{}, err
	}
	s.added = append(s.added, p)
	return model.File{Name: path.Base(p), SHA256: model.FileID(fmt.Sprintf("%064d", len(s.added))), Size: 1, Added: noon}, nil
}

func newPile() *pile {
	s := &pile{files: fstest.MapFS{}, fail: make(map[string]error)}
	for i, p := range []string{
		"营业执照副本.jpg", "资料/gqjgt.pdf", "资料/北京蓝鲸客服科技有限公司依法经营承诺书（盖章扫描件）最终版.pdf", "承诺书.pdf", "技术方案模板.docx", "IMG_0001.jpg", "setup.exe",
	} {
		s.files[p] = &fstest.MapFile{Data: []byte(strings.Repeat("x", i+1))}
	}
	return s
}

// collecting opens the materials of an application and has the folder looked
// through.
func collecting(t *testing.T, lang locales.Lang, w, h int) (*session, *pile) {
	t.Helper()
	s := play(t, lang, w, h, flat(company, "ctrl+g", "materials", "enter"))
	s.keys("c")
	s.send(tea.PasteMsg{Content: "'/材料'"})
	s.keys("enter")
	return s, s.pile
}

func (s *session) row(key model.MaterialKey) model.Collected {
	s.t.Helper()
	return s.store.apps["app1"].Materials[key]
}

func names(fs []model.File) (out []string) {
	for _, f := range fs {
		out = append(out, f.Name)
	}
	return out
}

func TestCollectGolden(t *testing.T) {
	for _, size := range sizes {
		for _, lang := range locales.Langs {
			t.Run(fmt.Sprintf("%dx%d.%s", size[0], size[1], lang), func(t *testing.T) {
				name := func(scene string) string { return fmt.Sprintf("%s.%dx%d.%s", scene, size[0], size[1], lang) }
				s := play(t, lang, size[0], size[1], flat(company, "ctrl+g", "materials", "enter", "c"))
				s.golden(name("collect"))
				s, _ = collecting(t, lang, size[0], size[1])
				s.golden(name("proposal"))
				s.keys("down", "down", "down", "enter")
				s.golden(name("target"))
				s.keys("esc", "end")
				s.golden(name("proposal-end"))
			})
		}
	}
}

func TestCollectAttachesInOneStep(t *testing.T) {
	s, files := collecting(t, locales.EN, 80, 24)
	saves := s.store.saves
	s.sees("营业执照副本.jpg", "6 files, 3 to attach")
	s.keys("down", "down", "down", "down", "down", "down", "enter") // the last row attaches
	s.sees("3 files attached.")
	if got := len(files.added); got != 3 {
		t.Errorf("%d files were copied", got)
	}
	for key, want := range map[model.MaterialKey]string{
		"business-licence": "营业执照副本.jpg", "equity-chart": "gqjgt.pdf",
		"lawful-operation-commitment": "北京蓝鲸客服科技有限公司依法经营承诺书（盖章扫描件）最终版.pdf",
	} {
		if c := s.row(key); c.Status != model.Got || !slices.Equal(names(c.Files), []string{want}) {
			t.Errorf("%s: %+v", key, c)
		}
	}
	if got := s.store.saves - saves; got != 1 {
		t.Errorf("%d saves", got)
	}
}

func TestCollectIsChangedByHand(t *testing.T) {
	s, _ := collecting(t, locales.EN, 80, 24)
	s.keys("space") // not the licence
	s.sees("2 to attach")
	s.keys("down", "down", "down", "enter") // the commitment: which one?
	s.sees("may fit")
	s.keys("nuisance", "enter")
	s.sees("3 to attach", "your choice")
	s.keys("down", "down", "space") // nobody knows what it is: space asks
	s.keys("company profile", "enter")
	s.send(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
	s.sees("4 files attached.")
	if got := names(s.row("no-nuisance-calls-commitment").Files); !slices.Equal(got, []string{"承诺书.pdf"}) {
		t.Errorf("%q", got)
	}
	if got := names(s.row("company-profile").Files); !slices.Equal(got, []string{"IMG_0001.jpg"}) {
		t.Errorf("%q", got)
	}
	if got := s.row("business-licence").Files; len(got) > 0 {
		t.Errorf("%v", got)
	}
}

func TestCollectIsLeftWithNothingChanged(t *testing.T) {
	s, _ := collecting(t, locales.EN, 80, 24)
	s.keys("esc")
	s.sees("Materials")
	s, files := collecting(t, locales.EN, 80, 24)
	s.keys("space", "esc")
	s.sees("Leave without attaching?")
	s.keys("enter") // stay, which is the safe one
	s.sees("2 to attach")
	s.keys("esc", "right", "enter")
	s.sees("Materials")
	if len(files.added) > 0 || len(s.row("equity-chart").Files) > 0 {
		t.Errorf("%v", files.added)
	}
}

func TestCollectGoesOnPastAFileThatCannotBeRead(t *testing.T) {
	s, files := collecting(t, locales.EN, 80, 24)
	files.fail["资料/gqjgt.pdf"] = errors.New("it is locked")
	s.send(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
	s.sees("2 files attached. 1 could not be read", "it is locked", "4 files, 0 to attach")
	delete(files.fail, "资料/gqjgt.pdf")
	s.keys("home", "enter", "equity", "enter", "esc", "enter")
	s.send(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
	if got := names(s.row("equity-chart").Files); !slices.Equal(got, []string{"gqjgt.pdf"}) {
		t.Errorf("%q", got)
	}
	if got := names(s.row("business-licence").Files); len(got) != 1 {
		t.Errorf("%q", got)
	}
}

func TestCollectRefusesWhatIsNoFolder(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat(company, "ctrl+g", "materials", "enter"))
	s.keys("c", "enter")
	s.sees("Give the path of one folder")
	s.keys("/nowhere", "enter")
	s.sees("no such folder", "/nowhere")
	s.keys("esc", "c") // what was typed is still there
	s.sees("/nowhere")
}

// A folder that is dropped on the list is looked through at once.
func TestCollectTakesADroppedFolder(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat(company, "ctrl+g", "materials", "enter"))
	s.send(tea.PasteMsg{Content: "file:///%E6%9D%90%E6%96%99"})
	s.sees("6 files, 3 to attach")
	for path, want := range map[string]bool{"/a/材料": true, "/a/材料/": true, `C:\材料`: true, "/a/b.zip": true, "/a.b/c.pdf": false, "章程.PDF": false} {
		if collectable(path) != want {
			t.Errorf("%s: %t", path, !want)
		}
	}
}

// A scan that is stopped leaves the path as it was typed.
func TestCollectIsStopped(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat(company, "ctrl+g", "materials", "enter", "c", "/材料"))
	c := s.shell.top().(*collector)
	scan := c.begin()
	s.keys("esc")
	for _, msg := range scan {
		s.run(msg.(effectMsg).run)
	}
	s.sees("/材料", "Type or paste its path")
}
