package main

import (
	"context"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// An attaching is what xuke attach was told to do.
type attaching struct {
	of      string
	replace string // a file of the row, whose place the new one takes
	past    string // a file that the row had once
}

func (c *command) attachCommand() *cobra.Command {
	var how attaching
	cmd := c.sub("attach", c.args(2, -1), func(args []string) error {
		return c.onRow(args[0], args[1], how.of, func(s *subject, key model.MaterialKey) error {
			return c.attach(s, key, args[2:], how)
		})
	})
	f := cmd.Flags()
	f.StringVar(&how.of, "of", "", c.p.T(locales.CLIMaterialFlagOf))
	f.StringVar(&how.replace, "replace", "", c.p.T(locales.CLIAttachFlagReplace))
	f.StringVar(&how.past, "past", "", c.p.T(locales.CLIAttachFlagPast))
	c.jsonFlag(cmd)
	return cmd
}

// attach takes all of the files in, or none.
func (c *command) attach(s *subject, key model.MaterialKey, args []string, how attaching) error {
	before := s.Application.Clone()
	if how.past != "" {
		if len(args) > 0 || how.replace != "" {
			return c.usage(locales.CLIErrorPastAlone)
		}
		return c.bringBack(s, key, how.past)
	}
	var paths []string
	for _, arg := range args {
		paths = append(paths, named(arg, c.cabinet().home)...)
	}
	switch {
	case len(paths) == 0:
		return c.usage(locales.CLIErrorNoFiles)
	case how.replace != "" && len(paths) != 1:
		return c.usage(locales.CLIErrorReplaceOne)
	}
	var old model.File
	if how.replace != "" {
		var err error
		if old, err = c.fileOf(s, s.Materials[key].Files, how.replace); err != nil {
			return err
		}
	}
	files, err := c.takeIn(paths)
	if err != nil {
		return err
	}
	if how.replace != "" {
		err = s.Replace(s.proc, key, old.SHA256, files[0], c.now())
	} else {
		err = s.Attach(s.proc, key, files...)
	}
	if err != nil {
		return c.refuseValue(s, err)
	}
	if err := c.keep(s); err != nil {
		return err
	}
	return c.reportFiles(s, key, filing{&before, files, old})
}

// takeIn copies files into the vault. Ctrl+C stops it; what is in the vault
// then and on no row is found and removed by doctor.
func (c *command) takeIn(paths []string) ([]model.File, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	for _, path := range paths { // what cannot be taken in is told before hours of copying
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
func (c *command) bringBack(s *subject, key model.MaterialKey, name string) error {
	before := s.Application.Clone()
	var past []model.File
	for _, f := range slices.Backward(s.Materials[key].Past) { // the latest of a name
		if !slices.ContainsFunc(past, func(o model.File) bool { return o.Name == f.Name && o.Name == name }) {
			past = append(past, f.File)
		}
	}
	f, err := c.fileOf(s, past, name)
	if err != nil {
		return err
	}
	if err := s.BringBack(s.proc, key, f.SHA256); err != nil {
		return c.refuseValue(s, err)
	}
	if err := c.keep(s); err != nil {
		return err
	}
	return c.reportFiles(s, key, filing{&before, []model.File{f}, model.File{}})
}
