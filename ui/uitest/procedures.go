package uitest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

// Builtin is page.Procedures as they come with the program.
type Builtin struct{}

// All implements page.Procedures.
func (Builtin) All() []*model.Procedure {
	s, _ := procedure.Shipped()
	return s.All()
}

// Editions implements page.Procedures.
func (Builtin) Editions() []*model.Procedure {
	s, _ := procedure.Shipped()
	return s.Editions()
}

// Latest implements page.Procedures.
func (Builtin) Latest(id model.ProcedureID) (*model.Procedure, error) { return procedure.Latest(id) }

// Edition implements page.Procedures.
func (Builtin) Edition(id model.ProcedureID, d model.Date) (*model.Procedure, error) {
	return procedure.Edition(id, d)
}

// For implements page.Procedures.
func (Builtin) For(p *model.Procedure, _ *model.Application) *model.Procedure { return p }

// TwoEditions are the procedures of the program, and the call centre licence as
// it might be a year later.
func TwoEditions(t testing.TB) *procedure.Set {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(Root(t), "model", "procedure", "definitions", "call-center", "2026-11-23.toml"))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer(
		"edition = 2026-11-23", "edition = 2027-11-23",
		`options = ["domestic", "offshore"]`, `options = ["domestic"]`,
		`service-kind = "offshore"`, `service-kind = "domestic"`,
		`id = "staff-list"`, `id = "rectification-report"`,
	).Replace(string(data))
	next, problems := procedure.Load("next.toml", []byte(text))
	if next == nil {
		t.Fatal(problems)
	}
	shipped, err := procedure.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return procedure.NewSet(append([]*model.Procedure{next}, shipped...)...)
}
