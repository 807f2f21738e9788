package locales

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

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
	for i, f := range readAll(fsys, names) {
		name := names[i]
		if f.err != nil {
			return nil, f.err
		}
		for _, e := range f.entries {
			if other, ok := from[e.id]; ok {
				return nil, &FileError{File: name, Line: lineOf(f.data, e), Column: 1, Text: fmt.Sprintf("the text %q is in %s already", e.id, other)}
			}
			from[e.id] = name
			if p.add(e) {
				messages = append(messages, &i18n.Message{ID: e.id, One: e.one, Other: e.other})
			}
		}
	}
	return messages, nil
}

// A textFile is what was read of one file.
type textFile struct {
	data    []byte
	entries []entry
	err     error
}

// readAll reads files side by side: every start waits for it.
func readAll(fsys fs.FS, names []string) []textFile {
	files := make([]textFile, len(names))
	var wg sync.WaitGroup
	for i, name := range names {
		wg.Go(func() {
			f := &files[i]
			if f.data, f.err = fs.ReadFile(fsys, name); f.err != nil {
				return
			}
			if f.entries, f.err = read(f.data); f.err != nil {
				f.err = inFile(name, f.err)
			}
		})
	}
	wg.Wait()
	return files
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
