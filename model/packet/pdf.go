package packet

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf16"
)

// A writer writes a PDF from its beginning to its end, object by object, and
// remembers no more than where each begins. An object may be referred to
// before it is written. The first error stays.
type writer struct {
	w       io.Writer
	at      int64
	offsets []int64 // of the objects, by their numbers; 0 while not written
	err     error
}

func newWriter(w io.Writer) *writer {
	p := &writer{w: w, offsets: make([]int64, 1)} // there is no object 0
	p.print("%%PDF-1.7\n%%\xE4\xB8\xAD\xE6\x96\x87\n")
	return p
}

func (p *writer) Write(b []byte) (int, error) {
	if p.err != nil {
		return 0, p.err
	}
	n, err := p.w.Write(b)
	p.at += int64(n)
	p.err = err
	return n, err
}

func (p *writer) print(format string, args ...any) { fmt.Fprintf(p, format, args...) }

// reserve gives the number of an object that will be written.
func (p *writer) reserve() int {
	p.offsets = append(p.offsets, 0)
	return len(p.offsets) - 1
}

// object writes an object under its number.
func (p *writer) object(number int, format string, args ...any) {
	p.offsets[number] = p.at
	p.print("%d 0 obj\n", number)
	p.print(format, args...)
	p.print("\nendobj\n")
}

// stream writes a stream of any length, which is known only after it. Keys are
// what its dictionary holds besides.
func (p *writer) stream(number int, keys string, data func(io.Writer) error) {
	length := p.reserve()
	p.offsets[number] = p.at
	p.print("%d 0 obj\n<<%s/Length %d 0 R>>\nstream\n", number, keys, length)
	begin := p.at
	if err := data(p); p.err == nil {
		p.err = err
	}
	n := p.at - begin
	p.print("\nendstream\nendobj\n")
	p.object(length, "%d", n)
}

// finish writes the table of objects.
func (p *writer) finish(root, info int) error {
	begin := p.at
	p.print("xref\n0 %d\n0000000000 65535 f \n", len(p.offsets))
	for _, at := range p.offsets[1:] {
		if at == 0 { // a source refers to what it does not have: null
			p.print("0000000000 65535 f \n")
			continue
		}
		p.print("%010d 00000 n \n", at)
	}
	p.print("trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(p.offsets), root, info, begin)
	return p.err
}

// text writes a string in any script.
func text(s string) string {
	var b bytes.Buffer
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteByte('>')
	return b.String()
}

// A mark is a bookmark, with those below it.
type mark struct {
	title string
	page  int // the object of the page
	kids  []mark
}

// outline writes bookmarks and returns the object that holds them.
func (p *writer) outline(marks []mark) int {
	root := p.reserve()
	first, last := p.marks(root, marks)
	p.object(root, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", first, last, len(marks))
	return root
}

func (p *writer) marks(parent int, marks []mark) (first, last int) {
	numbers := make([]int, len(marks))
	for i := range marks {
		numbers[i] = p.reserve()
	}
	for i, m := range marks {
		keys := ""
		if i > 0 {
			keys += fmt.Sprintf("/Prev %d 0 R", numbers[i-1])
		}
		if i+1 < len(marks) {
			keys += fmt.Sprintf("/Next %d 0 R", numbers[i+1])
		}
		if len(m.kids) > 0 { // shown closed
			first, last := p.marks(numbers[i], m.kids)
			keys += fmt.Sprintf("/First %d 0 R/Last %d 0 R/Count %d", first, last, -len(m.kids))
		}
		p.object(numbers[i], "<</Title %s/Parent %d 0 R/Dest[%d 0 R/Fit]%s>>", text(m.title), parent, m.page, keys)
	}
	return numbers[0], numbers[len(numbers)-1]
}
