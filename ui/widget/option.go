package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// An Option is something to choose.
type Option struct {
	Label string
	// Note explains it; it is shown below, at least while it is in focus.
	Note string
	// Find is what else finds it when there is a search line: pinyin, initials,
	// separated by blanks ("guangdong gd").
	Find string
}

// searchable is the number of options from which on there is a search line.
const searchable = 13

// A picker is what Choice and Choices share: options, the one in focus, a
// search line if they are many, and a window on what is drawn.
type picker struct {
	// SearchHint is shown in the empty search line, NoMatch where nothing is
	// found. Both may be nil.
	SearchHint, NoMatch func() string

	kit     *Kit
	options func() []Option
	at      int // option in focus
	focused bool
	search  *Text
	scroll  *Scroll
	offset  int // lines above the scrolled part, as drawn last
}

func newPicker(k *Kit, options func() []Option) picker {
	p := picker{kit: k, options: options, search: NewText(k, 40), scroll: NewScroll(k)}
	p.search.bare = true
	return p
}

func call(f func() string) string {
	if f == nil {
		return ""
	}
	return f()
}

func (p *picker) searching() bool { return len(p.options()) >= searchable }

// found lists the options that the search line finds: all, if it is empty.
func (p *picker) found() []int {
	want := ""
	if p.searching() {
		want = strings.ToLower(strings.TrimSpace(p.search.Value()))
	}
	var hits []int
	for i, o := range p.options() {
		if matches(o, want) {
			hits = append(hits, i)
		}
	}
	return hits
}

func matches(o Option, want string) bool {
	if strings.Contains(strings.ToLower(o.Label), want) {
		return true
	}
	for word := range strings.FieldsSeq(strings.ToLower(o.Find)) {
		if strings.HasPrefix(word, want) {
			return true
		}
	}
	return false
}

// place returns where the option in focus stands among those found. If it is
// not there, the first one comes into focus; -1 if there is none.
func (p *picker) place(found []int) int {
	for n, i := range found {
		if i == p.at {
			return n
		}
	}
	if len(found) == 0 {
		return -1
	}
	p.at = found[0]
	return 0
}

// find gives a key or a paste to the search line.
func (p *picker) find(msg tea.Msg) Event {
	if !p.searching() {
		return Ignored
	}
	e := p.search.Update(msg)
	if e == Changed {
		if hits := p.found(); len(hits) > 0 {
			p.at = hits[0]
		}
		p.scroll.Reset()
		return Moved
	}
	return e
}

// head draws the search line, if there is one, and says where to type.
func (p *picker) head(w int) ([]string, *tea.Cursor) {
	p.offset = 0
	if !p.searching() {
		return nil, nil
	}
	p.offset = 1
	p.search.Hint = p.SearchHint
	p.search.Focus(p.focused)
	s, c := p.search.View(max(1, w-2), 1)
	lines := []string{p.kit.Theme.Key.Render("/") + " " + s}
	if len(p.found()) == 0 {
		lines = append(lines, p.kit.Theme.Dim.Render(call(p.NoMatch)))
	}
	return lines, Shift(c, 2, 0)
}

// foot draws the note of the option in focus in at most room lines, and always
// as many as the longest note takes, so that nothing jumps.
func (p *picker) foot(w, room int) []string {
	longest := 0
	var foot []string
	for i, o := range p.options() {
		if o.Note == "" || room <= 0 {
			continue
		}
		lines := Wrap(o.Note, max(1, w-2))
		if len(lines) > room {
			lines = lines[:room]
			lines[room-1] = Cut(lines[room-1], w-3) + "…"
		}
		longest = max(longest, len(lines))
		if i == p.at {
			foot = lines
		}
	}
	for i, l := range foot {
		foot[i] = "  " + p.kit.Theme.Dim.Render(l)
	}
	return append(foot, make([]string, longest-len(foot))...)
}

// frame puts head, options and foot together in w×h cells.
func (p *picker) frame(w, h int, foot []string, render func(w int) []string) (string, *tea.Cursor) {
	head, cursor := p.head(w)
	room := h - len(head) - len(foot)
	if room < 1 {
		foot, room = nil, h-len(head)
	}
	lines := head
	if room > 0 {
		lines = append(lines, strings.Split(p.scroll.View(w, room, render), "\n")...)
	}
	if w < 3 || h < 1 {
		cursor = nil
	}
	return FitLines(append(lines, foot...), w, h), cursor
}
