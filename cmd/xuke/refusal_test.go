package main

import (
	"context"
	"errors"
	"io/fs"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/packet"
	"github.com/xuke-cli/xuke/model/procedure"
	"github.com/xuke-cli/xuke/store"
)

// Ctrl+C is not reported as a fault of xuke.
func TestStoppedIsNoFault(t *testing.T) {
	p, err := locales.New(locales.EN)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{context.Canceled, &store.SourceError{Err: context.Canceled}, unwritable("p.zip", context.Canceled)} {
		if r := refuse(p, err); r.Code != "stopped" || r.exit != exitFailed || r.Hint == "" {
			t.Errorf("%v: %q, %q, exit %d", err, r.Code, r.Message, r.exit)
		}
	}
}

// Every failure has a message, a code, and what to do next, with no placeholder
// and no id of a text left in them.
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
		{file(true, syscall.EFBIG), "over-limit", exitFailed, true},
		{file(true, syscall.EDQUOT), "disk-full", exitFailed, true},
		{file(false, syscall.EMFILE), "too-many-files", exitFailed, true},
		{file(false, syscall.ENOTDIR), "no-file", exitFailed, true},
		{file(true, syscall.ENOTDIR), "no-folder", exitFailed, true},
		{file(true, errNoFile), "not-a-file", exitFailed, true},
		{file(false, errTooLarge), "too-large", exitFailed, true},
		{file(true, &fs.PathError{Op: "write", Path: "temp", Err: syscall.EIO}), "unwritable", exitFailed, true},
		{file(false, syscall.EIO), "unreadable", exitFailed, true},
		{&fileError{"-", true, syscall.ENOSPC}, "output", exitFailed, true},
		{&packet.DamagedError{Path: "01-a/01-1 a.pdf", File: model.File{Name: "a.pdf"}, Got: "00"}, "file-damaged", exitFailed, true},
		{&packet.DamagedError{Path: "01-a/01-1 a.pdf", File: model.File{Name: "a.pdf"}}, "file-gone", exitFailed, true},
	}
	for _, code := range []store.Code{store.NotOurs, store.EmptyFile, store.CutShort, store.Corrupt, store.NewerVersion, store.OlderVersion,
		store.NoPermission, store.ReadOnlyDir, store.DiskFull, store.TooLarge, store.TooManyFiles, store.NoLocks, store.BadDisk, store.InDoubt, store.NotWiped, store.ReadOnly, store.Closed} {
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
			r := refuse(c.p, tt.err)
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

// The wizard shows the message alone, so the message names a lost file and says
// how to get it back.
func TestLostFileAdvises(t *testing.T) {
	for lang, advice := range map[locales.Lang]string{locales.ZH: "用原件重新放入", locales.EN: "Attach the original again"} {
		c := speaking(t, lang)
		for _, err := range []error{
			unreadable("执照.pdf", errVanished),
			&packet.DamagedError{Path: "01-a/01-1.pdf", File: model.File{Name: "执照.pdf"}},
			&packet.DamagedError{Path: "01-a/01-1.pdf", File: model.File{Name: "执照.pdf"}, Got: "00"},
		} {
			if m := refuse(c.p, err).Message; !strings.Contains(m, advice) || !strings.Contains(m, "执照.pdf") {
				t.Errorf("%s: %q", lang, m)
			}
		}
	}
}

// The wizard has no command to run again.
func TestD14Conflict(t *testing.T) {
	for _, lang := range locales.Langs {
		p := speaking(t, lang).p
		got := failureOf(p, &store.Error{Code: store.Conflict, ID: "k3v9"})
		if got == "" || got == refuse(p, &store.Error{Code: store.Conflict, ID: "k3v9"}).Message || strings.Contains(got, "k3v9") {
			t.Errorf("%s: %s", lang, got)
		}
		if got := failureOf(p, &store.Error{Code: store.DiskFull, Path: "xuke.db"}); !strings.Contains(got, "xuke.db") {
			t.Errorf("%s: %s", lang, got)
		}
	}
}
