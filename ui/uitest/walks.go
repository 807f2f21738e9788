package uitest

import (
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// The first walks through an application, from an empty board on.
var (
	KnockOuts = []string{"n", "enter", "1", "enter", "2", "enter", "1", "enter", "1", "enter", "1", "enter"}
	Company   = Flat(KnockOuts, "1", "enter", "2", "enter", "1", "enter", "2", "enter",
		"北京蓝鲸客服科技有限公司", "tab", "tab", "91350100M000100Y43", "tab", "王某", "tab", "2020-01-02", "enter",
		"示例路1号", "enter", "示例路8号", "enter", "李某", "enter", "13800138000", "enter", "li@example.com", "enter")
	Chart   = Flat(Company, "ctrl+g", "equity-chart", "enter")
	Dropped = "paste:'/扫描/营业执照.pdf' /扫描/章程.pdf"
	Capital = []string{"1000万", "enter", "1", "enter", "2", "enter", "enter"} // and on to the shareholders
)

// ToDuties goes from the board to the first duty of a licence.
var ToDuties = []string{"enter", "ctrl+g", "submission", "enter", "down", "down"}

// ChartKey is the row that files are attached to.
const ChartKey = model.MaterialKey("equity-chart")

// AtMaterials opens the one application of a store at its materials.
func AtMaterials(t *testing.T, store *Memory) *Session {
	t.Helper()
	s := Drive(t, store, locales.EN, 80, 24)
	s.Keys("enter", "ctrl+g", "materials", "enter")
	s.Sees("Business licence")
	return s
}

// Row is what is saved about a row.
func (s *Session) Row(key model.MaterialKey) model.Collected {
	s.t.Helper()
	return s.Store.Apps["app1"].Materials[key]
}

// Names are the files of the equity chart, as they are saved.
func (s *Session) Names() string {
	var Names []string
	for _, f := range s.Store.Apps["app1"].Materials[ChartKey].Files {
		Names = append(Names, f.Name)
	}
	return strings.Join(Names, " ")
}

// Has fails unless the equity chart has these files.
func (s *Session) Has(want string) {
	s.t.Helper()
	if got := s.Names(); got != want {
		s.t.Fatalf("the row has %q, want %q:\n%s", got, want, s.Screen())
	}
}

// Names are those of files.
func Names(fs []model.File) (out []string) {
	for _, f := range fs {
		out = append(out, f.Name)
	}
	return out
}
