package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
)

// root builds the table of commands. Each constructor stands in its own file.
func (c *command) root() *cobra.Command {
	root := &cobra.Command{
		Use:     "xuke",
		Short:   c.p.T(locales.CLIRootShort),
		Long:    c.p.T(locales.CLIRootLong),
		Example: c.p.T(locales.CLIRootExample),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return c.unknownCommand(cmd, args)
			}
			return nil
		},
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(*cobra.Command, []string) error { return c.wizard("") },
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			c.parsed(cmd)
			c.data = first(c.data, c.defaultData())
			if c.langFlag == both && cmd.Name() != "export" && cmd.Name() != "draft" && cmd.Name() != "packet" {
				return c.usage(locales.CLIErrorLangBoth)
			}
			return c.pin()
		},
	}
	root.SetIn(c.in)
	root.SetOut(c.out)
	root.SetErr(c.err)
	c.globalFlags(root)
	root.Version = version
	root.SetVersionTemplate("xuke {{.Version}}\n")
	root.AddCommand(
		c.openCommand(),
		c.newCommand(),
		c.listCommand(),
		c.showCommand(),
		c.setCommand(),
		c.checkCommand(),
		c.materialCommand(),
		c.attachCommand(),
		c.collectCommand(),
		c.detachCommand(),
		c.arrangeCommand(),
		c.refileCommand(),
		c.trackCommand(),
		c.resolveCommand(),
		c.dueCommand(),
		c.exportCommand(),
		c.draftCommand(),
		c.packetCommand(),
		c.tagCommand(),
		c.assignCommand(),
		c.archiveCommand(),
		c.unarchiveCommand(),
		c.deleteCommand(),
		c.undeleteCommand(),
		c.purgeCommand(),
		c.undoCommand(),
		c.historyCommand(),
		c.procedureCommand(), c.editionCommand(),
		c.explainCommand(),
		c.calendarCommand(),
		c.doctorCommand(),
		c.versionCommand(),
	)
	c.localise(root)
	return root
}
