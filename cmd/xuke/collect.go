package main

import (
	"context"
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/collect"
)

// A collectCommand sorts the files of a folder into the rows of an application.
type collectCommand struct {
	*session
	least  string // confidence with which a file is attached
	dryRun bool
}

func newCollect(s *session) *cobra.Command {
	c := &collectCommand{session: s}
	cmd := s.command(spec{name: "collect", least: 2, most: 2, json: true, run: c.run})
	cmd.Flags().BoolVar(&c.dryRun, "dry-run", false, s.p.T(locales.CLICollectFlagDryRun))
	cmd.Flags().StringVar(&c.least, "min", string(collect.Likely), s.p.T(locales.CLICollectFlagMin))
	return cmd
}

func (c *collectCommand) run(args []string) error {
	least := collect.Confidence(c.least)
	if !least.AtLeast(collect.Unsure) {
		return c.usage(locales.CLIErrorConfidence, "Given", c.least)
	}
	return c.on(args[0], func(a *subject) error { return c.collect(a, args[1], least) })
}

// collect proposes rows for the files of a folder, and attaches those that are
// certain enough. The application is saved once, when all files are in the
// vault, so that one undo takes all of it back.
func (c *collectCommand) collect(a *subject, arg string, least collect.Confidence) error {
	ctx, stop := untilInterrupted()
	defer stop()
	dir := named(arg, c.cabinet().home)[0]
	found, err := c.cabinet().Scan(ctx, dir, nil)
	if err != nil {
		return err
	}
	words, err := c.vocabularies()
	if err != nil {
		return err
	}
	proposal := collect.NewMatcher(a.proc, &a.Application, words...).Propose(found.Files, found.Sum(ctx))
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if full, err := filepath.Abs(dir); err == nil {
		dir = full // for commands that work from anywhere
	}
	r := collection{dir: dir, found: found, proposal: proposal, least: least}
	if !c.dryRun {
		if err := c.attach(ctx, a, &r); err != nil {
			return err
		}
	}
	return c.report(a, r)
}

// A collection says what became of a folder.
type collection struct {
	dir      string
	found    *collect.Folder
	proposal collect.Proposal
	least    collect.Confidence
	attached map[string]bool // by path
	failed   []collect.Skip  // chosen, and not readable
}

// chosen returns what is to be attached. An unsure file is only chosen if one
// row alone fits: a choice between several is left to the user.
func (r collection) chosen() (out []collect.Placement) {
	for _, p := range append(r.proposal.Placed, r.proposal.Unsure...) {
		if p.Confidence.AtLeast(r.least) && (p.Confidence != collect.Unsure || len(p.Candidates) == 1) {
			out = append(out, p)
		}
	}
	return out
}

func (r collection) skipped() []collect.Skip {
	return append(append(r.failed, r.proposal.Skipped...), r.found.Skipped...)
}

// attach attaches what can be read, and notes what cannot.
func (c *collectCommand) attach(ctx context.Context, a *subject, r *collection) error {
	changed := a.Application.Clone()
	r.attached = make(map[string]bool)
	for _, p := range r.chosen() {
		f, err := c.cabinet().AddFrom(ctx, r.found, p.Path)
		if unread := (*fileError)(nil); errors.As(err, &unread) {
			r.failed = append(r.failed, collect.Skip{Path: p.Path, Reason: collect.Unreadable, Word: refuse(c.p, unread).Message})
			continue
		} else if err != nil {
			return err
		}
		for _, key := range p.Rows() {
			if err := changed.Attach(a.proc, key, f); err != nil {
				return c.refused(a, err)
			}
		}
		r.attached[p.Path] = true
	}
	if len(r.attached) == 0 {
		return nil
	}
	a.Application = changed
	return c.keep(a)
}

// vocabularies returns the words of all languages, as one folder mixes them.
func (c *collectCommand) vocabularies() (vs []collect.Vocabulary, err error) {
	for _, lang := range locales.Langs {
		p, err := c.printer(lang)
		if err != nil {
			return nil, err
		}
		vs = append(vs, p)
	}
	return vs, nil
}
