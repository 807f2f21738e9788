package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// An image is a database file read page by page, with every length checked,
// so that no content can crash or detain the reader.
type image struct {
	r *disk
	header
}

// A disk remembers that it could not be read: that says nothing about what is on
// it, and nobody must be sent for a backup because a cable is loose.
type disk struct {
	io.ReaderAt
	failed error
}

func (d *disk) ReadAt(p []byte, at int64) (int, error) {
	n, err := d.ReaderAt.ReadAt(p, at)
	if err != nil && !errors.Is(err, io.EOF) {
		d.failed = err
	}
	return n, err
}

// damaged is the error of a file that is not as it was written, unless it could
// not be read.
func (m image) damaged(err error) error {
	if m.r.failed != nil {
		return &Error{Code: BadDisk, Err: m.r.failed}
	}
	return &Error{Code: Corrupt, Err: err}
}

// Kinds of page, and the head of each: id 8 bytes, kind 2, count 2, overflow 4
// (how many pages more the content fills).
const (
	branchPage   = 0x01
	leafPage     = 0x02
	freelistPage = 0x10

	elementSize = 16   // the fixed part of an element
	bucketFlag  = 0x01 // of a leaf element: the value is a bucket
	bucketSize  = 16   // its root page 8 bytes, sequence 8; a page follows if the root is 0
)

var errLayout = errors.New("a page is not as it was written")

// page reads a page into buf, which grows as needed.
func (m image) page(id uint64, buf []byte) ([]byte, error) {
	if id < 2 || id >= m.pages {
		return nil, fmt.Errorf("page %d of %d", id, m.pages)
	}
	size := uint64(m.pageSize)
	if uint64(cap(buf)) < size {
		buf = make([]byte, size)
	}
	buf = buf[:size]
	if _, err := m.r.ReadAt(buf, int64(id*size)); err != nil {
		return nil, err
	}
	more := uint64(native.Uint32(buf[12:]))
	if native.Uint64(buf) != id || id+more >= m.pages {
		return nil, errLayout
	}
	if more > 0 {
		head := buf
		buf = make([]byte, (1+more)*size)
		copy(buf, head)
		if _, err := m.r.ReadAt(buf[size:], int64((id+1)*size)); err != nil {
			return nil, err
		}
	}
	return buf, nil
}

// An element is an entry of a page: a child page, a bucket, or a value.
type element struct {
	key    []byte
	child  uint64 // of a branch
	value  []byte
	bucket bool
}

// elements reads the entries of a branch or leaf page. bbolt writes keys and
// values one behind the other without a gap, so a changed count or length
// cannot pass.
func elements(page []byte) ([]element, error) {
	kind, count := native.Uint16(page[8:]), int(native.Uint16(page[10:]))
	if kind != branchPage && kind != leafPage {
		return nil, errLayout
	}
	next := uint64(pageHead + count*elementSize)
	if next > uint64(len(page)) {
		return nil, errLayout
	}
	es := make([]element, count)
	for i := range es {
		at := pageHead + i*elementSize
		b := page[at : at+elementSize]
		var flags, pos, klen, vlen uint32
		if kind == branchPage {
			pos, klen = native.Uint32(b), native.Uint32(b[4:])
			es[i].child = native.Uint64(b[8:])
		} else {
			flags, pos, klen, vlen = native.Uint32(b), native.Uint32(b[4:]), native.Uint32(b[8:]), native.Uint32(b[12:])
		}
		end := next + uint64(klen) + uint64(vlen)
		if uint64(at)+uint64(pos) != next || end > uint64(len(page)) || flags&^bucketFlag != 0 {
			return nil, errLayout
		}
		es[i].bucket = flags == bucketFlag
		es[i].key, es[i].value = page[next:next+uint64(klen)], page[next+uint64(klen):end]
		if i > 0 && bytes.Compare(es[i-1].key, es[i].key) >= 0 {
			return nil, errLayout
		}
		next = end
	}
	return es, nil
}

// free returns the pages in the list of free ones, ascending, and how many
// pages that list itself fills.
func (m image) free() (ids []uint64, own uint64, err error) {
	page, err := m.page(m.freelist, nil)
	if err != nil {
		return nil, 0, err
	}
	count, at := uint64(native.Uint16(page[10:])), uint64(pageHead)
	if count == 0xFFFF { // too many for the head
		count, at = native.Uint64(page[pageHead:]), pageHead+8
	}
	if native.Uint16(page[8:]) != freelistPage || count > (uint64(len(page))-at)/8 {
		return nil, 0, errLayout
	}
	last := uint64(1)
	for i := range count {
		id := native.Uint64(page[at+8*i:])
		if id <= last || id >= m.pages {
			return nil, 0, errLayout
		}
		ids, last = append(ids, id), id
	}
	return ids, uint64(len(page)) / uint64(m.pageSize), nil
}
