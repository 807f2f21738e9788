package main

import (
	"bytes"
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
	var out, format string
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
		return c.withStore(func() error {
			if all {
				return c.exportAll(q, out, strings.ToLower(format), force)
			}
			s, err := c.find(args[0])
			if err != nil {
				return err
			}
			return c.export(s, out, strings.ToLower(format), force)
		})
	}
	c.addFilterFlags(cmd, &q)
	cmd.Flags().BoolVar(&all, "all", false, c.p.T(locales.CLIExportFlagAll))
	cmd.Flags().StringVarP(&out, "output", "o", "", c.p.T(locales.CLIExportFlagOutput))
	cmd.Flags().StringVar(&format, "format", "", c.p.T(locales.CLIExportFlagFormat, "Formats", strings.Join(export.Formats, " ")))
	cmd.Flags().BoolVar(&force, "force", false, c.p.T(locales.CLIExportFlagForce))
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) export(s *subject, out, format string, force bool) error {
	format, err := c.format(out, format)
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
	if out == "-" {
		_, err := c.out.Write(data)
		return err
	}
	if isFolder(out) {
		out = filepath.Join(out, export.FileName(s.Application.Title)+"."+format)
	}
	if err := writeFile(out, data, force); err != nil {
		return unwritable(out, err)
	}
	if c.json {
		return c.write(map[string]any{"file": out, "format": format})
	}
	c.say(locales.CLIExportDone, "File", out)
	return nil
}

// format is the one that is asked for, else that of the file's ending.
func (c *command) format(out, format string) (string, error) {
	switch {
	case out == "":
		return "", c.usage(locales.CLIErrorNoOutput)
	case format == "" && (out == "-" || isFolder(out)):
		format = export.Formats[0]
	case format == "":
		format = formatOf(out)
	}
	switch {
	case slices.Contains(export.Formats, format):
		return format, nil
	case format == "":
		return "", c.usage(locales.CLIErrorNoFormat, "Given", out, "Accepts", c.p.Either(export.Formats))
	}
	return "", c.usage(locales.CLIErrorFormat, "Given", format, "Accepts", c.p.Either(export.Formats))
}

// formatOf is the format that the ending of a file name stands for.
func formatOf(name string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
}

// exportFrom writes the document that the wizard asks for.
func (c *command) exportFrom(r ui.ExportRequest) error {
	s := &subject{Application: r.App, proc: r.Procedure}
	format, err := c.format(r.Path, "")
	if err != nil {
		return err
	}
	data, err := c.encode(s, format, r.Langs)
	if err != nil {
		return err
	}
	if err := writeFile(r.Path, data, r.Replace); err != nil {
		return unwritable(r.Path, err)
	}
	return nil
}

// encode makes the document of an application, in each of the languages.
func (c *command) encode(s *subject, format string, langs []locales.Lang) ([]byte, error) {
	all := make([]export.Words, len(langs))
	for i, lang := range langs {
		p, err := locales.New(lang)
		if err != nil {
			return nil, err
		}
		all[i] = export.Words{Texts: p, Procedure: s.proc}
	}
	today := c.today
	if c.todayFlag == "" { // the wizard may be open for days
		today = model.DateOf(time.Now())
	}
	var b bytes.Buffer
	err := export.Encode(&b, format, &s.Application, c.workdays(), export.Options{Today: today}, all...)
	return b.Bytes(), err
}
