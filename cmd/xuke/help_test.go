package main

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

func speaking(t *testing.T, lang locales.Lang) *session {
	t.Helper()
	p, err := locales.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return &session{console: console{p: p}, getenv: func(string) string { return "" }}
}

// Every command says what it does, how it is called, and gives an example.
func TestHelp(t *testing.T) {
	for _, lang := range locales.Langs {
		c := speaking(t, lang)
		var each func(cmd *cobra.Command)
		each = func(cmd *cobra.Command) {
			help := help(c.p, cmd)
			if cmd.Short == "" || cmd.Long == "" || !cmd.Hidden && cmd.Example == "" {
				t.Errorf("%s: %s lacks help", lang, cmd.CommandPath())
			}
			for _, line := range strings.Split(cmd.Example, "\n") {
				if !cmd.Hidden && !strings.HasPrefix(line, cmd.CommandPath()) && !strings.HasPrefix(line, "xuke list") && cmd.HasParent() && !cmd.HasSubCommands() {
					t.Errorf("%s: %s: example %q", lang, cmd.CommandPath(), line)
				}
			}
			if !strings.HasPrefix(cmd.UseLine(), cmd.CommandPath()) || strings.Contains(help, "[flags]") {
				t.Errorf("%s: %s is used as %q", lang, cmd.CommandPath(), cmd.UseLine())
			}
			if first, _ := utf8.DecodeRuneInString(cmd.Short); unicode.IsUpper(first) && cmd.HasParent() {
				t.Errorf("%s: %s: the list of commands has small letters: %q", lang, cmd.CommandPath(), cmd.Short)
			}
			cmd.Flags().VisitAll(func(f *pflag.Flag) {
				if f.Value.Type() != "bool" && !regexp.MustCompile("`[^`\\p{Han}]+`").MatchString(f.Usage) {
					t.Errorf("%s: %s --%s does not say what its value is: %q", lang, cmd.CommandPath(), f.Name, f.Usage)
				}
			})
			if m := regexp.MustCompile(`(?:cli|term)\.[a-z.-]+|Usage:|help for`).FindString(help); m != "" && lang == locales.ZH {
				t.Errorf("%s: %s says %q", lang, cmd.CommandPath(), m)
			}
			for _, line := range strings.Split(help, "\n") {
				if w := ansi.StringWidth(line); w > 130 {
					t.Errorf("%s: %s: %d cells: %s", lang, cmd.CommandPath(), w, line)
				}
			}
			for _, sub := range cmd.Commands() {
				each(sub)
			}
		}
		each(newRoot(c))
	}
}

// The materials that examples name exist.
func TestExamples(t *testing.T) {
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`(?m)^xuke (?:material|attach|detach|arrange|refile|draft) (?:"[^"]*"|\S+) ([a-z-]+)`)
	for _, lang := range locales.Langs {
		for _, cmd := range newRoot(speaking(t, lang)).Commands() {
			for _, m := range named.FindAllStringSubmatch(cmd.Example, -1) {
				if id := model.MaterialID(m[1]); id != "other" && p.Material(id) == nil {
					t.Errorf("%s: %s: there is no %s", lang, m[0], id)
				}
			}
		}
	}
}
