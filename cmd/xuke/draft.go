package main

import (
	"bytes"
	"slices"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/draft"
	"github.com/xuke-cli/xuke/model/export"
)

func (c *command) draftCommand() *cobra.Command {
	var out string
	var force bool
	cmd := c.sub("draft", c.args(2, 2), func(args []string) error {
		return c.withStore(func() error {
			s, err := c.find(args[0])
			if err != nil {
				return err
			}
			return c.draft(s, model.MaterialID(args[1]), out, force)
		})
	})
	cmd.Flags().StringVarP(&out, "output", "o", "", c.p.T(locales.CLIDraftFlagOutput))
	cmd.Flags().BoolVar(&force, "force", false, c.p.T(locales.CLIExportFlagForce))
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) draft(s *subject, id model.MaterialID, out string, force bool) error {
	if err := c.draftable(s, id); err != nil {
		return err
	}
	format, err := c.format(out, "", []string{export.DraftFormat})
	if err != nil {
		return err
	}
	langs := []locales.Lang{locales.ZH}
	if c.langFlag == both {
		langs = locales.Langs
	}
	data, err := c.encodeDraft(id)(s, format, langs)
	if err != nil {
		return err
	}
	name := s.Words.Title("material", string(id)) + " " + s.Application.Title
	return c.deliver(out, name, format, data, force, locales.CLIDraftDone)
}

// draftable refuses a material that there is no draft for, and says which
// there are.
func (c *command) draftable(s *subject, id model.MaterialID) error {
	can := draft.Materials(s.proc)
	if s.proc.Material(id) != nil && draft.For(id) {
		return nil
	}
	choices := lines(columns(can, func(id model.MaterialID) []string {
		return []string{"  " + string(id), s.Words.Title("material", string(id))}
	}))
	return &refusal{exit: exitUsage, Code: "no-draft", Message: c.text(locales.CLIErrorNoDraft, "Given", string(id)), Hint: choices}
}

// encodeDraft makes the draft of a material as encode makes the checklist. It
// is Chinese whatever the languages are; English adds a note in front.
func (c *command) encodeDraft(id model.MaterialID) encoder {
	return func(s *subject, _ string, langs []locales.Lang) ([]byte, error) {
		words, err := c.wordsIn(s.proc, locales.Langs)
		if err != nil {
			return nil, err
		}
		opt := draft.Options{Today: c.thisDay()}
		if slices.Contains(langs, locales.EN) {
			opt.Note = words[slices.Index(locales.Langs, locales.EN)]
		}
		var b bytes.Buffer
		err = draft.Write(&b, words[slices.Index(locales.Langs, locales.ZH)], s.proc, &s.Application, id, opt)
		return b.Bytes(), err
	}
}
