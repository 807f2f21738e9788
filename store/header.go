package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
)

// A header is what one of the two first pages of a bbolt file says. A commit
// writes its pages first and then one of the headers, page 0 or 1 in turn; the
// one with the higher transaction number counts.
type header struct {
	pageSize uint32 // bytes, a power of two
	root     uint64 // page of the outermost bucket
	freelist uint64 // page of the list of free pages
	pages    uint64 // how many the file has to have
	tx       uint64
}

// The layout of a header page, in the byte order of the machine (bbolt's
// internal/common/meta.go). The checksum is FNV-64a over what is before it.
const (
	pageHead    = 16 // bytes before the content of any page
	headerSize  = 64
	boltMagic   = 0xED0CDAED
	boltVersion = 2
	checksumAt  = 56
)

var native = binary.NativeEndian

// readHeader finds the header that counts, without bbolt and without mapping
// the file, and refuses what bbolt would crash on or quietly repair.
func readHeader(r io.ReaderAt, size int64) (header, error) {
	if size == 0 {
		return header{}, &Error{Code: EmptyFile}
	}
	first, second, at := headerPages(r, size)
	h0, ok0 := parseHeader(first)
	h1, ok1 := parseHeader(second)
	switch {
	case !ok0 && !ok1:
		return header{}, unreadable(first, second, size)
	case ok0 && !ok1 && size < 2*at:
		return header{}, &Error{Code: CutShort}
	case ok0 && !ok1:
		return only(h0, second)
	case ok1 && !ok0:
		return only(h1, first)
	case h0.tx > h1.tx:
		return h0, nil
	}
	return h1, nil
}

// headerPages returns both header pages from their magic number on, as much of
// them as there is, and where the second begins. That is the page size, which
// only the first can tell; without it every size is tried, as bbolt does.
func headerPages(r io.ReaderAt, size int64) (first, second []byte, at int64) {
	read := func(at int64) []byte {
		b := make([]byte, headerSize)
		n, _ := r.ReadAt(b, at+pageHead)
		return b[:n]
	}
	first = read(0)
	if h, ok := parseHeader(first); ok {
		at = int64(h.pageSize)
		return first, read(at), at
	}
	for at = 1 << 10; at <= 16<<20 && at < size; at <<= 1 {
		second = read(at)
		if h, ok := parseHeader(second); ok && int64(h.pageSize) == at {
			return first, second, at
		}
	}
	return first, nil, 0
}

func parseHeader(b []byte) (header, bool) {
	if len(b) < headerSize || native.Uint32(b) != boltMagic || native.Uint32(b[4:]) != boltVersion {
		return header{}, false
	}
	h := header{
		pageSize: native.Uint32(b[8:]),
		root:     native.Uint64(b[16:]),
		freelist: native.Uint64(b[32:]),
		pages:    native.Uint64(b[40:]),
		tx:       native.Uint64(b[48:]),
	}
	ok := native.Uint64(b[checksumAt:]) == fnvSum(b[:checksumAt]) &&
		h.pageSize >= 1<<10 && h.pageSize <= 16<<20 && h.pageSize&(h.pageSize-1) == 0
	return h, ok
}

func fnvSum(b []byte) uint64 {
	sum := fnv.New64a()
	sum.Write(b) //nolint:errcheck // a hash never fails
	return sum.Sum64()
}

// only decides whether h counts although the other header is damaged. It does
// when the other is the older one. When the other is newer, h is the state
// before the last save: bbolt would show that one and say nothing.
func only(h header, other []byte) (header, error) {
	if len(other) == headerSize && native.Uint64(other[48:]) == h.tx-1 {
		next := append([]byte(nil), other[:checksumAt]...)
		native.PutUint64(next[48:], h.tx+1)
		if fnvSum(next) != native.Uint64(other[checksumAt:]) { // not the newer one with a changed number
			return h, nil
		}
	}
	return header{}, &Error{Code: Corrupt, Err: errors.New("the header of the last save is damaged")}
}

// unreadable says what is wrong with a file without any good header.
func unreadable(first, second []byte, size int64) error {
	for _, b := range [][]byte{first, second} {
		switch {
		case len(b) < 8 || native.Uint32(b) != boltMagic:
			continue
		case len(b) < headerSize:
			return &Error{Code: CutShort}
		case native.Uint32(b[4:]) != boltVersion && native.Uint64(b[checksumAt:]) == fnvSum(b[:checksumAt]):
			return &Error{Code: NewerVersion, Err: fmt.Errorf("bbolt format %d", native.Uint32(b[4:]))}
		default:
			return &Error{Code: Corrupt, Err: errors.New("no header is readable")}
		}
	}
	return &Error{Code: NotOurs, Err: fmt.Errorf("%d bytes that are no database", size)}
}
