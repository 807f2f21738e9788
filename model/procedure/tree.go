package procedure

import (
	"bytes"
	"errors"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// A node is a part of a document that knows where it stands. A plain decoder
// forgets that, and the order of the keys with it; both are needed here.
type node struct {
	key   string
	keyAt int           // byte offset of the key, or of the name in the header
	at    int           // byte offset of the value
	kind  unstable.Kind // Table for every form of table, Array for every form of array
	text  string        // of a scalar: a string without its quotes, others as written
	kids  []*node
	index map[string]*node // of a table with many keys
	used  bool             // somebody has read it; what nobody reads is an unknown key
}

// parse reads a document. Whether it is TOML is for go-toml to say; the walk
// after it relies on that.
func parse(data []byte) (*node, *toml.DecodeError) {
	var bad *toml.DecodeError
	if err := toml.Unmarshal(data, new(struct{})); errors.As(err, &bad) {
		return nil, bad
	}
	var p unstable.Parser
	p.Reset(data)
	root := &node{kind: unstable.Table}
	here := root
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.KeyValue:
			here.set(data, e)
		case unstable.Table:
			here = root.open(e.Key(), false)
		case unstable.ArrayTable:
			here = root.open(e.Key(), true)
		}
	}
	return root, nil
}

// open returns the table that a header begins.
func (n *node) open(path unstable.Iterator, array bool) *node {
	for path.Next() {
		k := path.Node()
		next := n.enter(k, unstable.Table)
		if path.IsLast() && array {
			if len(next.kids) == 0 {
				next.kind = unstable.Array
			}
			next.kids = append(next.kids, &node{kind: unstable.Table, keyAt: int(k.Raw.Offset), at: int(k.Raw.Offset)})
		}
		if next.kind == unstable.Array && len(next.kids) > 0 {
			next = next.kids[len(next.kids)-1]
		}
		n = next
	}
	return n
}

// enter returns the child of that name, which it makes where there is none.
func (n *node) enter(k *unstable.Node, kind unstable.Kind) *node {
	if c := n.child(string(k.Data)); c != nil {
		return c
	}
	c := &node{key: string(k.Data), kind: kind, keyAt: int(k.Raw.Offset), at: int(k.Raw.Offset)}
	n.add(c)
	return c
}

func (n *node) add(c *node) {
	n.kids = append(n.kids, c)
	if n.index != nil {
		n.index[c.key] = c
	}
}

// child returns the child of that name, or nil.
func (n *node) child(key string) *node {
	if len(n.kids) <= 16 {
		for _, c := range n.kids {
			if c.key == key {
				return c
			}
		}
		return nil
	}
	if n.index == nil {
		n.index = make(map[string]*node, len(n.kids))
		for _, c := range n.kids {
			n.index[c.key] = c
		}
	}
	return n.index[key]
}

// valueOf is where the value of a key stands, or the table that lacks it.
func valueOf(t *node, key string) int {
	if n := t.child(key); n != nil {
		return n.at
	}
	return t.at
}

// set takes over a key = value line.
func (n *node) set(data []byte, e *unstable.Node) {
	path := e.Key()
	for path.Next() {
		k := path.Node()
		if !path.IsLast() {
			n = n.enter(k, unstable.Table)
			continue
		}
		c := valueNode(data, e.Value())
		c.key, c.keyAt = string(k.Data), int(k.Raw.Offset)
		c.at = valueAt(data, int(k.Raw.Offset+k.Raw.Length))
		n.add(c)
	}
}

func valueNode(data []byte, v *unstable.Node) *node {
	n := &node{kind: v.Kind, at: int(v.Raw.Offset)}
	switch v.Kind {
	case unstable.Array:
		for it := v.Children(); it.Next(); {
			n.kids = append(n.kids, valueNode(data, it.Node()))
		}
	case unstable.InlineTable:
		n.kind = unstable.Table
		for it := v.Children(); it.Next(); {
			n.set(data, it.Node())
		}
	default:
		n.text = string(v.Data)
	}
	return n
}

// valueAt finds where the value of a key begins, for which the parser keeps no
// position in every case.
func valueAt(data []byte, afterKey int) int {
	rest := bytes.TrimLeft(data[afterKey:], " \t")
	rest = bytes.TrimPrefix(rest, []byte("="))
	return len(data) - len(bytes.TrimLeft(rest, " \t"))
}

// position turns a byte offset into line and column.
func position(data []byte, at int) (line, column int) {
	before := data[:min(at, len(data))]
	return 1 + bytes.Count(before, []byte("\n")), len(before) - bytes.LastIndexByte(before, '\n')
}
