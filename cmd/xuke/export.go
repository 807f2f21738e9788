package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

func (c *command) exportCommand() *cobra.Command {
	var out, format, owner string
	var force, all bool
	var q model.Query
	cmd := c.sub("export", c.args(0, 1), nil)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := c.readFilter(cmd, &q); err != nil {
			return err
		}
		if all != (len(args) == 0) {
			return c.usage(locales.CLIErrorAllOrOne, "Use", cmd.UseLine())
		}
		if all && owner != "" {
			return c.usage(locales.CLIErrorForOne)
		}
		return c.withStore(func() error {
			if all {
				return c.exportAll(q, out, strings.ToLower(format), force)
			}
			s, err := c.find(args[0])
			if err != nil {
				return err
			}
			if owner != "" {
				return c.request(s, owner, out, strings.ToLower(format), force)
			}
			return c.export(s, out, strings.ToLower(format), force)
		})
	}
	c.addFilterFlags(cmd, &q)
	cmd.Flags().BoolVar(&all, "all", false, c.p.T(locales.CLIExportFlagAll))
	cmd.Flags().StringVarP(&out, "output", "o", "", c.p.T(locales.CLIExportFlagOutput))
	cmd.Flags().StringVar(&format, "format", "", c.p.T(locales.CLIExportFlagFormat, "Formats", strings.Join(export.Formats, " ")))
	cmd.Flags().StringVar(&owner, "for", "", c.p.T(locales.CLIExportFlagFor))
	cmd.Flags().BoolVar(&force, "force", false, c.p.T(locales.CLIExportFlagForce))
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) export(s *subject, out, format string, force bool) error {
	format, err := c.format(out, format, export.Formats)
	if err != nil {
		return err
	}
	langs := []locales.Lang{c.p.Lang()}
	if c.langFlag == both {
		langs = locales.Langs
	}
	data, err := c.encode(s, format, langs)
	if err != nil {
		return err
	}
	return c.deliver(out, s.Application.Title, format, data, force, locales.CLIExportDone)
}
