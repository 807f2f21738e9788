package main

import (
	"context"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/procedure"
	"github.com/xuke-cli/xuke/store"
	"github.com/xuke-cli/xuke/ui"
)

// world is what the wizard needs of everything outside of it.
func (s *session) world(known *procedure.Set) *ui.World {
	return &ui.World{
		Env: &ui.Env{
			Procedures: known,
			Workdays:   s.workdays(),
			Now:        s.now,
			Today:      s.thisDay,
			Printers:   s.printer,
			Lang:       s.p.Lang(),
			Color:      !s.noColor,
			ASCII:      asciiOnly(s.getenv),
			Failure:    failureOf,
		},
		Warning:   s.warning,
		Store:     backend{s.db, s.data},
		Files:     s.cabinet(),
		Collector: s.cabinet(),
		Output:    s.documents(),
		Packer:    s.documents(),
	}
}

// failureOf words an error for the wizard, which has no hints. A conflict there
// is with something else that the wizard has done.
func failureOf(p *locales.Printer, err error) string {
	if store.CodeOf(err) == store.Conflict {
		return p.Text("cli.store", string(store.Conflict), "open")
	}
	return refuse(p, err).Message
}

// A backend is the store as the wizard needs it.
type backend struct {
	*store.Store
	dir string
}

func (b backend) KeepLanguage(lang string) error {
	return keepLanguage(writer{context.Background(), b.Store}, b.dir, lang)
}
