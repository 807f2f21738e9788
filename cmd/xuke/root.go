package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
)

// newRoot is the program without a command: the wizard.
func newRoot(s *session) *cobra.Command {
	root := &cobra.Command{
		Use:     "xuke",
		Short:   s.p.T(locales.CLIRootShort),
		Long:    s.p.T(locales.CLIRootLong),
		Example: s.p.T(locales.CLIRootExample),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(s.p, cmd, args)
			}
			return nil
		},
		SilenceErrors:     true,
		SilenceUsage:      true,
		RunE:              func(*cobra.Command, []string) error { return s.wizard("") },
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return s.begin(cmd) },
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	s.flags.register(root.PersistentFlags(), s.p, s.getenv)
	root.Version = version
	root.SetVersionTemplate("xuke {{.Version}}\n")
	root.AddCommand(commands(s)...)
	localise(root, s)
	return root
}

// commands lists the commands, in the order of the work.
func commands(s *session) []*cobra.Command {
	return []*cobra.Command{
		newOpen(s),
		newNew(s),
		newList(s),
		newShow(s),
		newSet(s),
		newCheck(s),
		newMaterial(s),
		newAttach(s),
		newCollect(s),
		newDetach(s),
		newArrange(s),
		newRefile(s),
		newTrack(s),
		newAmend(s),
		newResolve(s),
		newDue(s),
		newExport(s),
		newDraft(s),
		newPacket(s),
		newTag(s),
		newAssign(s),
		newArchive(s),
		newUnarchive(s),
		newDelete(s),
		newUndelete(s),
		newPurge(s),
		newUndo(s),
		newHistory(s),
		newProcedure(s),
		newEdition(s),
		newExplain(s),
		newCalendar(s),
		newDoctor(s),
		newVersion(s),
	}
}
