package main

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// filterFlags are the flags that narrow a list. An empty value stands for none:
// nobody responsible, no tag.
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

// A filter is the query of a list, narrowed by flags.
type filter struct{ model.Query }

func (f *filter) register(set *pflag.FlagSet, p *locales.Printer) {
	for _, flag := range filterFlags {
		set.String(flag.name, "", p.T(flag.usage))
	}
	set.StringVar(&f.Search, "search", "", p.T(locales.CLIListFlagSearch))
	set.BoolVar(&f.Trash, "trash", false, p.T(locales.CLIListFlagTrash))
	set.BoolVar(&f.Archived, "archived", false, p.T(locales.CLIListFlagArchived))
}

// read checks the flags that were given, and narrows the query by them.
func (f *filter) read(set *pflag.FlagSet, s *session) error {
	f.Today = s.today
	for _, flag := range filterFlags {
		if !set.Changed(flag.name) {
			continue
		}
		value, _ := set.GetString(flag.name)
		value, err := s.facetValue(flag.facet, strings.TrimSpace(value))
		if err != nil {
			return err
		}
		if f.Filter == nil {
			f.Filter = make(model.Filter)
		}
		f.Filter[flag.facet] = value
	}
	if f.Trash && f.Archived {
		return s.usage(locales.CLIErrorTrashArchived)
	}
	return nil
}

// facetValue checks a value if its facet has a fixed set of them.
func (s *session) facetValue(facet model.Facet, given string) (string, error) {
	switch facet {
	case model.OfTurn:
		turns := []string{string(model.Applicant), string(model.Client), string(model.Officials), turnID(model.Nobody)}
		if !slices.Contains(turns, given) {
			return "", s.usage(locales.CLIErrorTurn, "Given", given, "Accepts", s.p.Either(turns))
		}
		if given == turnID(model.Nobody) {
			return string(model.Nobody), nil
		}
	case model.OfDue:
		if _, ok := model.ParseWithin(given); !ok && given != model.Overdue && given != model.Undated {
			return "", s.usage(locales.CLIErrorDue, "Given", given)
		}
	case model.OfState:
		return given, s.checkState(given)
	case model.OfProcedure:
		if _, err := s.chosen(given); err != nil {
			return "", err
		}
	}
	return given, nil
}

// checkState refuses a state that no procedure has.
func (s *session) checkState(given string) error {
	procs, err := s.editions()
	if err != nil {
		return err
	}
	var states []string
	for _, p := range procs {
		if p.State(model.StateID(given)) != nil {
			return nil
		}
		for _, state := range p.States {
			if !slices.Contains(states, string(state.ID)) {
				states = append(states, string(state.ID))
			}
		}
	}
	return s.usage(locales.CLIErrorState, "Given", given, "Accepts", strings.Join(states, " "))
}
