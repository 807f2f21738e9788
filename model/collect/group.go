package collect

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"github.com/xuke-cli/xuke/model"
)

// Propose looks for the row of each file. With sum, what is attached already
// and what is there twice is left aside; without, contents are not looked at.
func (m *Matcher) Propose(files []File, sum Summer) Proposal {
	var p Proposal
	for _, f := range files {
		f.base, f.Page, f.bracket = m.paged(f.Path)
		switch placed := m.match(f); {
		case placed.Key == "":
			p.Unplaced = append(p.Unplaced, f)
		case placed.Confidence == Unsure:
			p.Unsure = append(p.Unsure, placed)
		default:
			p.Placed = append(p.Placed, placed)
		}
	}
	if sum != nil {
		m.dropKnown(&p, sum)
	}
	m.doubtVersions(&p)
	slices.SortStableFunc(p.Placed, func(a, b Placement) int {
		return cmp.Or(cmp.Compare(m.index(a.Key), m.index(b.Key)), inOrder(a.File, b.File))
	})
	slices.SortStableFunc(p.Unsure, func(a, b Placement) int { return inOrder(a.File, b.File) })
	slices.SortStableFunc(p.Unplaced, inOrder)
	return p
}

func (m *Matcher) index(key model.MaterialKey) int {
	return slices.IndexFunc(m.rows, func(r model.ListRow) bool { return r.Key == key })
}

// doubtVersions takes files out of their row that differ only in what says
// which version they are, or in their format: a person knows which one holds.
func (m *Matcher) doubtVersions(p *Proposal) {
	count := make(map[string]int)
	keys := make([]string, len(p.Placed))
	for i, f := range p.Placed {
		keys[i] = string(f.Key) + "\n" + m.edition(f.File)
		count[keys[i]]++
	}
	var placed []Placement
	for i, f := range p.Placed {
		if count[keys[i]] > 1 {
			f.Confidence, f.Candidates = Unsure, []model.MaterialKey{f.Key}
			f.Why = append(slices.Clone(f.Why), Reason{Code: Versions})
			p.Unsure = append(p.Unsure, f)
			continue
		}
		placed = append(placed, f)
	}
	p.Placed = placed
}

// Pages are numbered at the end of a name: 第2页, _p02, (3), -4.
var pageNumber = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)[\s_.\-]*(?:第\s*(\d{1,3})\s*[页頁张張]|(?:page|pg|p)[\s._\-]?(\d{1,3})|\((\d{1,3})\)|[\s_\-](\d{1,3}))$`)
})

// paged takes the number of the page, or its side, off a name. A number in
// brackets is what a download gets that there was before, unless it is that of
// a picture.
func (m *Matcher) paged(p string) (base string, page int, bracket bool) {
	s := norm.NFKC.String(stem(p))
	if at := pageNumber().FindStringSubmatchIndex(s); at != nil && at[0] > 0 {
		for g := 2; g < len(at); g += 2 {
			if at[g] >= 0 {
				n, _ := strconv.Atoi(s[at[g]:at[g+1]])
				return s[:at[0]], n, g == 6
			}
		}
	}
	t := fold(s)
	for n, part := range []string{"front", "back"} {
		for _, w := range m.lexicon.asides[part] {
			lo := -1
			t.find(w, func(a, b int) {
				if len(w) > 1 || b == len(t.runes) {
					lo = a
				}
			})
			if lo >= 0 {
				return string(t.runes[:lo]) + string(t.runes[lo+len(w):]), n + 1, false
			}
		}
	}
	return s, 0, false
}

var versionNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)v(?:er|ersion)?[\s._]*\d+(?:\.\d+)*`) })

// edition is the same for files that differ only in their version.
func (m *Matcher) edition(f File) string {
	page := f.Page
	if f.bracket && !images[ending(f.Path)] {
		page = 0
	}
	t := fold(versionNumber().ReplaceAllString(f.base, " "))
	gone := make([]bool, len(t.runes))
	for _, w := range m.lexicon.asides["version"] {
		t.find(w, func(lo, hi int) {
			for i := lo; i < hi; i++ {
				gone[i] = true
			}
		})
	}
	var b strings.Builder
	for i, r := range t.runes {
		if !gone[i] {
			b.WriteRune(r)
		}
	}
	return fmt.Sprintf("%s\n%d", b.String(), page)
}

// inOrder puts files in the order of a reader: by folder, by name with its
// numbers as numbers, by page.
func inOrder(a, b File) int {
	return cmp.Or(natural(path.Dir(a.Path), path.Dir(b.Path)), natural(a.base, b.base), cmp.Compare(a.Page, b.Page), natural(a.Path, b.Path))
}

// natural compares as people count: 2 before 10.
func natural(a, b string) int {
	for a != "" && b != "" {
		na, nb := digits(a), digits(b)
		if na > 0 && nb > 0 {
			x, y := strings.TrimLeft(a[:na], "0"), strings.TrimLeft(b[:nb], "0")
			if c := cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)); c != 0 {
				return c
			}
			a, b = a[na:], b[nb:]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

func digits(s string) int {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return i
		}
	}
	return len(s)
}
