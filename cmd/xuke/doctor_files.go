package main

import (
	"errors"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/store"
)

// errSize is of a row that remembers another size than its file has.
var errSize = errors.New("the size differs")

// A verifier names the rows whose files are not as they were.
type verifier struct {
	c   *command
	x   *examination
	bad map[string]error // by file
}

func (v verifier) applications() error {
	var found []model.Summary
	for _, trash := range []bool{false, true} {
		l, err := v.c.db.List(model.Query{Sort: model.ByTitle, Trash: trash})
		if err != nil {
			return err
		}
		found = append(found, l.Rows...)
	}
	named := make(map[string]bool)
	for _, sum := range found {
		app, err := v.c.db.Load(sum.ID)
		if err != nil {
			continue // the check of the database has said so
		}
		v.rows(&app, named)
	}
	for _, id := range slices.Sorted(maps.Keys(v.bad)) {
		if !named[id] {
			v.c.finds(v.x, "files", "past-missing", "ID", id[:12])
		}
	}
	return nil
}

// rows looks at what is attached now.
func (v verifier) rows(app *model.Application, named map[string]bool) {
	for _, key := range slices.Sorted(maps.Keys(app.Materials)) {
		for _, f := range app.Materials[key].Files {
			err := v.bad[string(f.SHA256)]
			if err == nil {
				if info, e := os.Stat(v.c.db.FilePath(f.SHA256)); e != nil || info.Size() != f.Size {
					err = errors.Join(e, errSize)
				}
			}
			if err == nil {
				continue
			}
			named[string(f.SHA256)] = true
			code := "file-unreadable"
			switch store.CodeOf(err) {
			case store.NotFound:
				code = "file-missing"
			case store.Corrupt:
				code = "file-altered"
			}
			if errors.Is(err, errSize) {
				code = "file-altered"
			}
			v.c.finds(v.x, "files", code, "Name", f.Name, "Title", app.Title, "Material", v.material(app, key), "Cause", err.Error())
		}
	}
}

// material names a row as far as its procedure is there.
func (v verifier) material(app *model.Application, key model.MaterialKey) string {
	s, err := v.c.subject(*app)
	if err != nil {
		return string(key)
	}
	return s.RowName(key, app)
}

// examinePlace looks at where the program runs: nothing there is a fault of
// the data, so nothing makes the exit code 3.
func (c *command) examinePlace(x *examination) error {
	name := c.getenv("TERM")
	switch {
	case !isTerminal(c.in) || !isTerminal(c.out):
		c.notes(x, "terminal", "no-terminal")
	default:
		w, h, err := term.GetSize(c.in.(*os.File).Fd())
		code := "terminal-good"
		if err == nil && (w < 40 || h < 12) {
			code = "terminal-small"
		}
		c.notes(x, "terminal", code, "Term", name, "W", w, "H", h)
	}
	if asciiOnly(c.getenv) {
		c.notes(x, "terminal", "terminal-dumb", "Term", name)
	}
	if c.getenv("RUNEWIDTH_EASTASIAN") == "1" {
		c.notes(x, "terminal", "east-asian")
	}
	env := first(c.getenv("LC_ALL"), c.getenv("LC_CTYPE"), c.getenv("LANG"))
	if upper := strings.ToUpper(env); env != "" && !strings.Contains(upper, "UTF-8") && !strings.Contains(upper, "UTF8") {
		c.notes(x, "language", "locale-not-utf8", "Env", env)
	}
	c.notes(x, "language", "locale", "Lang", string(c.p.Lang()), "Env", env)
	return nil
}

// examineSources finds the sources that nobody has looked at for a year, in
// the newest edition of each procedure.
func (c *command) examineSources(x *examination) error {
	all, err := c.editions()
	if err != nil {
		return err
	}
	newest := make(map[model.ProcedureID]*model.Procedure)
	for _, p := range all { // sorted by edition
		newest[p.ID] = p
	}
	sources := make(map[model.SourceID]model.Source)
	for _, id := range slices.Sorted(maps.Keys(newest)) {
		for _, s := range newest[id].Sources {
			sources[s.ID] = s
		}
	}
	old := 0
	for _, id := range slices.Sorted(maps.Keys(sources)) {
		if s := sources[id]; s.CheckAgain(c.today) {
			old++
			c.finds(x, "sources", "source-old", "Source", c.p.Text("source", string(id), "title"), "On", c.day3(s.Checked))
		}
	}
	if old == 0 {
		c.notes(x, "sources", "sources-good", "Count", len(sources))
	}
	return nil
}

// day3 is a date in words.
func (c *command) day3(d model.Date) string { return c.p.Date(d.Year, int(d.Month), d.Day) }
