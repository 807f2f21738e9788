package main

import (
	"bytes"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/draft"
	"github.com/xuke-cli/xuke/ui"
)

// draftFormats are the endings of a draft's file.
var draftFormats = []string{"docx"}

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
	format, err := c.format(out, "", draftFormats)
	if err != nil {
		return err
	}
	data, err := c.encodeDraft(s, id, c.langFlag == both)
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

// encodeDraft makes the draft, which is Chinese whatever the language is,
// with a note in English in front if that is wanted.
func (c *command) encodeDraft(s *subject, id model.MaterialID, note bool) ([]byte, error) {
	langs, opt := []locales.Lang{locales.ZH}, draft.Options{Today: c.thisDay()}
	if note {
		langs = append(langs, locales.EN)
	}
	words, err := wordsIn(s.proc, langs)
	if err != nil {
		return nil, err
	}
	if note {
		opt.Note = words[1]
	}
	var b bytes.Buffer
	err = draft.Write(&b, words[0], s.proc, &s.Application, id, opt)
	return b.Bytes(), err
}

// draftFrom writes the draft that the wizard asks for.
func (c *command) draftFrom(r ui.DraftRequest) error {
	s := &subject{Application: r.App, proc: r.Procedure}
	if _, err := c.format(r.Path, "", draftFormats); err != nil {
		return err
	}
	data, err := c.encodeDraft(s, r.Material, r.Note)
	if err != nil {
		return err
	}
	return c.save(r.Path, data, r.Replace)
}
