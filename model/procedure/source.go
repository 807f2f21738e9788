package procedure

import (
	"net/url"
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/xuke-cli/xuke/model"
)

// A position has to be sayable in every language: an article with its item, a
// numbered part of a notice or of the starting article, a class of the service
// catalogue; or several of them.
var positionShape = lazy(`^(` + onePosition + `)(, (` + onePosition + `))*$`)

const onePosition = `\d+(\(\d+\))?|(item|part|condition|material|step|annual) \d+|[A-Z]\d+(-\d+)?`

var sinceShape = lazy(`^\d{4}(-\d{2}-\d{2})?$`)

func (r *reader) sources(root *node, checked model.Date) []model.Source {
	return each(r, root, "source", func(t *node, id string) model.Source {
		s := model.Source{
			ID:      model.SourceID(id),
			Tier:    word(r, t, "tier", model.Tiers),
			Rank:    choice(r, t, "rank", model.Ranks),
			Number:  r.text(t, "number"),
			Issued:  r.since(t, "issued"),
			InForce: r.since(t, "in-force"),
			URL:     r.address(t),
			Seen:    choice(r, t, "seen", model.Seens),
			Checked: r.date(t, "checked"),
		}
		r.tiers[s.ID] = slices.Index(model.Tiers, s.Tier)
		if s.Rank != "" && s.Tier != model.Law {
			r.report(valueOf(t, "rank"), Misplaced, "a rank is for the tier law")
		}
		if s.Checked.IsZero() {
			s.Checked = checked
		}
		if s.Checked.IsZero() {
			r.need(t, "checked")
		}
		s.Superseded = r.superseded(t)
		return s
	})
}

// since reads a year or a day.
func (r *reader) since(t *node, key string) string {
	text := r.text(t, key)
	if text != "" && !sinceShape().MatchString(text) {
		r.report(valueOf(t, key), WrongType, `"2017" or "2017-09-01"`)
	}
	return text
}

// address reads where a source can be read: a page of the web.
func (r *reader) address(t *node) string {
	text := r.text(t, "url")
	u, err := url.Parse(text)
	if text != "" && (err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" || u.User != nil) {
		r.report(valueOf(t, "url"), BadURL, text)
	}
	return text
}

// citations reads sources = [{ id = …, article = … }]. The more binding come
// first, and of one tier they stay as they are written.
func (r *reader) citations(t *node) []model.Citation {
	var cs []model.Citation
	for _, n := range r.tables(t, "sources") {
		cs = append(cs, model.Citation{
			Source:     ref[model.SourceID](r, n, "id", "source"),
			Article:    r.place(n),
			Superseded: r.superseded(n),
			Disagrees:  r.flag(n, "disagrees"),
			Seen:       choice(r, n, "seen", model.Seens),
		})
	}
	slices.SortStableFunc(cs, func(a, b model.Citation) int { return r.tiers[a.Source] - r.tiers[b.Source] })
	return cs
}

// cited is citations for what nobody may claim without one.
func (r *reader) cited(t *node) []model.Citation {
	cs := r.citations(t)
	if len(cs) == 0 {
		r.report(head(t), NoSource, "")
	}
	return cs
}

func (r *reader) place(t *node) string {
	n := r.get(t, "article", unstable.String)
	if n == nil {
		return ""
	}
	if !positionShape().MatchString(n.text) {
		r.report(n.at, BadPosition, n.text)
	}
	return n.text
}

// superseded reads what replaced a rule. Of a source that is replaced only in
// part, by several, partly = true stands for a successor; its By stays empty.
func (r *reader) superseded(t *node) *model.Supersession {
	n := r.get(t, "superseded", unstable.Table)
	if n == nil {
		return nil
	}
	s := &model.Supersession{Article: r.place(n), On: r.date(n, "on")}
	if by := r.get(n, "by", unstable.String); by != nil {
		r.known(by, "source")
		s.By = model.SourceID(by.text)
	} else if !r.flag(n, "partly") {
		r.report(n.at, NoSuccessor, "")
	}
	return s
}
