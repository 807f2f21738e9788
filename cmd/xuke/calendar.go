package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/model/calendar"
)

func (c *command) calendarCommand() *cobra.Command {
	cmd := c.sub("calendar", nil, nil)
	cmd.Args, cmd.RunE = nil, c.unknownCommand
	show := c.sub("calendar-show", c.args(0, 1), c.calendarShow)
	update := c.sub("calendar-update", c.args(1, 1), func(args []string) error {
		data, err := c.readNotice(args[0])
		if err != nil {
			return err
		}
		n, problems := calendar.Read(data)
		if len(problems) > 0 {
			return c.refuseNotice(args[0], problems)
		}
		return c.withStore(func() error { return c.calendarUpdate(n, data) })
	})
	update.Long += "\n\n" + indent(calendar.Example)
	for _, sub := range []*cobra.Command{show, update} {
		c.jsonFlag(sub)
		cmd.AddCommand(sub)
	}
	return cmd
}

// The notices that came after the program lie in a folder of the data
// directory, a file a year, as people gave them.
const calendarFolder = "calendar"
