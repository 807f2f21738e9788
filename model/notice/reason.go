package notice

import (
	"regexp"

	"github.com/xuke-cli/xuke/model"
)

// faults are the words that say what is wrong with a paper. The first row that
// fits decides: a paper that has run out is often unclear as well, and then
// has to be fetched anew. Words that say little come last.
var faults = []struct {
	reason model.ItemReason
	form   func() *regexp.Regexp
}{
	{model.Outdated, lazy(`过期|已?过有效期|超(?:过|出)有效期|有效期(?:已|届|至|到|短|不足|不够|将|限?届满)|(?:不|未)在有效期|有效期内的|失效|已?到期|续[签租期]|(?:[一二两三四五六123456]|十二|12) ?个?月(?:以|之)?内(?:新)?(?:出具|开具|打印|签发|出示|查询|下载|的)|近期(?:出具|开具|的)|最新的?|超过.{0,8}(?:时效|期限)|expired|out[- ]of[- ]date|outdated|no longer valid|valid (?:only )?(?:until|to)|lapsed|renew|issued within|up[- ]to[- ]date`)},
	{model.Incorrect, lazy(`不一致|不相符|不相同|不吻合|不匹配|对不上|应(?:当)?与.{0,40}(?:一致|相符)|保持一致|错误|有误|误[写填]|[写填传用]错|错[写填传]|不正确|不准确|不属实|不真实|虚假|矛盾|颠倒|混淆|黑白|非彩色|为复印件|(?:早|晚)于|不规范|格式不(?:对|符)|应(?:当)?(?:改)?为|改为|更正|过于(?:宽泛|笼统|简单|简略)|雷同|照搬|套用|模板|超出|不(?:得|应|宜)|inconsisten|incorrect|wrong|do(?:es)? not (?:match|agree|correspond)|mismatch|differ|black[- ]and[- ]white|error|contradict|too (?:broad|general|vague)|earlier than|photocop`)},
	{model.Incomplete, lazy(`缺|未|没有|无(?:法定代表人|签|盖|公章|日期)|不齐|不全|不完整|不清|模糊|无法(?:辨认|识别|打开|看清)|看不清|不详|不足|不够|不明确?|不具体|遗漏|漏|空白|请补正|请补|补(?:充|交|齐|传|盖|签|报|附|提)|上传|提[供交]|增加|完善|细化|详细|[请需应须]要?(?:明确|说明)|missing|lack|not (?:signed|stamped|sealed|uploaded|stated|attached|provided|included|state|show|traced|legible)|incomplete|unclear|illegible|without|blurred|omit|add\b|supplement|please (?:provide|attach|state|explain|upload|submit)|no (?:signature|seal|stamp|date)|insufficient`)},
	{model.Incorrect, lazy(`不符合?|不合格|不通过|修改|重新|not (?:comply|conform|meet)|revise|amend|correct`)},
}

// unsaid are phrases in which a fault's word is none: the term of validity
// that is missing has not run out.
var unsaid = lazy(`(?:未|没有?)(?:写明|注明|标明|载明|体现|说明|明确|填写)[^,。;]{0,6}有效期[限至]?|(?:state|show) the (?:term|period) of validity`)

// reasonOf says why something comes back, and by which word. The word is "" for
// none.
func reasonOf(plain string) (model.ItemReason, span) {
	looked := unsaid().ReplaceAllStringFunc(plain, func(s string) string { return "未" + string(make([]byte, len(s)-len("未"))) })
	for _, f := range faults {
		if m := f.form().FindStringIndex(looked); m != nil {
			return f.reason, span{m[0], m[1]}
		}
	}
	return model.OtherReason, span{}
}

// general are the words by which notices call what they are about: a title
// that has one finds no fault yet.
var general = lazy(`补正|补充材料|补充通知|修改|退回|correction`)

// faulty reports whether a text says that something is wrong.
func faulty(plain string) bool {
	reason, _ := reasonOf(general().ReplaceAllString(plain, "·"))
	return reason != model.OtherReason
}
