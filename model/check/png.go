package check

import (
	"encoding/binary"
	"errors"
	"io"

	"github.com/xuke-cli/xuke/model"
)

// maxChunks is more than a picture has that was written to be read.
const maxChunks = 100_000

// png walks the chunks, for the resolution, the way up and whether the end is
// there. The checksums are looked at when the pixels are unpacked.
func (f *file) png(l *model.Look) {
	const signature = 8
	var head [8]byte
	at := int64(signature)
	for range maxChunks {
		if _, err := f.readFull(head[:], at); err != nil {
			f.conclude(l, model.Truncated, err)
			return
		}
		n := int64(binary.BigEndian.Uint32(head[:]))
		next := at + 8 + n + 4 // the checksum
		if next > f.size {
			f.conclude(l, model.Truncated, io.ErrUnexpectedEOF)
			return
		}
		switch string(head[4:]) {
		case "IEND":
			return
		case "pHYs":
			var b [9]byte
			if _, err := f.readFull(b[:min(n, 9)], at+8); err == nil && n == 9 && b[8] == 1 {
				x, y := binary.BigEndian.Uint32(b[:]), binary.BigEndian.Uint32(b[4:])
				l.DPI = perInch(int(min(x, y, 1<<24)))
			}
		case "eXIf":
			b := make([]byte, min(n, 64<<10))
			if _, err := f.readFull(b, at+8); err == nil {
				exif(b, l)
			}
		}
		at = next
	}
	f.conclude(l, model.Damaged, errTooMuch)
}

// readFull fills p or fails.
func (f *file) readFull(p []byte, at int64) (int, error) {
	n, err := f.ReadAt(p, at)
	if n == len(p) {
		return n, nil
	}
	if err == nil || errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}
