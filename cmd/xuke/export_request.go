package main

import (
	"bytes"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/export"
)

// request writes the list of what one person has to bring. Whoever that is may
// read either language, so it is in both unless --lang names one.
func (c *command) request(s *subject, owner, out, format string, force bool) error {
	format, err := c.format(out, format, export.RequestFormats)
	if err != nil {
		return err
	}
	owners := export.Owners(s.proc, &s.Application)
	at := slices.IndexFunc(owners, func(o string) bool { return strings.EqualFold(o, strings.TrimSpace(owner)) })
	switch {
	case len(owners) == 0:
		return c.usage(locales.CLIErrorNoOwners)
	case at < 0:
		return c.usage(locales.CLIErrorOwner, "Given", owner, "Accepts", c.p.List(owners))
	}
	langs := locales.Langs
	if lang, ok := locales.Parse(c.langGiven); ok {
		langs = []locales.Lang{lang}
	}
	data, err := c.encodeRequest(owners[at])(s, format, langs)
	if err != nil {
		return err
	}
	return c.deliver(out, owners[at]+" "+s.Application.Title, format, data, force, locales.CLIExportDone)
}

// encodeRequest makes the list for an owner as encode makes the whole one.
func (c *command) encodeRequest(owner string) encoder {
	return func(s *subject, format string, langs []locales.Lang) ([]byte, error) {
		all, err := c.wordsIn(s.proc, langs)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		err = export.EncodeRequest(&b, format, &s.Application, owner, export.Options{Today: c.thisDay()}, all...)
		return b.Bytes(), err
	}
}
