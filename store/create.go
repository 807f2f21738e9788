package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	bolt "go.etcd.io/bbolt"
)

// What the meta bucket says about the file, so that ours is told from any
// other bbolt database before anything is written to it.
const (
	formatKey = "format"
	format    = "xuke"
	schemaKey = "schema"
)

// present makes the database if there is none. bbolt is safe against a crash
// at any moment but the first: a file that it was still making cannot be
// opened. So the file gets its name when it is complete.
//
// A failed creation names the folder: nobody knows the other name.
func present(path string, readOnly bool, schema int) error {
	_, err := os.Stat(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return explain(path, err)
	}
	if readOnly {
		return &Error{Code: NotFound, Path: path, Err: err}
	}
	return namingFolder(filepath.Dir(path), createFile(path, schema))
}

func createFile(path string, schema int) error {
	left, _ := filepath.Glob(path + ".tmp-*") // by a crash; nobody else has the lock
	for _, name := range left {
		os.Remove(name) //nolint:errcheck // they are in nobody's way
	}
	temp := path + ".tmp-" + strconv.Itoa(os.Getpid())
	defer os.Remove(temp) //nolint:errcheck // it has its name by then, or is of no use
	db, _, err := openBolt(temp, false, os.O_CREATE|os.O_EXCL)
	if err != nil {
		return err
	}
	err = db.Update(func(b *bolt.Tx) error { return tx{b, path}.begin(schema) })
	if err = errors.Join(err, db.Close()); err != nil {
		return explain(path, err)
	}
	return explain(path, settleFile(temp, path))
}

// namingFolder has an error speak of the folder in which the database was to be made.
func namingFolder(dir string, err error) error {
	e, ok := errors.AsType[*Error](err)
	if !ok {
		return err
	}
	cause := e.Err
	if p, ok := errors.AsType[*fs.PathError](cause); ok {
		cause = p.Err
	}
	if l, ok := errors.AsType[*os.LinkError](cause); ok {
		cause = l.Err
	}
	return &Error{Code: e.Code, Path: dir, Err: cause}
}

// begin makes an empty database of the given schema.
func (t tx) begin(schema int) error {
	for _, b := range buckets {
		if _, err := t.bolt.CreateBucket([]byte(b)); err != nil {
			return err
		}
	}
	return errors.Join(
		t.put(meta, formatKey, []byte(format)),
		t.put(meta, schemaKey, []byte(strconv.Itoa(schema))),
		t.putJSON(meta, countsKey, counts{}),
	)
}

// settleFile gives a complete file its name, in a way that lasts.
func settleFile(temp, path string) error {
	if err := os.Rename(temp, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// keepCopy keeps the file as it is before a migration, as xuke.db.v1-backup.
func keepCopy(path string, schema int) (err error) {
	defer func() { err = explain(path, err) }()
	from, err := openFile(path)
	if err != nil {
		return err
	}
	defer from.Close()
	backup := fmt.Sprintf("%s.v%d-backup", path, schema)
	temp := backup + ".tmp"
	if err := os.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) { // of a migration that was interrupted
		return err
	}
	to, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer os.Remove(temp) //nolint:errcheck // it has its name by then, or is of no use
	_, err = io.Copy(to, from)
	if err = errors.Join(err, to.Sync(), to.Close()); err != nil {
		return err
	}
	return settleFile(temp, backup)
}
