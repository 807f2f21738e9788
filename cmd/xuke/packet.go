package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

func (c *command) packetCommand() *cobra.Command {
	var out string
	var force bool
	cmd := c.sub("packet", c.args(1, 1), func(args []string) error {
		return c.withStore(func() error {
			s, err := c.find(args[0])
			if err != nil {
				return err
			}
			return c.packet(s, out, force)
		})
	})
	cmd.Flags().StringVarP(&out, "output", "o", "", c.p.T(locales.CLIPacketFlagOutput))
	cmd.Flags().BoolVar(&force, "force", false, c.p.T(locales.CLIPacketFlagForce))
	c.jsonFlag(cmd)
	return cmd
}

// packet writes the packet, or says what is missing from it. --force allows
// both that it is incomplete and that it takes the place of a file.
func (c *command) packet(s *subject, out string, force bool) error {
	if out == "" {
		return c.usage(locales.CLIErrorNoOutput)
	}
	if err := c.alone(out, export.PacketFormat); err != nil {
		return err
	}
	gaps := model.Gaps(s.proc, &s.Application)
	if len(gaps) > 0 && !force {
		return c.incomplete(s, gaps)
	}
	if isFolder(out) {
		out = filepath.Join(out, export.FileName(s.Application.Title)+"."+export.PacketFormat)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	langs := []locales.Lang{c.p.Lang()}
	if c.langFlag == both {
		langs = locales.Langs
	}
	papers, err := c.papers(s.proc, &s.Application, langs)
	if err != nil {
		return err
	}
	if out == "-" {
		_, err := c.pack(ctx, c.out, papers, nil)
		return err
	}
	done, err := c.savePacket(ctx, out, force, papers, nil)
	if err != nil {
		return err
	}
	return c.packed(s, papers, done, gaps)
}

// incomplete says what is missing: not ready, and nothing is written.
func (c *command) incomplete(s *subject, gaps []model.Gap) error {
	c.code = exitNotReady
	if c.json {
		return c.write(map[string]any{"file": nil, "gaps": s.Gaps(gaps)})
	}
	c.tell(locales.CLIPacketIncomplete, "Count", len(gaps))
	for _, l := range gapLines(s, gaps) {
		fmt.Fprintln(c.err, "  "+l)
	}
	c.tell(locales.CLIPacketIncompleteHint)
	return nil
}

func gapLines(s *subject, gaps []model.Gap) []string {
	return columns(s.Gaps(gaps), func(g export.PacketGap) []string { return []string{string(g.Key), g.Material, g.Text} })
}

// packed says what was written, and what is missing from the merged PDF.
func (c *command) packed(s *subject, papers *export.Packet, done packedFile, gaps []model.Gap) error {
	if c.json {
		return c.write(map[string]any{
			"file": done.path, "sha256": done.sha256, "size": done.size, "pages": done.Pages,
			"files": papers.Files(done.PacketContent), "gaps": s.Gaps(gaps),
		})
	}
	c.say(locales.CLIPacketDone, "File", done.path, "Count", len(done.Files), "Size", c.p.Size(done.size))
	left := done.Left()
	c.part(c.p.T(locales.CLIPacketLeft, "Count", len(left)), columns(left, func(f model.PacketFile) []string {
		return []string{f.Path, s.Unmerged(f.Why)}
	}))
	c.part(c.p.T(locales.CLIPacketGaps, "Count", len(gaps)), gapLines(s, gaps))
	return nil
}

// papers are the documents and names of a packet, in each of the languages.
func (c *command) papers(p *model.Procedure, a *model.Application, langs []locales.Lang) (*export.Packet, error) {
	words, err := c.wordsIn(p, append([]locales.Lang{locales.ZH}, langs...))
	if err != nil {
		return nil, err
	}
	return export.NewPacket(a, export.Options{Today: c.thisDay()}, words[0], words[1:]...), nil
}
