package main

import (
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

// A doctorCommand examines the data and where the program runs. It changes
// nothing, unless it is asked to delete what was set aside.
type doctorCommand struct {
	*session
	examination
	clean bool // delete what was set aside
}

// An examination is what the doctor finds. Findings call for action and make
// the exit code 3; notes do not.
type examination struct {
	Findings []diagnosis `json:"findings"`
	Notes    []diagnosis `json:"notes"`
}

// A diagnosis is one line of an examination.
type diagnosis struct {
	Area string `json:"area"` // data, database, files, terminal, language, sources
	Code string `json:"code"`
	Text string `json:"text"`

	App model.ApplicationID `json:"app,omitempty"` // the application that it is about, if one
}

func newDoctor(s *session) *cobra.Command {
	c := &doctorCommand{session: s, examination: examination{Findings: []diagnosis{}, Notes: []diagnosis{}}}
	cmd := s.command(spec{name: "doctor", json: true, run: c.run})
	cmd.Flags().BoolVar(&c.clean, "clean", false, s.p.T(locales.CLIDoctorFlagClean))
	return cmd
}

func (c *doctorCommand) run([]string) error {
	for _, examine := range []func() error{c.examineData, c.examinePlace, c.examineSources} {
		if err := examine(); err != nil {
			return err
		}
	}
	if len(c.Findings) > 0 {
		c.code = exitNotReady
	}
	if c.json {
		return c.write(c.examination)
	}
	c.sayDiagnoses("✓", c.Notes)
	c.sayDiagnoses("!", c.Findings)
	if len(c.Findings) == 0 {
		c.say(locales.CLIDoctorNothing)
		return nil
	}
	c.say(locales.CLIDoctorFound, "Count", len(c.Findings))
	return nil
}

func (c *doctorCommand) sayDiagnoses(mark string, ds []diagnosis) {
	for _, d := range ds {
		fmt.Fprintln(c.out, mark, c.p.Label(c.p.Text("cli", "doctor", d.Area), d.Text))
	}
}

// addFinding adds a finding. Its text is cli.doctor.CODE.
func (c *doctorCommand) addFinding(area, code string, args ...any) {
	c.Findings = append(c.Findings, c.diagnose(area, code, args))
}

// addNote adds a note. Its text is cli.doctor.CODE.
func (c *doctorCommand) addNote(area, code string, args ...any) {
	c.Notes = append(c.Notes, c.diagnose(area, code, args))
}

func (c *doctorCommand) diagnose(area, code string, args []any) diagnosis {
	return diagnosis{Area: area, Code: code, Text: c.text(locales.ID("cli.doctor."+code), args...)}
}

// examineData opens the store. A store that does not open is what people run
// the doctor for, and no reason to stop; a store in use is.
func (c *doctorCommand) examineData() error {
	c.Notes = append(c.Notes, diagnosis{Area: "data", Code: "folder", Text: legible.Line(c.data)})
	if _, err := os.Stat(filepath.Join(c.data, "xuke.db")); errors.Is(err, fs.ErrNotExist) {
		c.addNote("database", "no-database")
		return nil
	}
	if info, err := os.Stat(c.data); err == nil && info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		c.addFinding("data", "open-to-others", "Path", c.data)
	}
	err := c.open()
	switch {
	case store.CodeOf(err) == store.Busy:
		return err
	case err != nil:
		c.addFinding("database", "damaged", "Cause", refuse(c.p, err).Message)
		return nil
	}
	defer c.db.Close() //nolint:errcheck // nothing was written
	for _, damage := range c.db.Check() {
		cause := legible.Line(damage.Error())
		if e := (*store.Error)(nil); errors.As(damage, &e) {
			cause = refuse(c.p, damage).Message
		}
		c.addFinding("database", "damaged", "Cause", cause)
	}
	if wiped, err := c.db.Wiped(); err == nil && !wiped {
		c.addFinding("database", "not-wiped")
	}
	counts, err := c.db.Counts()
	if err != nil {
		return err
	}
	if len(c.Findings) == 0 {
		c.addNote("database", "database-good", "Count", counts.Live+counts.Archived+counts.Trash)
	}
	return errors.Join(c.examineFiles(), c.examineAside())
}
