package board_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// What is typed and chosen stays until it is confirmed; the mouse chooses too.
func TestExportManyKeepsWhatIsTyped(t *testing.T) {
	s := openBoard(t)
	s.Keys("ctrl+a", "e", "ctrl+u", "out")
	s.Click("4 Word")
	s.Click("1 中文")
	s.Keys("esc", "e")
	s.Sees("out", "● 4 Word", "● 1 中文")
	s.Click("3 Chinese and English")
	s.Keys("enter")
	s.Sees("5 files are in out")
	if d := s.Output.Last(); !strings.HasPrefix(d.Path, "/here/out/") || !strings.HasSuffix(d.Path, ".docx") {
		t.Errorf("wrote %s", d.Path)
	}
	s.Keys("enter", "e")
	s.Sees("xuke 2026-11-23", "● 1 Markdown", "● 2 English")
	s.Keys("ctrl+u", "enter", "enter", "enter")
	s.Sees("Name a folder")
}

// Esc stops between two files. The reply that is on its way then counts for the
// run that asked for it, not for the one that replaces files.
func TestExportRunStops(t *testing.T) {
	s := openBoard(t)
	s.Output.There = map[string]bool{"/here/out/北京蓝鲸客服科技有限公司-app1.md": true}
	n, held := 0, tea.Msg(nil)
	s.Hold = func(msg tea.Msg) bool {
		if fmt.Sprintf("%T", msg) != "ui.workedMsg" {
			return false
		}
		if n++; n == 2 {
			held = msg
		}
		return n == 2
	}
	s.Keys("ctrl+a", "e", "ctrl+u", "out", "enter", "enter", "enter")
	s.Sees("1/5", "1 file was there already", "esc stop")
	s.Keys("esc", "enter")
	s.Sees("1/1", "1 file is in out")
	s.Send(held)
	s.Sees("1/1", "1 file is in out")
	s.Keys("enter")
	s.Sees("5 selected")
}

// elsewhere asks more than the shipped procedures, as an overlay does.
type elsewhere struct {
	uitest.Builtin
	with *model.Procedure
}

func (e elsewhere) For(*model.Procedure, *model.Application) *model.Procedure { return e.with }

// A checklist has what the province asks besides.
func TestExportManyHasTheProvince(t *testing.T) {
	s := openBoard(t)
	with, err := uitest.TwoEditions(t).Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	s.Env.Procedures = elsewhere{with: with}
	s.Keys("ctrl+a", "e", "enter", "enter", "enter")
	if d := s.Output.Last(); !strings.Contains(d.Text, with.Edition.String()) {
		t.Errorf("the checklist is not that of the province: %.300s", d.Text)
	}
}
