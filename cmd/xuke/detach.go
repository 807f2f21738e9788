package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

func (c *command) detachCommand() *cobra.Command {
	var of string
	cmd := c.sub("detach", c.args(3, 3), func(args []string) error {
		return c.onFiled(args[0], args[1], of, func(s *subject, key model.MaterialKey) error {
			f, err := c.fileOf(s, s.Materials[key].Files, args[2])
			if err != nil {
				return err
			}
			if err := s.Detach(s.proc, key, f.SHA256, c.now()); err != nil {
				return c.refuseValue(s, err)
			}
			return c.refiled(s, key, func() {
				c.say(locales.CLIDetachDone, "Name", f.Name, "Material", s.RowName(key, &s.Application))
			})
		})
	})
	cmd.Flags().StringVar(&of, "of", "", c.p.T(locales.CLIMaterialFlagOf))
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) arrangeCommand() *cobra.Command {
	var of string
	cmd := c.sub("arrange", c.args(3, -1), func(args []string) error {
		return c.onRow(args[0], args[1], of, func(s *subject, key model.MaterialKey) error {
			var ids []model.FileID
			for _, name := range args[2:] {
				f, err := c.fileOf(s, s.Materials[key].Files, name)
				if err != nil {
					return err
				}
				ids = append(ids, f.SHA256)
			}
			if err := s.Arrange(s.proc, key, ids...); err != nil {
				return c.refuseValue(s, err)
			}
			return c.refiled(s, key, func() { c.say(locales.CLIArrangeDone, "Material", s.RowName(key, &s.Application)) })
		})
	})
	cmd.Flags().StringVar(&of, "of", "", c.p.T(locales.CLIMaterialFlagOf))
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) refileCommand() *cobra.Command {
	var of string
	cmd := c.sub("refile", c.args(3, -1), func(args []string) error {
		return c.onFiled(args[0], args[1], "", func(s *subject, from model.MaterialKey) error {
			to, err := c.rowKey(s, args[2], of, "", "")
			if err != nil {
				return err
			}
			var ids []model.FileID
			for _, name := range args[3:] {
				f, err := c.fileOf(s, s.Materials[from].Files, name)
				if err != nil {
					return err
				}
				ids = append(ids, f.SHA256)
			}
			what := s.RowName(from, &s.Application)
			if err := s.Refile(s.proc, from, to, ids...); err != nil {
				return c.refuseValue(s, err)
			}
			return c.refiled(s, to, func() { c.say(locales.CLIRefileDone, "From", what, "To", s.RowName(to, &s.Application)) })
		})
	})
	cmd.Flags().StringVar(&of, "of", "", c.p.T(locales.CLIRefileFlagOf))
	c.jsonFlag(cmd)
	return cmd
}

// onFiled is onRow, and also takes the key of a row whose files are set aside.
func (c *command) onFiled(app, material, of string, f func(s *subject, key model.MaterialKey) error) error {
	return c.withStore(func() error {
		s, err := c.find(app)
		if err != nil {
			return err
		}
		for _, r := range model.SetAside(s.proc, &s.Application) {
			if string(r.Key) == material && of == "" {
				return f(s, r.Key)
			}
		}
		key, err := c.rowKey(s, material, of, "", "")
		if err != nil {
			return err
		}
		return f(s, key)
	})
}

// refiled saves, and says what the row has now.
func (c *command) refiled(s *subject, key model.MaterialKey, say func()) error {
	if err := c.keep(s); err != nil {
		return err
	}
	row := model.ListRow{Collected: s.Materials[key]}
	if c.json {
		return c.write(map[string]any{"key": key, "status": row.Status, "rev": s.Rev, "files": export.FilesOf(row.Files)})
	}
	say()
	c.sayFiles(s, row)
	return nil
}

// sayAside says which files a change has set aside, and how to get at them.
func (c *command) sayAside(s *subject, before *model.Application) {
	for _, r := range model.Leaving(s.proc, before, &s.Application) {
		c.say(locales.CLISetAside, "Count", len(r.Files), "Material", s.Aside(r, &s.Application),
			"Person", r.Person, "App", string(s.ID), "Key", string(r.Key))
	}
}

// showAside lists what is set aside.
func (c *command) showAside(s *subject) {
	c.part(c.p.T(locales.CLIShowAside), columns(model.SetAside(s.proc, &s.Application), func(r model.AsideRow) []string {
		return []string{s.Aside(r, &s.Application), c.text(locales.CLIAttachFiles, "Count", len(r.Files)), "(" + string(r.Key) + ")"}
	}))
}
