package check

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// The first bytes by which formats are told.
var magics = []struct {
	at     int
	magic  string
	format model.Format
}{
	{0, "\xff\xd8\xff", model.JPEG},
	{0, "\x89PNG\r\n\x1a\n", model.PNG},
	{0, "GIF87a", model.GIF},
	{0, "GIF89a", model.GIF},
	{8, "WEBPVP8", model.WebP},
	{0, "II*\x00", model.TIFF},
	{0, "MM\x00*", model.TIFF},
	{4, "ftypheic", model.HEIC},
	{4, "ftypheix", model.HEIC},
	{4, "ftypmif1", model.HEIC},
	{4, "ftypavif", model.HEIC},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", model.Office},
	{0, "PK\x03\x04", model.ZIP},
	{0, "PK\x05\x06", model.ZIP},
}

// sniff tells the format by the first bytes, and what kind of archive it is by
// the names in it.
func (f *file) sniff() (model.Format, error) {
	head := make([]byte, min(f.size, 1024))
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	head = head[:n]
	for _, m := range magics {
		if len(head) >= m.at && bytes.HasPrefix(head[m.at:], []byte(m.magic)) {
			if m.format == model.ZIP {
				return f.archive(), nil
			}
			return m.format, nil
		}
	}
	switch {
	case bytes.Contains(head, []byte("%PDF-")): // readers accept it within the first 1024 bytes
		return model.PDF, nil
	case bytes.HasPrefix(head, []byte("BM")) && len(head) > 18 && bytes.Equal(head[6:10], make([]byte, 4)):
		return model.BMP, nil
	}
	text := strings.ToLower(strings.TrimLeft(strings.TrimPrefix(string(head), "\ufeff"), " \t\r\n"))
	if strings.HasPrefix(text, "<!doctype html") || strings.HasPrefix(text, "<html") {
		return model.HTML, nil
	}
	return model.Other, nil
}

// maxArchive is the largest archive whose list of names is read: the list may
// take up all of the file.
const maxArchive = 64 << 20

// The names by which archives are told apart.
var parts = []struct {
	prefix string
	format model.Format
}{
	{"word/document", model.DOCX},
	{"xl/workbook", model.XLSX},
	{"OFD.xml", model.OFD},
}

func (f *file) archive() model.Format {
	if f.size > maxArchive {
		return model.ZIP
	}
	z, err := zip.NewReader(f, f.size)
	if err != nil {
		return model.ZIP
	}
	for _, e := range z.File {
		for _, p := range parts {
			if strings.HasPrefix(e.Name, p.prefix) {
				return p.format
			}
		}
	}
	return model.ZIP
}
