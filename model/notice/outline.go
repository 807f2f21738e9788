package notice

// A node is an item of a list, with the list below it.
type node struct {
	mark
	end  int // where it ends, with all that is below it
	kids []node
}

// head returns what a node says itself.
func (n node) head() span {
	if len(n.kids) > 0 {
		return span{n.hi, n.kids[0].lo}
	}
	return span{n.hi, n.end}
}

// outline finds which marks number something, and what is below what. A mark
// does where it goes on with a list that is open, or begins one: at the begin
// of a line, or within one where its successor follows.
func outline(marks []mark, end int) []node {
	o := outliner{last: make(map[style]map[int]int)}
	for _, m := range marks {
		o.note(m)
		if m.or != nil {
			o.note(*m.or)
		}
	}
	var taken []mark
	var depths []int
	for _, m := range marks {
		d := o.take(m)
		if d < 0 && m.or != nil {
			m = *m.or
			d = o.take(m)
		}
		if d >= 0 {
			taken, depths = append(taken, m), append(depths, d)
		}
	}
	return nest(taken, depths, 0, end)
}

// nest makes a tree of what stands at a depth and below.
func nest(marks []mark, depths []int, depth, end int) (out []node) {
	for i := 0; i < len(marks); {
		j := i + 1
		for j < len(marks) && depths[j] > depth {
			j++
		}
		n := node{mark: marks[i], end: end}
		if j < len(marks) {
			n.end = marks[j].lo
		}
		n.kids = nest(marks[i+1:j], depths[i+1:j], depth+1, n.end)
		out, i = append(out, n), j
	}
	return out
}

// clip cuts off what lies beyond an end.
func clip(nodes []node, end int) (out []node) {
	for _, n := range nodes {
		if n.lo < end {
			n.end, n.kids = min(n.end, end), clip(n.kids, end)
			out = append(out, n)
		}
	}
	return out
}

// An outliner walks over the marks with the lists that are open, the
// outermost first.
type outliner struct {
	open []mark
	last map[style]map[int]int // where a number stands for the last time
}

func (o *outliner) note(m mark) {
	if o.last[m.style] == nil {
		o.last[m.style] = make(map[int]int)
	}
	o.last[m.style][m.n] = m.lo
}

func (o *outliner) followed(m mark) bool { return o.last[m.style][m.n+1] > m.lo }

// maxDepth is how deep lists are looked at; what is deeper is text.
const maxDepth = 6

// take returns the depth of a mark, -1 where it numbers nothing.
func (o *outliner) take(m mark) int {
	if m.place == tight && !standsOut[m.style] {
		return -1
	}
	for d, open := range o.open {
		if open.style != m.style {
			continue
		}
		if !continues(open, m) {
			return -1
		}
		o.open = append(o.open[:d], m)
		return d
	}
	if len(o.open) == maxDepth || !o.begins(m) {
		return -1
	}
	if m.style == heading {
		o.open = o.open[:0]
	}
	o.open = append(o.open, m)
	return len(o.open) - 1
}

// standsOut are the styles that are seen in the middle of running text.
var standsOut = map[style]bool{circled: true, digitBracket: true, hanBracket: true, digitPoint: true}

// weak are the styles that are taken for a list only where it goes on.
var weak = map[style]bool{hanIs: true, digitBlank: true, letterPoint: true, letterBracket: true, romanPoint: true, romanBracket: true}

// maxGap is how many numbers may be missing within a list.
const maxGap = 2

// continues reports whether m is the next of the list that last belongs to. At
// the begin of a line it may also begin the list anew, repeat a number, or
// leave some out.
func continues(last, m mark) bool {
	step := m.n - last.n
	return m.n > 0 && step == 1 || m.place == atLine && (m.n <= 1 || step >= 0 && step <= 1+maxGap)
}

func (o *outliner) begins(m mark) bool {
	switch {
	case m.n == 0:
		return m.place == atLine
	case m.place == atLine && m.n == 1:
		return !weak[m.style] || o.followed(m)
	case m.place == atLine: // the beginning was not pasted
		return len(o.open) == 0 && !weak[m.style]
	}
	return m.n == 1 && o.followed(m)
}
