package main

import "github.com/spf13/cobra"

// newCalendar groups the commands about working days.
func newCalendar(s *session) *cobra.Command {
	return s.group("calendar", newCalendarShow(s), newCalendarUpdate(s))
}
