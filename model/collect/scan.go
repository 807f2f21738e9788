package collect

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Limits bound a scan. Where one is zero, that of DefaultLimits holds.
type Limits struct {
	Files   int   // in the folder and its archives
	Depth   int   // folders within each other
	Entries int   // of an archive
	File    int64 // bytes of one file
	Bytes   int64 // of all that archives hold, unpacked
}

// DefaultLimits are wide for papers and narrow for a disk.
var DefaultLimits = Limits{Files: 20_000, Depth: 32, Entries: 10_000, File: 2 << 30, Bytes: 2 << 30}

// maxRatio is how much smaller than itself a document can be in an archive.
// Only what is large enough to matter is held against it.
const (
	maxRatio = 200
	ratioMin = 1 << 20
)

// Why a file was left aside. Word is what it is about, if anything.
const (
	Junk          Code = "junk"       // of the system, or of a program that is writing
	Hidden        Code = "hidden"     // its name begins with a dot
	Empty         Code = "empty"      // no bytes
	Program       Code = "program"    // something to be run
	NoDocument    Code = "kind"       // an ending that no document has
	Link          Code = "link"       // to somewhere else
	Special       Code = "special"    // a pipe, a device or the like
	Unreadable    Code = "unreadable" // with the cause
	TooDeep       Code = "too-deep"
	TooLarge      Code = "too-large" // far larger than a scan
	TooMany       Code = "too-many"  // files: what came after this one was not looked at
	NestedArchive Code = "nested"    // an archive in an archive
	OtherArchive  Code = "archive"   // of a sort that is not opened
	Sealed        Code = "encrypted" // needs a password
	Bomb          Code = "bomb"      // unpacks to far more than it should
	Attached      Code = "attached"  // the row has it already
	Duplicate     Code = "duplicate" // the same content, for the same row, as the file in Word
)

// A Skip is a file or folder that was left aside.
type Skip struct {
	Path   string
	Reason Code
	Word   string
}

// A Folder is what a scan has found. Its files are only read by Open.
type Folder struct {
	Files   []File
	Skipped []Skip

	fsys    fs.FS
	limits  Limits
	bytes   int64
	entries map[string]entry // files in archives, by their path
	told    func(files int)
}

// Scan walks over a folder and the zip archives in it. It does not follow
// links. Folders that cannot be read are among the skipped, and the rest goes
// on; so is what is beyond a limit. Told, if not nil, hears now and then how
// many files there are so far. The error is that of ctx, or of reading the
// folder itself.
func Scan(ctx context.Context, fsys fs.FS, limits Limits, told func(files int)) (*Folder, error) {
	f := &Folder{fsys: fsys, limits: limits.or(DefaultLimits), entries: make(map[string]entry), told: told}
	err := fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			if p == "." {
				return err
			}
			f.skip(p, Unreadable, cause(err))
			return nil
		}
		return f.visit(p, d)
	})
	if errors.Is(err, errFull) {
		err = nil
	}
	return f, err
}

func (l Limits) or(o Limits) Limits {
	if l.Files == 0 {
		l.Files = o.Files
	}
	if l.Depth == 0 {
		l.Depth = o.Depth
	}
	if l.Entries == 0 {
		l.Entries = o.Entries
	}
	if l.File == 0 {
		l.File = o.File
	}
	if l.Bytes == 0 {
		l.Bytes = o.Bytes
	}
	return l
}

// errFull ends a walk at the limit of files.
var errFull = errors.New("too many files")

func cause(err error) string {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err.Error() // without the path, which stands beside it
	}
	return err.Error()
}

func (f *Folder) skip(p string, reason Code, word string) {
	f.Skipped = append(f.Skipped, Skip{p, reason, word})
}

func (f *Folder) visit(p string, d fs.DirEntry) error {
	if p == "." {
		return nil
	}
	if d.IsDir() {
		switch {
		case aside(path.Base(p)) != "":
			f.skip(p, aside(path.Base(p)), "")
			return fs.SkipDir
		case strings.Count(p, "/")+1 >= f.limits.Depth:
			f.skip(p, TooDeep, "")
			return fs.SkipDir
		}
		return nil
	}
	if d.Type()&fs.ModeSymlink != 0 {
		f.skip(p, Link, "")
		return nil
	}
	if !d.Type().IsRegular() {
		f.skip(p, Special, "")
		return nil
	}
	info, err := d.Info()
	if err != nil {
		f.skip(p, Unreadable, cause(err))
		return nil
	}
	if ending(p) == ".zip" && aside(path.Base(p)) == "" && info.Size() > 0 {
		return f.unzip(p, info.Size())
	}
	return f.take(File{Path: p, Size: info.Size()})
}

// take keeps a file, unless its name or size says that it is no document.
func (f *Folder) take(file File) error {
	name := file.Name()
	reason := aside(name)
	switch {
	case reason != "":
	case file.Size == 0:
		reason = Empty
	case programs[ending(name)]:
		reason = Program
	case archives[ending(name)]:
		reason = OtherArchive
	case !endings[ending(name)]:
		reason = NoDocument
	case file.Size > f.limits.File:
		reason = TooLarge
	case len(f.Files) >= f.limits.Files:
		f.skip(file.Path, TooMany, "")
		return errFull
	}
	if reason != "" {
		f.skip(file.Path, reason, "")
		return nil
	}
	f.Files = append(f.Files, file)
	if f.told != nil && len(f.Files)%100 == 0 {
		f.told(len(f.Files))
	}
	return nil
}

// What systems and programs leave in folders.
var (
	junk     = []string{"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r", "__macosx", "$recycle.bin", "system volume information"}
	unready  = []string{".tmp", ".temp", ".crdownload", ".part", ".partial", ".download", ".bak", ".swp", ".lnk", ".url", ".webloc"}
	programs = set(".exe .msi .bat .cmd .com .scr .ps1 .sh .vbs .js .jar .dll .so .dylib .app .apk .dmg .iso .deb .rpm .py .hta .pif .cpl")
	archives = set(".rar .7z .tar .gz .tgz .bz2 .xz .zst .cab .zipx .001")
)

func set(s string) map[string]bool {
	m := make(map[string]bool)
	for e := range strings.FieldsSeq(s) {
		m[e] = true
	}
	return m
}

// aside is why a file or folder of that name is no matter of anybody's, "" for
// any other.
func aside(name string) Code {
	lower := strings.ToLower(name)
	switch {
	case slices.Contains(junk, lower), lower == ".ds_store", strings.HasPrefix(lower, "~$"), strings.HasPrefix(lower, ".~"),
		strings.HasSuffix(lower, "~"), slices.Contains(unready, ending(name)):
		return Junk
	case strings.HasPrefix(name, "."):
		return Hidden
	}
	return ""
}
