package ui_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// A leaf is a screen that does what a test wants and counts what it hears.
type leaf struct {
	name   string
	begun  int
	shown  int
	typing bool
	keys   []page.Binding
	got    []tea.Msg
	reply  func(tea.Msg) page.Step
}

func (l *leaf) Init() page.Step          { l.begun++; return nil }
func (l *leaf) Title() string            { return "<" + l.name + ">" }
func (l *leaf) View(w, h int) page.Drawn { return page.Drawn{Text: l.name} }
func (l *leaf) Bindings() []page.Binding { return l.keys }
func (l *leaf) Typing() bool             { return l.typing }

func (l *leaf) Update(msg tea.Msg) (page.Screen, page.Step) {
	if _, ok := msg.(page.ShownMsg); ok {
		l.shown++
		return l, nil
	}
	l.got = append(l.got, msg)
	if l.reply != nil {
		return l, l.reply(msg)
	}
	return l, nil
}

// shownLeaf is the name of the leaf on top, "" for another screen.
func shownLeaf(s *uitest.Session) string {
	_, rest, ok := strings.Cut(s.Screen(), "<")
	name, _, _ := strings.Cut(rest, ">")
	if !ok {
		return ""
	}
	return name
}

// stacked leaves one leaf after the other and returns their names, from the top.
func stacked(s *uitest.Session) (names []string) {
	for name := shownLeaf(s); name != "" && len(names) < 9; name = shownLeaf(s) {
		names = append(names, name)
		s.Send(page.Pop())
	}
	return names
}

// A move that leads back names the screen that it leads to. One that has been
// left already is nothing to go back to.
func TestMoves(t *testing.T) {
	for _, tt := range []struct {
		name string
		move func(a, b, c, next, gone page.Screen) page.Step
		want string   // the stack above the board, from the top
		told []string // that they are on top again
	}{
		{"push", func(_, _, _, next, _ page.Screen) page.Step { return page.Push(next) }, "next c b a", nil},
		{"push what is not there", func(_, _, _, _, _ page.Screen) page.Step { return page.Push(nil) }, "c b a", nil},
		{"pop", func(_, _, _, _, _ page.Screen) page.Step { return page.Pop() }, "b a", []string{"b"}},
		{"pop twice", func(_, _, _, _, _ page.Screen) page.Step { return page.Steps(page.Pop(), page.Pop()) }, "a", []string{"b", "a"}},
		{"back to", func(a, _, _, _, _ page.Screen) page.Step { return page.BackTo(a) }, "a", []string{"a"}},
		{"back to what is on top", func(_, _, c, _, _ page.Screen) page.Step { return page.BackTo(c) }, "c b a", nil},
		{"leave", func(_, b, _, _, _ page.Screen) page.Step { return page.Leave(b) }, "a", []string{"a"}},
		{"leave what is on top", func(_, _, c, _, _ page.Screen) page.Step { return page.Leave(c) }, "b a", []string{"b"}},
		{"leave the first", func(a, _, _, _, _ page.Screen) page.Step { return page.Leave(a) }, "", nil},
		{"above", func(a, _, _, next, _ page.Screen) page.Step { return page.Above(a, next) }, "next a", nil},
		{"above what is on top", func(_, _, c, next, _ page.Screen) page.Step { return page.Above(c, next) }, "next c b a", nil},
		{"instead", func(_, b, _, next, _ page.Screen) page.Step { return page.Instead(b, next) }, "next a", nil},
		{"instead of the first", func(a, _, _, next, _ page.Screen) page.Step { return page.Instead(a, next) }, "next", nil},
		{"leave, then push", func(_, b, _, next, _ page.Screen) page.Step { return page.Steps(page.Leave(b), page.Push(next)) }, "next a", []string{"a"}},
		{"go home", func(_, _, _, _, _ page.Screen) page.Step { return page.GoHome() }, "", nil},
		{"back to what is gone", func(_, _, _, _, gone page.Screen) page.Step { return page.BackTo(gone) }, "c b a", nil},
		{"leave what is gone", func(_, _, _, _, gone page.Screen) page.Step { return page.Leave(gone) }, "c b a", nil},
		{"above what is gone", func(_, _, _, next, gone page.Screen) page.Step { return page.Above(gone, next) }, "c b a", nil},
		{"instead of what is gone", func(_, _, _, next, gone page.Screen) page.Step { return page.Instead(gone, next) }, "c b a", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := uitest.Drive(t, uitest.NewMemory(), locales.EN, 80, 24)
			a, b, c, next, gone := &leaf{name: "a"}, &leaf{name: "b"}, &leaf{name: "c"}, &leaf{name: "next"}, &leaf{name: "gone"}
			s.Send(page.Steps(page.Push(gone), page.Pop(), page.Push(a), page.Push(b), page.Push(c)))
			s.Send(tt.move(a, b, c, next, gone))
			for _, l := range []*leaf{a, b, c, next} {
				if want := slices.Contains(tt.told, l.name); (l.shown == 1) != want || l.shown > 1 {
					t.Errorf("%s was told %d times that it is on top", l.name, l.shown)
				}
				if l != next && l.begun != 1 {
					t.Errorf("%s began %d times", l.name, l.begun)
				}
			}
			if got := strings.Join(stacked(s), " "); got != tt.want || s.Quit {
				t.Errorf("the stack is %q, want %q", got, tt.want)
			}
		})
	}
}

// Replies are for every screen, wherever it stands; keys, clicks and pastes are
// for the one on top. The moves and notices that follow are made in their order.
func TestWhoHears(t *testing.T) {
	type reply struct{}
	s := uitest.Drive(t, uitest.NewMemory(), locales.EN, 80, 24)
	a, b := &leaf{name: "a"}, &leaf{name: "b"}
	s.Send(page.Steps(page.Push(a), page.Push(b)))
	s.Send(tea.PasteMsg{Content: "x"})
	s.Keys("down")
	s.Send(tea.MouseClickMsg{X: 5, Y: 5}) // on nothing that can be clicked
	if len(a.got) != 0 || len(b.got) != 2 {
		t.Errorf("below %v, on top %v", a.got, b.got)
	}
	s.Send(reply{})
	if len(a.got) != 1 || len(b.got) != 3 {
		t.Errorf("a reply: below %v, on top %v", a.got, b.got)
	}
	b.reply = func(msg tea.Msg) page.Step {
		if _, ok := msg.(reply); !ok {
			return nil
		}
		return page.Steps(page.Notice("first"), page.Effect(func() tea.Msg { return page.FailedMsg{} }), page.Leave(b), page.Warn("second"))
	}
	s.Send(reply{})
	s.Sees("second")
	if s.Hidden("first"); shownLeaf(s) != "a" {
		t.Errorf("on top is %q", shownLeaf(s))
	}
}

// The keys of the screen on top come before those of every screen. Where letters
// are text, they are no keys.
func TestKeysOfTheTop(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Company)
	k := s.Env.Keys()
	say := func(text string) func() page.Step { return func() page.Step { return page.Notice(text) } }
	l := &leaf{name: "a", keys: []page.Binding{page.On(k.Undo, say("undone here")), page.On(k.Act, say("acted")).If(false, "cannot act"), page.On(k.Back, page.Pop)}}
	s.Send(page.Push(l))
	for key, want := range map[string]string{"ctrl+z": "undone here", "x": "cannot act"} {
		s.Keys(key)
		s.Sees(want)
	}
	s.Keys("?") // no key of this screen
	if n := len(l.got); n != 1 {
		t.Errorf("the screen got %v", l.got)
	}
	l.typing = true
	s.Keys("L") // a letter, and not the other language
	if s.Sees("F2 中文"); len(l.got) != 2 {
		t.Errorf("the screen got %v", l.got)
	}
	l.typing = false
	s.Keys("L")
	s.Sees("F2 English")
}
