package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// filterFlags are the flags that narrow a list. An empty value is none: nobody
// responsible, no tag.
var filterFlags = []struct {
	facet model.Facet
	name  string
	usage locales.ID
}{
	{model.OfState, "state", locales.CLIListFlagState},
	{model.OfTurn, "turn", locales.CLIListFlagTurn},
	{model.OfDue, "due", locales.CLIListFlagDue},
	{model.OfResponsible, "owner", locales.CLIListFlagOwner},
	{model.OfTag, "tag", locales.CLIListFlagTag},
	{model.OfProcedure, "procedure", locales.CLIListFlagProcedure},
}

func (c *command) addFilterFlags(cmd *cobra.Command, q *model.Query) {
	for _, f := range filterFlags {
		cmd.Flags().String(f.name, "", c.p.T(f.usage))
	}
	cmd.Flags().StringVar(&q.Search, "search", "", c.p.T(locales.CLIListFlagSearch))
	cmd.Flags().BoolVar(&q.Trash, "trash", false, c.p.T(locales.CLIListFlagTrash))
	cmd.Flags().BoolVar(&q.Archived, "archived", false, c.p.T(locales.CLIListFlagArchived))
}

// readFilter takes the flags into the query.
func (c *command) readFilter(cmd *cobra.Command, q *model.Query) error {
	q.Today = c.today
	for _, f := range filterFlags {
		if !cmd.Flags().Changed(f.name) {
			continue
		}
		value, _ := cmd.Flags().GetString(f.name)
		if q.Filter == nil {
			q.Filter = make(model.Filter)
		}
		value, err := c.facetValue(f.facet, strings.TrimSpace(value))
		if err != nil {
			return err
		}
		q.Filter[f.facet] = value
	}
	if q.Trash && q.Archived {
		return c.usage(locales.CLIErrorTrashArchived)
	}
	return nil
}

// facetValue checks what somebody gave for a facet of fixed values.
func (c *command) facetValue(facet model.Facet, given string) (string, error) {
	switch facet {
	case model.OfTurn:
		turns := []string{string(model.Applicant), string(model.Client), string(model.Officials), turnID(model.Nobody)}
		if !slices.Contains(turns, given) {
			return "", c.usage(locales.CLIErrorTurn, "Given", given, "Accepts", c.p.Either(turns))
		}
		if given == turnID(model.Nobody) {
			return string(model.Nobody), nil
		}
	case model.OfDue:
		if _, ok := model.ParseWithin(given); !ok && given != model.Overdue && given != model.Undated {
			return "", c.usage(locales.CLIErrorDue, "Given", given)
		}
	case model.OfState:
		return given, c.checkState(given)
	case model.OfProcedure:
		if _, err := c.latest(model.ProcedureID(given)); err != nil {
			return "", c.noProcedure(model.ProcedureID(given), err)
		}
	}
	return given, nil
}

func (c *command) checkState(given string) error {
	procs, err := c.editions()
	if err != nil {
		return err
	}
	var states []string
	for _, p := range procs {
		if p.State(model.StateID(given)) != nil {
			return nil
		}
		for _, s := range p.States {
			if !slices.Contains(states, string(s.ID)) {
				states = append(states, string(s.ID))
			}
		}
	}
	return c.usage(locales.CLIErrorState, "Given", given, "Accepts", strings.Join(states, " "))
}
