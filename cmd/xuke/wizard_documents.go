package main

import (
	"context"
	"io"
	"path/filepath"

	"github.com/xuke-cli/xuke/model/export"
)

// documents is the disk as the wizard writes to it.
type documents struct {
	writer
	pack func(ctx context.Context, path string, replace bool, p *export.Packet, tell func(done, of int)) (packedFile, error)
}

func (s *session) documents() documents {
	return documents{s.writer(context.Background()), s.savePacket}
}

// Write has a file filled by write, whole or not at all.
func (d documents) Write(path string, replace bool, write func(io.Writer) error) (full string, err error) {
	full = inFull(path)
	return full, d.saveStream(full, replace, write)
}

// MakeFolder makes a folder with those above it.
func (documents) MakeFolder(dir string) (string, error) { return makeFolder(dir) }

// Pack writes a packet to a file. Left is how many files its merged PDF lacks.
func (d documents) Pack(ctx context.Context, path string, replace bool, p *export.Packet, tell func(done, of int)) (full string, left int, err error) {
	full = inFull(path)
	done, err := d.pack(ctx, full, replace, p, tell)
	if err != nil {
		return full, 0, err
	}
	return full, len(done.Left()), nil
}

// inFull returns a path from the root, by which a file is found again from
// anywhere.
func inFull(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}
