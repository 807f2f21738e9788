package model

import (
	"iter"
	"slices"
	"strings"
	"time"
)

// A FileID names the content of a file: its SHA-256 in 64 lower-case
// hexadecimal digits. Equal files have the same id, and are kept once.
type FileID string

// A File is a copy of somebody's file, attached to a row of the material list.
// Its content is the vault's (package store).
type File struct {
	Name   string    `json:"name"` // as it was named when it came in, without its folder
	SHA256 FileID    `json:"sha256"`
	Size   int64     `json:"size"` // bytes
	Added  time.Time `json:"added,omitzero"`
	Look   *Look     `json:"look,omitempty"` // what was seen in it; nil while nobody has looked
}

// A PastFile is a file that was replaced or detached. Its content stays.
type PastFile struct {
	File
	Removed time.Time `json:"removed,omitzero"`
	By      FileID    `json:"by,omitempty"` // the file that took its place; "" for none
}

// Attach adds files to a row, in order, behind those it has. A row that was
// missing or requested becomes collected; a person makes it checked. A file
// that the row has already is not added again. The error is an *Error with
// NoSuchMaterial.
func (a *Application) Attach(p *Procedure, key MaterialKey, files ...File) error {
	c, err := a.noted(p, key)
	if err != nil {
		return err
	}
	for _, f := range files {
		if !slices.ContainsFunc(c.Files, func(o File) bool { return o.SHA256 == f.SHA256 }) {
			c.Files = append(slices.Clip(c.Files), f)
		}
	}
	if c.Status != Waived && len(files) > 0 {
		c.Status = Got // what was checked before is not what is there now
	}
	a.note(key, c)
	return nil
}

// Detach takes a file off a row; it stays among the row's past files. A row
// without files falls back to missing. The error is an *Error with
// NoSuchMaterial or NoSuchFile.
func (a *Application) Detach(p *Procedure, key MaterialKey, id FileID, at time.Time) error {
	return a.unfile(p, key, id, func(c *Collected, i int) {
		c.Past = append(slices.Clip(c.Past), PastFile{File: c.Files[i], Removed: at})
		c.Files = slices.Delete(slices.Clone(c.Files), i, i+1)
		c.emptied()
	})
}

// Replace puts another file in the place of one. The error is that of Detach.
func (a *Application) Replace(p *Procedure, key MaterialKey, id FileID, by File, at time.Time) error {
	return a.unfile(p, key, id, func(c *Collected, i int) {
		if by.SHA256 == id {
			return
		}
		c.Past = append(slices.Clip(c.Past), PastFile{File: c.Files[i], Removed: at, By: by.SHA256})
		c.Files = slices.Clone(c.Files)
		c.Files[i] = by
		if c.Status != Waived {
			c.Status = Got
		}
	})
}

// Move puts a file of a row at index to, counted from 0 and kept within the
// row. The error is that of Detach.
func (a *Application) Move(p *Procedure, key MaterialKey, id FileID, to int) error {
	return a.unfile(p, key, id, func(c *Collected, i int) {
		f := c.Files[i]
		c.Files = slices.Delete(slices.Clone(c.Files), i, i+1)
		c.Files = slices.Insert(c.Files, max(0, min(to, len(c.Files))), f)
	})
}

// Arrange puts the files of a row in order: those that are named come first,
// as they are named, the others after them as they were. The error is that of
// Detach.
func (a *Application) Arrange(p *Procedure, key MaterialKey, ids ...FileID) error {
	for i, id := range slices.Backward(ids) {
		if slices.Contains(ids[:i], id) {
			continue // named twice
		}
		if err := a.Move(p, key, id, 0); err != nil {
			return err
		}
	}
	return nil
}

// BringBack attaches a past file of a row again, behind the others. The error
// is that of Detach.
func (a *Application) BringBack(p *Procedure, key MaterialKey, id FileID) error {
	c, err := a.noted(p, key)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(c.Past, func(f PastFile) bool { return f.SHA256 == id })
	if i < 0 {
		return &Error{Code: NoSuchFile, Given: string(id)}
	}
	return a.Attach(p, key, c.Past[i].File)
}

// Looked notes what was seen in a file, wherever it is attached.
func (a *Application) Looked(id FileID, look Look) {
	for key, c := range a.Materials {
		i := slices.IndexFunc(c.Files, func(f File) bool { return f.SHA256 == id })
		if i < 0 {
			continue
		}
		c.Files = slices.Clone(c.Files)
		c.Files[i].Look = &look
		a.note(key, c)
	}
}

// FileIDs yields every file that the application has or had, some more than
// once.
func (a *Application) FileIDs() iter.Seq[FileID] {
	return func(yield func(FileID) bool) {
		for _, c := range a.Materials {
			for _, f := range c.Files {
				if !yield(f.SHA256) {
					return
				}
			}
			for _, f := range c.Past {
				if !yield(f.SHA256) {
					return
				}
			}
		}
	}
}

func (a *Application) unfile(p *Procedure, key MaterialKey, id FileID, change func(c *Collected, i int)) error {
	c, err := a.filed(p, key)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(c.Files, func(f File) bool { return f.SHA256 == id })
	if i < 0 {
		return &Error{Code: NoSuchFile, Given: string(id)}
	}
	change(&c, i)
	a.note(key, c)
	return nil
}

// noted returns what is noted about a row that is on the list.
func (a *Application) noted(p *Procedure, key MaterialKey) (Collected, error) {
	row, ok := FindRow(Checklist(p, a), key)
	if !ok {
		return Collected{}, &Error{Code: NoSuchMaterial, Given: string(key), Accepts: nearest(string(key), p)}
	}
	return row.Collected, nil
}

// emptied makes a row missing that has no file any more.
func (c *Collected) emptied() {
	if len(c.Files) == 0 && (c.Status == Got || c.Status == Checked) {
		c.Status = Missing
	}
}

// filed returns what is noted about a row that is on the list, or whose files
// are set aside.
func (a *Application) filed(p *Procedure, key MaterialKey) (Collected, error) {
	if c, ok := a.Materials[key]; ok && len(c.Files) > 0 {
		return a.collected(key), nil
	}
	return a.noted(p, key)
}

// Holders lists the rows of the list that have a file.
func (a *Application) Holders(p *Procedure, id FileID) []ListRow {
	return slices.DeleteFunc(Checklist(p, a), func(r ListRow) bool {
		return !slices.ContainsFunc(r.Files, func(f File) bool { return f.SHA256 == id })
	})
}

// FindFile returns the files of a list that somebody means: those of that
// name, or of the hash that begins so, at least eight digits of it.
func FindFile(files []File, named string) []File {
	var found []File
	for _, f := range files {
		if f.Name == named || len(named) >= 8 && strings.HasPrefix(string(f.SHA256), strings.ToLower(named)) {
			found = append(found, f)
		}
	}
	return found
}
