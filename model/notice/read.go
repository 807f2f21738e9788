package notice

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxRead is how many bytes of a text are read. A notice has a few thousand;
// what is beyond is kept in Rest.
const MaxRead = 1 << 17

// maxItems is how many items a notice may have; what follows is in Rest.
const maxItems = 500

// Read reads a notice. Any text can be read; what is found in it may be
// nothing. Without words no targets are proposed.
func Read(text string, words *Words) Notice {
	text = strings.ToValidUTF8(text, "\uFFFD")
	text, beyond := cut(text)
	rd := &reader{src: newSource(text), words: words}
	dates := rd.src.dates()
	n := Notice{Kind: rd.src.kind(), Layout: Bare}
	if n.Kind == Correction || n.Kind == Unknown {
		rd.terms = rd.src.terms(dates, words.names)
		n.Due = due(rd.terms).due
		n.Layout = rd.items()
	} else {
		rd.leave(span{0, len(rd.src.plain)})
	}
	inItem := func(p span) bool {
		return slices.ContainsFunc(rd.taken, p.within) || slices.ContainsFunc(rd.terms, func(t term) bool { return p.within(t.span) })
	}
	if own := rd.src.ownDate(dates, inItem); !own.date.IsZero() {
		n.Date, n.Dated = own.date, rd.src.said(own.span)
	}
	if numbers := rd.src.numbers(inItem); len(numbers) > 0 {
		n.Number, n.Others = numbers[0], numbers[1:]
	}
	n.Items, n.Rest = rd.found()
	if beyond = strings.TrimSpace(beyond); beyond != "" {
		n.Rest = append(n.Rest, beyond)
	}
	return n
}

// cut parts what is read of a text from what is beyond.
func cut(text string) (read, beyond string) {
	if len(text) <= MaxRead {
		return text, ""
	}
	at := MaxRead
	if i := strings.LastIndexByte(text[:at], '\n'); i > at/2 {
		at = i
	}
	for !utf8.RuneStart(text[at]) {
		at--
	}
	return text[:at], text[at:]
}

// A reader sorts the parts of a text into items and the rest.
type reader struct {
	src   *source
	words *Words
	terms []term
	end   int          // where the part with the items ends
	below map[int]bool // where items that are below others begin
	asked []asked
	taken []span // what the items cover
	left  []span
}

// An asked is an item, and where it stands.
type asked struct {
	mark   span
	listed bool
	lines  []span // or sentences of one
	reason string // the heading above it, where that says what is wrong
}

// leave puts the lines of a part into the rest.
func (rd *reader) leave(p span) { rd.left = append(rd.left, rd.src.lines(p)...) }

// found writes out the items and the rest.
func (rd *reader) found() (items []Item, rest []string) {
	items, rest = []Item{}, []string{}
	slices.SortStableFunc(rd.asked, func(a, b asked) int { return a.mark.lo - b.mark.lo })
	for _, a := range rd.asked {
		items = append(items, rd.item(a))
	}
	slices.SortStableFunc(rd.left, func(a, b span) int { return a.lo - b.lo })
	for _, p := range rd.left {
		if said := rd.src.said(p); said != "" {
			rest = append(rest, said)
		}
	}
	return items, rest
}

// item writes out one item, and says what it is about and why it came back.
func (rd *reader) item(a asked) Item {
	it := Item{Listed: a.listed, Mark: rd.src.said(a.mark), Text: rd.textOf(a.lines)}
	own := newSource(it.Text)
	it.Target, it.Confidence, it.Alternatives, it.Why = rd.words.propose(own)
	reason, word := reasonOf(own.flow)
	it.Reason = reason
	if word.hi > 0 {
		it.Why = append(it.Why, Why{Fault, own.said(word)})
	} else if a.reason != "" {
		above := newSource(a.reason)
		if it.Reason, word = reasonOf(above.flow); word.hi > 0 {
			it.Why = append(it.Why, Why{Fault, above.said(word)})
		}
	}
	return it
}

// textOf joins the lines of an item. A line that only went on with the one
// before joins it.
func (rd *reader) textOf(lines []span) string {
	var b strings.Builder
	var before span
	for _, part := range lines {
		for _, l := range rd.src.lines(part) {
			if before.hi > 0 {
				b.WriteString(rd.joint(before, l))
			}
			b.WriteString(rd.src.said(l))
			before = l
		}
	}
	return strings.TrimRight(b.String(), "；;、，, ")
}

// joint is what stands between two lines of an item.
func (rd *reader) joint(a, b span) string {
	between := rd.src.plain[a.hi:b.lo]
	switch {
	case !strings.Contains(between, "\n"): // sentences of one line
		if strings.TrimSpace(between) == "" {
			return between
		}
		return ""
	case rd.ends(a) || rd.below[b.lo]:
		return "\n"
	case isASCII(rd.src.plain[a.hi-1]) && isASCII(rd.src.plain[b.lo]):
		return " "
	}
	return ""
}

func isASCII(b byte) bool { return b < 0x80 }
