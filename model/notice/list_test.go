package notice_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model/notice"
)

// How a text is taken apart: layout, then the items with their marks.
func TestLists(t *testing.T) {
	w := words(t)
	for _, c := range []struct{ text, want string }{
		{"", "bare"},
		{" \n\t\r\n　", "bare"},
		{"一、甲件缺\n二、乙件缺", "listed 一、甲件缺 二、乙件缺"},
		{"（一）甲件缺\n（二）乙件缺", "listed （一）甲件缺 （二）乙件缺"},
		{"1.甲件缺\n2. 乙件缺\n3、丙件缺\n4）丁件缺\n5: 戊件缺", "listed 1.甲件缺 2.乙件缺 3、丙件缺 4）丁件缺 5:戊件缺"},
		{"(1)甲件缺\n[2] 乙件缺\n【3】丙件缺\n⑷丁件缺", "listed (1)甲件缺 [2]乙件缺 【3】丙件缺 ⑷丁件缺"},
		{"①甲件缺②乙件缺③丙件缺", "listed ①甲件缺 ②乙件缺 ③丙件缺"},
		{"１．甲件缺\r\n２．乙件缺", "listed １．甲件缺 ２．乙件缺"},
		{"第一，甲件缺。\n第二，乙件缺。", "listed 第一，甲件缺。 第二，乙件缺。"},
		{"问题：一是甲件缺；二是乙件缺。", "listed 一是甲件缺 二是乙件缺。"},
		{"a. plan missing\nb. list missing", "listed a.plan missing b.list missing"},
		{"(i) plan missing\n(ii) list missing\n(iii) all missing", "listed (i)plan missing (ii)list missing (iii)all missing"},
		{"• 甲件缺\n• 乙件缺", "listed •甲件缺 •乙件缺"},
		{"- plan missing\n- list missing", "listed -plan missing -list missing"},
		{"1\t甲件缺\n2\t乙件缺", "listed 1甲件缺 2乙件缺"},
		// Several in one line, and right behind one another.
		{"意见：1、甲件缺；2、乙件缺；3、丙件缺。", "listed 1、甲件缺 2、乙件缺 3、丙件缺。"},
		{"意见：1.甲件缺2.乙件缺", "listed 1.甲件缺 2.乙件缺"},
		// Below one another.
		{"1、甲件：\n（1）缺章；\n（2）缺页。\n2、乙件缺", "listed 1、甲件：\n（1）缺章；\n（2）缺页。 2、乙件缺"},
		{"1、甲件：①缺章；②缺页。2、乙件缺", "listed 1、甲件：①缺章；②缺页。 2、乙件缺"},
		{"一、甲件\n1.缺章\n（1）正本\n2.缺页\n二、乙件缺", "listed 一、甲件\n1.缺章\n（1）正本\n2.缺页 二、乙件缺"},
		// Missing and repeated numbers.
		{"2、甲件缺\n3、乙件缺", "listed 2、甲件缺 3、乙件缺"},
		{"1、甲件缺\n3、丙件缺", "listed 1、甲件缺 3、丙件缺"},
		{"1、甲件缺\n1、乙件缺", "listed 1、甲件缺 1、乙件缺"},
		// Lines that were wrapped, and ones that were not.
		{"1、甲件没有\n盖章\n2、乙件缺", "listed 1、甲件没有盖章 2、乙件缺"},
		{"1. the plan is\nmissing\n2. list missing", "listed 1.the plan is missing 2.list missing"},
		{"1、甲件缺。\n2、乙件缺。\n谨此说明。", "listed 1、甲件缺。 2、乙件缺。"},
		// No numbers, however much they look like some.
		{"1、见第六条（一）、（二）项，3.31前，1.5倍，缺\n2、16:41、近3、4月，附件1、附件2.缺", "listed 1、见第六条（一）、（二）项，3.31前，1.5倍，缺 2、16:41、近3、4月，附件1、附件2.缺"},
		{"①甲件缺（同③）②乙件缺", "listed ①甲件缺（同③） ②乙件缺"},
		{"技术方案缺。2027.3.1、10份", "prose *技术方案缺。"},
		// Frames, with a number or without.
		{"1、甲件缺\n2、请于收到之日起10日内补正\n3、逾期不补正的视为放弃\n4、联系电话：010-00000000", "listed 1、甲件缺"},
		{"1、甲件缺。请于收到之日起10日内补正。逾期视为放弃。其他材料符合要求。", "listed 1、甲件缺。"},
		{"1、甲件缺\n注：\n1、样表见附件\n2、须盖章", "listed 1、甲件缺"},
		{"请补正：1.甲件缺\n附件：\n2.样表", "listed 1.甲件缺"},
		{"附件：\n1、甲件缺", "listed 1、甲件缺"}, // nothing is asked for but there
		{"1、联系电话与申请表不一致", "listed 1、联系电话与申请表不一致"},
		{"一、补正内容\n1、甲件缺\n2、乙件缺\n二、补正方式\n1、登录系统\n2、提交", "listed 1、甲件缺 2、乙件缺"},
		// One behind the list, offered.
		{"1、甲件缺。\n另外技术方案没有盖章。", "listed 1、甲件缺。 *另外技术方案没有盖章。"},
		// No list.
		{"营业执照不清晰\n技术方案缺页", "lines *营业执照不清晰 *技术方案缺页"},
		{"示例公司：\n营业执照不清晰\n技术方案缺页\n逾期视为放弃\n示例管理局\n2027年1月1日", "lines *营业执照不清晰 *技术方案缺页"},
		{"您好。营业执照不清晰；技术方案缺页。谢谢。", "prose *营业执照不清晰 *技术方案缺页。"},
		{"您的申请收悉，谢谢。", "bare"},
		{"营业执照不清晰\n技术方案缺页\n、", "lines *营业执照不清晰 *技术方案缺页"},
		{strings.Repeat("技术方案的录音部分不清晰，", 3) + "\n" + strings.Repeat("系统的拓扑图缺少设备说明，", 3) + "\n请改。", "prose *" + strings.Repeat("技术方案的录音部分不清晰，", 3) +
			strings.Repeat("系统的拓扑图缺少设备说明，", 3) + "请改。"},
	} {
		n := notice.Read(c.text, w)
		got := string(n.Layout)
		for _, it := range n.Items {
			mark := it.Mark
			if !it.Listed {
				mark += "*"
			}
			got += fmt.Sprintf(" %s%s", mark, it.Text)
		}
		if got != c.want {
			t.Errorf("%q\nis  %q\nnot %q", c.text, got, c.want)
		}
		checkFound(t, c.text, n)
	}
}

// Numbers and dates that are the notice's own, and those that it only names.
func TestNumberAndDate(t *testing.T) {
	for text, want := range map[string]string{
		"示通补〔2027〕1号":                               "示通补〔2027〕1号 ",
		"（示通补[2027]第001号）":                          "示通补[2027]第001号 ",
		"示通补(2027)1号":                               "示通补(2027)1号 ",
		"补正告知书（示通补【2027】1号）":                        "示通补【2027】1号 ",
		"补正告知书示通补〔2027〕1号":                          "示通补〔2027〕1号 ",
		"示通函补〔2027〕1号":                              "示通函补〔2027〕1号 ",
		"工信管函〔2027〕7号":                              "工信管函〔2027〕7号 ",
		"依据示通补〔2027〕1号":                             " ",
		"2027年第12号":                                 "2027年第12号 ",
		"编号：BZ-2027/001":                            "BZ-2027/001 ",
		"受理编号 2027-示-00321":                         "2027-示-00321 ",
		"您的申请（办件编号：示2027B24）已退回":                    "示2027B24 ",
		"受理号：A1234\n示通补〔2027〕1号":                    "示通补〔2027〕1号 ",
		"Notice No. SX-2027-01\nApplication No. 77": "SX-2027-01 ",
		"Ref: SX/2027/1":                            "SX/2027/1 ",
		"根据《关于规范的通知》（工信部信管〔2020〕81号）":               " ",
		"联系电话：010-12345678":                         " ",
		"合同编号为HT-2027-1":                            " ",
		"第42号令":                                     " ",
		"the notice 30 days":                        " ",

		"示例管理局\n2027年1月13日":         " 2027-01-13",
		"示例管理局 二○二七年十二月三十一日":        " 2027-12-31",
		"（示例管理局二〇二七年三月二十四日）":        " 2027-03-24",
		"２０２７－０１－１３":                " 2027-01-13",
		"审核时间 2027-03-02 16:41:00":  " 2027-03-02",
		"您的申请于2027年3月2日退回":          " 2027-03-02",
		"2027/03/02 16:41 示例管理局：请改": " 2027-03-02",
		"Dated: 2 March 2027":       " 2027-03-02",
		"March 2nd, 2027":           " 2027-03-02",
		"2027年2月30日":                " ",
		"您于2027年3月2日提交的申请":          " ",
		"有效期至2027年3月2日":             " ",
		"提交时间：2027年3月2日":            " ",
		"2027年3月2日前":                " ",
		"2027年1月1日\n2027年1月2日":      " 2027-01-02", // the one at the foot
	} {
		n := notice.Read(text, nil)
		if got := n.Number + " " + n.Date.String(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		checkFound(t, text, n)
	}
}

func TestKinds(t *testing.T) {
	for text, want := range map[string]notice.Kind{
		"补正告知书": notice.Correction, "退回意见": notice.Correction, "Notice of Correction": notice.Correction, "补正材料通知书": notice.Correction,
		"受理通知书": notice.Acceptance, "不予受理通知书": notice.NonAcceptance, "准予行政许可决定书": notice.Approval, "不予行政许可决定书": notice.Refusal,
		"不予受理决定书\n如补正后仍不齐全": notice.NonAcceptance,
		"您的申请已受理。":          notice.Acceptance, "经研究，决定准予许可。": notice.Approval, "现决定不予许可。": notice.Refusal, "决定不予受理。": notice.NonAcceptance,
		"请补正下列材料。逾期未补正的，依法不予受理。": notice.Correction, "你公司申请已受理，请补正下列材料。": notice.Correction,
		"Your application has been accepted.": notice.Acceptance, "The licence has been granted.": notice.Approval,
		"您好。": notice.Unknown, "": notice.Unknown, "逾期不予受理。": notice.Unknown,
	} {
		if got := notice.Read(text, nil).Kind; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
