package main

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// What has a code is also taken by its label, in either language.

// speakers are the words of a procedure in every language, the user's first.
func (s *session) speakers(p *model.Procedure) []export.Words {
	all := []export.Words{{Texts: s.p, Procedure: p}}
	for _, lang := range locales.Langs {
		if texts, err := s.printer(lang); err == nil && lang != s.p.Lang() {
			all = append(all, export.Words{Texts: texts, Procedure: p})
		}
	}
	return all
}

// alike reports whether a label is what was given, letter case and what the
// label has in brackets aside.
func alike(label, given string) bool {
	given = strings.TrimSpace(given)
	short, _, _ := strings.Cut(strings.ReplaceAll(label, "（", " ("), " (")
	return given != "" && (strings.EqualFold(label, given) || strings.EqualFold(short, given))
}

// byLabel finds the code of a label among codes; "" for none.
func byLabel[T ~string](s *session, p *model.Procedure, kind, given string, codes []T) T {
	for _, w := range s.speakers(p) {
		for _, code := range codes {
			if alike(w.Title(kind, string(code)), given) {
				return code
			}
		}
	}
	return ""
}

// eventID is the id of an event by its id or label; what is neither stays as it
// was given.
func (s *session) eventID(a *subject, given string) model.EventID {
	var ids []model.EventID
	for _, e := range a.proc.Events {
		if string(e.ID) == given {
			return e.ID
		}
		ids = append(ids, e.ID)
	}
	if id := byLabel(s, a.proc, "event", given, ids); id != "" {
		return id
	}
	return model.EventID(given)
}

// questionID is the id of a question by its id or label; "" for none. A label
// that a material has as well means the material.
func (s *session) questionID(a *subject, given string) model.QuestionID {
	if a.proc.Question(model.QuestionID(given)) != nil {
		return model.QuestionID(given)
	}
	var ids []model.QuestionID
	for _, q := range a.proc.Questions {
		ids = append(ids, q.ID)
	}
	id := byLabel(s, a.proc, "question", given, ids)
	if id == "" || len(s.rowsNamed(a, given)) > 0 {
		return ""
	}
	return id
}

// reason is an item's reason by its code or label; what is neither stays as it
// was given.
func (s *session) reason(given string) model.ItemReason {
	for _, w := range s.speakers(nil) {
		for _, r := range model.ItemReasons {
			if alike(w.Text("term", "reason", string(r)), given) {
				return r
			}
		}
	}
	return model.ItemReason(given)
}

// rowsNamed finds the rows of the list by the label of their material, or by
// the whole name of the row. Rows of the user's own go by their keys.
func (s *session) rowsNamed(a *subject, given string) (rows []model.ListRow) {
	for _, r := range model.Checklist(a.proc, &a.Application) {
		for _, w := range s.speakers(a.proc) {
			if r.Own == nil && (alike(w.Row(r), given) || alike(w.Title("material", string(r.MaterialID())), given)) {
				rows = append(rows, r)
				break
			}
		}
	}
	return rows
}
