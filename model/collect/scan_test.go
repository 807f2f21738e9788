package collect_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/xuke-cli/xuke/model/collect"
)

func scan(t *testing.T, fsys fs.FS, limits collect.Limits) *collect.Folder {
	t.Helper()
	f, err := collect.Scan(t.Context(), fsys, limits, nil)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// listed writes what was found, and what was not, one a line.
func listed(f *collect.Folder) string {
	var b strings.Builder
	for _, file := range f.Files {
		fmt.Fprintf(&b, "%s %d\n", file.Path, file.Size)
	}
	for _, s := range f.Skipped {
		fmt.Fprintf(&b, "%s: %s\n", s.Path, s.Reason)
	}
	return b.String()
}

func data(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

func TestScanLeavesAside(t *testing.T) {
	got := listed(scan(t, fstest.MapFS{
		"营业执照.pdf": data("x"), "a/b/章程.pdf": data("xy"), "空.pdf": data(""), ".DS_Store": data("x"), "Thumbs.db": data("x"),
		"~$章程.docx": data("x"), ".git/config": data("x"), "setup.exe": data("x"), "歌.mp3": data("x"), "材料.rar": data("x"),
		"坏.zip": data("no archive"), "管道": {Mode: fs.ModeNamedPipe}, "链": {Mode: fs.ModeSymlink, Data: []byte("a")}, "下载.pdf.crdownload": data("x"),
	}, collect.Limits{}))
	want := `a/b/章程.pdf 2
营业执照.pdf 1
.DS_Store: junk
.git: hidden
Thumbs.db: junk
setup.exe: program
~$章程.docx: junk
下载.pdf.crdownload: junk
坏.zip: unreadable
材料.rar: archive
歌.mp3: kind
空.pdf: empty
管道: special
链: link
`
	if got != want {
		t.Errorf("got:\n%s", got)
	}
}

func TestScanKeepsToItsLimits(t *testing.T) {
	deep := fstest.MapFS{"1/2/3/x.pdf": data("x"), "1/2/y.pdf": data("x")}
	if got, want := listed(scan(t, deep, collect.Limits{Depth: 3})), "1/2/y.pdf 1\n1/2/3: too-deep\n"; got != want {
		t.Errorf("got:\n%s", got)
	}
	many := fstest.MapFS{}
	for i := range 10 {
		many[fmt.Sprintf("%d.pdf", i)] = data("x")
	}
	f := scan(t, many, collect.Limits{Files: 4})
	if len(f.Files) != 4 || len(f.Skipped) != 1 || f.Skipped[0].Reason != collect.TooMany || f.Skipped[0].Path != "4.pdf" {
		t.Errorf("got:\n%s", listed(f))
	}
	large := fstest.MapFS{"1.pdf": data("12345"), "2.pdf": data("1"), "a.zip": data(packed(t, map[string]string{"3.pdf": "12345"}, nil))}
	if got, want := listed(scan(t, large, collect.Limits{File: 4})), "2.pdf 1\n1.pdf: too-large\na.zip/3.pdf: too-large\n"; got != want {
		t.Errorf("got:\n%s", got)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := collect.Scan(ctx, many, collect.Limits{}, nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// shut is a folder of which a part cannot be read.
type shut struct{ fs.FS }

func (s shut) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == "b" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return fs.ReadDir(s.FS, name)
}

func TestScanGoesOnPastWhatItCannotRead(t *testing.T) {
	f := scan(t, shut{fstest.MapFS{"a/x.pdf": data("x"), "b/y.pdf": data("x"), "c/z.pdf": data("x")}}, collect.Limits{})
	if got, want := listed(f), "a/x.pdf 1\nc/z.pdf 1\nb: unreadable\n"; got != want {
		t.Errorf("got:\n%s", got)
	}
}

func TestScanDoesNotFollowLinks(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "x.pdf"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(dir, filepath.Join(dir, "loop")); err != nil {
		t.Skip(err)
	}
	if got, want := listed(scan(t, os.DirFS(dir), collect.Limits{})), "x.pdf 1\nloop: link\n"; got != want {
		t.Errorf("got:\n%s", got)
	}
}

// packed makes an archive; change may alter the header of each entry.
func packed(t *testing.T, files map[string]string, change func(*zip.FileHeader)) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		h := &zip.FileHeader{Name: name, Method: zip.Deflate}
		if change != nil {
			change(h)
		}
		e, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(e, files[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestArchives(t *testing.T) {
	gbk := func(s string) string {
		s, err := simplifiedchinese.GBK.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	plain := packed(t, map[string]string{
		"资料/章程.pdf": "one", "../../etc/承诺书.pdf": "two", `c:\用户\申请表.pdf`: "three", "里面.zip": "x", "__MACOSX/._a.pdf": "x", "a.exe": "x", "空.pdf": "",
	}, nil)
	windows := packed(t, map[string]string{gbk("资料/营业执照.pdf"): "four"}, func(h *zip.FileHeader) { h.NonUTF8 = true })
	locked := packed(t, map[string]string{"密.pdf": "x"}, func(h *zip.FileHeader) { h.Flags |= 1 })
	f := scan(t, fstest.MapFS{"a.zip": data(plain), "b.ZIP": data(windows), "c.zip": data(locked)}, collect.Limits{})
	want := `a.zip/etc/承诺书.pdf 3
a.zip/c:/用户/申请表.pdf 5
a.zip/资料/章程.pdf 3
b.ZIP/资料/营业执照.pdf 4
a.zip/__MACOSX/._a.pdf: junk
a.zip/a.exe: program
a.zip/空.pdf: empty
a.zip/里面.zip: nested
c.zip/密.pdf: encrypted
`
	if got := listed(f); got != want {
		t.Errorf("got:\n%s", got)
	}
	for p, content := range map[string]string{"b.ZIP/资料/营业执照.pdf": "four", "a.zip/etc/承诺书.pdf": "two"} {
		in, err := f.Open(p)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(in)
		if err := errors.Join(err, in.Close()); err != nil || string(got) != content {
			t.Errorf("%s: %q, %v", p, got, err)
		}
	}
}

func TestArchivesThatUnpackToFarMore(t *testing.T) {
	bomb := packed(t, map[string]string{"章程.pdf": strings.Repeat("0", 8<<20)}, nil)
	if got, want := listed(scan(t, fstest.MapFS{"a.zip": data(bomb)}, collect.Limits{})), "a.zip/章程.pdf: bomb\n"; got != want {
		t.Errorf("got:\n%s", got)
	}
	two := packed(t, map[string]string{"1.pdf": "12345", "2.pdf": "12345", "3.pdf": "1"}, nil)
	if got, want := listed(scan(t, fstest.MapFS{"a.zip": data(two)}, collect.Limits{Bytes: 7})), "a.zip/1.pdf 5\na.zip/3.pdf 1\na.zip/2.pdf: bomb\n"; got != want {
		t.Errorf("got:\n%s", got)
	}
	if got, want := listed(scan(t, fstest.MapFS{"a.zip": data(two)}, collect.Limits{Entries: 2})), "a.zip: too-many\n"; got != want {
		t.Errorf("got:\n%s", got)
	}
}

// An archive that is another one when it is read does not come out as the file
// that was proposed.
func TestArchiveChangesMeanwhile(t *testing.T) {
	fsys := fstest.MapFS{"a.zip": data(packed(t, map[string]string{"章程.pdf": "one"}, nil))}
	f := scan(t, fsys, collect.Limits{})
	fsys["a.zip"] = data("gone")
	if in, err := f.Open("a.zip/章程.pdf"); err == nil {
		in.Close() //nolint:errcheck // only that it opened counts
		t.Error("opened")
	}
}

// opened counts how often a file is opened and closed, and what is read of it.
type opened struct {
	fs.FS
	opens, closes, reads int
}

type openedFile struct {
	fs.File
	of *opened
}

func (o *opened) Open(name string) (fs.File, error) {
	f, err := o.FS.Open(name)
	if err != nil || name == "." {
		return f, err
	}
	o.opens++
	return openedFile{f, o}, nil
}

func (f openedFile) Close() error { f.of.closes++; return f.File.Close() }
func (f openedFile) ReadAt(p []byte, off int64) (int, error) {
	n, err := f.File.(io.ReaderAt).ReadAt(p, off)
	f.of.reads += n
	return n, err
}

// TestArchiveIsListedOnce reads every file of an archive: what that takes must
// not grow with the square of their number.
func TestArchiveIsListedOnce(t *testing.T) {
	files := make(map[string]string)
	for i := range 200 {
		files[fmt.Sprintf("%03d.pdf", i)] = "x"
	}
	archive := packed(t, files, nil)
	fsys := &opened{FS: fstest.MapFS{"a.zip": data(archive)}}
	f := scan(t, fsys, collect.Limits{})
	for _, file := range f.Files {
		in, err := f.Open(file.Path)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(in)
		if err := errors.Join(err, in.Close()); err != nil || string(got) != "x" {
			t.Fatalf("%s: %q, %v", file.Path, got, err)
		}
	}
	if fsys.reads > 4*len(archive) || fsys.opens != fsys.closes || len(f.Files) != 200 {
		t.Errorf("%d files of %d bytes: %d read, %d opened, %d closed", len(f.Files), len(archive), fsys.reads, fsys.opens, fsys.closes)
	}
}

// TestArchiveWithAnEndlessList has an archive whose list alone is far larger
// than those of papers are: it is not read into memory.
func TestArchiveWithAnEndlessList(t *testing.T) {
	files := make(map[string]string)
	for i := range 40_000 {
		files[fmt.Sprintf("%05d.pdf", i)] = ""
	}
	archive := packed(t, files, nil)
	fsys := &opened{FS: fstest.MapFS{"a.zip": data(archive)}}
	f := scan(t, fsys, collect.Limits{Entries: 10})
	if got, want := listed(f), "a.zip: too-many\n"; got != want || fsys.reads > 1<<19 {
		t.Errorf("%d of %d bytes are read, got:\n%s", fsys.reads, len(archive), got)
	}
}
