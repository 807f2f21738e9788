package notice_test

import (
	"fmt"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/notice"
)

// What an item may say, and what it is about.
func TestTargets(t *testing.T) {
	w := words(t)
	for text, want := range map[string]string{
		// The first that is named; the others may be meant.
		"公司章程缺页":                "articles-of-association incomplete sure",
		"注册资本与营业执照不一致":          "?registered-capital incorrect likely | business-licence",
		"营业执照与注册资本不一致":          "business-licence incorrect sure | ?registered-capital",
		"注册资金填写错误":              "?registered-capital incorrect sure",
		"住所与租赁合同不一致":            "?registered-address incorrect likely | premises-proof",
		"经营范围未包含呼叫中心业务":         "?business-scope-telecom incomplete sure",
		"情况说明未盖章":               "other/1 incomplete sure",
		"外呼部分过于简单":              "outbound-commitment incorrect likely",
		"承诺书未盖章":                "- incomplete unsure | lawful-operation-commitment no-nuisance-calls-commitment outbound-commitment no-foreign-capital-commitment start-within-six-months-commitment",
		"申请人未到现场":               "- incomplete ",
		"请贵司知晓":                 "- other ",
		"Equity chart missing":  "equity-chart incomplete sure",
		"the business licences": "- other ", // no word of its own
		// Persons.
		"股东身份证过期":           "- outdated unsure | shareholder-id/p2 shareholder-id/p3",
		"李样例的身份证过期":         "shareholder-id/p2 outdated sure",
		"股东（张样本）身份证反面缺失":    "shareholder-id/p3 incomplete sure",
		"张样本、李样例身份证均过期":     "- outdated unsure | shareholder-id/p2 shareholder-id/p3",
		"王示例身份证为黑白复印件":      "legal-representative-id incorrect sure",
		"法人身份证不清晰":          "legal-representative-id incomplete sure",
		"身份证不清晰":            "- incomplete unsure | shareholder-id/p2 shareholder-id/p3 legal-representative-id",
		"法人股东的营业执照不清晰":      "shareholder-licence/p1 incomplete sure",
		"示例云帆投资有限公司营业执照未提供": "shareholder-licence/p1 incomplete sure | business-licence",
		"母公司营业执照未提供":        "shareholder-licence/p1 incomplete likely | business-licence",
		"股权结构图中张样本的持股比例有误":  "equity-chart incorrect sure | ?shareholders",
		"主要管理人员社保证明不全":      "social-insurance incomplete sure",
		"法定代表人未签字":          "- incomplete ",
		"依法经营承诺书中法定代表人有误":   "lawful-operation-commitment incorrect sure | ?legal-representative",
	} {
		n := notice.Read("1. "+text, w)
		if len(n.Items) != 1 {
			t.Errorf("%s: %d items", text, len(n.Items))
			continue
		}
		it := n.Items[0]
		got := fmt.Sprintf("%s %s %s", targets(it.Target), it.Reason, it.Confidence)
		if len(it.Alternatives) > 0 {
			got += " | " + targets(it.Alternatives...)
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestReasons(t *testing.T) {
	for text, want := range map[string]model.ItemReason{
		"与营业执照不一致": model.Incorrect, "填写错误": model.Incorrect, "为黑白复印件": model.Incorrect, "应当与申请表相符": model.Incorrect,
		"签字日期早于提交日期": model.Incorrect, "不符合要求": model.Incorrect,
		"缺少签字": model.Incomplete, "未盖章": model.Incomplete, "材料不齐": model.Incomplete, "扫描件不清晰": model.Incomplete, "请补充说明": model.Incomplete,
		"不符合要求，未盖章": model.Incomplete, "未写明有效期": model.Incomplete,
		"已过期": model.Outdated, "有效期至2027年2月28日": model.Outdated, "请提供一个月内出具的报告": model.Outdated, "未盖章，且已过有效期": model.Outdated,
		"租赁合同请续签":                 model.Outdated,
		"請提供一個月內出具的報告":            model.Outdated,
		"does not match the form": model.Incorrect, "is not signed": model.Incomplete, "has expired": model.Outdated,
		"营业执照": model.OtherReason, "the plan": model.OtherReason,
	} {
		if n := notice.Read("1. "+text, nil); len(n.Items) != 1 || n.Items[0].Reason != want {
			t.Errorf("%s: %+v, want %s", text, n.Items, want)
		}
	}
}

// What told a proposal is said with the words of the text.
func TestWhy(t *testing.T) {
	w := words(t)
	for text, want := range map[string]string{
		"１．張樣本的身份證已過期":    "[{named 身份證} {person 張樣本} {fault 過期}]",
		"1. 注册资金有误":       "[{titled 注册资金} {fault 有误}]",
		"1. 承诺书未盖章":       "[{hinted 承诺书} {several } {fault 未}]",
		"1. 股东身份证未提供":     "[{named 股东身份证} {whose } {fault 未}]",
		"1. 请贵司知晓此事":      "[]",
		"一、材料不齐全\n1.公司概况": "[{named 公司概况} {fault 不齐}]", // by the heading
	} {
		n := notice.Read(text, w)
		if len(n.Items) != 1 || fmt.Sprint(n.Items[0].Why) != want {
			t.Errorf("%s: %+v, want %s", text, n.Items, want)
		}
	}
}

// What is read can be recorded.
func TestModelItems(t *testing.T) {
	p, a := application(t)
	n := notice.Read(file(t, "sections"), notice.NewWords(p, a, vocabularies(t)...))
	if err := a.Record(p, model.Event{ID: n.Kind, Date: n.Date, Number: n.Number}, n.ModelItems()); err != nil {
		t.Fatal(err)
	}
	if len(a.Items) != len(n.Items) || a.Items[1].Material != "shareholder-id/p2" || a.Items[1].Reason != model.Outdated {
		t.Errorf("recorded %+v", a.Items)
	}
}
