package main

import (
	"bytes"
	"context"
	"time"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
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
		Papers:    writer{c},
		Calendar: func(r ui.CalendarRequest) error {
			var b bytes.Buffer
			if err := export.ICS(&b, r.Name, r.Entries); err != nil {
				return err
			}
			if err := writeFile(r.Path, b.Bytes(), r.Replace); err != nil {
				return unwritable(r.Path, err)
			}
			return nil
		},
		MakeFolder: makeFolder,
	}
}

// writer writes the documents that the wizard asks for.
type writer struct{ c *command }

func (w writer) Export(r ui.ExportRequest) error { return w.c.exportFrom(r) }

func (w writer) Packet(ctx context.Context, r ui.ExportRequest, tell func(done, of int)) (int, error) {
	return w.c.packetFrom(ctx, r, tell)
}

// exportFrom writes the document that the wizard asks for.
func (c *command) exportFrom(r ui.ExportRequest) error {
	s := &subject{Application: r.App, proc: r.Procedure}
	formats, encode := export.Formats, encoder(c.encode)
	switch {
	case r.Owner != "":
		formats, encode = export.RequestFormats, c.encodeRequest(r.Owner)
	case r.Material != "":
		formats, encode = []string{export.DraftFormat}, c.encodeDraft(r.Material)
	}
	format, err := c.format(r.Path, "", formats)
	if err != nil {
		return err
	}
	data, err := encode(s, format, r.Langs)
	if err != nil {
		return err
	}
	return c.save(r.Path, data, r.Replace)
}

// packetFrom writes the packet that the wizard asks for.
func (c *command) packetFrom(ctx context.Context, r ui.ExportRequest, tell func(done, of int)) (left int, err error) {
	papers, err := c.papers(r.Procedure, &r.App, r.Langs)
	if err != nil {
		return 0, err
	}
	done, err := c.savePacket(ctx, r.Path, r.Replace, papers, tell)
	if err != nil {
		return 0, err
	}
	return len(done.Left()), nil
}
