package packet

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
)

// A jpegHeader is what a page has to know of a JPEG, which itself goes into
// the PDF as it is.
type jpegHeader struct {
	width, height int
	components    int  // 1 grey, 3 colour, 4 ink
	adobe         bool // inks are stored inverted
	orientation   int  // EXIF, 1 to 8
}

// Markers of JPEG. Those of frames run from SOF0 to SOF15, with three others
// among them.
const (
	markTEM   = 0x01
	markSOF0  = 0xC0
	markSOF2  = 0xC2
	markDHT   = 0xC4
	markJPG   = 0xC8
	markDAC   = 0xCC
	markSOF15 = 0xCF
	markRST0  = 0xD0
	markRST7  = 0xD7
	markSOI   = 0xD8
	markEOI   = 0xD9
	markSOS   = 0xDA
	markAPP1  = 0xE1
	markAPP14 = 0xEE
)

var errJPEG = errors.New("not a whole JPEG")

// readJPEG reads the segments up to the picture, and then on to its end, so
// that one cut short is noticed.
func readJPEG(from io.Reader) (h jpegHeader, err error) {
	r := bufio.NewReaderSize(from, 1<<16)
	h.orientation = 1
	if b, err := r.Peek(2); err != nil || b[0] != 0xFF || b[1] != markSOI {
		return h, errJPEG
	}
	r.Discard(2) //nolint:errcheck // they were peeked at
	for {
		marker, segment, err := nextSegment(r)
		if err != nil {
			return h, err
		}
		if marker == markSOS {
			if h.width == 0 || h.height == 0 {
				return h, errJPEG
			}
			return h, toEnd(r)
		}
		if err := h.take(marker, segment); err != nil {
			return h, err
		}
	}
}

// nextSegment reads the next segment and its marker, past the markers that
// have none. The end before there is a picture is an error.
func nextSegment(r *bufio.Reader) (marker byte, segment []byte, err error) {
	for alone := true; alone; alone = marker == markTEM || marker >= markRST0 && marker <= markRST7 {
		if marker, err = nextMarker(r); err != nil {
			return 0, nil, err
		}
	}
	if marker == markEOI {
		return 0, nil, errJPEG
	}
	var size uint16
	if err := binary.Read(r, binary.BigEndian, &size); err != nil || size < 2 {
		return 0, nil, errJPEG
	}
	segment = make([]byte, size-2)
	if _, err := io.ReadFull(r, segment); err != nil {
		return 0, nil, errJPEG
	}
	return marker, segment, nil
}

func nextMarker(r *bufio.Reader) (byte, error) {
	b, err := r.ReadByte()
	if err != nil || b != 0xFF {
		return 0, errJPEG
	}
	for b == 0xFF {
		if b, err = r.ReadByte(); err != nil {
			return 0, errJPEG
		}
	}
	return b, nil
}

// take notes what a segment before the picture says.
func (h *jpegHeader) take(marker byte, segment []byte) error {
	switch marker {
	case markDHT, markJPG, markDAC: // no frames, though among them
	case markAPP1:
		if exif, ok := bytes.CutPrefix(segment, []byte("Exif\x00\x00")); ok {
			h.orientation = orientation(exif)
		}
	case markAPP14:
		h.adobe = h.adobe || bytes.HasPrefix(segment, []byte("Adobe"))
	default:
		if marker >= markSOF0 && marker <= markSOF15 {
			return h.frame(marker, segment)
		}
	}
	return nil
}

// frame takes the size. PDF knows baseline and progressive JPEG of 8 bits.
func (h *jpegHeader) frame(marker byte, s []byte) error {
	if len(s) < 6 || marker > markSOF2 || s[0] != 8 {
		return errJPEG
	}
	h.height, h.width = int(binary.BigEndian.Uint16(s[1:])), int(binary.BigEndian.Uint16(s[3:]))
	h.components = int(s[5])
	if h.components != 1 && h.components != 3 && h.components != 4 {
		return errJPEG
	}
	return nil
}

// toEnd looks for the end of the picture. Inside it FF is always followed by
// what is no end.
func toEnd(r *bufio.Reader) error {
	for {
		if _, err := r.ReadSlice(0xFF); errors.Is(err, bufio.ErrBufferFull) {
			continue
		} else if err != nil {
			return errJPEG
		}
		b, err := r.ReadByte()
		if err != nil {
			return errJPEG
		}
		switch b {
		case 0xD9:
			return nil
		case 0xFF:
			r.UnreadByte() //nolint:errcheck // a byte was just read
		}
	}
}

// orientation finds the tag 0x0112 in the first directory of Exif data; 1,
// upright, where there is none.
func orientation(tiff []byte) int {
	var order binary.ByteOrder = binary.LittleEndian
	if len(tiff) < 8 {
		return 1
	}
	if tiff[0] == 'M' {
		order = binary.BigEndian
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 1
	}
	n := int64(order.Uint16(tiff[at:]))
	for i := range n {
		entry := at + 2 + 12*i
		if entry+12 > int64(len(tiff)) {
			return 1
		}
		if order.Uint16(tiff[entry:]) == 0x0112 {
			if o := int(order.Uint16(tiff[entry+8:])); o >= 1 && o <= 8 {
				return o
			}
		}
	}
	return 1
}
