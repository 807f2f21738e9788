package draft

import (
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/docx"
	"github.com/xuke-cli/xuke/model/legible"
)

// shareholders is the question whose answer the chart draws.
const shareholders model.QuestionID = "shareholders"

// A holder is the company itself, one of its shareholders at any level, or the
// mark that somebody's shareholders are not known.
type holder struct {
	name  string
	kind  string // in words
	share string // of the holder below
	of    string // its name
	level int    // 0 for the company itself
	open  bool   // to be completed
	above []*holder
}

// tree hangs the shareholders on the companies whose shares they hold. A
// branch that does not end with a natural person, the state or a listed
// company goes on with a mark.
func (b *builder) tree() *holder {
	root := &holder{name: b.say("company")}
	if name, ok := b.app.Answers[model.CompanyName].Value.(model.Text); ok {
		root.name = legible.Line(string(name))
	} else {
		root.name, root.open = b.missing(b.Question(model.CompanyName)).Text, true
	}
	es, _ := b.app.Answers[shareholders].Value.(model.Entries)
	known := make(map[string]bool)
	for _, e := range es {
		known[e.ID] = true
	}
	of := make(map[string][]model.Entry)
	for _, e := range es {
		parent := e.Text("parent")
		if !known[parent] {
			parent = "" // what it hung on is gone
		}
		of[parent] = append(of[parent], e)
	}
	b.grow(root, "", of)
	return root
}

func (b *builder) grow(h *holder, id string, of map[string][]model.Entry) {
	entries := of[id]
	delete(of, id) // each once, whatever is in the file
	for _, e := range entries {
		up := &holder{name: legible.Line(e.Text("name")), of: h.name, level: h.level + 1}
		up.kind = b.kind(e)
		if s, ok := e.Fields["share"].(model.Share); ok {
			up.share = s.String() + "%"
		} else {
			up.share = b.missing(b.Column(shareholders, "share")).Text
		}
		h.above = append(h.above, up)
		b.grow(up, e.ID, of)
		if kind := e.Text("kind"); len(up.above) == 0 && (kind == "corporate" || kind == "partnership") {
			up.above = []*holder{b.unknown(up)}
		}
	}
	if h.level == 0 && len(h.above) == 0 {
		h.above = []*holder{b.unknown(h)}
	}
}

// kind is what sort of shareholder somebody is, without the explanations that
// the question has for it.
func (b *builder) kind(e model.Entry) string {
	kind := e.Text("kind")
	if b.Has("draft", "kind", kind) {
		return b.Text("draft", "kind", kind)
	}
	return legible.Line(kind)
}

func (b *builder) unknown(h *holder) *holder {
	return &holder{name: b.missing(b.say("holders")).Text, of: h.name, level: h.level + 1, open: true}
}

// each calls f for a holder and all above it.
func (h *holder) each(f func(*holder)) {
	f(h)
	for _, up := range h.above {
		up.each(f)
	}
}

// chart is the drawn tree, what does not add up, and the same as a table.
func (b *builder) chart() []docx.Block {
	root := b.tree()
	blocks := b.drawing(root)
	for _, text := range b.sums() {
		blocks = append(blocks, docx.Paragraph{Style: docx.Note, Runs: []docx.Run{{Text: text, Mark: true}}})
	}
	t := docx.Table{Widths: []int{3, 8, 4, 4, 8}}
	for _, col := range []string{"level", "name", "kind", "share", "of"} {
		t.Header = append(t.Header, b.Text("draft", "col", col))
	}
	root.each(func(h *holder) {
		if h.level > 0 {
			t.Rows = append(t.Rows, []docx.Cell{
				docx.Text(b.say("level", "Level", h.level)), {{Text: h.name, Mark: h.open}}, docx.Text(h.kind), docx.Text(h.share), docx.Text(h.of),
			})
		}
	})
	return append(blocks, t)
}

// sums says where the shares in a company are all known and do not make 100 %.
func (b *builder) sums() []string {
	es, _ := b.app.Answers[shareholders].Value.(model.Entries)
	type sum struct {
		shares  model.Share
		unknown bool
	}
	in, names := make(map[string]sum), map[string]string{"": b.say("company")}
	order := []string{""}
	for _, e := range es {
		names[e.ID] = legible.Line(e.Text("name"))
		order = append(order, e.ID)
		s := in[e.Text("parent")]
		share, ok := e.Fields["share"].(model.Share)
		s.shares, s.unknown = s.shares+share, s.unknown || !ok
		in[e.Text("parent")] = s
	}
	var out []string
	for _, id := range order {
		if s, ok := in[id]; ok && !s.unknown && s.shares != model.Whole {
			out = append(out, b.say("sum", "Company", names[id], "Sum", s.shares.String()+"%"))
		}
	}
	return out
}
