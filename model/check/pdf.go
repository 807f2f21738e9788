package check

import (
	"bytes"
	"errors"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	pdf "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"github.com/xuke-cli/xuke/model"
)

// pdfcpu would write a folder of settings into the home directory.
func init() { pdf.ConfigPath = "disable" }

// What a PDF may cost. It is held in memory while it is looked at, one at a
// time; portals take 5 MB.
const (
	maxPDF     = 64 << 20
	maxObjects = 500_000
	maxPages   = 10_000
	tailLength = 4096    // where the end mark has to be, but for padding
	maxPadding = 1 << 20 // zeros that a disk or a mail server has put behind it
)

var openPDF = make(chan struct{}, 1)

// pdf counts the pages by walking to each of them. It does not ask whether the
// file keeps to every rule of the format: few do, and viewers do not mind.
func (f *file) pdf() model.Look {
	l := model.Look{Format: model.PDF}
	tail, err := f.tail()
	if err != nil {
		l.Doubt = f.doubt(err)
		return l
	}
	if !bytes.Contains(tail, []byte("%%EOF")) {
		l.Defects = append(l.Defects, model.Truncated)
		return l // what a repair would make of the rest says nothing about the original
	}
	if f.size > maxPDF {
		l.Doubt = model.NotLookedInto
		return l
	}
	select {
	case openPDF <- struct{}{}:
		defer func() { <-openPDF }()
	case <-f.ctx.Done():
		l.Doubt = model.TookTooLong
		return l
	}
	doc, err := pdfcpu.ReadWithContext(f.ctx, f.reader(), limits(f.size))
	if err != nil {
		f.refused(&l, err)
		return l
	}
	if doc.Encrypt != nil {
		l.Defects = append(l.Defects, model.Restricted)
	}
	pages, err := pagesOf(doc.XRefTable)
	if err != nil {
		f.conclude(&l, model.Damaged, err)
		return l
	}
	l.Pages = len(pages)
	if len(pages) == 0 {
		l.Defects = append(l.Defects, model.NoPages)
	}
	f.scans(&l, doc.XRefTable, pages)
	return l
}

// tail returns the last bytes before any padding.
func (f *file) tail() ([]byte, error) {
	end := f.size
	for {
		n := min(tailLength, end)
		b := make([]byte, n)
		if _, err := f.readFull(b, end-n); err != nil {
			return nil, err
		}
		padding := n - int64(len(bytes.TrimRight(b, "\x00")))
		if padding == 0 || padding == end || f.size-end > maxPadding {
			return b, nil
		}
		end -= padding
	}
}

func limits(size int64) *pdf.Configuration {
	conf := pdf.NewDefaultConfiguration()
	conf.Offline = true
	conf.Limits.MaxStreamBytes = size
	conf.Limits.MaxDecodeBytes = 64 << 20
	conf.Limits.MaxObjectCount = maxObjects
	conf.Limits.MaxXRefEntries = maxObjects
	conf.Limits.MaxObjectStreamCount = maxObjects
	return conf
}

// refused tells a file that is locked from one that is broken, and both from
// one that is beyond the library.
func (f *file) refused(l *model.Look, err error) {
	switch {
	case errors.Is(err, pdfcpu.ErrWrongPassword):
		l.Defects = append(l.Defects, model.NeedsPassword)
	case errors.Is(err, pdfcpu.ErrUnsupportedEncryptionFeature), errors.Is(err, filter.ErrUnsupportedFilter),
		errors.Is(err, filter.ErrDecodeLimitExceeded):
		l.Doubt = model.NotLookedInto
	default:
		f.conclude(l, model.Damaged, err)
	}
}
