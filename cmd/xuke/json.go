package main

import (
	"encoding/json"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
)

// jsonFlag adds --json. Errors of the flags themselves are JSON too, so
// prepare has looked for it already.
func (c *command) jsonFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&c.json, "json", c.json, c.p.T(locales.CLIFlagJSON))
}

// parsed takes --json as the flags have it: the word may have been the value
// of another flag.
func (c *command) parsed(cmd *cobra.Command) {
	if f := cmd.Flags().Lookup("json"); f == nil || !f.Changed {
		c.json = false
	}
}

// alone refuses --json beside a document that goes to standard output as well:
// one of the two has it.
func (c *command) alone(out, format string) error {
	if out == "-" && c.json && format != "json" {
		return c.usage(locales.CLIErrorJSONAndOutput)
	}
	return nil
}

// write prints one JSON value and nothing else.
func (c *command) write(v any) error {
	enc := json.NewEncoder(c.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
