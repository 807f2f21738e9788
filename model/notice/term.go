package notice

import (
	"regexp"
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// A term is what may be the deadline of a notice.
type term struct {
	span
	due   Due
	score int
}

// What speaks for a term, and how much there has to be.
const (
	counted   = 3  // it says from what it counts
	labelled  = 3  // 补正期限：
	until     = 2  // 之前
	restated  = 2  // 10日内（4月15日前）
	tells     = 2  // there is something to hand in
	corrects  = 2  // and that is what the notice is about
	asks      = 1  // 请
	names     = -3 // one material: that item's own term
	overdue   = -4 // what comes of it when it is missed
	leastTerm = 4
)

var (
	lengthForms = []func() *regexp.Regexp{
		lazy(`(\d{1,3}|[一二两三四五六七八九十百]{1,5}) {0,2}(?:\( {0,2}[\d一二三四五六七八九十百]{1,5} {0,2}\) {0,2})?((?:个 {0,2})?(?:法定)?工作日|(?:个 {0,2})?(?:自然|日历)日|日|天|个 {0,2}月|周|(?:个 {0,2})?星期) {0,2}((?:之|以)?内)?`),
		lazy(`\bwithin (?:a period of |the next )?(\d{1,3}|[a-z]{3,7}) ?(?:\(\d{1,3}\) ?)?((?:(?:working|business) )?days?|(?:calendar )?days?|weeks?|months?)()`),
	}
	fromReceipt = lazy(`(?:收到|接到|签收|收悉|领取|送达|接收|知悉)[^。;!?]{0,40}(?:起|后|之日|当日)(?:的|,|计算|算| )*[在于]?$`)
	fromNotice  = lazy(`(?:通知|告知|意见|退回|补正|决定|函|发出|发布|印发|下发|出具|作出|落款|签发|今|即)[^。;!?,\d]{0,12}(?:日|时)(?:之?次日)?起(?:的|,|计算|算| )*[在于]?$`)
	afterIt     = lazy(`^[^.;]{0,12}\b(?:of|from|after|following|upon)\b[^.;]{0,30}\b(?:receipt|receiv[a-z]+|service|delivery)\b`)
	afterDate   = lazy(`^[^.;]{0,12}\b(?:of|from|after|following)\b[^.;]{0,20}\b(?:date|issu[a-z]+|notice|letter|notification)\b`)
	label       = lazy(`(?:期限|时限|限期)(?:为|是|:|定为|不超过|要求| )*$`)

	notTerm = lazy(`(?:近|最近|前|未来|每|满|距|第|月|年|\d|[一二三四五六七八九十百])$|(?:[我本](?:局|厅|部|委|办|机关|单位|中心)|行政机关|许可机关|主管部门|审批部门)[^。;!?请你您贵]{0,20}$|\b(?:issued|dated|taken|made|printed)(?: \w+)? *$`)
	noTerm  = lazy(`^ *(?:所|新)?(?:出具|开具|打印|开立|签|拍|生成|下载|查询|的|有效|开展|正式|开通|投入|缴)|^[^。;!?,请]{0,12}(?:作出|做出|颁发|公示|办结)`)
	remedy  = lazy(`复议|诉讼|起诉|法院|reconsideration|litigation|lawsuit|\bcourt|\bappeal`)
	late    = lazy(`^ *(?:逾期|超过)|if you fail|failure to`)
	lateYet = lazy(`^[^,。;]{0,8}(?:未|不|没有)`)

	byThen   = lazy(`^ *(?:\d{1,2}(?::\d{2}|[时点]))?(?:\d{1,2}分)? *(?:\([^)]{0,12}\))? *(?:之|以)?前`)
	restates = lazy(`内 *[(,]? *(?:即|也就是)? *$`)
	atLast   = lazy(`^ *(?:止|为止|截止)`)
	lastDay  = lazy(`(?:(?:截止|截至)(?:日期|时间|日)?|最[迟晚]|不[晚迟]于|不超过|(?:补正|整改|修改|补充)(?:期限|时限))(?:到|至|于|为|是|:| )*$|\b(?:by|before|no later than|not later than|on or before|until|deadline(?: is)?:?|due(?: date)?:?)(?: the)? *$`)
	runsOut  = lazy(`(?:有效期|valid|expir[a-z]+)[^。;.]{0,12}$`)
	noYear   = lazy(`(?:^|[^年\d一二三四五六七八九十]) {0,2}((?:\d{1,2}|` + hanDay + `) {0,2}月 {0,2}(?:\d{1,2}|` + hanDay + `) {0,2}[日号] {0,2}(?:之|以)?前)`)

	handIn  = lazy(`补正|补齐|补充|修改|提交|报送|重新|完成|整改|上传|反馈|递交|完善|答复|correct|supplement|submit|provide|complete|amend|remed|revis|respond|reply`)
	correct = lazy(`补正|重新|一次性|修改|整改|correct|resubmit|amend|remed|supplement`)
	please  = lazy(`[请须应]|务必|please|must|shall|should`)
)

// terms finds what may be the deadline. About reports whether a part of the
// text names a material.
func (s *source) terms(dates []dated, about func(string) bool) (out []term) {
	add := func(p span, due Due, score int) {
		due.Words = s.said(p)
		if score += s.context(p, about); score >= leastTerm {
			out = append(out, term{p, due, score})
		}
	}
	for _, form := range lengthForms {
		for _, g := range form().FindAllStringSubmatchIndex(s.flow, maxFound) {
			p := span{g[0], g[1]}
			if due, whole, score := s.length(p, s.flow[g[2]:g[3]], s.flow[g[4]:g[5]], g[6] >= 0); score >= 0 {
				add(whole, due, score)
			}
		}
	}
	for _, d := range dates {
		if p, score := s.lastDay(d); score > 0 {
			add(p, Due{Date: d.date}, score)
		}
	}
	for _, g := range noYear().FindAllStringSubmatchIndex(s.flow, maxFound) {
		add(span{g[2], g[3]}, Due{}, 0)
	}
	return out
}

// length reads so many days, with the words that they are counted from. Within
// is whether it says 内. The score is negative where it is no term.
func (s *source) length(p span, number, unit string, within bool) (Due, span, int) {
	n, ok := numeral(number)
	pre, post := s.clause(p)
	if !ok || n < 1 || n > 365 || notTerm().MatchString(pre) || noTerm().MatchString(post) {
		return Due{}, p, -1
	}
	due := Due{Length: n, Unit: model.Days}
	for _, u := range units {
		if strings.Contains(unit, u.word) {
			due.Unit, due.Length = u.unit, n*u.times
			break
		}
	}
	for _, start := range starts {
		if at := start.pre().FindStringIndex(pre); at != nil {
			due.From = start.from
			return due, span{p.lo - len(pre) + at[0], p.hi}, counted
		}
		if at := start.post().FindStringIndex(post); at != nil {
			due.From = start.from
			return due, span{p.lo, p.hi + at[1]}, counted
		}
	}
	switch {
	case label().MatchString(pre):
		return due, p, labelled
	case !within:
		return Due{}, p, -1
	}
	return due, p, 0
}

var units = []struct {
	word  string
	unit  model.Unit
	times int
}{
	{"工作", model.WorkingDays, 1}, {"work", model.WorkingDays, 1}, {"business", model.WorkingDays, 1},
	{"月", model.Months, 1}, {"month", model.Months, 1}, {"周", model.Days, 7}, {"星期", model.Days, 7}, {"week", model.Days, 7},
}

// starts are what a term counts from, said before it in Chinese and after it
// in English.
var starts = []struct {
	from      From
	pre, post func() *regexp.Regexp
}{{FromReceipt, fromReceipt, afterIt}, {FromNotice, fromNotice, afterDate}}

// lastDay reads the day until which something is to be done, with the words
// that make it one. The score is 0 where it is not.
func (s *source) lastDay(d dated) (span, int) {
	pre, post := s.clause(d.span)
	if runsOut().MatchString(pre) {
		return span{}, 0
	}
	if end := byThen().FindStringIndex(post); end != nil {
		if restates().MatchString(pre) {
			return span{d.lo, d.hi + end[1]}, until + restated
		}
		return span{d.lo, d.hi + end[1]}, until
	}
	if end := atLast().FindStringIndex(post); end != nil {
		return span{d.lo, d.hi + end[1]}, labelled
	}
	if lastDay().MatchString(pre) {
		return d.span, labelled
	}
	return span{}, 0
}

// context says how much the words around a term speak for it.
func (s *source) context(p span, about func(string) bool) (score int) {
	pre, post := s.clause(p)
	all := pre + post
	if remedy().MatchString(all) {
		return -leastTerm * 4
	}
	for _, sign := range []struct {
		found bool
		score int
	}{
		{handIn().MatchString(all), tells}, {correct().MatchString(all), corrects}, {please().MatchString(all), asks},
		{about(s.sameLine(p, pre, post)), names}, {late().MatchString(pre) || lateYet().MatchString(post), overdue},
	} {
		if sign.found {
			score += sign.score
		}
	}
	return score
}

// sameLine returns of what stands around a part that which is in its line: a
// line without a stop may end a sentence as well.
func (s *source) sameLine(p span, pre, post string) string {
	lo, hi := p.lo-len(pre), p.hi+len(post)
	if i := strings.LastIndexByte(s.plain[lo:p.lo], '\n'); i >= 0 {
		lo += i + 1
	}
	if i := strings.IndexByte(s.plain[p.hi:hi], '\n'); i >= 0 {
		hi = p.hi + i
	}
	return s.plain[lo:hi]
}

// reach is how many bytes of a sentence are looked at on either side.
const reach = 180

// clause returns the sentence around a part: what comes before and after it.
func (s *source) clause(p span) (pre, post string) {
	pre, post = s.before(p.lo, reach), s.after(p.hi, reach)
	if all := sentenceEnd().FindAllStringIndex(pre, -1); len(all) > 0 {
		pre = pre[all[len(all)-1][1]:]
	}
	if end := sentenceEnd().FindStringIndex(post); end != nil {
		post = post[:end[0]]
	}
	return pre, post
}

var sentenceEnd = lazy(`[。;!?]|\pL\. `)

// due picks the deadline: what most speaks for, a day before a length.
func due(terms []term) (best term) {
	for _, t := range terms {
		better := t.score > best.score || t.score == best.score && !t.due.Date.IsZero() && best.due.Date.IsZero()
		if t.due.Known() && !best.due.Known() || better && (t.due.Known() || !best.due.Known()) {
			best = t
		}
	}
	return best
}
