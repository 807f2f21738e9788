package check

import (
	"encoding/binary"

	"github.com/xuke-cli/xuke/model"
)

// tiff counts the directories, of which each page has one. A chain that does
// not end is not believed.
func (f *file) tiff(l *model.Look) {
	var head [8]byte
	if _, err := f.readFull(head[:], 0); err != nil {
		f.conclude(l, model.Truncated, err)
		return
	}
	var order binary.ByteOrder = binary.LittleEndian
	if head[0] == 'M' {
		order = binary.BigEndian
	}
	at, pages := int64(order.Uint32(head[4:])), 0
	for at != 0 {
		var count [2]byte
		var next [4]byte
		_, err := f.readFull(count[:], at)
		if err == nil {
			_, err = f.readFull(next[:], at+2+12*int64(order.Uint16(count[:])))
		}
		if err != nil {
			f.conclude(l, model.Truncated, err)
			return
		}
		if pages++; pages > maxPages {
			f.conclude(l, model.Damaged, errLoop)
			return
		}
		at = int64(order.Uint32(next[:]))
	}
	l.Pages = pages
}
