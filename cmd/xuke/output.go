package main

import (
	"cmp"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// An output is where a command writes a document, and as what.
type output struct {
	*session
	path   string // of --output; "-" is standard output
	format string // of --format, if the command has that
	force  bool   // of --force
}

// register adds --output and --force, which each command describes itself.
func (o *output) register(cmd *cobra.Command, path, force locales.ID) {
	cmd.Flags().StringVarP(&o.path, "output", "o", "", o.p.T(path))
	cmd.Flags().BoolVar(&o.force, "force", false, o.p.T(force))
}

// langs returns the languages of a document: those of --lang, or that of the
// session.
func (o *output) langs() []locales.Lang {
	if o.lang == both {
		return locales.Langs
	}
	return []locales.Lang{o.p.Lang()}
}

// settleFormat replaces format by one of formats.
func (o *output) settleFormat(formats ...string) error {
	if o.path == "" {
		return o.usage(locales.CLIErrorNoOutput)
	}
	if err := o.alone(o.path, o.format); err != nil {
		return err
	}
	format, err := formatFor(o.p, o.path, o.format, formats)
	o.format = format
	return err
}

// formatFor returns the format that was asked for, else that of the path, else
// the first: the path may be a folder or standard output.
func formatFor(p *locales.Printer, path, format string, formats []string) (string, error) {
	switch {
	case format != "":
	case path == "-" || isFolder(path):
		format = formats[0]
	default: // an ending that stands for no format is named in the error
		format = cmp.Or(export.FormatOf(path), model.EndingOf(filepath.ToSlash(path)))
	}
	switch {
	case slices.Contains(formats, format):
		return format, nil
	case format == "":
		return "", misuse(p, locales.CLIErrorNoFormat, "Given", path, "Accepts", p.Either(formats))
	}
	return "", misuse(p, locales.CLIErrorFormat, "Given", format, "Accepts", p.Either(formats))
}

// alone refuses --json beside a document on standard output, which only one of
// them can have.
func (s *session) alone(path, format string) error {
	if path == "-" && s.json && format != "json" {
		return s.usage(locales.CLIErrorJSONAndOutput)
	}
	return nil
}

// deliver writes a document to its path, under name if that is a folder, and
// says so.
func (o *output) deliver(name string, data []byte, done locales.ID) error {
	path := o.path
	if path == "-" {
		_, err := o.out.Write(data)
		return err
	}
	if isFolder(path) {
		path = filepath.Join(path, export.FileName(name)+"."+o.format)
	}
	if err := o.save(path, data, o.force); err != nil {
		return err
	}
	if o.json {
		return o.write(map[string]any{"file": path, "format": o.format})
	}
	o.say(done, "File", path)
	return nil
}
