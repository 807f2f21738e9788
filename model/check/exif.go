package check

import (
	"encoding/binary"

	"github.com/xuke-cli/xuke/model"
)

// Tags of EXIF.
const (
	tagOrientation = 0x0112
	tagXResolution = 0x011a
	tagUnit        = 0x0128
	unitInch       = 2
	unitCentimetre = 3
	typeShort      = 3
	typeRational   = 5
)

// exif reads the way up and the resolution from the first directory of a TIFF
// structure. Where it makes no sense it is ignored, as readers do.
func exif(b []byte, l *model.Look) {
	if len(b) < 8 {
		return
	}
	var order binary.ByteOrder = binary.BigEndian
	switch string(b[:2]) {
	case "II":
		order = binary.LittleEndian
	case "MM":
	default:
		return
	}
	dots, unit := 0, unitInch
	for e := range entries(b, order) {
		kind, short := order.Uint16(e[2:]), int(order.Uint16(e[8:]))
		switch order.Uint16(e) {
		case tagOrientation:
			if kind == typeShort && short >= 1 && short <= 8 {
				l.Orientation = short
			}
		case tagUnit:
			if kind == typeShort {
				unit = short
			}
		case tagXResolution:
			if kind == typeRational {
				dots = rational(b, order.Uint32(e[8:]), order)
			}
		}
	}
	if unit == unitCentimetre {
		dots = perInch(dots * 100)
	}
	// Cameras write 72 for want of anything better; a scanner's JFIF is kept.
	if l.DPI == 0 && unit != 1 && dots > 0 {
		l.DPI = dots
	}
}

// entries yields the entries of the first directory, twelve bytes each.
func entries(b []byte, order binary.ByteOrder) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
		at := int64(order.Uint32(b[4:]))
		if at+2 > int64(len(b)) {
			return
		}
		n := int64(order.Uint16(b[at:]))
		for i := range n {
			e := at + 2 + 12*i
			if e+12 > int64(len(b)) || !yield(b[e:e+12]) {
				return
			}
		}
	}
}

func rational(b []byte, at uint32, order binary.ByteOrder) int {
	if int64(at)+8 > int64(len(b)) {
		return 0
	}
	num, den := order.Uint32(b[at:]), order.Uint32(b[at+4:])
	if den == 0 || num/den > 1<<16 {
		return 0
	}
	return int(num / den)
}
