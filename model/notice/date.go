package notice

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuke-cli/xuke/model"
)

// A dated is a day that the text names.
type dated struct {
	span
	date model.Date
}

const (
	hanDay    = `[一二三四五六七八九十廿卅元]{1,4}`
	monthName = `(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`
)

// The ways to write a day. The numbers say which group holds year, month and
// day.
var dateForms = []struct {
	form    func() *regexp.Regexp
	y, m, d int
}{
	{lazy(`(\d{4}|[〇○零o一二三四五六七八九]{4}) {0,3}年 {0,3}(\d{1,2}|` + hanDay + `) {0,3}月 {0,3}(\d{1,2}|` + hanDay + `) {0,3}[日号]`), 1, 2, 3},
	{lazy(`(\d{4}) ?- ?(\d{1,2}) ?- ?(\d{1,2})`), 1, 2, 3},
	{lazy(`(\d{4}) ?/ ?(\d{1,2}) ?/ ?(\d{1,2})`), 1, 2, 3},
	{lazy(`(\d{4}) ?\. ?(\d{1,2}) ?\. ?(\d{1,2})`), 1, 2, 3},
	{lazy(`\b(\d{1,2})(?:st|nd|rd|th)? {1,3}(?:of {1,3})?` + monthName + `,? {1,3}(\d{4})`), 3, 2, 1},
	{lazy(`\b` + monthName + ` {1,3}(\d{1,2})(?:st|nd|rd|th)?,? {1,3}(\d{4})`), 3, 1, 2},
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec"

// dates finds the days that are written in full, in the order of the text.
func (s *source) dates() []dated {
	var all []dated
	for _, f := range dateForms {
		for _, g := range f.form().FindAllStringSubmatchIndex(s.flow, maxFound) {
			group := func(i int) string { return s.flow[g[2*i]:g[2*i+1]] }
			month := small(group(f.m))
			if i := strings.Index(months, group(f.m)); i >= 0 {
				month = i/4 + 1
			}
			p := span{g[0], g[1]}
			if d, ok := model.NewDate(year(group(f.y)), month, small(group(f.d))); ok && s.apart(p) {
				all = append(all, dated{p, d})
			}
		}
	}
	slices.SortFunc(all, func(a, b dated) int { return cmp.Or(cmp.Compare(a.lo, b.lo), cmp.Compare(b.hi, a.hi)) })
	end := 0
	return slices.DeleteFunc(all, func(d dated) bool {
		if d.lo < end {
			return true
		}
		end = d.hi
		return false
	})
}

// apart reports whether a date is no part of a longer number.
func (s *source) apart(p span) bool {
	goesOn := isDigit(rune(s.flow[p.hi-1])) && digitsGoOn().MatchString(s.after(p.hi, 2))
	return !goesOn && !digitsBefore().MatchString(s.before(p.lo, 2))
}

var (
	digitsBefore = lazy(`\d[-/.]?$`)
	digitsGoOn   = lazy(`^[-/.]?\d`)
)

// A date counts as the notice's own by where it stands.
const (
	leastDate = 4
	aloneDate = 10
	saidDate  = 8
	doneDate  = 5
	chatDate  = 4
)

var (
	dateLabel = lazy(`(?:^|[\s(,;。:])(?:(?:审核|审查|审批|初审|退回|通知|告知|发文|落款|签发|作出|出具|办理|受理|制发|印发|决定|送达)(?:时间|日期)|时间|日期|date|dated|issued(?: on)?|date of issue) *:? *$`)
	dateActs  = lazy(`^(?: *\d{1,2}:\d{2}(?::\d{2})?)? *(?:被|已|予以|由我局|由本局|我局|本局)?(?:退回|驳回|审核|审查|初审|作出|做出|告知|通知|下发|发出|决定|予以受理|准予|不予)`)
	notOwn    = lazy(`^ *(?:\([^)]{0,20}\))? *(?:之|以)?(?:前|后|起|止|为止|截止|至|到|-)|^ *(?:提交|申报|申请|报送|上传|成立|签订|签署)`)
	ofTerm    = lazy(`(?:有效期|期限|截止|截至|至|到|valid until|expir[a-z]+(?: on)?|until|by|before) *(?:为|至|到|:)? *$`)
	signature = lazy(`^[\s()【】\[\]:,.]*(?:\pN{1,2}:\pN{2}(?::\pN{2})?)?[\s()]*$`)
	authority = lazy(`^[\s()\[\]【】]*[\p{Han} ]{2,36}(?:局|厅|部|委|委员会|办公室|中心|大厅|处|科)[\s(]*(?:[\p{Han}]{0,4}[章印])?[\s(),:]*$`)
	clock     = lazy(`\d{1,2}:\d{2}(?::\d{2})?`)
)

// ownDate picks the date of the notice itself.
func (s *source) ownDate(all []dated, skip func(span) bool) (best dated) {
	most := leastDate
	for _, d := range all {
		if skip(d.span) {
			continue
		}
		if score := s.dateScore(d.span); score >= most { // of equals the last: it is at the foot
			best, most = d, score
		}
	}
	return best
}

func (s *source) dateScore(p span) int {
	line, short := s.lineAt(p)
	rest := ""
	if short {
		rest = s.plain[line.lo:p.lo] + " " + s.plain[p.hi:line.hi]
	}
	before, after := s.before(p.lo, 60), s.after(p.hi, 60)
	switch {
	case dateLabel().MatchString(before):
		return saidDate
	case notOwn().MatchString(after), ofTerm().MatchString(before):
		return 0
	case short && (signature().MatchString(rest) || authority().MatchString(clock().ReplaceAllString(rest, ""))):
		return aloneDate
	case dateActs().MatchString(after):
		return doneDate
	case short && p.lo == line.lo && clock().MatchString(s.after(p.hi, 10)):
		return chatDate
	}
	return 0
}

// shortLine is how long a line may be, in bytes, that a date or number has to
// itself.
const shortLine = 240

// lineAt returns the line that a part stands in, or the sentence of it. Ok is
// false where that is long, or the part goes on beyond it.
func (s *source) lineAt(p span) (line span, ok bool) {
	const ends = "\n。;!"
	lo, hi := max(0, p.lo-shortLine), min(len(s.plain), p.hi+shortLine)
	before, after := strings.LastIndexAny(s.plain[lo:p.lo], ends), strings.IndexAny(s.plain[p.lo:hi], ends)
	if before < 0 && lo > 0 || after < 0 && hi < len(s.plain) {
		return span{}, false
	}
	if after >= 0 {
		hi = p.lo + after
	}
	if hi < p.hi {
		return span{}, false
	}
	if before >= 0 {
		lo += before + utf8.RuneLen(first(s.plain[lo+before:]))
	}
	line = s.trim(span{lo, hi})
	return line, line.hi-line.lo <= shortLine
}

// year reads four digits, or what is written for them.
func year(s string) int {
	n, _ := strconv.Atoi(yearDigits.Replace(s))
	return n
}

var yearDigits = strings.NewReplacer("〇", "0", "○", "0", "零", "0", "o", "0", "一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6",
	"七", "7", "八", "8", "九", "9")

// small reads the number of a month or day: 3, 三, 廿四.
func small(s string) int {
	n, _ := numeral(dayWords.Replace(s))
	return n
}

var dayWords = strings.NewReplacer("廿", "二十", "卅", "三十", "元", "一")
