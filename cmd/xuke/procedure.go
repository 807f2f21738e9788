package main

import "github.com/spf13/cobra"

// newProcedure groups the commands about procedures.
func newProcedure(s *session) *cobra.Command {
	return s.group("procedure", newProcedureList(s), newProcedureShow(s), newProcedureCheck(s))
}
