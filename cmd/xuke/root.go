package main

import (
	"fmt"

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

func (c *command) globalFlags(root *cobra.Command) {
	flags := root.PersistentFlags()
	flags.StringVar(&c.data, "data", c.data, c.p.T(locales.CLIFlagData))
	flags.StringVar(&c.procFlag, "procedures", "", c.p.T(locales.CLIFlagProcedures))
	flags.StringVar(&c.langFlag, "lang", c.langFlag, c.p.T(locales.CLIFlagLang))
	flags.StringVar(&c.todayFlag, "today", "", c.p.T(locales.CLIFlagToday))
	flags.BoolVar(&c.accessible, "accessible", c.getenv("ACCESSIBLE") != "", c.p.T(locales.CLIFlagAccessible))
	flags.BoolVar(&c.noColor, "no-color", c.getenv("NO_COLOR") != "", c.p.T(locales.CLIFlagNoColor))
}

// sub makes a command with its texts: cli.NAME.use, .short, .long and
// .example, as far as there are such texts.
func (c *command) sub(name string, args cobra.PositionalArgs, run func(args []string) error) *cobra.Command {
	text := func(part string) string {
		if !c.p.Has("cli", name, part) {
			return ""
		}
		return c.p.Text("cli", name, part)
	}
	return &cobra.Command{
		Use: text("use"), Short: text("short"), Long: text("long"), Example: text("example"), Args: args,
		RunE: func(_ *cobra.Command, args []string) error { return run(args) },
	}
}

// args checks the number of arguments; most < 0 means no limit.
func (c *command) args(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return c.usage(locales.CLIErrorFewArgs, "Use", cmd.UseLine())
		case most >= 0 && len(args) > most:
			return c.usage(locales.CLIErrorManyArgs, "Given", args[most], "Use", cmd.UseLine())
		}
		return nil
	}
}

func (c *command) versionCommand() *cobra.Command {
	cmd := c.sub("version", c.args(0, 0), func([]string) error {
		if c.json {
			return c.write(map[string]string{"version": version})
		}
		_, err := fmt.Fprintln(c.out, "xuke", version)
		return err
	})
	c.jsonFlag(cmd)
	return cmd
}
