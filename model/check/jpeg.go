package check

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"

	"github.com/xuke-cli/xuke/model"
)

// Markers of JPEG.
const (
	markSOF2 = 0xc2 // progressive
	markRST0 = 0xd0
	markRST7 = 0xd7
	markSOI  = 0xd8
	markEOI  = 0xd9
	markSOS  = 0xda
	markAPP0 = 0xe0
	markAPP1 = 0xe1
	markTEM  = 0x01
)

// jpeg walks the segments, for the resolution, the way up and whether the end
// is there. It reports whether the picture is progressive.
func (f *file) jpeg(l *model.Look) (progressive bool) {
	r := bufio.NewReaderSize(f.reader(), 64<<10)
	for {
		mark, err := nextMark(r)
		if err != nil {
			f.conclude(l, model.Truncated, err)
			return progressive
		}
		switch {
		case mark == markEOI:
			return progressive
		case mark == markSOI, mark == markTEM, mark >= markRST0 && mark <= markRST7:
			continue // no length follows
		}
		body, err := segment(r, mark == markAPP0 || mark == markAPP1)
		if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
			f.conclude(l, model.Truncated, err)
			return progressive
		}
		if err != nil {
			f.conclude(l, model.Damaged, err)
			return progressive
		}
		switch mark {
		case markSOF2:
			progressive = true
		case markAPP0:
			if dpi := jfif(body); dpi > 0 && l.DPI == 0 {
				l.DPI = dpi
			}
		case markAPP1:
			if rest, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); ok {
				exif(rest, l)
			}
		}
	}
}

// nextMark skips to the next marker; within the picture data FF 00 is a byte
// of it.
func nextMark(r *bufio.Reader) (byte, error) {
	for {
		if _, err := skipTo(r, 0xff); err != nil {
			return 0, err
		}
		b, err := r.ReadByte()
		for err == nil && b == 0xff {
			b, err = r.ReadByte()
		}
		if err != nil {
			return 0, err
		}
		if b != 0 {
			return b, nil
		}
	}
}

// skipTo reads past the next b, however far that is.
func skipTo(r *bufio.Reader, b byte) (n int, err error) {
	for {
		skipped, err := r.ReadSlice(b)
		n += len(skipped)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return n, err
		}
	}
}

var errSegment = errors.New("a segment of no length")

// segment reads the segment after its marker; without keep it is skipped.
func segment(r *bufio.Reader, keep bool) ([]byte, error) {
	var size [2]byte
	if _, err := io.ReadFull(r, size[:]); err != nil {
		return nil, err
	}
	n := int(binary.BigEndian.Uint16(size[:])) - 2
	if n < 0 {
		return nil, errSegment
	}
	if !keep {
		skipped, err := r.Discard(n)
		if skipped < n && err == nil {
			err = io.ErrUnexpectedEOF
		}
		return nil, err
	}
	body := make([]byte, n)
	_, err := io.ReadFull(r, body)
	return body, err
}

// jfif returns the dots per inch of an APP0 segment, or 0. Density without a
// unit is an aspect ratio.
func jfif(b []byte) int {
	if len(b) < 12 || !bytes.HasPrefix(b, []byte("JFIF\x00")) {
		return 0
	}
	x, y := int(binary.BigEndian.Uint16(b[8:])), int(binary.BigEndian.Uint16(b[10:]))
	switch b[7] {
	case 1:
		return min(x, y)
	case 2:
		return perInch(min(x, y) * 100)
	}
	return 0
}

// perInch turns dots per metre into dots per inch.
func perInch(perMetre int) int { return (perMetre*254 + 5000) / 10000 }
