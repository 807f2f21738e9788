package model_test

import (
	"testing"

	"github.com/xuke-cli/xuke/model"
)

func TestNameAfter(t *testing.T) {
	const zh, en = "未命名申请 2026-11-23", "Untitled application 2026-11-23"
	for _, tt := range []struct {
		name, title, before, company string
		want                         string
	}{
		{"created in Chinese", zh, "", "蓝鲸", "蓝鲸"},
		{"created in English", en, "", "蓝鲸", "蓝鲸"},
		{"created without a title", " ", "", "蓝鲸", "蓝鲸"},
		{"the company is renamed", "蓝鲸", "蓝鲸", "白鲸", "白鲸"},
		{"blanks around both names", "蓝鲸", " 蓝鲸 ", " 白鲸 ", "白鲸"},
		{"titled by hand", "为蓝鲸申请", "蓝鲸", "白鲸", "为蓝鲸申请"},
		{"titled by hand before there was a name", "第一家", "", "蓝鲸", "第一家"},
		{"created on another day", "未命名申请 2026-11-22", "", "蓝鲸", "未命名申请 2026-11-22"},
		{"the name is taken back", "蓝鲸", "蓝鲸", "", "蓝鲸"},
		{"a blank name", zh, "", "  ", zh},
	} {
		answered := func(name string) model.Application {
			return model.Application{Title: tt.title, Answers: map[model.QuestionID]model.Answer{model.CompanyName: {Value: model.Text(name)}}}
		}
		before, after := answered(tt.before), answered(tt.company)
		after.NameAfter(&before, zh, en)
		if after.Title != tt.want {
			t.Errorf("%s: the title is %q, want %q", tt.name, after.Title, tt.want)
		}
	}
	pending := model.Application{Title: zh, Answers: map[model.QuestionID]model.Answer{model.CompanyName: {Pending: &model.Pending{}}}}
	if pending.NameAfter(&model.Application{}, zh); pending.Title != zh {
		t.Errorf("without a name the title becomes %q", pending.Title)
	}
}
