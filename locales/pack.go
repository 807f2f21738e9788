package locales

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// A FileError is something in a file of texts that has to change.
type FileError struct {
	File         string
	Line, Column int // both from 1; 0 where it concerns the whole file
	Text         string
}

// Error is led by the file, as far as it is known, and the place in it.
func (e *FileError) Error() string {
	text := e.Text
	if e.Line > 0 {
		text = fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, text)
	}
	if e.File != "" {
		text = e.File + ": " + text
	}
	return text
}

// inFile names the file in an error of reading it.
func inFile(name string, err error) error {
	if e := (*FileError)(nil); errors.As(err, &e) {
		e.File = name
		return e
	}
	return &FileError{File: name, Text: err.Error()}
}

func lineOf(data []byte, e entry) int { return 1 + bytes.Count(data[:e.at.Offset], []byte("\n")) }

// Check reads the texts that a pack brings in one language. A pack may add
// texts, and words of its own for a procedure (PROCEDURE/kind.id.part), but
// not change those that the program speaks with elsewhere.
func Check(lang Lang, pack fs.FS) []*FileError {
	program, err := New(lang)
	if err != nil {
		return []*FileError{{Text: err.Error()}}
	}
	names, err := fs.Glob(pack, "*."+string(lang)+".toml")
	if err != nil {
		return []*FileError{{Text: err.Error()}}
	}
	var found []*FileError
	for _, name := range names {
		data, err := fs.ReadFile(pack, name)
		if err != nil {
			found = append(found, &FileError{File: name, Text: err.Error()})
			continue
		}
		entries, err := read(data)
		if err != nil {
			if e := (*FileError)(nil); errors.As(inFile(name, err), &e) {
				found = append(found, e)
			}
			continue
		}
		for _, e := range entries {
			if program.HasID(e.id) {
				found = append(found, &FileError{File: name, Line: lineOf(data, e), Column: 1,
					Text: fmt.Sprintf("%q is a text of the program: put the id of your procedure and a slash before it", e.id)})
			}
		}
	}
	if len(found) == 0 { // what only shows when all files are taken together
		if _, err := New(lang, pack); err != nil {
			found = append(found, &FileError{Text: strings.TrimPrefix(err.Error(), "locales: ")})
		}
	}
	return found
}
