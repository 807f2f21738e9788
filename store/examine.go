package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
)

// walkLimit is the size up to which every page is checked at each start: some
// 2,000 applications, 3 ms. Of a larger file only the header, the list of free
// pages and what is read are checked; Check does the rest.
const walkLimit = 8 << 20

// examine checks a file without bbolt, without mapping it and without changing
// it, and returns its schema.
func examine(path string) (schema int, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, explain(path, err)
	}
	f, err := openFile(path)
	switch {
	case errors.Is(err, errOdd):
		return 0, &Error{Code: NotOurs, Err: err}
	case err != nil:
		return 0, explain(path, err)
	}
	defer f.Close()
	m, err := openImage(f, info.Size())
	if err != nil {
		return 0, err
	}
	if schema, err = m.schema(); err != nil {
		return 0, err
	}
	if info.Size() <= walkLimit {
		err = m.walk(nil)
	} else {
		_, _, err = m.free()
	}
	if err != nil {
		return 0, m.damaged(err)
	}
	return schema, nil
}

func openImage(r io.ReaderAt, size int64) (image, error) {
	from := &disk{ReaderAt: r}
	h, err := readHeader(from, size)
	switch {
	case from.failed != nil:
		return image{}, &Error{Code: BadDisk, Err: from.failed}
	case err != nil:
		return image{}, err
	}
	if h.pages > uint64(size)/uint64(h.pageSize) {
		return image{}, &Error{Code: CutShort, Err: fmt.Errorf("%d bytes of %d pages of %d", size, h.pages, h.pageSize)}
	}
	return image{from, h}, nil
}

// schema returns the version of what is in the buckets, if they are ours.
func (m image) schema() (int, error) {
	var values [2]string
	for i, key := range []string{formatKey, schemaKey} {
		sealed, err := m.find(meta, key)
		switch {
		case err != nil:
			return 0, m.damaged(err)
		case sealed == nil && i == 0:
			return 0, &Error{Code: NotOurs, Err: errors.New("a database of another program")}
		}
		payload, err := unseal(meta, key, sealed)
		if err != nil {
			return 0, &Error{Code: Corrupt, Err: err}
		}
		values[i] = string(payload)
	}
	schema, err := strconv.Atoi(values[1])
	if values[0] != format || err != nil || schema < 1 {
		return 0, &Error{Code: NotOurs, Err: fmt.Errorf("format %q, schema %q", values[0], values[1])}
	}
	return schema, nil
}
