package main

import (
	"cmp"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/xuke-cli/xuke/locales"
)

// flags are what the command line and the environment say to every command.
type flags struct {
	data            string // the data directory
	procedureFolder string // of packs, beside the one in the data directory
	lang            string // both, or a language; of --lang or the environment
	langGiven       string // of --lang alone
	pinned          string // the day that counts as today
	accessible      bool
	noColor         bool
	json            bool
}

// both is the --lang of a document in every language.
const both = "both"

// peek looks for the flags that are needed before the parser runs, as its help
// and its errors speak the language too.
func peek(args []string, getenv func(string) string) flags {
	lang := valueIn(args, "--lang")
	return flags{
		data:            cmp.Or(valueIn(args, "--data"), defaultData(getenv)),
		procedureFolder: cmp.Or(valueIn(args, "--procedures"), getenv("XUKE_PROCEDURES")),
		lang:            cmp.Or(lang, getenv("XUKE_LANG")),
		langGiven:       lang,
		json:            isIn(args, "--json"),
	}
}

// defaultData is the data directory unless --data names one.
func defaultData(getenv func(string) string) string {
	return cmp.Or(getenv("XUKE_DATA"), filepath.Join(xdg.DataHome, "xuke"))
}

// valueIn finds the value of a flag as --flag VALUE or --flag=VALUE, the last
// one if it is given twice.
func valueIn(args []string, flag string) (value string) {
	for i, a := range args {
		if a == "--" {
			break
		}
		if v, ok := strings.CutPrefix(a, flag+"="); ok {
			value = v
		}
		if a == flag && i+1 < len(args) {
			value = args[i+1]
		}
	}
	return value
}

func isIn(args []string, flag string) bool {
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

// register adds the flags that every command takes.
func (f *flags) register(set *pflag.FlagSet, p *locales.Printer, getenv func(string) string) {
	set.StringVar(&f.data, "data", f.data, p.T(locales.CLIFlagData))
	set.StringVar(&f.procedureFolder, "procedures", f.procedureFolder, p.T(locales.CLIFlagProcedures))
	set.StringVar(&f.lang, "lang", f.lang, p.T(locales.CLIFlagLang))
	set.StringVar(&f.pinned, "today", "", p.T(locales.CLIFlagToday))
	set.BoolVar(&f.accessible, "accessible", getenv("ACCESSIBLE") != "", p.T(locales.CLIFlagAccessible))
	set.BoolVar(&f.noColor, "no-color", getenv("NO_COLOR") != "", p.T(locales.CLIFlagNoColor))
}

// registerJSON adds --json to a command that has it.
func (f *flags) registerJSON(set *pflag.FlagSet, p *locales.Printer) {
	set.BoolVar(&f.json, "json", f.json, p.T(locales.CLIFlagJSON))
}

// settle corrects what peek found by what the parser says: a word that looks
// like --json may have been the value of another flag.
func (f *flags) settle(cmd *cobra.Command, getenv func(string) string) {
	if json := cmd.Flags().Lookup("json"); json == nil || !json.Changed {
		f.json = false
	}
	f.data = cmp.Or(f.data, defaultData(getenv))
}
