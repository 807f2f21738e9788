package track

import (
	"encoding/json"
	"slices"
	"unicode/utf8"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/notice"
	"github.com/xuke-cli/xuke/ui/page"
)

// leastNotice is how many characters a single line has that is taken for a
// notice, and not for the value of a field.
const leastNotice = 80

// isNotice reports whether a text that was pasted is the text of a notice:
// several lines, or one that is too long for any field.
func isNotice(text string) bool {
	return len(model.SplitNotice(text)) > 1 || utf8.RuneCountInString(text) >= leastNotice
}

// readNotice reads a pasted notice against the rows and questions of the
// application, in the words of every language.
func (d *Room) readNotice(text string) notice.Notice {
	var words []notice.Vocabulary
	for _, l := range locales.Langs {
		if p, err := d.Env.Printers(l); err == nil { // one that is missing knows no words
			words = append(words, p)
		}
	}
	return notice.Read(text, notice.NewWords(d.Proc, &d.App, words...))
}

// paste fills in the form by a notice: what is empty, and the day where it is
// the one that the form began with. A notice that asks for something goes on to
// its items; of what cannot be confirmed nothing gets lost on the way.
func (r *record) paste(text string) page.Step {
	d, n := r.d, r.d.readNotice(text)
	if n.Kind != notice.Unknown && n.Kind != r.rule.ID && d.Proc.Event(n.Kind) != nil && !r.warnedKind {
		r.warnedKind = true
		return page.Warn(d.Env.T(locales.UINoticeKind, "Kind", d.Words().Title("event", string(n.Kind)), "Event", r.event()))
	}
	e, _ := r.read()
	if e.Date == d.Env.Today() {
		e.Date = model.Date{}
	}
	filled := e
	n.Fill(r.rule, &filled)
	if filled.Date.IsZero() {
		filled.Date = d.Env.Today()
	}
	kept := r.put(filled)
	if !r.rule.TakesTerm() {
		kept = page.Steps(kept, r.keepRest(filled.Rest))
		return page.Steps(kept, page.Notice(d.Env.T(locales.UINoticeRead, "Count", len(filled.Rest))))
	}
	r.pasted = true
	return page.Steps(kept, newNotice(r, filled).propose(n), r.done())
}

// put puts what was read into the fields, and keeps it as half-typed text.
func (r *record) put(e model.Event) (kept page.Step) {
	for _, f := range r.fields {
		if f.text == nil {
			continue
		}
		if text := f.text(e); text != "" && text != f.Get() {
			f.Set(text)
			f.Changed()
			kept = page.Steps(kept, r.d.Typed(r.draft(f.name), text))
		}
	}
	return kept
}

// keepRest keeps what else a notice says until its event is recorded.
func (r *record) keepRest(rest []string) page.Step {
	text, err := json.Marshal(rest)
	if err != nil {
		return page.Warn(r.d.Env.Fail(err))
	}
	return r.d.Typed(r.draft("rest"), string(text))
}

// rest is what keepRest keeps.
func (r *record) rest() (lines []string) {
	if text, ok := r.d.Kept(r.draft("rest")); ok && json.Unmarshal([]byte(text), &lines) != nil {
		return nil
	}
	return lines
}

// A proposal is an item of a notice before it is recorded. Out are those that
// the user has to take in first: sentences that stand in no list.
type proposal struct {
	model.Item
	Out bool `json:"out,omitempty"`
}

// A half is a notice that was read and is not recorded yet, as half-typed text.
type half struct {
	Items []proposal `json:"items"`
	Rest  []string   `json:"rest,omitempty"`
}

// unfold reads half-typed text. Earlier it was the items alone.
func unfold(text string) (h half) {
	if json.Unmarshal([]byte(text), &h.Items) == nil {
		return h
	}
	if json.Unmarshal([]byte(text), &h) != nil {
		return half{}
	}
	return h
}

// propose adds what a notice asks for to the list, and keeps the rest.
func (n *noticePage) propose(read notice.Notice) page.Step {
	items := slices.Clone(n.items)
	asked, offered := read.Asks()
	for _, it := range asked {
		items = append(items, proposal{Item: it.Model()})
	}
	for _, it := range offered {
		items = append(items, proposal{it.Model(), true})
	}
	n.rest = append(slices.Clone(n.rest), read.Rest...)
	kept := n.keep(items)
	n.list.Focus(doneRow)
	return page.Steps(kept, page.Notice(n.d.Env.T(locales.UIItemsSplit, "Count", len(asked), "Rest", len(read.Rest)+len(offered))))
}
