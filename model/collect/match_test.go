package collect_test

import (
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
	"github.com/xuke-cli/xuke/model/procedure"
)

func matcher(t testing.TB, shareholders string) *collect.Matcher {
	t.Helper()
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	a := model.New(p, "t")
	for id, text := range map[model.QuestionID]string{
		"company-name": "北京蓝鲸客服科技有限公司", "company-name-en": "Blue Whale Services Ltd", "legal-representative": "王建国",
		"service-for": "clients", "outbound-marketing": "no", "outbound-consented": "yes", "foreign-capital": "none",
		"applicant-kind": "company", "premises": "leased", "system-source": "purchased",
	} {
		v, err := model.Parse(p.Question(id).Field, text)
		if err != nil {
			t.Fatal(id, err)
		}
		if err := a.Answer(p, id, v); err != nil {
			t.Fatal(id, err)
		}
	}
	es, err := model.ParseEntries(*p.Question("shareholders"), []byte(shareholders), nil, a.NewEntryID)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Answer(p, "shareholders", es); err != nil {
		t.Fatal(err)
	}
	if _, err := a.AddOwn(model.OwnMaterial{Name: "情况说明"}); err != nil {
		t.Fatal(err)
	}
	return collect.NewMatcher(p, &a, vocabularies(t)...)
}

func vocabularies(t testing.TB) (vs []collect.Vocabulary) {
	t.Helper()
	for _, l := range locales.Langs {
		p, err := locales.New(l)
		if err != nil {
			t.Fatal(err)
		}
		vs = append(vs, p)
	}
	return vs
}

const shareholders = `[{"id":"p1","name":"上海远望投资有限公司","kind":"corporate"},{"id":"p2","name":"李丽","kind":"natural"},
	{"id":"p3","name":"张伟","kind":"natural"},{"id":"p4","name":"深圳南湖科技有限公司","kind":"corporate"},{"id":"p5","name":"王建国","kind":"natural"}]`

// What people call files, and the row that each belongs to. A row with "?" in
// front may be among the candidates, and must not be placed; "?" alone may be
// anything but placed, "-" has to be left without a row.
const names = `
	营业执照.pdf                                      | business-licence
	营业执照副本.jpg                                  | business-licence
	营业执照副本（彩色扫描件）.jpg                    | business-licence
	北京蓝鲸客服科技有限公司-营业执照.pdf             | business-licence
	蓝鲸营业执照.png                                  | business-licence
	01_營業執照副本.PDF                               | business-licence
	０１．营业执照（盖章）．pdf                       | business-licence
	01.营业执照(盖章)最终版.pdf                       | business-licence
	企业法人营业执照.jpg.jpg                          | business-licence
	三证合一.jpg                                      | business-licence
	yyzz.jpg                                          | business-licence
	yyzz_2024.jpg                                     | business-licence
	YYZZ-扫描.pdf                                     | business-licence
	yingyezhizhao.pdf                                 | business-licence
	yingye zhizhao fuben.pdf                          | business-licence
	lanjingyingyezhizhao.pdf                          | ?business-licence
	business_license.pdf                              | business-licence
	BusinessLicense.pdf                               | business-licence
	Business Licence (scan) v2.pdf                    | business-licence
	Blue Whale Services Ltd - Business License.pdf    | business-licence
	biz-license-final.pdf                             | business-licence
	执照.jpg                                          | business-licence?
	阿里云营业执照.pdf                                | ?
	房东公司营业执照.pdf                              | ?
	营业执照办理流程.pdf                              | ?
	营业执照模板.doc                                  | ?
	营业执照（旧）作废.pdf                            | ?
	营业执照和章程.pdf                                | ?
	场地证明/营业执照.pdf                             | ?
	股东资料/营业执照.pdf                             | ?
	上海远望投资有限公司营业执照.pdf                  | shareholder-licence/p1
	远望投资营业执照副本.jpg                          | shareholder-licence/p1
	股东-远望-营业执照.pdf                            | shareholder-licence/p1
	股东资料/上海远望投资有限公司/营业执照.jpg        | shareholder-licence/p1
	上海远望投资有限公司/01.jpg                       | -
	法人股东营业执照（南湖科技）.pdf                  | shareholder-licence/p4
	yuanwang_yyzz.pdf                                 | shareholder-licence/p1
	深圳南湖/yyzz.jpg                                 | shareholder-licence/p4
	shareholder business license.pdf                  | ?shareholder-licence/p1
	股东营业执照.pdf                                  | ?shareholder-licence/p1
	股东营业执照/远望.pdf                             | shareholder-licence/p1
	股东营业执照/中国电信.pdf                         | ?
	李丽身份证.jpg                                    | shareholder-id/p2
	李丽身份证正面.jpg                                | shareholder-id/p2
	李麗身份證反面.jpg                                | shareholder-id/p2
	身份证-张伟-人像面.png                            | shareholder-id/p3
	张伟/身份证正面.jpg                               | shareholder-id/p3
	张伟/身份证/1.jpg                                 | shareholder-id/p3
	自然人股东身份证/李丽1.jpg                        | shareholder-id/p2
	自然人股东身份证/张伟_反面.jpg                    | shareholder-id/p3
	zhangwei sfz.jpg                                  | shareholder-id/p3
	zhangwei_id_card_front.jpg                        | shareholder-id/p3
	Zhang Wei ID card.pdf                             | shareholder-id/p3
	股东李丽的身份证复印件.pdf                        | shareholder-id/p2
	身份证.jpg                                        | ?
	身份证正面.jpg                                    | ?
	sfz.jpg                                           | ?
	id.jpg                                            | ?
	股东身份证.pdf                                    | ?shareholder-id/p2
	陈强身份证.jpg                                    | ?
	王建国身份证.jpg                                  | shareholder-id/p5
	王建国.jpg                                        | -
	法人身份证.jpg                                    | legal-representative-id
	法人王建国身份证正面.jpg                          | legal-representative-id
	法定代表人身份证（正反面）.pdf                    | legal-representative-id
	法人/身份证.jpg                                   | legal-representative-id
	legal representative ID card.pdf                  | legal-representative-id
	股东王建国身份证.jpg                              | shareholder-id/p5
	法人身份证-陈强.jpg                               | ?
	股权结构图.pdf                                    | equity-chart
	03-股权结构图.docx                                | equity-chart
	03-股权结构图/03-1 股权结构图.pdf                 | equity-chart
	股權結構圖（最終版）.pdf                          | equity-chart
	股权架构.vsdx                                     | equity-chart
	股权穿透图-蓝鲸-2026.11.pdf                       | equity-chart
	gqjgt.png                                         | equity-chart
	guquanjiegoutu.pdf                                | equity-chart
	shareholding structure.pdf                        | equity-chart
	ownership_chart_FINAL.pdf                         | equity-chart
	股权转让协议.pdf                                  | ?
	章程.pdf                                          | articles-of-association
	公司章程（档案查询章）.pdf                        | articles-of-association
	公司章程-1.jpg                                    | articles-of-association
	章程 第2页.jpg                                    | articles-of-association
	zhangcheng.pdf                                    | articles-of-association
	gszc.pdf                                          | articles-of-association
	Articles of Association.pdf                       | articles-of-association
	AOA scan.pdf                                      | articles-of-association
	章程修正案.pdf                                    | articles-of-association
	章程范本.docx                                     | ?
	远望投资章程.pdf                                  | ?
	远望股权结构图.pdf                                | ?
	上海远望投资有限公司/公司章程.pdf                 | ?
	其他公司/营业执照.pdf                             | ?
	竞争对手/营业执照.jpg                             | ?
	分公司营业执照.jpg                                | ?
	供应商/采购合同.pdf                               | ?
	蓝鲸与南湖服务器租赁合同.pdf                      | system-evidence
	业务发展部通讯录.xlsx                             | ?
	技术方案部门会议.docx                             | ?
	员工社保截图.png                                  | social-insurance
	LegalRep_ID_front.jpg                             | legal-representative-id
	shareholders/Nanhu Technology/license.pdf         | shareholder-licence/p4
	Wang Jianguo passport.jpg                         | shareholder-id/p5
	业务发展和实施计划、技术方案.docx                 | ?technical-plan
	申请表填写说明.pdf                                | ?
	社保公积金政策.pdf                                | ?
	营业执照遗失声明.pdf                              | ?
	离职人员名单.xlsx                                 | ?
	章程（工商调档）.pdf                              | articles-of-association
	业务发展和实施计划.docx                           | business-plan
	业务发展计划v3.docx                               | business-plan
	可行性研究报告.pdf                                | business-plan
	BusinessPlan2026.docx                             | business-plan
	技术方案.docx                                     | technical-plan
	呼叫中心技术方案-张工改.docx                      | technical-plan
	技术方案/拓扑图.pdf                               | technical-plan
	网络拓扑图.vsdx                                   | technical-plan
	jsfa.docx                                         | technical-plan
	jishufangan.docx                                  | technical-plan
	技术方案评审会议纪要.docx                         | ?
	服务保障措施.docx                                 | service-assurance
	长期服务和质量保障措施.pdf                        | service-assurance
	网络与信息安全保障措施.docx                       | security-measures
	信息安全保障措施_修订版.docx                      | security-measures
	保障措施.docx                                     | ?
	network security measures.docx                    | security-measures
	信用报告.pdf                                      | credibility
	企业信用信息公示报告.pdf                          | credibility
	信用中国报告20261101.pdf                          | ?credibility
	credit report.pdf                                 | credibility
	个人征信.pdf                                      | ?
	承诺书.pdf                                        | ?
	承诺书1.jpg                                       | ?
	依法经营承诺书.pdf                                | lawful-operation-commitment
	依法经营电信业务承诺书（盖章扫描）.pdf            | lawful-operation-commitment
	承诺书-依法经营.pdf                               | lawful-operation-commitment
	骚扰电话禁呼承诺书.pdf                            | no-nuisance-calls-commitment
	承诺书（骚扰电话）.pdf                            | no-nuisance-calls-commitment
	禁呼承诺书-签字版.pdf                             | no-nuisance-calls-commitment
	外呼承诺书.pdf                                    | outbound-commitment
	无外资承诺书.pdf                                  | no-foreign-capital-commitment
	六个月内开展业务的承诺书.pdf                      | start-within-six-months-commitment
	6个月内开展业务承诺书.pdf                         | start-within-six-months-commitment
	承诺书空白模板.docx                               | ?
	社保.pdf                                          | social-insurance
	社保证明202611.pdf                                | social-insurance
	社保缴费证明（三个月）.pdf                        | social-insurance
	shebaozhengming.pdf                               | social-insurance
	sbzm.pdf                                          | social-insurance
	社保/2026年10月.pdf                               | social-insurance
	社保卡.jpg                                        | ?
	social insurance certificate.pdf                  | social-insurance
	人员名单.xlsx                                     | staff-list
	花名册.xlsx                                       | staff-list
	供应商名单.xlsx                                   | ?
	staff list.xlsx                                   | staff-list
	租赁合同.pdf                                      | premises-proof
	房产证.jpg                                        | premises-proof
	办公室租赁合同-01.jpg                             | premises-proof
	不动产权证书.pdf                                  | premises-proof
	office lease.pdf                                  | premises-proof
	服务器租赁合同.pdf                                | system-evidence
	采购合同.pdf                                      | system-evidence
	平台截图.png                                      | system-evidence
	坐席照片2.jpg                                     | system-evidence
	发票.pdf                                          | ?
	设备清单.xlsx                                     | ?
	合同.pdf                                          | ?
	截图.png                                          | ?
	劳动合同-张伟.pdf                                 | ?
	申请表.pdf                                        | application-form
	公司概况.docx                                     | company-profile
	company profile.pptx                              | company-profile
	情况说明.docx                                     | other
	IMG_20261120_101500.jpg                           | -
	微信图片_20261120101500.jpg                       | -
	扫描件0001.pdf                                    | -
	新建文档.docx                                     | -
	无标题.pdf                                        | -
	营业执照/IMG_0001.jpg                             | business-licence
	03-股权结构图/扫描件0001.pdf                      | equity-chart
	营业执照/停车费发票.jpg                           | ?
	增值电信业务经营许可证.pdf                        | -
	会议纪要.docx                                     | -
	发改委文件.pdf                                    | -
	a.pdf                                             | -
	1.pdf                                             | -
	🙂.pdf                                            | -
	../../etc/passwd.txt                              | -
	yyzzz.jpg                                         | -
	tsfz.jpg                                          | -
	idea.pdf                                          | -
	executive summary.pdf                             | -
	draft business plan.docx                          | ?business-plan
	business plan template.docx                       | ?business-plan
	财务审计报告2025.pdf                              | -
	开户许可证.jpg                                    | -
	股东会决议.pdf                                    | -
	法人授权委托书.pdf                                | -
	税务登记证.jpg                                    | -
	报价单-呼叫中心系统.pdf                           | -
	王建国简历.docx                                   | -
`

func TestNames(t *testing.T) {
	m := matcher(t, shareholders)
	n, placed, wrong := 0, 0, 0
	for line := range strings.Lines(names) {
		name, want, ok := strings.Cut(line, "|")
		if !ok {
			continue
		}
		n++
		name, want = strings.TrimSpace(name), strings.TrimSpace(want)
		got := m.Propose([]collect.File{{Path: name, Size: 1}}, nil)
		var key model.MaterialKey
		var candidates []model.MaterialKey
		var why []collect.Reason
		if len(got.Placed) > 0 {
			key, why = got.Placed[0].Key, got.Placed[0].Why
			placed++
		}
		if len(got.Unsure) > 0 {
			candidates, why = got.Unsure[0].Candidates, got.Unsure[0].Why
		}
		if !fits(want, string(key), candidates) {
			t.Errorf("%s: want %s, placed %q, candidates %v, why %v", name, want, key, candidates, why)
			if key != "" {
				wrong++
			}
		}
	}
	if n < 120 {
		t.Errorf("%d names", n)
	}
	t.Logf("%d names, %d placed, %d of them wrongly", n, placed, wrong)
}

func fits(want, placed string, candidates []model.MaterialKey) bool {
	either, open := strings.CutSuffix(want, "?")
	switch {
	case want == "-":
		return placed == "" && len(candidates) == 0
	case want == "?":
		return placed == ""
	case want[0] == '?':
		for _, c := range candidates {
			if string(c) == want[1:] {
				return placed == ""
			}
		}
		return false
	case want == "other":
		return strings.HasPrefix(placed, "other/")
	}
	return placed == either || open && placed == ""
}
