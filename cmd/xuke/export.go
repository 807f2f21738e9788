package main

import (
	"bytes"
	"cmp"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui"
)

func (c *command) exportCommand() *cobra.Command {
	var out, format, owner string
	var force, all bool
	var q model.Query
	cmd := c.sub("export", c.args(0, 1), nil)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := c.readFilter(cmd, &q); err != nil {
			return err
		}
		if all != (len(args) == 0) {
			return c.usage(locales.CLIErrorAllOrOne, "Use", cmd.UseLine())
		}
		if all && owner != "" {
			return c.usage(locales.CLIErrorForOne)
		}
		return c.withStore(func() error {
			if all {
				return c.exportAll(q, out, strings.ToLower(format), force)
			}
			s, err := c.find(args[0])
			if err != nil {
				return err
			}
			if owner != "" {
				return c.request(s, owner, out, strings.ToLower(format), force)
			}
			return c.export(s, out, strings.ToLower(format), force)
		})
	}
	c.addFilterFlags(cmd, &q)
	cmd.Flags().BoolVar(&all, "all", false, c.p.T(locales.CLIExportFlagAll))
	cmd.Flags().StringVarP(&out, "output", "o", "", c.p.T(locales.CLIExportFlagOutput))
	cmd.Flags().StringVar(&format, "format", "", c.p.T(locales.CLIExportFlagFormat, "Formats", strings.Join(export.Formats, " ")))
	cmd.Flags().StringVar(&owner, "for", "", c.p.T(locales.CLIExportFlagFor))
	cmd.Flags().BoolVar(&force, "force", false, c.p.T(locales.CLIExportFlagForce))
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) export(s *subject, out, format string, force bool) error {
	format, err := c.format(out, format, export.Formats)
	if err != nil {
		return err
	}
	langs := []locales.Lang{c.p.Lang()}
	if c.langFlag == both {
		langs = locales.Langs
	}
	data, err := c.encode(s, format, langs)
	if err != nil {
		return err
	}
	return c.deliver(out, s.Application.Title, format, data, force, locales.CLIExportDone)
}

// deliver writes a document where it is wanted: to standard output, into a
// folder under a name of its own, or to the file; and says so.
func (c *command) deliver(out, name, format string, data []byte, force bool, done locales.ID) error {
	if out == "-" {
		_, err := c.out.Write(data)
		return err
	}
	if isFolder(out) {
		out = filepath.Join(out, export.FileName(name)+"."+format)
	}
	if err := c.save(out, data, force); err != nil {
		return err
	}
	if c.json {
		return c.write(map[string]any{"file": out, "format": format})
	}
	c.say(done, "File", out)
	return nil
}

// save writes a document to a file.
func (c *command) save(path string, data []byte, replace bool) error {
	if err := writeFile(path, data, replace); err != nil {
		return unwritable(path, err)
	}
	return nil
}

// format is the one that is asked for, else that of the file's ending, and one
// of those that there are.
func (c *command) format(out, format string, formats []string) (string, error) {
	switch {
	case out == "":
		return "", c.usage(locales.CLIErrorNoOutput)
	case c.alone(out, format) != nil:
		return "", c.alone(out, format)
	case format == "" && (out == "-" || isFolder(out)):
		format = formats[0]
	case format == "":
		// An ending that stands for no format is named in the refusal.
		format = cmp.Or(export.FormatOf(out), model.EndingOf(filepath.ToSlash(out)))
	}
	switch {
	case slices.Contains(formats, format):
		return format, nil
	case format == "":
		return "", c.usage(locales.CLIErrorNoFormat, "Given", out, "Accepts", c.p.Either(formats))
	}
	return "", c.usage(locales.CLIErrorFormat, "Given", format, "Accepts", c.p.Either(formats))
}

// exportFrom writes the document that the wizard asks for.
func (c *command) exportFrom(r ui.ExportRequest) error {
	s := &subject{Application: r.App, proc: r.Procedure}
	formats, encode := export.Formats, encoder(c.encode)
	switch {
	case r.Owner != "":
		formats, encode = export.RequestFormats, c.encodeRequest(r.Owner)
	case r.Material != "":
		formats, encode = []string{export.DraftFormat}, c.encodeDraft(r.Material)
	}
	format, err := c.format(r.Path, "", formats)
	if err != nil {
		return err
	}
	data, err := encode(s, format, r.Langs)
	if err != nil {
		return err
	}
	return c.save(r.Path, data, r.Replace)
}

// An encoder makes a document about an application, in a format and in each of
// the languages.
type encoder func(s *subject, format string, langs []locales.Lang) ([]byte, error)

// encode makes the document of an application, in each of the languages.
func (c *command) encode(s *subject, format string, langs []locales.Lang) ([]byte, error) {
	all, err := c.wordsIn(s.proc, langs)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = export.Encode(&b, format, &s.Application, c.workdays(), export.Options{Today: c.thisDay()}, all...)
	return b.Bytes(), err
}

// wordsIn are the words for a procedure in each of the languages.
func (c *command) wordsIn(p *model.Procedure, langs []locales.Lang) ([]export.Words, error) {
	all := make([]export.Words, len(langs))
	for i, lang := range langs {
		printer, err := c.printer(lang)
		if err != nil {
			return nil, err
		}
		all[i] = export.Words{Texts: printer, Procedure: p}
	}
	return all, nil
}

// thisDay is the day that a document names. The wizard may be open for days.
func (c *command) thisDay() model.Date {
	if c.todayFlag == "" {
		return model.DateOf(time.Now())
	}
	return c.today
}
