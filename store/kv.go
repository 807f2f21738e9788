package store

import (
	"bytes"
	"encoding/json"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// A bucket is an ordered map from keys to sealed values.
type bucket string

const (
	meta         bucket = "meta"
	applications bucket = "application"
	summaries    bucket = "summary"
	drafts       bucket = "draft"
	recent       bucket = "recent"
	byDue        bucket = "by-due"
	byUpdated    bucket = "by-updated"
	byTitle      bucket = "by-title"
	searched     bucket = "search"
	settings     bucket = "setting"
	history      bucket = "history"
	references   bucket = "reference"
)

var buckets = []bucket{meta, applications, summaries, drafts, recent, byDue, byUpdated, byTitle, searched, settings, history, references}

// A tx is a transaction: all that the rest of the package knows of bbolt.
type tx struct {
	bolt *bolt.Tx
	path string
}

func (t tx) bucket(b bucket) (*bolt.Bucket, error) {
	if found := t.bolt.Bucket([]byte(b)); found != nil {
		return found, nil
	}
	return nil, &Error{Code: Corrupt, Path: t.path, Err: fmt.Errorf("no bucket %s", b)}
}

// get returns the value of a key, nil where there is none. It is valid as
// long as the transaction.
func (t tx) get(b bucket, key string) ([]byte, error) {
	in, err := t.bucket(b)
	if err != nil {
		return nil, err
	}
	sealed := in.Get([]byte(key))
	if sealed == nil {
		return nil, nil
	}
	return unseal(b, key, sealed)
}

func (t tx) put(b bucket, key string, value []byte) error {
	in, err := t.bucket(b)
	if err != nil {
		return err
	}
	return in.Put([]byte(key), seal(b, key, value))
}

// delete reports whether there was something to delete.
func (t tx) delete(b bucket, key string) (bool, error) {
	in, err := t.bucket(b)
	if err != nil || in.Get([]byte(key)) == nil {
		return false, err
	}
	return true, in.Delete([]byte(key))
}

// A visitor is shown one key after another until it returns false. The error
// is that of the value, which is nil then. Both are valid as long as the
// transaction.
type visitor func(key, value []byte, err error) bool

// scan shows the keys with a prefix, in order.
func (t tx) scan(b bucket, prefix string, visit visitor) error {
	in, err := t.bucket(b)
	if err != nil {
		return err
	}
	c := in.Cursor()
	for k, v := c.Seek([]byte(prefix)); k != nil && bytes.HasPrefix(k, []byte(prefix)); k, v = c.Next() {
		if value, err := unseal(b, k, v); !visit(k, value, err) {
			break
		}
	}
	return nil
}

// scanBack shows all keys, the last first.
func (t tx) scanBack(b bucket, visit visitor) error {
	in, err := t.bucket(b)
	if err != nil {
		return err
	}
	c := in.Cursor()
	for k, v := c.Last(); k != nil; k, v = c.Prev() {
		if value, err := unseal(b, k, v); !visit(k, value, err) {
			break
		}
	}
	return nil
}

// sound returns an error if a value of the bucket is damaged. It is asked
// before saying that something is not there, since a damaged key is not found.
func (t tx) sound(b bucket) error {
	var damage error
	err := t.scan(b, "", func(_, _ []byte, err error) bool {
		damage = err
		return err == nil
	})
	if err != nil {
		return err
	}
	return damage
}

// empty drops all keys of a bucket.
func (t tx) empty(b bucket) error {
	if _, err := t.bucket(b); err != nil {
		return err
	}
	if err := t.bolt.DeleteBucket([]byte(b)); err != nil {
		return err
	}
	_, err := t.bolt.CreateBucket([]byte(b))
	return err
}

// getJSON reads a value into v and reports whether there was one.
func (t tx) getJSON(b bucket, key string, v any) (bool, error) {
	data, err := t.get(b, key)
	if err != nil || data == nil {
		return false, err
	}
	if err := json.Unmarshal(data, v); err != nil {
		return false, &Error{Code: Corrupt, Path: t.path, Err: fmt.Errorf("%s %q: %w", b, key, err)}
	}
	return true, nil
}

func (t tx) putJSON(b bucket, key string, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("%s %q: %w", b, key, err)
	}
	return t.put(b, key, data)
}
