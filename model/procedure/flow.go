package procedure

import (
	"strconv"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/xuke-cli/xuke/model"
)

// maxPage is how many questions one page may ask.
const maxPage = 5

func (r *reader) sections(root *node) []model.Section {
	pages := map[string]bool{}
	on := map[model.QuestionID]bool{}
	return each(r, root, "section", func(t *node, id string) model.Section {
		s := model.Section{ID: model.SectionID(id)}
		r.need(t, "page")
		for _, n := range r.tables(t, "page") {
			r.need(n, "questions")
			page := model.Page{Questions: refs[model.QuestionID](r, n, "questions", "question")}
			for i, k := range r.list(n, "questions", unstable.String) {
				if on[page.Questions[i]] {
					r.report(k.at, OnTwoPages, k.text)
				}
				on[page.Questions[i]] = true
			}
			if len(page.Questions) > maxPage {
				r.report(valueOf(n, "questions"), CrowdedPage, strconv.Itoa(len(page.Questions)))
			}
			page.ID = r.pageID(n, page.Questions)
			if pages[string(page.ID)] {
				r.report(head(n), Duplicate, string(page.ID))
			}
			pages[string(page.ID)] = true
			s.Pages = append(s.Pages, page)
		}
		return s
	})
}

// pageID is the id that a page is given, or that of its first question.
func (r *reader) pageID(t *node, qs []model.QuestionID) model.PageID {
	if n := r.get(t, "id", unstable.String); n != nil {
		r.checkID(n)
		return model.PageID(n.text)
	}
	if len(qs) > 0 {
		return model.PageID(qs[0])
	}
	return ""
}

// An edge says that one question looks at the answer of another.
type edge struct {
	from, to model.QuestionID
	item     string
	at       int
}

// uses notes what the rule of a question looks at.
func (r *reader) uses(q model.QuestionID, t *node) {
	for _, row := range r.tables(t, "when") {
		for _, n := range row.kids {
			facts := []model.FactID{model.FactID(n.key)}
			if _, operand, ok := comparison(n); ok {
				facts = append(facts, model.FactID(operand))
			}
			for _, f := range facts {
				on := r.deps[f]
				if r.ids["question"][string(f)] {
					on = []model.QuestionID{model.QuestionID(f)}
				}
				for _, to := range on {
					r.edges = append(r.edges, edge{q, to, r.item, n.keyAt})
				}
			}
		}
	}
}

// flow checks that everybody who fills this in meets every question, and
// meets it after those that decide whether it is asked.
func (r *reader) flow(p *model.Procedure, root *node) {
	page := map[model.QuestionID]int{}
	n := 0
	for _, s := range p.Sections {
		for _, pg := range s.Pages {
			n++
			for _, q := range pg.Questions {
				page[q] = n
			}
		}
	}
	for i, t := range r.tables(root, "question") {
		if q := p.Questions[i].ID; page[q] == 0 {
			r.item = "question." + string(q)
			r.report(head(t), OnNoPage, "")
		}
	}
	on := map[model.QuestionID][]model.QuestionID{}
	for _, e := range r.edges {
		on[e.from] = append(on[e.from], e.to)
	}
	for _, e := range r.edges {
		if r.full() {
			return
		}
		if page[e.to] < page[e.from] {
			continue
		}
		r.item = e.item
		if reaches(on, e.to, e.from) {
			r.report(e.at, Cycle, string(e.to))
		} else if page[e.from] > 0 {
			r.report(e.at, Forward, string(e.to))
		}
	}
	r.contradictions(p)
	r.item = ""
}

func reaches(on map[model.QuestionID][]model.QuestionID, from, to model.QuestionID) bool {
	seen := map[model.QuestionID]bool{}
	open := []model.QuestionID{from}
	for len(open) > 0 {
		q := open[len(open)-1]
		open = open[:len(open)-1]
		if q == to {
			return true
		}
		if !seen[q] {
			seen[q] = true
			open = append(open, on[q]...)
		}
	}
	return false
}
