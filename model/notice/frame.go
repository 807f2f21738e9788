package notice

import "regexp"

// What stands around the items: how a letter begins and ends, what comes of
// it, whom to ask. A frame is known by its words, and most by having nothing
// of an item: it names no material, or finds no fault.
type frame struct {
	form  func() *regexp.Regexp
	alone bool // only where the part names no material
	fine  bool // only where it finds no fault
}

// frames are sentences that are none of an item wherever they stand.
var frames = []frame{
	{form: lazy(`^\(?(?:逾期|超过期限|过期不|期满(?:未|不)|到期未|(?:如|若)?(?:你|您|贵)?(?:单位|公司)?(?:未|不)(?:在|按|于|能).{0,40}(?:视为|视同|不予|退回|终止|放弃|关闭|作废))`)},
	{form: lazy(`^(?:failure to|if .{0,80}\b(?:not|fail)\b|should you fail|otherwise\b|late )`)},
	{form: lazy(`复议|诉讼|起诉|人民法院|administrative (?:reconsideration|litigation)|\bcourt\b`)},
	{form: lazy(`^\(?(?:其余|其他|其它|剩余|余下|另外?).{0,30}(?:无(?:需|须)?(?:意见|问题|异议|修改)?|符合(?:要求|规定)|合格|通过|不(?:需|用|必)(?:修改|补正)).{0,6}$|^(?:all |the )?(?:remaining|other) .{0,40}(?:in order|no (?:comment|objection)|accepted|complete)`), alone: true},
	{form: lazy(`^(?:特此|此致|此复|此告|专此|敬礼|顺祝|祝好)|^(?:yours (?:faithfully|sincerely|truly)|sincerely|(?:best |kind )?regards)`)},
	{form: lazy(`^(?:如|若|对).{0,24}(?:疑问|疑义|不明|异议|不清楚)|(?:咨询|联系|拨打|致电|热线|电话|传真|手机|tel|phone|fax).{0,16}(?:\d{3,4}[- ]?\d{7,8}|1\d{10}|12381|12300)|^(?:tel|phone|fax|e-?mail|contact|website)\b.{0,3}:`), fine: true},
	{form: lazy(`^(?:联系|咨询|监督)?(?:人|电话|地址|邮编|邮箱|传真)(?:及.{0,8})? ?:`), fine: true},
	{form: lazy(`^(?:请|望|须|应|以上).{0,30}(?:按|及时|尽快|认真|对照|一并|逐[项条]|问题|内容|意见|要求).{0,30}(?:补正|修改|提交|完善|整改|上报)`), alone: true},
	{form: lazy(`感谢|谢谢|^敬请|请(?:知悉|周知|关注)|望(?:周知|知悉|配合)|退订|^thank you`), alone: true, fine: true},
	{form: lazy(`^第? {0,2}\d{1,4} {0,2}页|^- ?\d{1,4} ?-$|^\d{1,4} ?/ ?\d{1,4}$|^page \d{1,4}`)},
	{form: lazy(`^(?:你|您|贵)?(?:单位|公司|企业)?.{0,20}(?:请|可|须|应).{0,16}(?:通过|登[录陆]|在).{0,30}(?:系统|平台|网站|网址|专栏|窗口).{0,20}(?:提交|报送|补正|办理|查[看询]|重新)`), alone: true},
	{form: lazy(`^(?:补正|修改|整改|补充).{0,20}(?:请|应|须|可)?.{0,6}(?:通过|登[录陆]).{0,30}(?:系统|平台|网站)`), alone: true},
}

// topics are headings of parts that hold no items.
var topics = []frame{
	{form: lazy(`^(?:补正|整改|提交|修改|办理|报送|反馈)?(?:材料)?(?:的)?(?:期限|时限|时间|方式|途径|地点|流程|渠道)(?:和|及|与|、|:|$)`), alone: true},
	{form: lazy(`^(?:(?:法律|政策|办理|审查|处理)?依据|(?:联系|咨询|监督|投诉)(?:方式|电话|人|部门)|法律(?:后果|责任)|权利救济|救济途径|(?:温馨)?提[示醒]|注意事项|备注|受理情况|申请情况|申请事项|提交方式)(?:和|及|与|:|$| )`), fine: true},
	{form: lazy(`^(?:其[他它](?:事项|问题|意见)?|无|以下空白|none|n/a)[ 。:]*$`)},
	{form: lazy(`^(?:time limit|deadline|how to (?:submit|resubmit)|contact|legal basis|consequences|notes?)\b`), alone: true, fine: true},
}

// edges are lines that begin or end a letter.
var edges = []frame{
	{form: lazy(`^(?:尊敬的|您好|你好|dear |to:|attn)|[, ](?:您好|你好)[:!]?$`)},
	{form: lazy(`(?:公司|单位|中心|厂|社|所|集团|企业|先生|女士|同志|申请人|ltd\.?|limited)(?:\(.{0,30}\))? ?:$`), alone: true, fine: true},
	{form: lazy(`^.{0,60}(?:告知书|通知书?|决定书|告知|意见书?|回执|凭证|文件|告知单|通知单)(?:\(.{0,40}\)?)?[:\s]*$`), alone: true, fine: true},
	{form: lazy(`^(?:notice|letter|decision|request)\b.{0,80}$`), alone: true},
	{form: lazy(`^[(【]?[\p{Han} ·]{2,40}(?:局|厅|部|委|委员会|办公室|中心|大厅|处|科)[】)]?(?: ?\(?[\p{Han}]{0,4}[章印]\)?)?(?: {0,4}[\d〇○零一二三四五六七八九年月日十:/. -]{6,30})?\)?$`), alone: true, fine: true},
	{form: lazy(`^[\s()\[\]【】]*(?:\d{4}|[〇○零一二三四五六七八九]{4}) ?[-年/.].{1,16}?(?:\d|日|号)(?: ?\d{1,2}:\d{2}(?::\d{2})?)?[)\]】]?$`)},
	{form: lazy(`^\(?[\p{Han}a-z]{0,20} ?` + yearInBrackets + ` ?第?.{1,8}号\)?$`)},
	{form: lazy(`^(?:本)?(?:受理|办件|业务|申请|申报|案件|审批|文书|通知书?|告知书|工单|流水|事项)?(?:编号|号码|单号|流水号|文号|字号|编码)[ :]`), alone: true},
	{form: lazy(`^(?:审核|审批|审查|办理|受理)?(?:结果|状态) ?:`), alone: true},
	{form: lazy(`^(?:审核|审批|审查|办理|受理|经办|承办|签发|退回|申请|提交|事项|业务|项目|企业|单位)(?:人|员|时间|日期|结果|状态|环节|部门|机关|意见|事项|名称|类型) ?:`), alone: true, fine: true},
	{form: lazy(`^(?:抄送|抄报|主送|附件?) ?:?`), alone: true},
	{form: lazy(`收悉|(?:如下|下列|以下|as follows|following)[^。;]{0,24}(?::|-{1,2}|$)|(?:经|现对).{0,12}(?:审查|初审|审核).{0,40}(?::|-{1,2})$`), alone: true},
	{form: lazy(`^(?:根据|依据|按照|依照|pursuant to|in accordance with|under) ?.{0,200}(?:规定|要求|第.{1,6}条|article)`), alone: true},
	{form: lazy(`^.{0,60}(?:administration|bureau|authority|department|office)(?: of .{0,60})?\.?$`), alone: true, fine: true},
	{form: lazy(`^(?:date|ref|reference|no|notice no|subject|re)\.?\b.{0,3}[:.]`), alone: true},
	{form: lazy(`^(?:\d{1,2} )?[a-z]{3,9}\.? (?:\d{1,2},? )?\d{4}$`)},
	{form: lazy(`^【[\p{Han}]{2,30}】$`)},
}

// closing are lines behind which no item comes any more.
var closing = lazy(`^(?:附件? ?(?:\d{0,2} ?:|$)|注 ?:|抄送|抄报|(?:办理|提交|报送|补正|联系|咨询)(?:方式|流程|步骤|途径)[^,。;]{0,6}:$|(?:填报|操作)(?:说明|流程|步骤|指南)[^,。;]{0,6}:$|(?:温馨提[示醒]|注意事项|备注|有关说明)[^,。;]{0,6}:|(?:enclosures?|attachments?|cc) ?:)`)

// sections are headings of parts that hold items and are none.
var sections = lazy(`^(?:(?:你|您|贵)?(?:单位|公司)?(?:需|须|应|请|需要|存在)?(?:补正|补充|修改|整改|完善|更正|审查|审核|初审|形式审查|技术审查)?(?:提交|提供)?(?:的)?(?:申请|申报)?(?:材料|内容|事项|问题|意见|情况|要求|资料|清单)(?:不齐全|不完整|不规范|不一致|不符合.{0,12}|缺失|存在.{0,8}问题|方面|部分|类)?(?:如下|有)?|.{0,8}(?:不齐全|不完整|不规范|不符合(?:法定)?(?:形式|要求|规定)).{0,4}|(?:documents?|materials?|items?|points?) (?:to be |that ).{0,40})[ 。:]*$`)

// framed reports whether a part is one of the frames.
func (rd *reader) framed(p span, sets ...[]frame) bool {
	plain := rd.src.flow[p.lo:p.hi]
	for _, set := range sets {
		for _, f := range set {
			if f.form().MatchString(plain) && (!f.fine || !faulty(plain)) && (!f.alone || !rd.words.names(plain)) {
				return true
			}
		}
	}
	return false
}

// around reports whether a sentence belongs to the letter and to no item: it
// is a frame, or it sets the term.
func (rd *reader) around(p span, sets ...[]frame) bool {
	if rd.framed(p, sets...) {
		return true
	}
	for _, t := range rd.terms {
		if t.within(p) {
			return !rd.words.names(rd.src.flow[p.lo:p.hi])
		}
	}
	return false
}
