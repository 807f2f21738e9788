package store

import (
	"bytes"
	"errors"
	"fmt"
)

// maxDepth is more pages from the root to a value than any file has.
const maxDepth = 32

var errTwice = errors.New("a page is used twice")

// A walker goes over every page of a file: each has to be where and as it was
// written, keys have to ascend, and no page may be used twice, or used and
// free. A pointer that leads to the old copy of a page is found this way, as
// those are free.
type walker struct {
	image
	used  []bool
	buf   [maxDepth][]byte
	value func(b bucket, key string, sealed []byte) // is shown every value
}

func (m image) walk(value func(b bucket, key string, sealed []byte)) error {
	w := walker{image: m, used: make([]bool, m.pages), value: value}
	free, own, err := m.free()
	if err != nil {
		return fmt.Errorf("free pages: %w", err)
	}
	if err := w.use(m.freelist, own); err != nil {
		return err
	}
	for _, id := range free {
		if err := w.use(id, 1); err != nil {
			return err
		}
	}
	return w.visit(m.root, span{}, "", 0)
}

func (w *walker) use(id, count uint64) error {
	for i := id; i < id+count; i++ {
		if w.used[i] {
			return fmt.Errorf("page %d: %w", i, errTwice)
		}
		w.used[i] = true
	}
	return nil
}

// A span is where the keys of a page have to lie: from ≤ key < to. nil is no
// bound.
type span struct{ from, to []byte }

func (s span) holds(key []byte) bool {
	return bytes.Compare(key, s.from) >= 0 && (s.to == nil || bytes.Compare(key, s.to) < 0)
}

func (w *walker) visit(id uint64, keys span, in bucket, depth int) error {
	if depth == maxDepth {
		return errLayout
	}
	page, err := w.page(id, w.buf[depth])
	if err != nil {
		return fmt.Errorf("page %d: %w", id, err)
	}
	w.buf[depth] = page
	if err := w.use(id, uint64(len(page))/uint64(w.pageSize)); err != nil {
		return err
	}
	if err := w.content(page, keys, in, depth); err != nil {
		return fmt.Errorf("page %d: %w", id, err)
	}
	return nil
}

func (w *walker) content(page []byte, keys span, in bucket, depth int) error {
	es, err := elements(page)
	if err != nil {
		return err
	}
	branch := native.Uint16(page[8:]) == branchPage
	for i, e := range es {
		if !keys.holds(e.key) {
			return errLayout
		}
		switch {
		case branch:
			below := span{e.key, keys.to}
			if i+1 < len(es) {
				below.to = es[i+1].key
			}
			err = w.visit(e.child, below, in, depth+1)
		case e.bucket && in == "":
			err = w.bucket(e, depth)
		case e.bucket || in == "": // ours has values in buckets and nothing deeper
			err = errLayout
		case w.value != nil:
			w.value(in, string(e.key), e.value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// bucket goes into a bucket, which has its pages or, while it is small, lies
// in the page of its parent.
func (w *walker) bucket(e element, depth int) error {
	if len(e.value) < bucketSize {
		return errLayout
	}
	if root := native.Uint64(e.value); root != 0 {
		return w.visit(root, span{}, bucket(e.key), depth+1)
	}
	inline := e.value[bucketSize:]
	if len(inline) < pageHead || native.Uint16(inline[8:]) != leafPage {
		return errLayout
	}
	return w.content(inline, span{}, bucket(e.key), depth)
}

// find looks up a value without looking at the rest of the file. It is nil
// where there is none.
func (m image) find(b bucket, key string) ([]byte, error) {
	e, err := m.seek(m.root, nil, string(b))
	if err != nil || !e.bucket || len(e.value) < bucketSize {
		return nil, err
	}
	root := native.Uint64(e.value)
	e, err = m.seek(root, e.value[bucketSize:], key)
	return e.value, err
}

// seek goes down from a root page, or from the inline page if that is 0.
func (m image) seek(root uint64, page []byte, key string) (element, error) {
	for range maxDepth {
		if root != 0 {
			var err error
			if page, err = m.page(root, nil); err != nil {
				return element{}, err
			}
		} else if len(page) < pageHead {
			return element{}, errLayout
		}
		es, err := elements(page)
		if err != nil {
			return element{}, err
		}
		at := -1 // the last element that is not behind the key
		for i := range es {
			if string(es[i].key) <= key {
				at = i
			}
		}
		switch {
		case native.Uint16(page[8:]) == branchPage && len(es) > 0:
			root = es[max(at, 0)].child
		case at >= 0 && string(es[at].key) == key:
			return es[at], nil
		default:
			return element{}, nil
		}
	}
	return element{}, errLayout
}
