package main

import (
	"bytes"
	"context"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/export"
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
			Failure:    func(p *locales.Printer, err error) string { return refuse(p, err).Message },
		},
		Warning:    s.warning,
		Store:      backend{s.db, s.data},
		Files:      s.cabinet(),
		Collector:  s.cabinet(),
		Papers:     writer{s},
		Calendar:   calendarFrom,
		MakeFolder: makeFolder,
	}
}

// A backend is the store as the wizard needs it.
type backend struct {
	*store.Store
	dir string
}

func (b backend) KeepLanguage(lang string) error { return keepLanguage(b.dir, lang) }

// writer writes the documents that the wizard asks for.
type writer struct{ s *session }

func (w writer) Export(r ui.ExportRequest) error { return w.s.exportFrom(r) }

func (w writer) Packet(ctx context.Context, r ui.ExportRequest, tell func(done, of int)) (int, error) {
	return w.s.packetFrom(ctx, r, tell)
}

// exportFrom writes the document that the wizard asks for.
func (s *session) exportFrom(r ui.ExportRequest) error {
	formats, encode := export.Formats, s.encodeList
	switch {
	case r.Owner != "":
		formats, encode = export.RequestFormats, s.encodeRequest(r.Owner)
	case r.Material != "":
		formats, encode = []string{export.DraftFormat}, s.encodeDraft(r.Material)
	}
	format, err := formatFor(s.p, r.Path, "", formats)
	if err != nil {
		return err
	}
	data, err := encode(r.Procedure, &r.App, format, r.Langs)
	if err != nil {
		return err
	}
	return save(r.Path, data, r.Replace)
}

// packetFrom writes the packet that the wizard asks for.
func (s *session) packetFrom(ctx context.Context, r ui.ExportRequest, tell func(done, of int)) (left int, err error) {
	papers, err := s.papers(r.Procedure, &r.App, r.Langs)
	if err != nil {
		return 0, err
	}
	done, err := s.savePacket(ctx, r.Path, r.Replace, papers, tell)
	if err != nil {
		return 0, err
	}
	return len(done.Left()), nil
}

// calendarFrom writes the calendar file that the wizard asks for.
func calendarFrom(r ui.CalendarRequest) error {
	var b bytes.Buffer
	if err := export.ICS(&b, r.Name, r.Entries); err != nil {
		return err
	}
	return save(r.Path, b.Bytes(), r.Replace)
}
