package main

import (
	"bytes"
	"cmp"
	"path/filepath"
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

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
