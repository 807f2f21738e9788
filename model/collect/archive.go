package collect

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"sync"
)

// An archive is a zip file. Its list is read once; the file is open only while
// something is read from it.
type archive struct {
	fsys fs.FS
	path string
	size int64 // in bytes, when it was found

	mu    sync.Mutex
	users int
	file  io.Closer
	at    io.ReaderAt
	left  int64 // bytes that the list may still have
	ready bool  // the list has been read
}

var (
	errLongList = errors.New("a list without end")
	errAnother  = errors.New("it changed while it was read")
)

// What may be read to get the list of an archive: to find it, and for each of
// its entries. The memory that it needs is a few times that.
const (
	listBytes  = 1 << 18
	entryBytes = 1 << 10
)

// list reads what there is in the archive. Of a list that is far longer than
// its entries may be, the error is errLongList.
func (a *archive) list(entries int) ([]*zip.File, error) {
	if err := a.open(); err != nil {
		return nil, err
	}
	defer a.Close() //nolint:errcheck // nothing was written
	a.left = listBytes + int64(entries)*entryBytes
	r, err := zip.NewReader(a, a.size)
	if err != nil {
		return nil, err
	}
	a.ready = true
	return r.File, nil
}

// open opens the file for one more who reads from it; Close it as often.
func (a *archive) open() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.users == 0 {
		if err := a.reopen(); err != nil {
			return err
		}
	}
	a.users++
	return nil
}

func (a *archive) reopen() error {
	file, err := a.fsys.Open(a.path)
	if err != nil {
		return err
	}
	info, err := file.Stat()
	if err == nil && (info.Size() != a.size || !info.Mode().IsRegular()) {
		err = errAnother
	}
	at, ok := file.(io.ReaderAt)
	if err == nil && !ok {
		var data []byte
		data, err = io.ReadAll(io.LimitReader(file, a.size))
		at = bytes.NewReader(data)
	}
	if err != nil {
		return errors.Join(err, file.Close())
	}
	a.file, a.at = file, at
	return nil
}

func (a *archive) Close() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.users--; a.users > 0 {
		return nil
	}
	return a.file.Close()
}

func (a *archive) ReadAt(p []byte, off int64) (int, error) {
	if !a.ready {
		if a.left -= int64(len(p)); a.left < 0 {
			return 0, errLongList
		}
	}
	return a.at.ReadAt(p, off)
}
