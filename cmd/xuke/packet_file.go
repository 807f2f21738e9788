package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/packet"
)

// A packedFile is a packet that was written to a file.
type packedFile struct {
	path   string
	sha256 string
	size   int64
	*model.PacketContent
}

// savePacket writes a packet into a file, whole or not at all.
func (s *session) savePacket(ctx context.Context, out string, replace bool, papers *export.Packet, tell func(done, of int)) (packedFile, error) {
	done := packedFile{path: out}
	err := s.writer(ctx).saveStream(out, replace, func(w io.Writer) (err error) {
		hash, count := sha256.New(), new(counter)
		done.PacketContent, err = s.pack(ctx, io.MultiWriter(w, hash, count), papers, tell)
		done.sha256, done.size = hex.EncodeToString(hash.Sum(nil)), int64(*count)
		return err
	})
	return done, err
}

type counter int64

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}

// pack writes a packet of the files in the vault.
func (s *session) pack(ctx context.Context, w io.Writer, papers *export.Packet, tell func(done, of int)) (*model.PacketContent, error) {
	plan := packet.Plan{Folders: papers.Folders(), Day: s.thisDay(), Merged: papers.Merged(), Note: papers.Note, Papers: papers.Papers}
	return packet.Write(ctx, w, plan, s.openFiled, tell)
}

// openFiled opens the content of a file that was attached.
func (s *session) openFiled(id model.FileID) (io.ReadSeekCloser, error) {
	f, err := s.db.OpenFile(id)
	if err != nil {
		return nil, err
	}
	return vaultFile{f}, nil
}

// A vaultFile names itself if it cannot be read, so that the error does not
// blame the packet.
type vaultFile struct{ *os.File }

func (f vaultFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	if err != nil && err != io.EOF {
		err = unreadable(f.Name(), err)
	}
	return n, err
}
