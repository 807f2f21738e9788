package notice

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// items finds what the notice asks for, and leaves the rest.
func (rd *reader) items() Layout {
	marks := rd.withHeadings(rd.src.marks())
	nodes := outline(marks, len(rd.src.plain))
	if len(nodes) == 0 {
		return rd.unlisted()
	}
	rd.end = rd.bodyEnd(nodes[0].lo, marks)
	nodes = clip(nodes, rd.end)
	rd.below = make(map[int]bool)
	for _, n := range nodes {
		rd.note(n.kids)
	}
	rd.leave(span{0, nodes[0].lo})
	for _, n := range nodes {
		rd.sort(n, "")
	}
	rd.leave(span{rd.end, len(rd.src.plain)})
	if len(rd.asked) == 0 {
		return Bare
	}
	return Listed
}

// note remembers where the items below others begin.
func (rd *reader) note(kids []node) {
	for _, k := range kids {
		rd.below[k.lo] = true
		rd.note(k.kids)
	}
}

// maxHeading is how many characters a line has that only names a material.
const maxHeading = 24

// withHeadings adds the lines that only name a material and have a numbered
// list below them, as 技术方案： has: each is an item.
func (rd *reader) withHeadings(marks []mark) []mark {
	first, marked := make(map[int]bool), make(map[int]bool)
	for _, m := range marks {
		first[m.lo], marked[m.lo] = m.place == atLine && m.n == 1, true
	}
	lines := rd.src.lines(span{0, len(rd.src.plain)})
	for i, l := range lines[:max(0, len(lines)-1)] {
		plain := rd.src.plain[l.lo:l.hi]
		if first[lines[i+1].lo] && !marked[l.lo] && strings.HasSuffix(plain, ":") && len(plain) <= maxHeading*utf8.UTFMax && rd.onlyNames(plain) {
			marks = append(marks, mark{span: span{l.lo, l.lo}, style: heading, place: atLine})
		}
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.lo, b.lo) })
	return marks
}

// onlyNames reports whether a text is mostly the name of a material.
func (rd *reader) onlyNames(plain string) bool {
	return slices.ContainsFunc(rd.words.mentions(plain), func(m mention) bool {
		return !m.person && m.strength == naming && 2*(m.hi-m.lo) >= len(plain)
	})
}

// bodyEnd returns where what is attached, or how to go about it, begins: the
// lists there are none of items.
func (rd *reader) bodyEnd(after int, marks []mark) int {
	marked := make(map[int]bool)
	for _, m := range marks {
		marked[m.lo] = true
	}
	for _, l := range rd.src.lines(span{after, len(rd.src.plain)}) {
		if !marked[l.lo] && closing().MatchString(rd.src.plain[l.lo:l.hi]) {
			return l.lo
		}
	}
	return len(rd.src.plain)
}

// sort makes a node an item, or leaves it, or takes it apart: it may be a
// heading over items. Reason is a heading above that says what is wrong.
func (rd *reader) sort(n node, reason string) {
	head := rd.src.trim(n.head())
	plain := rd.src.flow[head.lo:head.hi]
	switch {
	case len(rd.asked) == maxItems:
		rd.leave(span{n.lo, n.end})
	case head.lo < head.hi && rd.around(rd.opening(head), frames, topics):
		rd.leave(span{n.lo, n.end})
	case n.style != heading && len(n.kids) > 0 && rd.section(plain, n.kids):
		if faulty(plain) {
			reason = plain
		}
		rd.leave(span{n.lo, n.kids[0].lo})
		for _, k := range n.kids {
			rd.sort(k, reason)
		}
	default:
		rd.take(n, reason)
	}
}

// opening returns the first sentence of a part.
func (rd *reader) opening(p span) span {
	for _, l := range rd.src.lines(p) {
		return rd.src.sentences(l)[0]
	}
	return p
}

// section reports whether a heading is over items of their own: it names no
// material, and says so or has several below it.
func (rd *reader) section(head string, kids []node) bool {
	switch {
	case rd.words.names(head):
		return false
	case sections().MatchString(head):
		return true
	}
	var about Target
	for _, k := range kids {
		t, _, _, _ := rd.words.propose(newSource(rd.src.plain[k.hi:k.end]))
		if !t.IsZero() && !about.IsZero() && t != about {
			return true
		}
		about = cmp.Or(about, t)
	}
	return false
}

// take makes a node an item. Lines that follow belong to it while they go on
// with it; behind the last item the letter goes on.
func (rd *reader) take(n node, reason string) {
	var in []span
	last, over := n.end == rd.end, false
	for i, l := range rd.src.lines(span{n.hi, n.end}) {
		if i > 0 && (over || !rd.below[l.lo] && rd.leaves(in, l, last)) {
			over = last
			rd.outside(l, last)
			continue
		}
		in = append(in, l)
	}
	in = rd.trimmed(in, last)
	if rd.textOf(in) == "" {
		rd.leave(span{n.lo, n.hi})
		return
	}
	rd.ask(asked{mark: n.span, listed: true, lines: in, reason: reason})
}

// leaves reports whether a line is none of the item above it.
func (rd *reader) leaves(in []span, l span, last bool) bool {
	plain := rd.src.plain[l.lo:l.hi]
	switch {
	case len(in) == 0:
		return false
	case rd.around(rd.src.sentences(l)[0], frames), strings.HasSuffix(plain, ":") && !rd.words.names(plain):
		return true
	case !last:
		return false
	}
	before := rd.src.plain[in[len(in)-1].hi-1]
	return rd.around(l, edges) || rd.ends(in[len(in)-1]) && before != ':'
}

// outside leaves a line behind the items. One that finds a fault with a
// material is offered.
func (rd *reader) outside(l span, last bool) {
	plain := rd.src.flow[l.lo:l.hi]
	if last && len(rd.asked) < maxItems && rd.words.names(plain) && faulty(plain) && !rd.around(l, frames, edges) {
		rd.ask(asked{mark: span{l.lo, l.lo}, lines: []span{l}})
		return
	}
	rd.left = append(rd.left, l)
}

// trimmed takes the sentences off the end that are the letter's.
func (rd *reader) trimmed(in []span, last bool) []span {
	sets := [][]frame{frames}
	if last {
		sets = append(sets, edges)
	}
	for len(in) > 0 {
		end := len(in) - 1
		sentences := rd.src.sentences(in[end])
		final := sentences[len(sentences)-1]
		if len(in) == 1 && len(sentences) == 1 || !rd.around(final, sets...) {
			break
		}
		rd.left = append(rd.left, final)
		if len(sentences) == 1 {
			in = in[:end]
			continue
		}
		in[end].hi = sentences[len(sentences)-2].hi
	}
	return in
}

func (rd *reader) ask(a asked) {
	rd.asked = append(rd.asked, a)
	rd.taken = append(rd.taken, a.mark)
	rd.taken = append(rd.taken, a.lines...)
}

// ends reports whether a line ends where a sentence, or what announces a list,
// does.
func (rd *reader) ends(l span) bool {
	r, _ := utf8.DecodeLastRuneInString(rd.src.plain[l.lo:l.hi])
	return stops(r) || r == ':' || r == '.'
}
