package main

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// noteDetails notes what somebody has read off the document of a row, ID=VALUE
// each; an empty value clears. It returns the ids.
func (c *command) noteDetails(s *subject, key model.MaterialKey, pairs []string) ([]model.DetailID, error) {
	var ids []model.DetailID
	for _, pair := range pairs {
		id, text, ok := strings.Cut(pair, "=")
		if !ok {
			return nil, c.usage(locales.CLIErrorDetail, "Given", pair)
		}
		detail := model.DetailID(id)
		var v model.Value
		if slices.Contains(model.DetailIDs, detail) { // others have no way to be read, and are refused below
			var err error
			if v, err = model.ParseDetail(detail, text); err != nil {
				return nil, c.refuseValue(s, err)
			}
		}
		if err := s.Application.Detail(s.proc, key, detail, v); err != nil {
			return nil, c.refuseValue(s, err)
		}
		ids = append(ids, detail)
	}
	return ids, nil
}

// sayDetails says what the checks make of the facts that were just noted.
func (c *command) sayDetails(s *subject, row model.ListRow, ids []model.DetailID) {
	for _, i := range model.Inspect(s.proc, &s.Application, row) {
		if slices.Contains(ids, i.Detail) {
			c.say(locales.CLIMaterialFinding, "Level", c.p.Text("term", "level", string(i.Level)), "Text", s.InspectionLine(i))
		}
	}
}
