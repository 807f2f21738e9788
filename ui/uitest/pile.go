package uitest

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
)

// A Pile is a files.Collector over a folder that is not on a disk.
type Pile struct {
	Files fstest.MapFS
	Fail  map[string]error // by path
	Added []string
}

// NewPile returns a folder with files that fit a row, may fit several, or fit
// none.
func NewPile() *Pile {
	s := &Pile{Files: fstest.MapFS{}, Fail: make(map[string]error)}
	for i, p := range []string{
		"营业执照副本.jpg", "资料/gqjgt.pdf", "资料/北京蓝鲸客服科技有限公司依法经营承诺书（盖章扫描件）最终版.pdf", "承诺书.pdf", "技术方案模板.docx", "IMG_0001.jpg", "setup.exe",
	} {
		s.Files[p] = &fstest.MapFile{Data: []byte(strings.Repeat("x", i+1))}
	}
	return s
}

// Scan implements files.Collector.
func (s *Pile) Scan(ctx context.Context, dir string, told func(int)) (*collect.Folder, error) {
	if dir != "/材料" {
		return nil, errors.New("no such folder")
	}
	told(1)
	return collect.Scan(ctx, s.Files, collect.Limits{}, told)
}

// AddFrom implements files.Collector.
func (s *Pile) AddFrom(ctx context.Context, _ *collect.Folder, p string) (model.File, error) {
	if err := errors.Join(ctx.Err(), s.Fail[p]); err != nil {
		return model.File{}, err
	}
	s.Added = append(s.Added, p)
	return model.File{Name: path.Base(p), SHA256: model.FileID(fmt.Sprintf("%064d", len(s.Added))), Size: 1, Added: Noon}, nil
}

// Collecting opens the materials of an application and has the folder looked
// through.
func Collecting(t *testing.T, lang locales.Lang, w, h int) (*Session, *Pile) {
	t.Helper()
	s := Play(t, lang, w, h, Flat(Company, "ctrl+g", "materials", "enter"))
	s.Keys("c")
	s.Send(tea.PasteMsg{Content: "'/材料'"})
	s.Keys("enter")
	return s, s.Pile
}
