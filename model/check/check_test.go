package check_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/check"
)

func look(data []byte) model.Look {
	return check.Look(context.Background(), bytes.NewReader(data), int64(len(data)))
}

func defects(ds ...model.Defect) []model.Defect { return ds }

func TestLookAtFiles(t *testing.T) {
	for name, want := range map[string]model.Look{
		"dpi300.png":      {Format: model.PNG, Pages: 1, Width: 600, Height: 800, DPI: 300, Tone: model.Grey},
		"garbage.jpg":     {Format: model.JPEG, Pages: 1, Defects: defects(model.Damaged)},
		"good.docx":       {Format: model.DOCX},
		"hugedim.png":     {Format: model.PNG, Pages: 1, Defects: defects(model.Damaged)},
		"loop.pdf":        {Format: model.PDF, Defects: defects(model.Damaged)},
		"notpdf_html.pdf": {Format: model.HTML},
		"x.ofd":           {Format: model.OFD},
		"xrefhuge.pdf":    {Format: model.PDF, Defects: defects(model.Damaged)},
	} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		if got := look(data); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
}

func TestLook(t *testing.T) {
	colour, grey := sheet(400, 566, true), sheet(400, 566, false)
	scan, greyScan := jpegOf(sheet(1240, 1754, true)), jpegOf(sheet(620, 877, false))
	four, photo := pdfOf(nil, nil, nil, nil), jpegOf(colour, jfif(1, 300))
	for _, c := range []struct {
		name string
		data []byte
		want model.Look
	}{
		{"nothing", nil, model.Look{Defects: defects(model.EmptyFile)}},
		{"text", []byte("hello"), model.Look{Format: model.Other}},
		{"bare zip", []byte("PK\x05\x06" + string(make([]byte, 18))), model.Look{Format: model.ZIP}},
		{"old Word", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...."), model.Look{Format: model.Office}},
		{"telephone", []byte("\x00\x00\x00\x18ftypheic...."), model.Look{Format: model.HEIC, Pages: 1, Doubt: model.NotLookedInto}},
		{"photo", photo, model.Look{Format: model.JPEG, Pages: 1, Width: 400, Height: 566, DPI: 300, Tone: model.Colour}},
		{"per centimetre", jpegOf(colour, jfif(2, 118)), model.Look{Format: model.JPEG, Pages: 1, Width: 400, Height: 566, DPI: 300, Tone: model.Colour}},
		{"an aspect ratio is no density", jpegOf(colour, jfif(0, 1)), model.Look{Format: model.JPEG, Pages: 1, Width: 400, Height: 566, Tone: model.Colour}},
		{"grey in a colour format", jpegOf(grey), model.Look{Format: model.JPEG, Pages: 1, Width: 400, Height: 566, Tone: model.Grey}},
		{"on its side", jpegOf(colour, exif(6)), model.Look{Format: model.JPEG, Pages: 1, Width: 400, Height: 566, Tone: model.Colour, Orientation: 6}},
		{"photo cut short", photo[:len(photo)/2], model.Look{Format: model.JPEG, Pages: 1, Width: 400, Height: 566, DPI: 300, Defects: defects(model.Truncated)}},
		{"png cut short", pngOf(colour)[:300], model.Look{Format: model.PNG, Pages: 1, Width: 400, Height: 566, Defects: defects(model.Truncated)}},
		{"bmp", bmpOf(colour), model.Look{Format: model.BMP, Pages: 1, Width: 400, Height: 566, Tone: model.Colour}},
		{"gif", gifOf(colour), model.Look{Format: model.GIF, Pages: 1, Width: 400, Height: 566, Tone: model.Colour}},
		{"tiff", tiffOf(grey), model.Look{Format: model.TIFF, Pages: 1, Width: 400, Height: 566, Tone: model.Grey}},
		{"four pages", four, model.Look{Format: model.PDF, Pages: 4}},
		{"no pages", pdfOf(), model.Look{Format: model.PDF, Defects: defects(model.NoPages)}},
		{"pdf cut short", four[:len(four)/2], model.Look{Format: model.PDF, Defects: defects(model.Truncated)}},
		{"padded with zeros", append(bytes.Clone(four), make([]byte, 20_000)...), model.Look{Format: model.PDF, Pages: 4}},
		{"padded within the end mark", append(bytes.Clone(four), make([]byte, 4096-4)...), model.Look{Format: model.PDF, Pages: 4}},
		{"cut short and padded", append(bytes.Clone(four[:len(four)/2]), make([]byte, 20_000)...), model.Look{Format: model.PDF, Defects: defects(model.Truncated)}},
		{"two pages of tiff", twoPages(tiffOf(grey)), model.Look{Format: model.TIFF, Pages: 2, Width: 400, Height: 566, Tone: model.Grey}},
		{"tiff cut short", tiffOf(grey)[:400], model.Look{Format: model.TIFF, Pages: 1, Defects: defects(model.Truncated)}},
		{"tiff that chases its tail", endlessTIFF(), model.Look{Format: model.TIFF, Pages: 1, Defects: defects(model.Damaged)}},
		{"scan at 150", pdfOf(scan), model.Look{Format: model.PDF, Pages: 1, Width: 1240, Height: 1754, DPI: 150, Tone: model.Colour}},
		{"the poorest page counts", pdfOf(scan, greyScan), model.Look{Format: model.PDF, Pages: 2, Width: 620, Height: 877, DPI: 75, Tone: model.Colour}},
		{"grey scan", pdfOf(greyScan), model.Look{Format: model.PDF, Pages: 1, Width: 620, Height: 877, DPI: 75, Tone: model.Grey}},
		{"a written page among scans", pdfOf(scan, nil), model.Look{Format: model.PDF, Pages: 2}},
		{"opens, restricted", locked(t, four, ""), model.Look{Format: model.PDF, Pages: 4, Defects: defects(model.Restricted)}},
		{"locked", locked(t, four, "secret"), model.Look{Format: model.PDF, Defects: defects(model.NeedsPassword)}},
	} {
		if got := look(c.data); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

type brokenDisk struct{ after int64 }

func (d brokenDisk) ReadAt(p []byte, off int64) (int, error) {
	if off+int64(len(p)) > d.after {
		return 0, errors.New("input/output error")
	}
	n := copy(p, "\xff\xd8\xff")
	clear(p[n:])
	return len(p), nil
}

// What the disk did not give says nothing about the file.
func TestDiskErrorIsADoubt(t *testing.T) {
	for _, after := range []int64{0, 1024} {
		if l := check.Look(context.Background(), brokenDisk{after}, 100_000); l.Doubt != model.NotReadable || len(l.Defects) > 0 {
			t.Errorf("%d bytes readable: %+v", after, l)
		}
	}
}

type endless struct{ read func() }

func (e endless) ReadAt(p []byte, off int64) (int, error) {
	e.read()
	copy(p, "\xff\xd8\xff")
	return len(p), nil
}

// Nobody waits for a file whose time is over, and nothing goes on reading it.
func TestOver(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	reads := 0
	l := check.Look(ctx, endless{func() {
		if reads++; reads == 2 {
			cancel()
		}
	}}, 1<<27)
	if l.Doubt != model.TookTooLong || l.Format != model.JPEG || len(l.Defects) > 0 {
		t.Errorf("%+v", l)
	}
	if l := check.Look(ctx, bytes.NewReader([]byte("%PDF-1.4")), 8); l.Doubt != model.TookTooLong {
		t.Errorf("already over: %+v", l)
	}
}

// A picture that would fill the memory is left packed.
func TestHugePictureIsNotUnpacked(t *testing.T) {
	data := pngOf(sheet(8, 8, true))
	data[18], data[22] = 0x40, 0x40 // 16,392 pixels square
	fixChecksum(data[12:29], data[29:33])
	if l := look(data); l.Doubt != model.TooManyPixels || l.Width != 0x4008 || l.Tone != "" {
		t.Errorf("%+v", l)
	}
}

func FuzzLook(f *testing.F) {
	for _, data := range [][]byte{
		jpegOf(sheet(20, 30, true), jfif(1, 300), exif(3)), pngOf(sheet(20, 30, false)), gifOf(sheet(9, 9, true)),
		bmpOf(sheet(9, 9, true)), tiffOf(sheet(9, 9, true)), pdfOf(nil, jpegOf(sheet(20, 28, true))), []byte("PK\x05\x06"),
	} {
		f.Add(data)
	}
	names, _ := filepath.Glob("testdata/*.*")
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		began := time.Now()
		l := check.Look(context.Background(), readerOnly{bytes.NewReader(data)}, int64(len(data)))
		if took := time.Since(began); took > 2*check.Limit {
			t.Errorf("took %v", took)
		}
		if l.Pages < 0 || l.DPI < 0 || l.Orientation < 0 || l.Orientation > 8 {
			t.Errorf("%+v", l)
		}
		if len(l.Defects) == 0 && l.Doubt == "" && l.Format == "" {
			t.Error("nothing is said of it at all")
		}
	})
}

type readerOnly struct{ io.ReaderAt }
