package model

import (
	"slices"
	"testing"
)

func TestSplitNotice(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{" \n\t\r\n　", nil},
		{"营业执照不清晰", []string{"营业执照不清晰"}},
		{"1.营业执照不清晰\n2. 缺社保证明\r\n\r\n3、章程没有盖章", []string{"营业执照不清晰", "缺社保证明", "章程没有盖章"}},
		{"一、股权结构图\n十二、技术方案\n第三，安全措施", []string{"股权结构图", "技术方案", "安全措施"}},
		{"（1）甲\n(2) 乙\n（三）、丙\n【4】丁\n[5] 戊", []string{"甲", "乙", "丙", "丁", "戊"}},
		{"１．甲\n2）乙\n3: 丙\n4：丁\n5,戊", []string{"甲", "乙", "丙", "丁", "戊"}},
		{"①甲\n② 乙\n⑶丙\n⒋丁", []string{"甲", "乙", "丙", "丁"}},
		{"a) one\nB. two\niii) three\nb、四", []string{"one", "two", "three", "四"}},
		{"- 甲\n• 乙\n* 丙\n—— 丁", []string{"甲", "乙", "丙", "—— 丁"}},
		{"甲\u2028乙\v丙", []string{"甲", "乙", "丙"}},
		{"1.\n（2）\n甲", []string{"甲"}},
		// No numbers, however much they look like some.
		{"3.31前补交", []string{"3.31前补交"}},
		{"10份社保证明", []string{"10份社保证明"}},
		{"2026.11.23出具的证明", []string{"2026.11.23出具的证明"}},
		{"1,000万元", []string{"1,000万元"}},
		{"一份授权书", []string{"一份授权书"}},
		{"第六条第四项：注册资本不足", []string{"第六条第四项：注册资本不足"}},
		{"e.g. a contract", []string{"e.g. a contract"}},
		{"-5 and less", []string{"-5 and less"}},
		{"mix) of things", []string{"mix) of things"}},
		// One number a line: the next may be a name.
		{"1. A、B两份合同", []string{"A、B两份合同"}},
	} {
		if got := SplitNotice(c.text); !slices.Equal(got, c.want) {
			t.Errorf("SplitNotice(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}
