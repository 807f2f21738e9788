package check_test

import (
	"context"
	"io"
	"runtime"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/check"
)

// A page of A4 at 300 dpi, as people scan them: what checking one costs.
func BenchmarkLook(b *testing.B) {
	page := jpegOf(sheet(2480, 3508, true), jfif(1, 300))
	for name, data := range map[string][]byte{"jpeg": page, "pdf": pdfOf(page, page, page, page, page)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if l := look(data); len(l.Defects) > 0 || l.Tone != model.Colour {
					b.Fatalf("%+v", l)
				}
			}
		})
	}
}

// zeros is a file of any size that costs nothing.
type zeros struct{ head string }

func (z zeros) ReadAt(p []byte, off int64) (int, error) {
	clear(p)
	if off < int64(len(z.head)) {
		copy(p, z.head[off:])
	}
	return len(p), nil
}

// Gigabytes are not taken into memory, whatever they claim to be.
func TestHugeFilesAreNotLoaded(t *testing.T) {
	for _, head := range []string{"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "\x89PNG\r\n\x1a\n", "GIF89a", "II*\x00", "BM", "RIFF....WEBPVP8 ", "PK\x03\x04", "%PDF-1.7\n", "hello"} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		var r io.ReaderAt = zeros{head}
		check.Look(context.Background(), r, 1<<30)
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > 32<<20 {
			t.Errorf("%q: %d MB", head, used>>20)
		}
	}
}
