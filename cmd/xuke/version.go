package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newVersion(s *session) *cobra.Command {
	return s.command(spec{name: "version", json: true, run: func([]string) error {
		if s.json {
			return s.write(map[string]string{"version": version})
		}
		_, err := fmt.Fprintln(s.out, "xuke", version)
		return err
	}})
}
