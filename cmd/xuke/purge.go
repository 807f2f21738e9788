package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// A purgeCommand removes an application for good.
type purgeCommand struct {
	*session
	yes bool // without asking
}

func newPurge(s *session) *cobra.Command {
	c := &purgeCommand{session: s}
	cmd := s.command(spec{name: "purge", least: 1, most: 1, json: true, run: func(args []string) error {
		if !c.yes && (s.json || !isTerminal(s.in)) {
			return s.usage(locales.CLIErrorPurgeYes)
		}
		return s.withStore(func() error { return c.purge(args[0]) })
	}})
	cmd.Flags().BoolVar(&c.yes, "yes", false, s.p.T(locales.CLIPurgeFlagYes))
	return cmd
}

// purge takes a name only if nothing else has it, in the trash or out of it:
// there is no way back from a wrong guess.
func (c *purgeCommand) purge(name string) error {
	id, err := c.db.FindAny(name)
	if err != nil {
		return err
	}
	title := c.p.T(locales.CLIListDamaged)
	if app, err := c.db.Load(id); err == nil {
		title = app.Title
	}
	if !c.yes && !c.sure(title, id) {
		c.tell(locales.CLIPurgeKept)
		c.code = exitFailed
		return nil
	}
	if err := c.db.Purge(id); err != nil {
		return err
	}
	copies := c.db.Copies(id)
	if c.json {
		return c.write(map[string]any{"id": id, "copies": append([]string{}, copies...)})
	}
	c.say(locales.CLIPurgeDone, "Title", title, "ID", string(id))
	c.part(c.p.T(locales.CLIPurgeCopies, "Count", len(copies)), columns(copies, func(path string) []string { return []string{legible.Line(path)} }))
	return nil
}

// sure asks on the terminal. Anything but a yes is a no.
func (c *purgeCommand) sure(title string, id model.ApplicationID) bool {
	fmt.Fprint(c.err, c.text(locales.CLIPurgeAsk, "Title", title, "ID", string(id))+" ")
	line, _ := bufio.NewReader(c.in).ReadString('\n')
	v, err := model.Parse(model.Field{Kind: model.YesNo}, strings.TrimSpace(line))
	return err == nil && v == model.Bool(true)
}
