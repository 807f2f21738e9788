package main

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// An attachCommand puts files on a row.
type attachCommand struct {
	rowCommand
	replace string // a file of the row that makes way for the new one
	past    string // a file that the row once had
}

func newAttach(s *session) *cobra.Command {
	c := &attachCommand{rowCommand: rowCommand{session: s}}
	cmd := s.command(spec{name: "attach", least: 2, most: many, json: true, run: c.run})
	c.register(cmd, locales.CLIMaterialFlagOf)
	cmd.Flags().StringVar(&c.replace, "replace", "", s.p.T(locales.CLIAttachFlagReplace))
	cmd.Flags().StringVar(&c.past, "past", "", s.p.T(locales.CLIAttachFlagPast))
	return cmd
}

func (c *attachCommand) run(args []string) error {
	return c.onRow(args[0], args[1], func(a *subject, key model.MaterialKey) error {
		if c.past != "" {
			if len(args) > 2 || c.replace != "" {
				return c.usage(locales.CLIErrorPastAlone)
			}
			return c.bringBack(a, key)
		}
		return c.attach(a, key, args[2:])
	})
}

// attach takes all of the files in, or none.
func (c *attachCommand) attach(a *subject, key model.MaterialKey, args []string) error {
	before := a.Application.Clone()
	var paths []string
	for _, arg := range args {
		paths = append(paths, named(arg, c.cabinet().home)...)
	}
	switch {
	case len(paths) == 0:
		return c.usage(locales.CLIErrorNoFiles)
	case c.replace != "" && len(paths) != 1:
		return c.usage(locales.CLIErrorReplaceOne)
	}
	var old model.File
	if c.replace != "" {
		var err error
		if old, err = c.file(a, a.Materials[key].Files, c.replace); err != nil {
			return err
		}
	}
	files, err := c.takeIn(paths)
	if err != nil {
		return err
	}
	if c.replace != "" {
		err = a.Replace(a.proc, key, old.SHA256, files[0], c.now())
	} else {
		err = a.Attach(a.proc, key, files...)
	}
	if err != nil {
		return c.refused(a, err)
	}
	if err := c.keep(a); err != nil {
		return err
	}
	return c.report(a, key, attached{&before, files, old})
}

// takeIn copies files into the vault. What Ctrl+C leaves there without a row is
// found and removed by the doctor.
func (c *attachCommand) takeIn(paths []string) ([]model.File, error) {
	ctx, stop := untilInterrupted()
	defer stop()
	for _, path := range paths { // a bad file is reported before hours of copying
		f, err := openSource(path)
		if err != nil {
			return nil, err
		}
		f.Close() //nolint:errcheck // nothing was written
	}
	files := make([]model.File, 0, len(paths))
	for _, path := range paths {
		f, err := c.cabinet().Add(ctx, path)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// bringBack attaches a file again that was replaced or detached.
func (c *attachCommand) bringBack(a *subject, key model.MaterialKey) error {
	before := a.Application.Clone()
	var past []model.File
	for _, f := range slices.Backward(a.Materials[key].Past) { // the latest of a name
		if !slices.ContainsFunc(past, func(o model.File) bool { return o.Name == f.Name && o.Name == c.past }) {
			past = append(past, f.File)
		}
	}
	f, err := c.file(a, past, c.past)
	if err != nil {
		return err
	}
	if err := a.BringBack(a.proc, key, f.SHA256); err != nil {
		return c.refused(a, err)
	}
	if err := c.keep(a); err != nil {
		return err
	}
	return c.report(a, key, attached{&before, []model.File{f}, model.File{}})
}
