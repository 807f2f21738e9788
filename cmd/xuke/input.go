package main

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// checkText refuses free text that is not UTF-8, or endless.
func checkText(texts ...string) error {
	for _, text := range texts {
		if _, err := model.Parse(model.Field{Kind: model.FreeText, Optional: true}, text); err != nil {
			return err
		}
	}
	return nil
}

// day reads a date in any of the ways that people write one.
func (c *console) day(text string) (model.Date, error) {
	v, err := model.Parse(model.Field{Kind: model.Day}, text)
	if err != nil {
		return model.Date{}, c.usage(locales.CLIErrorDate, "Given", text)
	}
	return v.(model.Date), nil
}
