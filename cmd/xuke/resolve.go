package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// A resolveCommand settles an item of a correction notice.
type resolveCommand struct {
	*session
	cmd   *cobra.Command
	waive string // why nothing has to be done
	force bool   // also what was not changed since it was handed in
}

func newResolve(s *session) *cobra.Command {
	c := &resolveCommand{session: s}
	c.cmd = s.command(spec{name: "resolve", least: 2, most: 2, json: true, run: func(args []string) error {
		return s.on(args[0], func(a *subject) error { return c.resolve(a, args[1]) })
	}})
	c.cmd.Flags().StringVar(&c.waive, "waive", "", s.p.T(locales.CLIResolveFlagWaive))
	c.cmd.Flags().BoolVar(&c.force, "force", false, s.p.T(locales.CLIResolveFlagForce))
	return c.cmd
}

func (c *resolveCommand) resolve(a *subject, item string) error {
	if c.cmd.Flags().Changed("waive") && strings.TrimSpace(c.waive) == "" {
		return c.refused(a, &model.Error{Code: model.ReasonNeeded, Given: item})
	}
	if err := checkText(c.waive); err != nil {
		return err
	}
	if it, ok := findItem(&a.Application, item); ok && c.waive == "" && !c.force && a.Untouched(a.proc, it) {
		return &refusal{exit: exitUsage, Code: "untouched", Message: c.text(locales.CLIErrorUntouched, "What", a.Item(it, &a.Application)),
			Hint: c.p.T(locales.CLIErrorUntouchedHint)}
	}
	if err := a.Settle(item, c.waive); err != nil {
		return c.refused(a, err)
	}
	if err := c.keep(a); err != nil {
		return err
	}
	if c.json {
		return c.write(map[string]any{"open": len(a.OpenItems()), "rev": a.Rev})
	}
	c.say(locales.CLIResolveDone, "Count", len(a.OpenItems()))
	c.sayNext(a)
	return nil
}
