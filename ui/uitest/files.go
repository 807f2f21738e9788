package uitest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/files"
)

// A Shelf is ui.Files without a disk: what lies on it, by path.
type Shelf struct {
	Looks   map[string]model.Look // of files by name, else a PDF of two pages
	Content map[string]string
	Viewed  []model.File
	Fail    error // of View
	Looked  int
}

// NewShelf returns a shelf with a file at each path.
func NewShelf(paths ...string) *Shelf {
	s := &Shelf{Content: map[string]string{}}
	for _, p := range paths {
		s.Content[p] = "content of " + p
	}
	return s
}

var errNoSuchFile = errors.New("no such file")

// Add implements files.Disk.
func (s *Shelf) Add(ctx context.Context, p string) (model.File, error) {
	text, ok := s.Content[p]
	if !ok {
		return model.File{}, errNoSuchFile
	}
	sum := sha256.Sum256([]byte(text))
	f := model.File{Name: path.Base(p), SHA256: model.FileID(hex.EncodeToString(sum[:])), Size: 1_234_567, Added: Noon}
	look, _ := s.Look(ctx, f)
	f.Look = &look
	return f, ctx.Err()
}

// Look implements desk.Vault.
func (s *Shelf) Look(ctx context.Context, f model.File) (model.Look, error) {
	s.Looked++
	if l, ok := s.Looks[f.Name]; ok {
		return l, ctx.Err()
	}
	return model.Look{Format: model.PDF, Pages: 2}, ctx.Err()
}

// View implements files.Disk.
func (s *Shelf) View(f model.File) error {
	s.Viewed = append(s.Viewed, f)
	return s.Fail
}

// Initials implements files.Disk.
func (s *Shelf) Initials(name string) string {
	return strings.NewReplacer("营业执照", "yyzz", "章程", "zc").Replace(strings.ToLower(name))
}

// ReadDir implements files.Disk.
func (s *Shelf) ReadDir(dir, p string) (files.Folder, error) {
	if !strings.HasPrefix(p, "/") {
		p = path.Join("/", dir, p)
	}
	p = path.Clean(p)
	f := files.Folder{Path: p}
	if p != "/" {
		f.Parent = path.Dir(p)
	}
	under := strings.TrimSuffix(p, "/") + "/"
	for name := range s.Content {
		rest, ok := strings.CutPrefix(name, under)
		if !ok {
			continue
		}
		first, _, folder := strings.Cut(rest, "/")
		it := files.Item{Name: first, Path: under + first, Folder: folder, Hidden: first[0] == '.', Size: 1_234_567, Modified: Noon}
		if !slices.ContainsFunc(f.Entries, func(o files.Item) bool { return o.Name == first }) {
			f.Entries = append(f.Entries, it)
		}
	}
	if len(f.Entries) == 0 {
		return f, errNoSuchFile
	}
	slices.SortFunc(f.Entries, func(a, b files.Item) int {
		if a.Folder != b.Folder {
			if a.Folder {
				return -1
			}
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	return f, nil
}
