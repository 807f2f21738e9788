package main

import (
	"time"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
	"github.com/xuke-cli/xuke/ui"
)

// world is what the wizard needs of everything outside of it.
func (c *command) world(known *procedure.Set) *ui.World {
	return &ui.World{
		Env: &ui.Env{
			Procedures: known,
			Workdays:   c.workdays(),
			Now:        c.now,
			Today: func() model.Date {
				if c.todayFlag != "" {
					return c.today
				}
				return model.DateOf(time.Now())
			},
			Printers: c.printer,
			Lang:     c.p.Lang(),
			Color:    !c.noColor,
			ASCII:    asciiOnly(c.getenv),
			Failure:  func(p *locales.Printer, err error) string { return (&command{p: p}).refuse(err).Message },
		},
		Warning:   c.brokenPack,
		Store:     backend{c.db, c.data},
		Files:     c.cabinet(),
		Collector: c.cabinet(),
		Output:    c.documents(),
		Packer:    c.documents(),
	}
}
