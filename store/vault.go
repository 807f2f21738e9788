package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// The vault keeps each content once, as files/ab/abcd…, named by its hash.
// A file gets its name when all of it is on the disk, so there is never half
// of one; and a row refers to it only after that, so no row points nowhere. A
// crash between the two leaves a file that nothing refers to, which the next
// start sets aside (sweep.go).
const (
	vaultName   = "files"
	arrivalName = "arriving-" // begins the names of files on their way in
)

// vaultPath returns where a content lies, or would lie. An id that is no hash
// would lead out of the vault, and gives "".
func (s *Store) vaultPath(id model.FileID) string {
	if raw, err := hex.DecodeString(string(id)); err != nil || len(raw) != sha256.Size || strings.ToLower(string(id)) != string(id) {
		return ""
	}
	return filepath.Join(s.vault(), string(id[:2]), string(id))
}

func (s *Store) vault() string { return filepath.Join(filepath.Dir(s.path), vaultName) }

// AddFile copies a content into the vault and returns its id and size in
// bytes. It reads as a stream, whatever the size. It ends early with the error
// of ctx, and then, as with any error, leaves nothing behind.
func (s *Store) AddFile(ctx context.Context, from io.Reader) (id model.FileID, size int64, err error) {
	if err := s.refused(); err != nil {
		return "", 0, err
	}
	defer func() { err = explainRead(s.vault(), err) }()
	if err := makeDir(s.vault(), false); err != nil {
		return "", 0, err
	}
	temp, err := os.CreateTemp(s.vault(), arrivalName) // mode 0600
	if err != nil {
		return "", 0, err
	}
	defer os.Remove(temp.Name()) //nolint:errcheck // it has its name by then, or is of no use
	hash := sha256.New()
	size, err = io.Copy(io.MultiWriter(temp, hash), source{ctx, from})
	if err = errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return "", 0, err
	}
	id = model.FileID(hex.EncodeToString(hash.Sum(nil)))
	s.fresh.Store(id, nil) // before it is there: nobody clears it out from now on
	return id, size, s.shelve(temp.Name(), id, size)
}

// shelve gives a complete file its name. One that is there with the right
// content stays; a damaged one is replaced.
func (s *Store) shelve(temp string, id model.FileID, size int64) error {
	path := s.vaultPath(id)
	if info, err := os.Stat(path); err == nil && info.Size() == size && s.VerifyFile(context.Background(), id) == nil {
		return nil
	}
	if err := makeDir(filepath.Dir(path), false); err != nil {
		return err
	}
	return settleFile(temp, path)
}

// A source reads until its context ends. What fails here is the fault of the
// file that comes in, and not of the vault.
type source struct {
	ctx context.Context
	io.Reader
}

// A SourceError says that what was to be copied into the vault could not be
// read to its end.
type SourceError struct{ Err error }

func (e *SourceError) Error() string { return "reading the file: " + e.Err.Error() }
func (e *SourceError) Unwrap() error { return e.Err }

func (r source) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, &SourceError{err}
	}
	n, err := r.Reader.Read(p)
	if err != nil && err != io.EOF {
		err = &SourceError{err}
	}
	return n, err
}

func explainRead(path string, err error) error {
	if e, ok := errors.AsType[*SourceError](err); ok {
		return e
	}
	return explain(path, err)
}

// OpenFile opens a content of the vault for reading; close it. The error is
// NotFound, with the path, where it is not there.
func (s *Store) OpenFile(id model.FileID) (*os.File, error) {
	path := s.vaultPath(id)
	if path == "" {
		return nil, &Error{Code: NotFound, Path: string(id), Err: fs.ErrNotExist}
	}
	f, err := openFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &Error{Code: NotFound, Path: path, Err: err}
	case errors.Is(err, errOdd):
		return nil, &Error{Code: Corrupt, Path: path, Err: err}
	}
	return f, explain(path, err)
}

// FilePath returns the path of a content of the vault, for programs that show
// it. They must not write to it.
func (s *Store) FilePath(id model.FileID) string { return s.vaultPath(id) }

// VerifyFile reads a content and holds it against its hash. The error is
// NotFound or Corrupt, with the path, or that of ctx.
func (s *Store) VerifyFile(ctx context.Context, id model.FileID) error {
	f, err := s.OpenFile(id)
	if err != nil {
		return err
	}
	defer f.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, source{ctx, f}); err != nil {
		return explainRead(f.Name(), err)
	}
	if got := hex.EncodeToString(hash.Sum(nil)); got != string(id) {
		return &Error{Code: Corrupt, Path: f.Name(), Err: fmt.Errorf("the content hashes to %s: %w", got, errDamaged)}
	}
	return nil
}

// refer notes which files an application has or had. That is never taken back
// while there is the application: undoing a step may bring a file back.
func (t tx) refer(app model.Application) error {
	in, err := t.bucket(references)
	if err != nil {
		return err
	}
	for id := range app.FileIDs() {
		key := string(id) + string(app.ID)
		if in.Get([]byte(key)) != nil {
			continue
		}
		if err := t.put(references, key, nil); err != nil {
			return err
		}
	}
	return nil
}

// unrefer forgets what an application referred to, and returns the files that
// nothing else refers to.
func (t tx) unrefer(id model.ApplicationID) (free []model.FileID, err error) {
	users := make(map[model.FileID]int)
	var own []model.FileID
	err = t.scan(references, "", func(key, _ []byte, _ error) bool {
		file := model.FileID(key[:max(0, len(key)-idLength)])
		if string(idOf(key)) == string(id) {
			own = append(own, file)
		} else {
			users[file]++
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	for _, file := range own {
		if _, err := t.delete(references, string(file)+string(id)); err != nil {
			return nil, err
		}
		if users[file] == 0 {
			free = append(free, file)
		}
	}
	return free, nil
}

// Files lists every content that an application has or had, each once, in the
// order of the ids.
func (s *Store) Files() (ids []model.FileID, err error) {
	err = s.view(func(t tx) error {
		return t.scan(references, "", func(key, _ []byte, _ error) bool {
			id := model.FileID(key[:max(0, len(key)-idLength)])
			if len(ids) == 0 || ids[len(ids)-1] != id {
				ids = append(ids, id)
			}
			return true
		})
	})
	return ids, err
}
