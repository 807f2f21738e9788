package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

func (c *command) purgeCommand() *cobra.Command {
	var yes bool
	cmd := c.sub("purge", c.args(1, 1), func(args []string) error {
		if !yes && (c.json || !isTerminal(c.in)) {
			return c.usage(locales.CLIErrorPurgeYes)
		}
		return c.withStore(func() error { return c.purge(args[0], yes) })
	})
	cmd.Flags().BoolVar(&yes, "yes", false, c.p.T(locales.CLIPurgeFlagYes))
	c.jsonFlag(cmd)
	return cmd
}

// purge removes an application for good. Wherever it is, the name must mean
// one alone: what comes back in no way is not guessed at.
func (c *command) purge(name string, yes bool) error {
	id, err := c.db.FindAny(name)
	if err != nil {
		return err
	}
	title := c.p.T(locales.CLIListDamaged)
	if app, err := c.db.Load(id); err == nil {
		title = app.Title
	}
	if !yes && !c.sure(title, id) {
		c.tell(locales.CLIPurgeKept)
		c.code = exitFailed
		return nil
	}
	if err := c.db.Purge(id); err != nil {
		return err
	}
	if c.json {
		return c.write(map[string]any{"id": id})
	}
	c.say(locales.CLIPurgeDone, "Title", title, "ID", string(id))
	return nil
}

// sure asks on the terminal. Anything but a yes is a no.
func (c *command) sure(title string, id model.ApplicationID) bool {
	fmt.Fprint(c.err, c.text(locales.CLIPurgeAsk, "Title", title, "ID", string(id))+" ")
	line, _ := bufio.NewReader(c.in).ReadString('\n')
	v, err := model.Parse(model.Field{Kind: model.YesNo}, strings.TrimSpace(line))
	return err == nil && v == model.Bool(true)
}
