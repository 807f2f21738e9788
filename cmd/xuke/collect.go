package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/collect"
)

func (c *command) collectCommand() *cobra.Command {
	var dryRun bool
	least := string(collect.Likely)
	cmd := c.sub("collect", c.args(2, 2), func(args []string) error {
		least := collect.Confidence(least)
		if !least.AtLeast(collect.Unsure) {
			return c.usage(locales.CLIErrorConfidence, "Given", string(least))
		}
		return c.withStore(func() error {
			s, err := c.find(args[0])
			if err != nil {
				return err
			}
			return c.collect(s, args[1], least, dryRun)
		})
	})
	f := cmd.Flags()
	f.BoolVar(&dryRun, "dry-run", false, c.p.T(locales.CLICollectFlagDryRun))
	f.StringVar(&least, "min", least, c.p.T(locales.CLICollectFlagMin))
	c.jsonFlag(cmd)
	return cmd
}

// collect proposes rows for the files of a folder, and attaches those that are
// certain enough. All files are in the vault before the application is saved,
// once: one step to take back.
func (c *command) collect(s *subject, arg string, least collect.Confidence, dryRun bool) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	dir := named(arg, c.getenv("HOME"))[0]
	found, err := c.cabinet().Scan(ctx, dir, nil)
	if err != nil {
		return err
	}
	words, err := c.vocabularies()
	if err != nil {
		return err
	}
	proposal := collect.NewMatcher(s.proc, &s.Application, words...).Propose(found.Files, found.Sum(ctx))
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if full, err := filepath.Abs(dir); err == nil {
		dir = full // for commands that work from anywhere
	}
	r := collection{dir: dir, found: found, proposal: proposal, least: least, dryRun: dryRun}
	if !dryRun {
		if err := c.attachCollected(ctx, s, &r); err != nil {
			return err
		}
	}
	return c.reportCollected(s, r)
}

// A collection is what came of a folder.
type collection struct {
	dir      string
	found    *collect.Folder
	proposal collect.Proposal
	least    collect.Confidence
	dryRun   bool
	attached map[string]bool // by path
	failed   []collect.Skip  // chosen, and could not be read
}

// chosen lists what is attached. Of what is unsure only that which one row
// alone fits: which one of several it is, somebody has to say.
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

// attachCollected attaches what can be read, and notes what cannot.
func (c *command) attachCollected(ctx context.Context, s *subject, r *collection) error {
	changed := s.Application.Clone()
	r.attached = make(map[string]bool)
	for _, p := range r.chosen() {
		f, err := c.cabinet().AddFrom(ctx, r.found, p.Path)
		if unread := (*fileError)(nil); errors.As(err, &unread) {
			r.failed = append(r.failed, collect.Skip{Path: p.Path, Reason: collect.Unreadable, Word: c.refuse(unread).Message})
			continue
		} else if err != nil {
			return err
		}
		if err := changed.Attach(s.proc, p.Key, f); err != nil {
			return c.refuseValue(s, err)
		}
		r.attached[p.Path] = true
	}
	if len(r.attached) == 0 {
		return nil
	}
	s.Application = changed
	return c.keep(s)
}

// vocabularies are the words of all languages: one folder mixes them.
func (c *command) vocabularies() (vs []collect.Vocabulary, err error) {
	for _, l := range locales.Langs {
		p, err := c.printer(l)
		if err != nil {
			return nil, err
		}
		vs = append(vs, p)
	}
	return vs, nil
}
