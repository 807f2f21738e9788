package main

import "github.com/spf13/cobra"

func newCalendar(s *session) *cobra.Command {
	return s.group("calendar", newCalendarShow(s), newCalendarUpdate(s))
}
