package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// A packetCommand packs everything that was collected, to be handed in.
type packetCommand struct{ output }

func newPacket(s *session) *cobra.Command {
	c := &packetCommand{output{session: s}}
	cmd := s.command(spec{name: "packet", least: 1, most: 1, json: true, langs: true, run: func(args []string) error {
		return s.on(args[0], c.packet)
	}})
	c.register(cmd, locales.CLIPacketFlagOutput, locales.CLIPacketFlagForce)
	return cmd
}

// packet writes the packet, or says what is missing from it. --force permits
// an incomplete one, and one that replaces a file.
func (c *packetCommand) packet(a *subject) error {
	if c.path == "" {
		return c.usage(locales.CLIErrorNoOutput)
	}
	if err := c.alone(c.path, export.PacketFormat); err != nil {
		return err
	}
	s := model.StandingOf(a.proc, &a.Application, c.today)
	if gaps := s.Refusals(); len(gaps) > 0 && !c.force {
		return c.incomplete(a, gaps)
	}
	path := c.path
	if isFolder(path) {
		path = filepath.Join(path, export.FileName(a.Application.Title)+"."+export.PacketFormat)
	}
	ctx, stop := untilInterrupted()
	defer stop()
	papers, err := c.papers(a.proc, &a.Application, c.langs())
	if err != nil {
		return err
	}
	if path == "-" {
		_, err := c.pack(ctx, c.out, papers, nil)
		return err
	}
	done, err := c.savePacket(ctx, path, c.force, papers, nil)
	if err != nil {
		return err
	}
	return c.packed(a, papers, done, s)
}

// incomplete says what is missing: not ready, and nothing is written.
func (c *packetCommand) incomplete(a *subject, gaps []model.Obstacle) error {
	c.code = exitNotReady
	if c.json {
		return c.write(map[string]any{"file": nil, "gaps": a.Gaps(gaps)})
	}
	c.tell(locales.CLIPacketIncomplete, "Count", len(gaps))
	for _, l := range obstacleLines(a, gaps) {
		fmt.Fprintln(c.err, "  "+l)
	}
	c.tell(locales.CLIPacketIncompleteHint)
	return nil
}

// packed says what was written, what the merged PDF lacks, which gaps there are,
// and what is open.
func (c *packetCommand) packed(a *subject, papers *export.Packet, done packedFile, s model.Standing) error {
	gaps, open := s.Refusals(), s.Opens()
	if c.json {
		return c.write(map[string]any{
			"open": a.Obstacles(open),
			"file": done.path, "sha256": done.sha256, "size": done.size, "pages": done.Pages,
			"files": papers.Files(done.PacketContent), "gaps": a.Gaps(gaps),
		})
	}
	c.say(locales.CLIPacketDone, "File", done.path, "Count", len(done.Files), "Size", c.p.Size(done.size))
	left := done.Left()
	c.part(c.p.T(locales.CLIPacketLeft, "Count", len(left)), columns(left, func(f model.PacketFile) []string {
		return []string{f.Path, a.Unmerged(f.Why)}
	}))
	c.part(c.p.T(locales.CLIPacketGaps, "Count", len(gaps)), obstacleLines(a, gaps))
	c.part(c.p.T(locales.CLICheckOpen), obstacleLines(a, open))
	return nil
}
