package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/draft"
	"github.com/xuke-cli/xuke/model/export"
)

// A draftCommand writes the beginning of a document that the company has to
// write itself.
type draftCommand struct{ output }

func newDraft(s *session) *cobra.Command {
	c := &draftCommand{output{session: s}}
	cmd := s.command(spec{name: "draft", least: 2, most: 2, json: true, langs: true, run: func(args []string) error {
		return s.on(args[0], func(a *subject) error { return c.draft(a, model.MaterialID(args[1])) })
	}})
	c.register(cmd, locales.CLIDraftFlagOutput, locales.CLIExportFlagForce)
	return cmd
}

func (c *draftCommand) draft(a *subject, id model.MaterialID) error {
	if a.proc.Material(id) == nil || !draft.For(id) {
		return c.noDraft(a, id)
	}
	if err := c.settleFormat(export.DraftFormat); err != nil {
		return err
	}
	langs := []locales.Lang{locales.ZH}
	if c.lang == both {
		langs = locales.Langs
	}
	data, err := c.encodeDraft(id)(a.proc, &a.Application, c.format, langs)
	if err != nil {
		return err
	}
	return c.deliver(a.Words.Title("material", string(id))+" "+a.Application.Title, data, locales.CLIDraftDone)
}

// noDraft is the error about a material without a draft. It says which have
// one.
func (c *draftCommand) noDraft(a *subject, id model.MaterialID) error {
	choices := block(columns(draft.Materials(a.proc), func(id model.MaterialID) []string {
		return []string{"  " + string(id), a.Words.Title("material", string(id))}
	}))
	return &refusal{exit: exitUsage, Code: "no-draft", Message: c.text(locales.CLIErrorNoDraft, "Given", string(id)), Hint: choices}
}
