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

var errJPEG = errors.New("not a whole JPEG")

// readJPEG reads the segments up to the picture, and then on to its end, so
// that one cut short is noticed.
func readJPEG(from io.Reader) (h jpegHeader, err error) {
	r := bufio.NewReaderSize(from, 1<<16)
	h.orientation = 1
	if b, err := r.Peek(2); err != nil || b[0] != 0xFF || b[1] != 0xD8 {
		return h, errJPEG
	}
	r.Discard(2) //nolint:errcheck // they were peeked at
	for {
		marker, err := nextMarker(r)
		if err != nil {
			return h, err
		}
		if marker == 0xD9 {
			return h, errJPEG // ends before there is a picture
		}
		if marker == 0x01 || marker >= 0xD0 && marker <= 0xD7 {
			continue
		}
		var size uint16
		if err := binary.Read(r, binary.BigEndian, &size); err != nil || size < 2 {
			return h, errJPEG
		}
		segment := make([]byte, size-2)
		if _, err := io.ReadFull(r, segment); err != nil {
			return h, errJPEG
		}
		switch {
		case marker == 0xDA:
			if h.width == 0 || h.height == 0 {
				return h, errJPEG
			}
			return h, toEnd(r)
		case marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
			if err := h.frame(marker, segment); err != nil {
				return h, err
			}
		case marker == 0xE1 && bytes.HasPrefix(segment, []byte("Exif\x00\x00")):
			h.orientation = orientation(segment[6:])
		case marker == 0xEE && bytes.HasPrefix(segment, []byte("Adobe")):
			h.adobe = true
		}
	}
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

// frame takes the size. PDF knows baseline and progressive JPEG of 8 bits.
func (h *jpegHeader) frame(marker byte, s []byte) error {
	if len(s) < 6 || marker > 0xC2 || s[0] != 8 {
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
