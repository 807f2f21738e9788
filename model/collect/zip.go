package collect

import (
	"archive/zip"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// An entry is a file in an archive.
type entry struct {
	in *archive
	*zip.File
}

// unzip takes the files of an archive as if it were a folder. Names only say
// what a file is, and are never a path on a disk.
func (f *Folder) unzip(p string, size int64) error {
	a := &archive{fsys: f.fsys, path: p, size: size}
	list, err := a.list(f.limits.Entries)
	switch {
	case errors.Is(err, errLongList), len(list) > f.limits.Entries:
		f.skip(p, TooMany, "")
		return nil
	case err != nil:
		f.skip(p, Unreadable, cause(err))
		return nil
	}
	for _, e := range list {
		inside := path.Join(p, harmless(entryName(e)))
		if e.FileInfo().IsDir() || inside == p {
			continue
		}
		if reason := f.refuse(e, inside); reason != "" {
			f.skip(inside, reason, "")
			continue
		}
		before := len(f.Files)
		if err := f.take(File{Path: inside, Size: int64(e.UncompressedSize64)}); err != nil {
			return err
		}
		if len(f.Files) > before {
			f.bytes += int64(e.UncompressedSize64)
			f.entries[inside] = entry{a, e}
		}
	}
	return nil
}

// refuse says why an entry is left aside, "" if it is not.
func (f *Folder) refuse(e *zip.File, p string) Code {
	const encrypted = 0x1
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		if code := aside(path.Base(dir)); code != "" {
			return code
		}
	}
	_, twice := f.entries[p]
	switch {
	case aside(path.Base(p)) != "":
		return aside(path.Base(p))
	case twice:
		return Duplicate
	case e.Mode()&fs.ModeSymlink != 0:
		return Link
	case !e.Mode().IsRegular():
		return Special
	case e.Flags&encrypted != 0:
		return Sealed
	case ending(p) == ".zip":
		return NestedArchive
	case strings.Count(p, "/") >= f.limits.Depth:
		return TooDeep
	case e.UncompressedSize64 > uint64(f.limits.Bytes-f.bytes):
		return Bomb
	case e.UncompressedSize64 > ratioMin && e.UncompressedSize64/max(1, e.CompressedSize64) > maxRatio:
		return Bomb
	}
	return ""
}

// entryName is the name of an entry. Those who pack with Chinese Windows write
// GBK, and do not say so.
func entryName(e *zip.File) string {
	name := e.Name
	if !utf8.ValidString(name) {
		if s, err := simplifiedchinese.GB18030.NewDecoder().String(name); err == nil {
			name = s
		}
	}
	return strings.ReplaceAll(name, `\`, "/")
}

// harmless keeps a name within its archive.
func harmless(name string) string { return strings.TrimPrefix(path.Clean("/"+name), "/") }

// Open opens a file that was found, for reading. One that is no regular file
// any more is refused; what unpacks to more than it said ends with an error.
func (f *Folder) Open(p string) (io.ReadCloser, error) {
	e, ok := f.entries[p]
	if !ok {
		return f.openPlain(p)
	}
	if err := e.in.open(); err != nil {
		return nil, err
	}
	// The reader checks size and checksum: an archive that was changed
	// meanwhile, or lies, does not come out whole.
	in, err := e.File.Open()
	if err != nil {
		return nil, errors.Join(err, e.in.Close())
	}
	return both{io.LimitReader(in, int64(e.UncompressedSize64)+1), in, e.in}, nil
}

func (f *Folder) openPlain(p string) (io.ReadCloser, error) {
	info, err := fs.Stat(f.fsys, p)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: p, Err: errors.New("not a regular file")}
	}
	return f.fsys.Open(p)
}

// both closes the entry and its archive.
type both struct {
	io.Reader
	entry, archive io.Closer
}

func (b both) Close() error { return errors.Join(b.entry.Close(), b.archive.Close()) }

// Packed reports whether a file is in an archive.
func (f *Folder) Packed(p string) bool { _, ok := f.entries[p]; return ok }
