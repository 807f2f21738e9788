package store

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A document is written under another name in the folder where it is to be, and
// renamed when it is complete. A process that is killed in between leaves the
// other file behind, which may hold all of the scans, in a folder that only it
// knew. So it takes a note first, in the data directory, and the next start
// removes what the notes lead to.
const (
	notesName = "unfinished"
	tempName  = ".xuke-" // begins the names of files that are being written

	longestNote = 32 << 10 // bytes; a path is shorter on every system
)

func (s *Store) notes() string { return filepath.Join(filepath.Dir(s.path), notesName) }

// TempFile returns the path of a file in dir that the caller is about to write
// and rename, and takes a note of it. done forgets the note; call it when the
// file has its name, or is gone.
//
// A note that cannot be taken is no reason not to write: the document may be
// what is to be saved from a full disk.
func (s *Store) TempFile(dir string) (path string, done func()) {
	name := tempName + rand.Text()
	path = filepath.Join(dir, name)
	full, err := filepath.Abs(path)
	if err != nil || s.readOnly || s.refused() != nil || makeDir(s.notes(), false) != nil {
		return path, func() {}
	}
	note := filepath.Join(s.notes(), strings.TrimPrefix(name, "."))
	writeNote(note, full)                   //nolint:errcheck // see above
	return path, func() { os.Remove(note) } //nolint:errcheck // the next start finds that it leads nowhere
}

func writeNote(note, text string) error {
	f, err := os.OpenFile(note, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Sync(), f.Close())
}

// removeUnfinished removes what killed processes have left where they were
// writing. A note is kept while its file cannot be removed, or its folder is
// not there: it may be on a disk that is not connected.
func (s *Store) removeUnfinished() {
	notes, _ := readDir(s.notes())
	for _, n := range notes {
		note := filepath.Join(s.notes(), n.Name())
		path := readNote(note)
		if path == "" || removed(path) {
			os.Remove(note) //nolint:errcheck // the next start tries again
		}
	}
}

// readNote returns the path in a note, or "" if it is none of ours: nothing but
// a temporary file is ever removed because a note says so.
func readNote(note string) string {
	f, err := openFile(note)
	if err != nil {
		return ""
	}
	defer f.Close()
	text, _ := io.ReadAll(io.LimitReader(f, longestNote))
	path := string(text)
	if !filepath.IsAbs(path) || filepath.Base(path) != "."+filepath.Base(note) || !strings.HasPrefix(filepath.Base(path), tempName) {
		return ""
	}
	return path
}

// removed removes a file and reports whether it is gone for good.
func removed(path string) bool {
	err := os.Remove(path)
	if errors.Is(err, fs.ErrNotExist) {
		_, err = os.Stat(filepath.Dir(path))
	}
	return err == nil
}

// Unfinished lists the files that a killed process was writing and that could
// not be removed since.
func (s *Store) Unfinished() (paths []string) {
	notes, _ := readDir(s.notes())
	for _, n := range notes {
		if path := readNote(filepath.Join(s.notes(), n.Name())); path != "" {
			paths = append(paths, path)
		}
	}
	return paths
}
