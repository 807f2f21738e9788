package export

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// Changes says what a step of the log changed, a sentence each. The
// application, as it is now, lends the names of people and own materials.
func (w Words) Changes(e model.Edit, a *model.Application) []string {
	if e.Seq == 1 {
		return []string{w.say("change.made")}
	}
	var lines []string
	for _, c := range e.Changes {
		lines = append(lines, w.change(c, a)...)
	}
	if len(lines) == 0 {
		lines = []string{w.say("change.other")}
	}
	return lines
}

// change has words for the parts that people know. What follows from another
// part, such as a snapshot of a submission, has none.
func (w Words) change(c model.Change, a *model.Application) []string {
	switch c.Part {
	case "title":
		return []string{w.say("change.title", "Before", plainText(c.Before), "After", plainText(c.After))}
	case "answers":
		return []string{w.answerChange(c)}
	case "materials":
		return w.rowChange(model.MaterialKey(c.Of), c, a)
	case "own":
		return listed(w, c, "change.own-added", "change.own-removed", func(o model.OwnMaterial) string { return legible.Line(o.Name) })
	case "events":
		return w.eventChanges(c)
	case "items":
		return w.itemChanges(c, a)
	}
	if w.Has("word", "change.part."+c.Part, "") {
		return []string{w.say("change.part."+c.Part, "Before", plainText(c.Before), "After", plainText(c.After))}
	}
	return nil
}

// plainText shows a stored text or list of texts; "–" for none.
func plainText(raw json.RawMessage) string {
	var one string
	var many []string
	switch {
	case json.Unmarshal(raw, &one) == nil && one != "":
		return legible.Line(one)
	case json.Unmarshal(raw, &many) == nil && len(many) > 0:
		return legible.Line(strings.Join(many, ", "))
	}
	return "–"
}

func (w Words) answerChange(c model.Change) string {
	q := w.Procedure.Question(model.QuestionID(c.Of))
	name := c.Of
	side := func(raw json.RawMessage) string {
		var ans model.Answer
		if q == nil || json.Unmarshal(raw, &ans) != nil {
			return w.say("change.nothing")
		}
		if text := w.Answer(q, ans); text != "" {
			return text
		}
		return w.say("change.nothing")
	}
	if q != nil {
		name = w.Question(q.ID)
	}
	before, after := side(c.Before), side(c.After)
	if before == after { // a column that the short form leaves out
		return w.say("change.within", "What", name, "After", after)
	}
	return w.say("change.from-to", "What", name, "Before", before, "After", after)
}

// RowName names a row by its key, also one that is no longer on the list.
func (w Words) RowName(key model.MaterialKey, a *model.Application) string {
	if r, ok := model.FindRow(model.Checklist(w.Procedure, a), key); ok {
		return w.Row(r)
	}
	id, of := key.Split()
	if w.Procedure.Material(id) == nil {
		return legible.Line(string(key))
	}
	if of == "" {
		return w.Title("material", string(id))
	}
	return w.say("row.of", "Material", w.Title("material", string(id)), "Name", legible.Line(of))
}

func (w Words) rowChange(key model.MaterialKey, c model.Change, a *model.Application) []string {
	var before, after model.Collected
	json.Unmarshal(c.Before, &before) //nolint:errcheck // nothing was noted before
	json.Unmarshal(c.After, &after)   //nolint:errcheck // or nothing is after
	name := w.RowName(key, a)
	status := func(s model.Status) string {
		if s == "" {
			s = model.Missing
		}
		return w.Text("term", "status", string(s))
	}
	var lines []string
	for _, f := range []struct{ id, before, after string }{
		{"change.status", status(before.Status), status(after.Status)},
		{"change.owner", legible.Line(before.Owner), legible.Line(after.Owner)},
		{"change.due", w.Day(before.Due), w.Day(after.Due)},
		{"change.note", legible.Line(before.Note), legible.Line(after.Note)},
		{"change.reason", legible.Line(before.Reason), legible.Line(after.Reason)},
	} {
		if f.before != f.after {
			lines = append(lines, w.say(f.id, "What", name, "Before", orDash(f.before), "After", orDash(f.after)))
		}
	}
	if len(after.Recheck) > len(before.Recheck) {
		lines = append(lines, w.say("change.recheck", "What", name, "Facts", w.Facts(after.Recheck)))
	}
	for _, f := range without(after.Files, before.Files) {
		lines = append(lines, w.say("change.attached", "What", name, "File", legible.Line(f.Name)))
	}
	for _, f := range without(before.Files, after.Files) {
		lines = append(lines, w.say("change.detached", "What", name, "File", legible.Line(f.Name)))
	}
	if len(lines) == 0 {
		lines = append(lines, w.say("change.row", "What", name))
	}
	return lines
}

// without returns the files of one row that another has not.
func without(files, others []model.File) []model.File {
	return slices.DeleteFunc(slices.Clone(files), func(f model.File) bool {
		return slices.ContainsFunc(others, func(o model.File) bool { return o.SHA256 == f.SHA256 })
	})
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// listed names what came to a list and what left it. A list with neither was
// changed in itself, which its rows tell where they are shown.
func listed[T any](w Words, c model.Change, added, removed string, name func(T) string) []string {
	var before, after []T
	json.Unmarshal(c.Before, &before) //nolint:errcheck // none were there
	json.Unmarshal(c.After, &after)   //nolint:errcheck // or none are left
	names := func(of []T) (all []string) {
		for _, one := range of {
			all = append(all, name(one))
		}
		return all
	}
	was, is := names(before), names(after)
	var lines []string
	for _, n := range is {
		if !slices.Contains(was, n) {
			lines = append(lines, w.say(added, "What", n))
		}
	}
	for _, n := range was {
		if !slices.Contains(is, n) {
			lines = append(lines, w.say(removed, "What", n))
		}
	}
	return lines
}

func (w Words) itemChanges(c model.Change, a *model.Application) []string {
	var before, after []model.Item
	json.Unmarshal(c.Before, &before) //nolint:errcheck // none were there
	json.Unmarshal(c.After, &after)   //nolint:errcheck // or none are left
	was := make(map[string]model.Item, len(before))
	for _, it := range before {
		was[it.ID] = it
	}
	var lines []string
	for _, it := range after {
		old, had := was[it.ID]
		delete(was, it.ID)
		switch {
		case !had:
			lines = append(lines, w.say("change.item-added", "What", w.itemName(it, a)))
		case it.Settled() && !old.Settled():
			lines = append(lines, w.say("change.item-settled", "What", w.itemName(it, a)))
		case !it.Settled() && old.Settled():
			lines = append(lines, w.say("change.item-reopened", "What", w.itemName(it, a)))
		case it.Text != old.Text || it.Reason != old.Reason || it.Material != old.Material || it.Answer != old.Answer:
			lines = append(lines, w.say("change.item-amended", "Before", w.itemFull(old, a), "After", w.itemFull(it, a)))
		}
	}
	for _, it := range before {
		if _, gone := was[it.ID]; gone {
			lines = append(lines, w.say("change.item-removed", "What", w.itemName(it, a)))
		}
	}
	return lines
}

func (w Words) itemName(it model.Item, a *model.Application) string {
	if it.Text != "" {
		return legible.Line(it.Text)
	}
	return w.Item(it, a)
}

// itemFull says all that an item asks for.
func (w Words) itemFull(it model.Item, a *model.Application) string {
	parts := []string{w.Text("term", "reason", string(it.Reason)), w.itemName(it, a)}
	if it.Text != "" && (it.Material != "" || it.Answer != "") {
		parts = append([]string{w.Item(it, a)}, parts...)
	}
	return strings.Join(parts, " · ")
}
