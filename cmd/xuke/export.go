package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/export"
)

// An exportCommand writes the checklist of one application or of many, or what
// one person has to bring.
type exportCommand struct {
	output
	cmd    *cobra.Command
	filter filter
	all    bool
	owner  string // who is to bring something, of --for
}

func newExport(s *session) *cobra.Command {
	c := &exportCommand{output: output{session: s}}
	c.cmd = s.command(spec{name: "export", most: 1, json: true, langs: true, run: c.run})
	c.filter.register(c.cmd.Flags(), s.p)
	c.register(c.cmd, locales.CLIExportFlagOutput, locales.CLIExportFlagForce)
	f := c.cmd.Flags()
	f.BoolVar(&c.all, "all", false, s.p.T(locales.CLIExportFlagAll))
	f.StringVar(&c.format, "format", "", s.p.T(locales.CLIExportFlagFormat, "Formats", strings.Join(export.Formats, " ")))
	f.StringVar(&c.owner, "for", "", s.p.T(locales.CLIExportFlagFor))
	return c.cmd
}

func (c *exportCommand) run(args []string) error {
	c.format = strings.ToLower(c.format)
	if err := c.filter.read(c.cmd.Flags(), c.session); err != nil {
		return err
	}
	switch {
	case c.all != (len(args) == 0):
		return c.usage(locales.CLIErrorAllOrOne, "Use", c.cmd.UseLine())
	case c.all && c.owner != "":
		return c.usage(locales.CLIErrorForOne)
	case c.all:
		return c.withStore(c.exportAll)
	case c.owner != "":
		return c.on(args[0], c.exportRequest)
	}
	return c.on(args[0], c.exportList)
}

func (c *exportCommand) exportList(a *subject) error {
	if err := c.settleFormat(export.Formats...); err != nil {
		return err
	}
	data, err := c.encodeList(a.proc, &a.Application, c.format, c.langs())
	if err != nil {
		return err
	}
	return c.deliver(a.Application.Title, data, locales.CLIExportDone)
}

// exportRequest writes the list of what one person has to bring. It is in both
// languages unless --lang names one, as that person may read either.
func (c *exportCommand) exportRequest(a *subject) error {
	if err := c.settleFormat(export.RequestFormats...); err != nil {
		return err
	}
	owners := export.Owners(a.proc, &a.Application)
	at := slices.IndexFunc(owners, func(o string) bool { return strings.EqualFold(o, strings.TrimSpace(c.owner)) })
	switch {
	case len(owners) == 0:
		return c.usage(locales.CLIErrorNoOwners)
	case at < 0:
		return c.usage(locales.CLIErrorOwner, "Given", c.owner, "Accepts", c.p.List(owners))
	}
	langs := locales.Langs
	if lang, ok := locales.Parse(c.langGiven); ok {
		langs = []locales.Lang{lang}
	}
	data, err := c.encodeRequest(owners[at])(a.proc, &a.Application, c.format, langs)
	if err != nil {
		return err
	}
	return c.deliver(owners[at]+" "+a.Application.Title, data, locales.CLIExportDone)
}
