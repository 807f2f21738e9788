package uitest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
	"github.com/xuke-cli/xuke/ui/files"
)

// pile is a Collector over a folder that is not on a disk.
type Pile struct {
	Files fstest.MapFS
	Fail  map[string]error // by path
	Added []string
}

func (s *Pile) Scan(ctx context.Context, dir string, told func(int)) (*collect.Folder, error) {
	if dir != "/材料" {
		return nil, errors.New("no such folder")
	}
	told(1)
	return collect.Scan(ctx, s.Files, collect.Limits{}, told)
}

func (s *Pile) AddFrom(ctx context.Context, _ *collect.Folder, p string) (model.File, error) {
	if err := errors.Join(ctx.Err(), s.Fail[p]); err != nil {
		return model.File{}, err
	}
	s.Added = append(s.Added, p)
	return model.File{Name: path.Base(p), SHA256: model.FileID(fmt.Sprintf("%064d", len(s.Added))), Size: 1, Added: Noon}, nil
}

func NewPile() *Pile {
	s := &Pile{Files: fstest.MapFS{}, Fail: make(map[string]error)}
	for i, p := range []string{
		"营业执照副本.jpg", "资料/gqjgt.pdf", "资料/北京蓝鲸客服科技有限公司依法经营承诺书（盖章扫描件）最终版.pdf", "承诺书.pdf", "技术方案模板.docx", "IMG_0001.jpg", "setup.exe",
	} {
		s.Files[p] = &fstest.MapFile{Data: []byte(strings.Repeat("x", i+1))}
	}
	return s
}

// A shelf is Files without a disk: what lies on it, by path.
type Shelf struct {
	Looks   map[string]model.Look // of files by name, else a PDF of two pages
	Content map[string]string
	Viewed  []model.File
	Fail    error // of View
	Looked  int
}

func NewShelf(paths ...string) *Shelf {
	s := &Shelf{Content: map[string]string{}}
	for _, p := range paths {
		s.Content[p] = "content of " + p
	}
	return s
}

var errNoSuchFile = errors.New("no such file")

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

func (s *Shelf) Look(ctx context.Context, f model.File) (model.Look, error) {
	s.Looked++
	if l, ok := s.Looks[f.Name]; ok {
		return l, ctx.Err()
	}
	return model.Look{Format: model.PDF, Pages: 2}, ctx.Err()
}

func (s *Shelf) View(f model.File) error {
	s.Viewed = append(s.Viewed, f)
	return s.Fail
}

func (s *Shelf) Initials(name string) string {
	return strings.NewReplacer("营业执照", "yyzz", "章程", "zc").Replace(strings.ToLower(name))
}

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
