package main

import (
	"path/filepath"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// prepare finds data directory and language before anything is said. The
// flags are looked for by hand, as help and errors of the flag parser speak
// the language too.
func (c *command) prepare(args []string) error {
	c.data = first(flagIn(args, "--data"), c.defaultData())
	c.langGiven = flagIn(args, "--lang")
	c.langFlag = first(c.langGiven, c.getenv("XUKE_LANG"))
	c.json = has(args, "--json")
	lang := locales.Detect(c.getenv)
	for _, wanted := range []string{readLanguage(c.data), c.getenv("XUKE_LANG"), c.langFlag} {
		if l, ok := locales.Parse(wanted); ok {
			lang = l
		}
	}
	var err error
	if c.p, err = locales.New(lang); err != nil {
		return err
	}
	if err := c.readPacks(first(flagIn(args, "--procedures"), c.getenv("XUKE_PROCEDURES"))); err != nil {
		return err
	}
	if len(c.texts) > 0 {
		if c.p, err = c.printer(lang); err != nil {
			return err
		}
	} else {
		c.printers.Store(lang, c.p)
	}
	if _, ok := locales.Parse(c.langFlag); c.langFlag != "" && !ok && c.langFlag != both {
		return c.usage(locales.CLIErrorLang, "Given", c.langFlag)
	}
	return nil
}

// defaultData is the folder where the data is unless --data names one.
func (c *command) defaultData() string {
	return first(c.getenv("XUKE_DATA"), filepath.Join(xdg.DataHome, "xuke"))
}

// both is the --lang of a document in every language.
const both = "both"

// flagIn finds the value of a flag as --flag VALUE or --flag=VALUE, the last
// where it is given twice.
func flagIn(args []string, name string) (value string) {
	for i, a := range args {
		if a == "--" {
			break
		}
		if v, ok := strings.CutPrefix(a, name+"="); ok {
			value = v
		}
		if a == name && i+1 < len(args) {
			value = args[i+1]
		}
	}
	return value
}

func has(args []string, flag string) bool {
	for _, a := range args {
		if a == "--" {
			break
		}
		if a == flag || a == flag+"=true" {
			return true
		}
	}
	return false
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// pin takes --today.
func (c *command) pin() error {
	if c.todayFlag == "" {
		c.today = model.DateOf(time.Now())
		return nil
	}
	d, err := model.ParseISODate(c.todayFlag)
	if err != nil || d.Year < model.FirstYear || d.Year > model.LastYear {
		return c.usage(locales.CLIErrorToday, "Given", c.todayFlag)
	}
	c.today = d
	return nil
}

func (c *command) globalFlags(root *cobra.Command) {
	flags := root.PersistentFlags()
	flags.StringVar(&c.data, "data", c.data, c.p.T(locales.CLIFlagData))
	flags.StringVar(&c.procFlag, "procedures", "", c.p.T(locales.CLIFlagProcedures))
	flags.StringVar(&c.langFlag, "lang", c.langFlag, c.p.T(locales.CLIFlagLang))
	flags.StringVar(&c.todayFlag, "today", "", c.p.T(locales.CLIFlagToday))
	flags.BoolVar(&c.accessible, "accessible", c.getenv("ACCESSIBLE") != "", c.p.T(locales.CLIFlagAccessible))
	flags.BoolVar(&c.noColor, "no-color", c.getenv("NO_COLOR") != "", c.p.T(locales.CLIFlagNoColor))
}

// jsonFlag adds --json. Errors of the flags themselves are JSON too, so
// prepare has looked for it already.
func (c *command) jsonFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&c.json, "json", c.json, c.p.T(locales.CLIFlagJSON))
}

// parsed takes --json as the flags have it: the word may have been the value
// of another flag.
func (c *command) parsed(cmd *cobra.Command) {
	if f := cmd.Flags().Lookup("json"); f == nil || !f.Changed {
		c.json = false
	}
}

// alone refuses --json beside a document that goes to standard output as well:
// one of the two has it.
func (c *command) alone(out, format string) error {
	if out == "-" && c.json && format != "json" {
		return c.usage(locales.CLIErrorJSONAndOutput)
	}
	return nil
}
