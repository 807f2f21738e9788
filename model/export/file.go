package export

import (
	"cmp"
	"time"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// A File is a file that is attached. Pages is 0 where nobody has counted them.
type File struct {
	Name   string       `json:"name"`
	SHA256 model.FileID `json:"sha256"`
	Size   int64        `json:"size"`
	Pages  int          `json:"pages"`
	Format model.Format `json:"format"`
	Added  *time.Time   `json:"added"`
	Looked bool         `json:"looked"` // somebody has looked into it
}

// A PastFile is a file that was replaced or detached.
type PastFile struct {
	File
	Removed *time.Time   `json:"removed"`
	By      model.FileID `json:"by"` // what took its place, "" for nothing
}

// A SetAside is a row that is not on the list now and has files.
type SetAside struct {
	Key    model.MaterialKey `json:"key"`
	ID     model.MaterialID  `json:"id"`
	Of     *string           `json:"of"` // whose it was
	Status model.Status      `json:"status"`
	Files  []File            `json:"files"`
}

// FilesOf returns files in their JSON shape.
func FilesOf(files []model.File) []File {
	out := []File{}
	for _, f := range files {
		out = append(out, fileOf(f))
	}
	return out
}

func fileOf(f model.File) File {
	out := File{Name: f.Name, SHA256: f.SHA256, Size: f.Size, Added: moment(f.Added), Looked: f.Look != nil}
	if f.Look != nil {
		out.Pages, out.Format = f.Look.Pages, f.Look.Format
	}
	return out
}

func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func pastFiles(files []model.PastFile) []PastFile {
	out := []PastFile{}
	for _, f := range files {
		out = append(out, PastFile{fileOf(f.File), moment(f.Removed), f.By})
	}
	return out
}

func setAside(rows []model.AsideRow) []SetAside {
	out := []SetAside{}
	for _, r := range rows {
		id, _ := r.Key.Split()
		a := SetAside{Key: r.Key, ID: id, Status: r.Status, Files: FilesOf(r.Files)}
		if r.Person != "" {
			a.Of = &r.Person
		}
		out = append(out, a)
	}
	return out
}

// LeavingOf lists what a change has set aside, in its JSON shape.
func (w Words) LeavingOf(before, after *model.Application) []SetAside {
	return setAside(model.Leaving(w.Procedure, before, after))
}

// Aside names a row that is not on the list now.
func (w Words) Aside(r model.AsideRow, a *model.Application) string {
	if r.Material != nil && r.Person != "" {
		return w.say("row.of", "Material", w.Title("material", string(r.Material.ID)), "Name", legible.Line(r.Person))
	}
	return w.RowName(r.Key, a)
}

// Seen says what a look at a file has found out: its format, its pages, its
// resolution. Nil is that nobody has looked.
func (w Words) Seen(l *model.Look) string {
	if l == nil {
		return w.say("seen.not-yet")
	}
	if l.Has(model.EmptyFile) {
		return w.Text("inspect", "empty", "found")
	}
	text := w.Text("term", "format", string(cmp.Or(l.Format, model.Other)))
	if l.Pages > 0 && !l.Format.Image() {
		text += " · " + w.say("seen.pages", "Count", l.Pages)
	}
	if l.Width > 0 && l.Height > 0 && l.Format.Image() {
		text += " · " + w.say("seen.pixels", "Width", l.Width, "Height", l.Height)
	}
	if l.DPI > 0 {
		text += " · " + w.say("seen.dpi", "DPI", l.DPI)
	}
	return text
}
