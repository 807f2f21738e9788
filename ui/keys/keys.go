// Package keys holds every key of the program, in one table.
//
// The table is the struct Map itself: a field is a binding, its tag lists the
// keys. New fills it in and asks for the word that the help line shows. Key
// names are the same in all languages (enter, esc, ↑↓, F1).
//
// Letters are accelerators and never the only way: an input method may swallow
// them, and where text is typed they are text. Typing returns the map for that
// moment, from which they are gone, from the help line as well.
//
//	m := keys.New(printer.T)
//	if keys.Is(msg, m.When(s.Typing()).Why) { … }
package keys

import (
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// A Map is the bindings. Tags: keys, as Bubble Tea spells them; name, if the
// help line should show something else than the first key; id, the text id of
// the help word behind "key.", none for a key that needs no explanation.
type Map struct {
	Continue key.Binding `keys:"enter" id:"continue"`
	Open     key.Binding `keys:"enter" id:"open"`
	Choose   key.Binding `keys:"enter" id:"choose"`
	Back     key.Binding `keys:"esc" id:"back"`
	Quit     key.Binding `keys:"ctrl+c" id:"quit"`

	// Move and Aside are for the help line: Up and Down, Left and Right in one.
	Move     key.Binding `keys:"up down" name:"↑↓" id:"move"`
	Aside    key.Binding `keys:"left right" name:"←→" id:"aside"`
	Up       key.Binding `keys:"up"`
	Down     key.Binding `keys:"down"`
	Left     key.Binding `keys:"left"`
	Right    key.Binding `keys:"right"`
	PageUp   key.Binding `keys:"pgup"`
	PageDown key.Binding `keys:"pgdown"`
	Home     key.Binding `keys:"home"`
	End      key.Binding `keys:"end"`
	Next     key.Binding `keys:"tab" id:"next"`
	Previous key.Binding `keys:"shift+tab"`

	Why      key.Binding `keys:"f1 ?" id:"why"`
	Language key.Binding `keys:"f2 ctrl+l L" id:"language"`
	Unknown  key.Binding `keys:"f3" id:"unknown"`
	Sources  key.Binding `keys:"f4 s" id:"sources"`
	GoTo     key.Binding `keys:"ctrl+g" id:"goto"`
	Find     key.Binding `keys:"/ ctrl+f" id:"find"`
	New      key.Binding `keys:"n ctrl+n" id:"new"`
	Export   key.Binding `keys:"e ctrl+e" id:"export"`
	Due      key.Binding `keys:"D ctrl+d" id:"due"`
	Filter   key.Binding `keys:"f ctrl+t" id:"filter"`
	Undo     key.Binding `keys:"u ctrl+z" id:"undo"`
	Save     key.Binding `keys:"ctrl+s" id:"save"`
	Rename   key.Binding `keys:"r ctrl+r" id:"rename"`
	Collect  key.Binding `keys:"c ctrl+y" id:"collect"`
	Draft    key.Binding `keys:"w ctrl+o" id:"draft"`
	Ask      key.Binding `keys:"p ctrl+p" id:"ask"`
	Views    key.Binding `keys:"v ctrl+p" id:"views"`
	Sort     key.Binding `keys:"o ctrl+o" id:"sort"`
	Act      key.Binding `keys:"x ctrl+x" id:"act"`
	Packet   key.Binding `keys:"b ctrl+b" id:"packet"`

	View     key.Binding `keys:"v ctrl+o" id:"view"`
	Toggle   key.Binding `keys:"space" id:"toggle"`
	All      key.Binding `keys:"ctrl+a" id:"all"`
	Add      key.Binding `keys:"a insert" id:"add"`
	Edit     key.Binding `keys:"enter" id:"edit"`
	Delete   key.Binding `keys:"delete d" name:"del" id:"delete"`
	Remove   key.Binding `keys:"delete d" name:"del" id:"remove"`
	MoveUp   key.Binding `keys:"ctrl+up shift+up" id:"move-up"`
	MoveDown key.Binding `keys:"ctrl+down shift+down" id:"move-down"`

	Text Text
}

// Text is what a line of text is edited with. A field in focus takes these
// before its screen does.
type Text struct {
	Left       key.Binding `keys:"left"`
	Right      key.Binding `keys:"right"`
	WordLeft   key.Binding `keys:"ctrl+left alt+left alt+b"`
	WordRight  key.Binding `keys:"ctrl+right alt+right alt+f"`
	Start      key.Binding `keys:"home ctrl+a"`
	End        key.Binding `keys:"end ctrl+e"`
	Backspace  key.Binding `keys:"backspace shift+backspace ctrl+h"`
	Delete     key.Binding `keys:"delete ctrl+d"`
	DeleteWord key.Binding `keys:"ctrl+w alt+backspace ctrl+backspace"`
	KillStart  key.Binding `keys:"ctrl+u"`
	KillEnd    key.Binding `keys:"ctrl+k"`
}

// New returns the bindings with their help words: text is asked for
// "key.continue" and so on.
func New(text func(id string) string) Map {
	var m Map
	each(&m, func(b *key.Binding, tag reflect.StructTag) {
		names := strings.Fields(tag.Get("keys"))
		*b = key.NewBinding(key.WithKeys(names...))
		if id := tag.Get("id"); id != "" {
			name := tag.Get("name")
			if name == "" {
				name = Name(names[0])
			}
			b.SetHelp(name, text("key."+id))
		}
	})
	return m
}

// IDs lists the text ids that New asks for.
func IDs() []string {
	var ids []string
	each(&Map{}, func(_ *key.Binding, tag reflect.StructTag) {
		if id := tag.Get("id"); id != "" {
			ids = append(ids, "key."+id)
		}
	})
	return ids
}

// When returns the map for when letters are text (typing), or m itself.
func (m Map) When(typing bool) Map {
	if typing {
		return m.Typing()
	}
	return m
}

// Typing returns the map without the keys that a field of text takes for
// itself. A binding that has no other key is disabled.
func (m Map) Typing() Map {
	var taken []string
	each(&m.Text, func(b *key.Binding, _ reflect.StructTag) { taken = append(taken, b.Keys()...) })
	text := m.Text
	each(&m, func(b *key.Binding, _ reflect.StructTag) {
		left := slices.DeleteFunc(slices.Clone(b.Keys()), func(k string) bool {
			return Letter(k) || slices.Contains(taken, k)
		})
		switch h := b.Help(); {
		case len(left) == len(b.Keys()): // nothing taken
		case len(left) == 0:
			b.SetEnabled(false)
		default:
			b.SetKeys(left...)
			b.SetHelp(Name(left[0]), h.Desc)
		}
	})
	m.Text = text
	return m
}

// Letter reports whether the key types something.
func Letter(k string) bool { return k == "space" || utf8.RuneCountInString(k) == 1 }

// Is reports whether msg is a press of one of the bindings. Text that an input
// method commits is no key, even if it reads "enter".
func Is(msg tea.Msg, bindings ...key.Binding) bool {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || utf8.RuneCountInString(k.Text) > 1 {
		return false
	}
	return key.Matches(k, bindings...)
}

// each calls f for all bindings of a Map or Text.
func each(m any, f func(*key.Binding, reflect.StructTag)) {
	v := reflect.ValueOf(m).Elem()
	for i := range v.NumField() {
		switch p := v.Field(i).Addr().Interface().(type) {
		case *key.Binding:
			f(p, v.Type().Field(i).Tag)
		case *Text:
			each(p, f)
		}
	}
}
