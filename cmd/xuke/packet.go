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
	if err := c.alone(out, "zip"); err != nil {
		return err
	}
	gaps := model.Gaps(s.proc, &s.Application)
	if len(gaps) > 0 && !force {
		return c.incomplete(s, gaps)
	}
	if isFolder(out) {
		out = filepath.Join(out, export.FileName(s.Application.Title)+".zip")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	langs := []locales.Lang{c.p.Lang()}
	if c.langFlag == both {
		langs = locales.Langs
	}
	b, err := c.binder(s, langs)
	if err != nil {
		return err
	}
	if out == "-" {
		_, err := b.write(ctx, c.out, nil)
		return err
	}
	done, err := b.save(ctx, out, force, nil)
	if err != nil {
		return err
	}
	return c.packed(b, done)
}

// incomplete says what is missing: not ready, and nothing is written.
func (c *command) incomplete(s *subject, gaps []model.Gap) error {
	c.code = exitNotReady
	if c.json {
		return c.write(map[string]any{"file": nil, "gaps": gapsOf(s.Words, gaps)})
	}
	c.tell(locales.CLIPacketIncomplete, "Count", len(gaps))
	for _, l := range columns(gapsOf(s.Words, gaps), func(g gapText) []string { return []string{string(g.Key), g.Material, g.Text} }) {
		fmt.Fprintln(c.err, "  "+l)
	}
	c.tell(locales.CLIPacketIncompleteHint)
	return nil
}

// A packedFile is a packet that was written.
type packedFile struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
	Size   int64  `json:"size"`
	*packet.Content
}

// packed says what was written, and what is missing from the merged PDF.
func (c *command) packed(b *binder, done packedFile) error {
	if c.json {
		return c.write(b.report(done))
	}
	c.say(locales.CLIPacketDone, "File", done.File, "Count", len(done.Items), "Size", c.p.Size(done.Size))
	var left []packet.Item
	for _, it := range done.Items {
		if it.Why != "" {
			left = append(left, it)
		}
	}
	c.part(c.p.T(locales.CLIPacketLeft, "Count", len(left)), columns(left, func(it packet.Item) []string {
		return []string{it.Path, b.why(b.s.Words, it.Why)}
	}))
	c.part(c.p.T(locales.CLIPacketGaps, "Count", len(b.gaps)), columns(gapsOf(b.s.Words, b.gaps), func(g gapText) []string {
		return []string{string(g.Key), g.Material, g.Text}
	}))
	return nil
}

// save writes the packet into a file, whole or not at all.
func (b *binder) save(ctx context.Context, out string, replace bool, tell func(done, of int)) (packedFile, error) {
	done := packedFile{File: out}
	var inner error
	err := writeStream(out, replace, func(w io.Writer) (err error) {
		hash, count, buffer := sha256.New(), new(counter), bufio.NewWriterSize(w, 1<<18)
		done.Content, err = b.write(ctx, io.MultiWriter(buffer, hash, count), tell)
		inner = err
		done.SHA256, done.Size = hex.EncodeToString(hash.Sum(nil)), int64(*count)
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

// packetFrom writes the packet that the wizard asks for.
func (c *command) packetFrom(ctx context.Context, r ui.ExportRequest, tell func(done, of int)) (left int, err error) {
	b, err := c.binder(&subject{Application: r.App, proc: r.Procedure}, r.Langs)
	if err != nil {
		return 0, err
	}
	done, err := b.save(ctx, r.Path, r.Replace, tell)
	if err != nil {
		return 0, err
	}
	for _, it := range done.Items {
		if it.Why != "" {
			left++
		}
	}
	return left, nil
}

type counter int64

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}

func (b *binder) write(ctx context.Context, w io.Writer, tell func(done, of int)) (*packet.Content, error) {
	return packet.Write(ctx, w, b.plan(), b.open, tell)
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

func (b *binder) open(id model.FileID) (io.ReadSeekCloser, error) {
	f, err := b.c.db.OpenFile(id)
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
