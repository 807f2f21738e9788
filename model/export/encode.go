package export

import (
	"errors"
	"io"

	"github.com/xuke-cli/xuke/model"
)

// An encoder writes the checklist of an application, once for each of the
// languages.
type encoder func(out io.Writer, a *model.Application, workdays model.Workdays, opt Options, langs ...Words) error

var encoders = formats[encoder]{
	{"md", documents(Markdown)},
	{"txt", documents(Text)},
	{"pdf", documents(PDF)},
	{"docx", documents(Docx)},
	{"json", JSON},
}

// documents is the encoder of a format for people, who read Documents.
func documents(write func(io.Writer, ...Document) error) encoder {
	return func(out io.Writer, a *model.Application, _ model.Workdays, opt Options, langs ...Words) error {
		docs := make([]Document, len(langs))
		for i, w := range langs {
			docs[i] = Build(w, a, opt)
		}
		return write(out, docs...)
	}
}

// Formats that Encode knows, by file ending.
var Formats = encoders.endings()

// ErrFormat says that there is no encoder for a format.
var ErrFormat = errors.New("unknown format")

// Encode writes the checklist of an application in a format, once for each of
// the languages, in that order.
func Encode(out io.Writer, format string, a *model.Application, workdays model.Workdays, opt Options, langs ...Words) error {
	encode, err := encoders.encoder(format)
	if err != nil {
		return err
	}
	return encode(out, a, workdays, opt, langs...)
}
