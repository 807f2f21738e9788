package export

import (
	"errors"
	"io"

	"github.com/xuke-cli/xuke/model"
)

// Formats that Encode knows, by file ending.
var Formats = []string{"md", "txt", "pdf", "docx", "json"}

// ErrFormat says that Encode does not know the format.
var ErrFormat = errors.New("unknown format")

// Encode writes the checklist of an application in a format, once for each of
// the languages, in that order.
func Encode(out io.Writer, format string, a *model.Application, workdays model.Workdays, opt Options, langs ...Words) error {
	if format == "json" {
		return JSON(out, a, workdays, opt, langs...)
	}
	docs := make([]Document, len(langs))
	for i, w := range langs {
		docs[i] = Build(w, a, opt)
	}
	switch format {
	case "md":
		return Markdown(out, docs...)
	case "pdf":
		return PDF(out, docs...)
	case "txt":
		return Text(out, docs...)
	case "docx":
		return Docx(out, docs...)
	}
	return ErrFormat
}
