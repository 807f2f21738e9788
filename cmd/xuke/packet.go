package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/packet"
	"github.com/xuke-cli/xuke/ui"
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

// A packedFile is a packet that was written to a file.
type packedFile struct {
	path   string
	sha256 string
	size   int64
	*model.PacketContent
}

// savePacket writes a packet into a file, whole or not at all.
func (c *command) savePacket(ctx context.Context, out string, replace bool, papers *export.Packet, tell func(done, of int)) (packedFile, error) {
	done := packedFile{path: out}
	var inner error
	err := writeStream(out, replace, func(w io.Writer) (err error) {
		hash, count, buffer := sha256.New(), new(counter), bufio.NewWriterSize(w, 1<<18)
		done.PacketContent, err = c.pack(ctx, io.MultiWriter(buffer, hash, count), papers, tell)
		inner = err
		done.sha256, done.size = hex.EncodeToString(hash.Sum(nil)), int64(*count)
		return errors.Join(err, buffer.Flush())
	})
	if inner != nil && !errors.Is(inner, syscall.ENOSPC) {
		return done, inner
	}
	if err != nil {
		return done, unwritable(out, err)
	}
	return done, nil
}

type counter int64

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}

func (c *command) pack(ctx context.Context, w io.Writer, papers *export.Packet, tell func(done, of int)) (*model.PacketContent, error) {
	plan := packet.Plan{Folders: papers.Folders(), Day: c.thisDay(), Merged: papers.Merged(), Note: papers.Note, Papers: papers.Papers}
	return packet.Write(ctx, w, plan, c.openFiled, tell)
}

// packetFrom writes the packet that the wizard asks for.
func (c *command) packetFrom(ctx context.Context, r ui.ExportRequest, tell func(done, of int)) (left int, err error) {
	papers, err := c.papers(r.Procedure, &r.App, r.Langs)
	if err != nil {
		return 0, err
	}
	done, err := c.savePacket(ctx, r.Path, r.Replace, papers, tell)
	if err != nil {
		return 0, err
	}
	return len(done.Left()), nil
}

// spoilt words that a file of the vault is not what it was.
func (c *command) spoilt(e *packet.DamagedError) *refusal {
	code, message := "file-damaged", locales.CLIErrorFileDamaged
	if e.Gone() {
		code, message = "file-gone", locales.CLIErrorFileGone
	}
	args := []any{"Name", e.File.Name, "Path", e.Path}
	return &refusal{exit: exitFailed, Code: code, err: e, Message: c.text(message, args...), Hint: c.text(locales.CLIErrorFileDamagedHint, args...)}
}

// openFiled opens the content of a file that was attached.
func (c *command) openFiled(id model.FileID) (io.ReadSeekCloser, error) {
	f, err := c.db.OpenFile(id)
	if err != nil {
		return nil, err
	}
	return vaultFile{f}, nil
}

// A vaultFile names itself where it cannot be read, so that the packet is not
// blamed.
type vaultFile struct{ *os.File }

func (f vaultFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	if err != nil && err != io.EOF {
		err = unreadable(f.Name(), err)
	}
	return n, err
}
