package notice

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// What a number counts for by how it is written and where it stands.
const (
	ownLine    = 10 // a document number alone in its line
	ownLabel   = 9  // behind a word that says it is the notice's
	withTitle  = 8  // a document number in a short line, next to a title
	caseLabel  = 6  // behind a word for the application's
	running    = 3  // a document number in running text
	ofLicence  = 2
	leastOf    = 1
	elsewhere  = -9 // the number of a rule or document that is cited
	maxNumbers = 5
)

const (
	yearInBrackets = `[〔\[(【] {0,2}(?:\d{4}|[〇○零一二三四五六七八九]{4}) {0,2}[〕\])】]`
	letterhead     = `(?:[\p{Han}a-z]|\(\p{Han}{1,4}\) ?)`
	value          = `((?:` + letterhead + `{0,16}` + yearInBrackets + ` {0,2})?(?:\p{Han}{1,8}[-〔\[(【]?)?[a-z0-9](?:[a-z0-9/._〔〕\[\]【】-]|第|\(\d{4}\)|\p{Han}{1,4}[-〔\[(【0-9a-z]){0,40}号?)`
)

// The ways to write a number: as documents are numbered, and behind a label.
// Whose is what it counts for.
var numberForms = []struct {
	form  func() *regexp.Regexp
	whose int // 0: by where it stands
}{
	{lazy(`(` + letterhead + `{1,24} {0,2}` + yearInBrackets + ` {0,2}(?:第|no\.?)? {0,2}[\d一二三四五六七八九十百〇]{1,7} {0,2}(?:号)?)`), 0},
	{lazy(`(?:^|[\s(])(\p{Han}{0,12}(?:19|20)\d\d年?第\d{1,6}号)`), 0},
	{lazy(`(?:^|[\s(（,。;:])本?(?:通知书?|告知书|决定书?|文书|文件|意见)?(?:编号|文号|字号|案号)(?: *: *| {1,4}|为)` + value), ownLabel},
	{lazy(`(?:^|[\s(（,。;:])(?:本?(?:通知书|告知书|决定书)号)(?: *: *| {1,4}|为)` + value), ownLabel},
	{lazy(`(?:^|[\s(（,。;:])(?:受理|办件|业务|申请|申报|案件|审批|工单|流水|事项)(?:通知书)?(?:编号|号码|单号|流水号|编码|号)(?: *: *| {1,4}|为)` + value), caseLabel},
	{lazy(`(?:许可证|执照|证书)(?:编号|号码|号)(?: *: *| {1,4}|为)` + value), ofLicence},
	{lazy(`(?:^|[\s(])(?:(?:notice|reference|ref|document|doc|letter|decision) ?(?:no\b|number)|ref\b|reference)(?:\. ?|: ?|\.: ?| ?# ?| )` + latinValue), ownLabel},
	{lazy(`(?:^|[\s(])no(?:\. ?|: ?|\.: ?)` + latinValue), withTitle},
	{lazy(`(?:^|[\s(])(?:acceptance|application|case|file) (?:no\b|number)(?:\. ?|: ?|\.: ?| ?# ?| )` + latinValue), caseLabel},
}

const latinValue = `([a-z0-9][a-z0-9\p{Han}/_〔〕\[\]()-]{0,30}\d[a-z0-9\p{Han}〔〕\[\]/_-]{0,30})`

var (
	cites         = lazy(`(?:根据|依据|按照|依照|关于|参照|》|令|pursuant to|under|order|decree) *\(?$|《[^》]*$`)
	citing        = lazy(`^(?:根据|依据|按照|依照|参照|见|详见|现将|本局|我局|以)+`)
	onlyThis      = lazy(`^[\s()【】\[\]:,.]*(?:编号|文号|字号|no\.?)?[\s()【】\[\]:,.]*$`)
	bracketedYear = lazy(yearInBrackets)
	inTitle       = lazy(`^.*(?:书|通知|决定|公告|文件|告知单)(\p{Han}{2,}.*)$`)
	oneDigit      = lazy(`\d|[一二三四五六七八九〇]`)
	phoneLike     = lazy(`^1[3-9]\d{9}$|^0\d{2,3}-\d{7,8}$|^(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}$`)
)

// A numbered is a number that the text bears.
type numbered struct {
	span
	score int
}

// numbers finds the numbers of documents and cases, those most likely to be
// the notice's own first.
func (s *source) numbers(skip func(span) bool) (out []string) {
	var all []numbered
	for _, f := range numberForms {
		for _, g := range f.form().FindAllStringSubmatchIndex(s.flow, maxFound) {
			p := s.numberSpan(span{g[2], g[3]})
			if skip(p) || !oneDigit().MatchString(s.flow[p.lo:p.hi]) || phoneLike().MatchString(s.flow[p.lo:p.hi]) {
				continue
			}
			if score := cmp.Or(f.whose, s.numberScore(p)); score >= leastOf {
				all = append(all, numbered{p, score})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b numbered) int { return cmp.Or(b.score-a.score, a.lo-b.lo) })
	var kept []numbered
	for _, n := range all {
		if len(kept) < maxNumbers && !slices.ContainsFunc(kept, func(k numbered) bool { return k.overlaps(n.span) || s.said(k.span) == s.said(n.span) }) {
			kept = append(kept, n)
			out = append(out, s.said(n.span))
		}
	}
	return out
}

// numberSpan takes off what came along: the title or the words before a
// number, and a bracket that closes what began before it.
func (s *source) numberSpan(p span) span {
	if at := bracketedYear().FindStringIndex(s.flow[p.lo:p.hi]); at != nil {
		year := p.lo + at[0]
		if title := inTitle().FindStringSubmatchIndex(s.flow[p.lo:year]); title != nil {
			p.lo += title[2]
		}
		if words := citing().FindStringIndex(s.flow[p.lo:year]); words != nil {
			p.lo += words[1]
		}
	}
	for p.lo < p.hi {
		last := s.flow[p.hi-1]
		if !strings.ContainsRune(" ._-/", rune(last)) && !(last == ']' && strings.Count(s.flow[p.lo:p.hi], "[") < strings.Count(s.flow[p.lo:p.hi], "]")) {
			break
		}
		p.hi--
	}
	return p
}

func (s *source) numberScore(p span) int {
	if cites().MatchString(s.before(p.lo, 120)) {
		return elsewhere
	}
	line, ok := s.lineAt(p)
	switch {
	case !ok:
		return running
	case onlyThis().MatchString(s.plain[line.lo:p.lo]) && onlyThis().MatchString(s.plain[p.hi:line.hi]):
		return ownLine
	case line.hi-line.lo <= shortLine/2 && !strings.ContainsAny(s.plain[line.lo:line.hi], "。;"):
		return withTitle
	}
	return running
}
