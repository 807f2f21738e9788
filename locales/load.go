package locales

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

//go:embed texts/*.toml
var embedded embed.FS

var own = func() fs.FS {
	sub, err := fs.Sub(embedded, "texts")
	if err != nil {
		panic(err) // the path is a constant
	}
	return sub
}()

// load reads the files of one folder. Plain texts go into p, the others are
// returned for go-i18n.
func (p *Printer) load(fsys fs.FS) ([]*i18n.Message, error) {
	names, err := fs.Glob(fsys, "*."+string(p.lang)+".toml")
	if err != nil {
		return nil, err
	}
	var messages []*i18n.Message
	from := make(map[string]string, 2048)
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		entries, err := read(data)
		if err != nil {
			return nil, inFile(name, err)
		}
		for _, e := range entries {
			if other, ok := from[e.id]; ok {
				return nil, &FileError{File: name, Line: lineOf(data, e), Column: 1, Text: fmt.Sprintf("the text %q is in %s already", e.id, other)}
			}
			from[e.id] = name
			if p.add(e) {
				messages = append(messages, &i18n.Message{ID: e.id, One: e.one, Other: e.other})
			}
		}
	}
	return messages, nil
}

// add notes a text and reports whether it is one for go-i18n. A pack may
// replace a plain text by another kind, and the other way round.
func (p *Printer) add(e entry) bool {
	if e.one == "" && !strings.Contains(e.other, "{{") {
		p.plain[e.id] = e.other
		delete(p.varied, e.id)
		return false
	}
	delete(p.plain, e.id)
	p.varied[e.id] = true
	return true
}
