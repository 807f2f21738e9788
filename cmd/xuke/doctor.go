package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/store"
)

func (c *command) doctorCommand() *cobra.Command {
	cmd := c.sub("doctor", c.args(0, 0), func([]string) error { return c.doctor() })
	c.jsonFlag(cmd)
	return cmd
}

// An examination is what the doctor finds. Findings want something done and
// make the exit code 3; notes are for whoever reads them.
type examination struct {
	Findings []diagnosis `json:"findings"`
	Notes    []diagnosis `json:"notes"`
}

// A diagnosis is one line of it.
type diagnosis struct {
	Area string `json:"area"` // data, database, files, terminal, language, sources
	Code string `json:"code"`
	Text string `json:"text"`

	App model.ApplicationID `json:"app,omitempty"` // where it is about one
}

// doctor looks at everything and changes nothing.
func (c *command) doctor() error {
	x := &examination{Findings: []diagnosis{}, Notes: []diagnosis{}}
	for _, look := range []func(*examination) error{c.examineData, c.examinePlace, c.examineSources} {
		if err := look(x); err != nil {
			return err
		}
	}
	if len(x.Findings) > 0 {
		c.code = exitNotReady
	}
	if c.json {
		return c.write(x)
	}
	for _, d := range x.Notes {
		fmt.Fprintln(c.out, "✓", c.p.Label(c.p.Text("cli", "doctor", d.Area), d.Text))
	}
	for _, d := range x.Findings {
		fmt.Fprintln(c.out, "!", c.p.Label(c.p.Text("cli", "doctor", d.Area), d.Text))
	}
	if len(x.Findings) == 0 {
		c.say(locales.CLIDoctorNothing)
		return nil
	}
	c.say(locales.CLIDoctorFound, "Count", len(x.Findings))
	return nil
}

// finds and notes word a line: the text is cli.doctor.CODE.
func (c *command) finds(x *examination, area, code string, args ...any) {
	x.Findings = append(x.Findings, diagnosis{Area: area, Code: code, Text: c.text(locales.ID("cli.doctor."+code), args...)})
}

func (c *command) notes(x *examination, area, code string, args ...any) {
	x.Notes = append(x.Notes, diagnosis{Area: area, Code: code, Text: c.text(locales.ID("cli.doctor."+code), args...)})
}

// examineData opens the store. One that does not open is what people run the
// doctor for, and no reason to stop; one that somebody else has is.
func (c *command) examineData(x *examination) error {
	x.Notes = append(x.Notes, diagnosis{Area: "data", Code: "folder", Text: legible.Line(c.data)})
	if _, err := os.Stat(filepath.Join(c.data, "xuke.db")); errors.Is(err, fs.ErrNotExist) {
		c.notes(x, "database", "no-database")
		return nil
	}
	if info, err := os.Stat(c.data); err == nil && info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		c.finds(x, "data", "open-to-others", "Path", c.data)
	}
	err := c.open()
	switch {
	case store.CodeOf(err) == store.Busy:
		return err
	case err != nil:
		c.finds(x, "database", "damaged", "Cause", c.refuse(err).Message)
		return nil
	}
	defer c.db.Close() //nolint:errcheck // nothing was written
	for _, damage := range c.db.Check() {
		cause := legible.Line(damage.Error())
		if e := (*store.Error)(nil); errors.As(damage, &e) {
			cause = c.refuse(damage).Message
		}
		c.finds(x, "database", "damaged", "Cause", cause)
	}
	counts, err := c.db.Counts()
	if err != nil {
		return err
	}
	if len(x.Findings) == 0 {
		c.notes(x, "database", "database-good", "Count", counts.Live+counts.Archived+counts.Trash)
	}
	return c.examineFiles(x)
}

// examineFiles reads every file once, and holds each row against its own.
func (c *command) examineFiles(x *examination) error {
	files, err := c.db.Files()
	if err != nil {
		return err
	}
	v := verifier{c: c, x: x, read: make(map[model.FileID]error), named: make(map[model.FileID]bool)}
	for _, id := range files {
		v.read[id] = c.db.VerifyFile(context.Background(), id)
	}
	before := len(x.Findings)
	if err := v.applications(); err != nil {
		return err
	}
	orphans, err := c.db.Orphans()
	if err != nil {
		c.finds(x, "files", "damaged", "Cause", c.refuse(err).Message)
	}
	for _, path := range orphans {
		c.finds(x, "files", "orphan", "Path", path)
	}
	if len(x.Findings) == before {
		c.notes(x, "files", "files-good", "Count", len(v.read))
	}
	return nil
}
