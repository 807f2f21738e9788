package main

import (
	"errors"
	"io/fs"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/packet"
	"github.com/xuke-cli/xuke/model/procedure"
	"github.com/xuke-cli/xuke/store"
)

func speaking(t *testing.T, lang locales.Lang) *command {
	t.Helper()
	p, err := locales.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return &command{p: p, getenv: func(string) string { return "" }}
}

// Every command teaches: what it does, how it is called, an example.
func TestHelp(t *testing.T) {
	for _, lang := range locales.Langs {
		c := speaking(t, lang)
		var each func(cmd *cobra.Command)
		each = func(cmd *cobra.Command) {
			help := c.help(cmd)
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
		each(c.root())
	}
}

// What the examples name as a material, there is.
func TestExamples(t *testing.T) {
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`(?m)^xuke (?:material|attach|detach|arrange|refile|draft) (?:"[^"]*"|\S+) ([a-z-]+)`)
	for _, lang := range locales.Langs {
		for _, cmd := range speaking(t, lang).root().Commands() {
			for _, m := range named.FindAllStringSubmatch(cmd.Example, -1) {
				if id := model.MaterialID(m[1]); id != "other" && p.Material(id) == nil {
					t.Errorf("%s: %s: there is no %s", lang, m[0], id)
				}
			}
		}
	}
}

// Whatever fails has a message, a code, and what to do next; no placeholder
// and no id of a text is left.
func TestFailures(t *testing.T) {
	file := func(writing bool, err error) error { return &fileError{"a.md", writing, err} }
	tests := []struct {
		err  error
		code string
		exit int
		hint bool
	}{
		{&store.BusyError{PID: 42, Since: time.Unix(0, 0), Program: "xuke"}, "busy", exitBusy, true},
		{&store.BusyError{}, "busy", exitBusy, true},
		{&store.Error{Code: store.NotFound, ID: "x"}, "not-found", exitUsage, true},
		{&store.Error{Code: store.NotFound, Path: "x.db"}, "not-found", exitFailed, true},
		{&store.Error{Code: store.Ambiguous, ID: "x", Candidates: []store.Candidate{{ID: "1", Title: "\x1b"}}}, "ambiguous", exitUsage, true},
		{&store.Error{Code: store.BadDisk, Path: "x", Err: syscall.ENOTDIR}, "no-folder", exitFailed, true},
		{&store.Error{Code: store.Conflict, ID: "x"}, "conflict", exitFailed, true},
		{&store.Error{Code: store.Corrupt, Path: "x.db", ID: "x", Err: errors.New("checksum")}, "corrupt", exitFailed, true},
		{&model.Error{Code: model.NoSuchQuestion, Given: "x"}, "no-such-question", exitUsage, true},
		{&model.Error{Code: model.NotText}, "not-text", exitUsage, false},
		{&procedure.NotFoundError{ID: "x"}, "edition", exitFailed, true},
		{&procedure.BrokenError{ID: "x", Problems: []procedure.Problem{{File: "x.toml", Code: procedure.Cycle}}}, "pack-broken", exitFailed, true},
		{errors.New("a bug"), "internal", exitFailed, true},
		{errors.Join(errors.New("a bug"), &store.BusyError{}), "busy", exitBusy, true},
		{file(true, fs.ErrExist), "exists", exitFailed, true},
		{file(true, fs.ErrNotExist), "no-folder", exitFailed, true},
		{file(false, fs.ErrNotExist), "no-file", exitFailed, true},
		{file(true, fs.ErrPermission), "no-permission", exitFailed, true},
		{file(true, &fs.PathError{Op: "write", Path: "temp", Err: syscall.ENOSPC}), "disk-full", exitFailed, true},
		{file(true, syscall.EROFS), "read-only", exitFailed, true},
		{file(true, errNoFile), "not-a-file", exitFailed, true},
		{file(false, errTooLarge), "too-large", exitFailed, true},
		{file(true, &fs.PathError{Op: "write", Path: "temp", Err: syscall.EIO}), "unwritable", exitFailed, true},
		{file(false, syscall.EIO), "unreadable", exitFailed, true},
		{&fileError{"-", true, syscall.ENOSPC}, "output", exitFailed, true},
		{&packet.DamagedError{Path: "01-a/01-1 a.pdf", File: model.File{Name: "a.pdf"}, Got: "00"}, "file-damaged", exitFailed, true},
		{&packet.DamagedError{Path: "01-a/01-1 a.pdf", File: model.File{Name: "a.pdf"}}, "file-gone", exitFailed, true},
	}
	for _, code := range []store.Code{store.NotOurs, store.EmptyFile, store.CutShort, store.Corrupt, store.NewerVersion, store.OlderVersion,
		store.NoPermission, store.ReadOnlyDir, store.DiskFull, store.BadDisk, store.InDoubt, store.ReadOnly, store.Closed} {
		tests = append(tests, struct {
			err  error
			code string
			exit int
			hint bool
		}{&store.Error{Code: code, Path: "dir/xuke.db", Err: errors.New("cause")}, string(code), exitFailed, true})
	}
	leftover := regexp.MustCompile(`\b(cli|error|term|question)\.[a-z]|\{\{|<no value>|temp|\x1b|%!`)
	for _, lang := range locales.Langs {
		c := speaking(t, lang)
		for _, tt := range tests {
			r := c.refuse(tt.err)
			if r.Code != tt.code || r.exit != tt.exit || r.Message == "" || (r.Hint != "") != tt.hint {
				t.Errorf("%s: %v: %+v", lang, tt.err, r)
			}
			if m := leftover.FindString(r.Message + r.Hint); m != "" {
				t.Errorf("%s: %v: %q in %s %s", lang, tt.err, m, r.Message, r.Hint)
			}
			if e := (*store.Error)(nil); errors.As(tt.err, &e) && e.Path != "" && !strings.Contains(r.Message, e.Path) {
				t.Errorf("%s: %q does not name the file", lang, r.Message)
			}
		}
	}
}

// The wizard shows the message alone, so a lost file is named in it and the
// way to have it again is told, too.
func TestLostFileAdvises(t *testing.T) {
	for lang, advice := range map[locales.Lang]string{locales.ZH: "用原件重新放入", locales.EN: "Attach the original again"} {
		c := speaking(t, lang)
		for _, err := range []error{
			unviewable("执照.pdf", errVanished),
			&packet.DamagedError{Path: "01-a/01-1.pdf", File: model.File{Name: "执照.pdf"}},
			&packet.DamagedError{Path: "01-a/01-1.pdf", File: model.File{Name: "执照.pdf"}, Got: "00"},
		} {
			if m := c.refuse(err).Message; !strings.Contains(m, advice) || !strings.Contains(m, "执照.pdf") {
				t.Errorf("%s: %q", lang, m)
			}
		}
	}
}

// A file that the vault has lost is not looked for by its hash.
func TestViewLostFile(t *testing.T) {
	x := newTrial(t)
	db, err := store.Open(x.data, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	lost := model.File{Name: "执照.pdf", SHA256: model.FileID(strings.Repeat("0", 64))}
	if err := (cabinet{db: db}).View(lost); !errors.Is(err, errVanished) {
		t.Errorf("said %v", err)
	}
}

// What cannot be printed is no success.
func TestFullOutput(t *testing.T) {
	x := newTrial(t)
	var said strings.Builder
	code := run([]string{"--data", x.data, "--lang", "en", "list", "--json"}, strings.NewReader(""), full{}, &said)
	if code != exitFailed || !strings.Contains(said.String(), "Not all of the output") {
		t.Errorf("exit code %d: %s", code, said.String())
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }
