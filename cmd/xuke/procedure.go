package main

import "github.com/spf13/cobra"

func newProcedure(s *session) *cobra.Command {
	return s.group("procedure", newProcedureList(s), newProcedureShow(s), newProcedureCheck(s))
}
