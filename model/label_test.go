package model_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
)

func TestTag(t *testing.T) {
	long := strings.Repeat("长", model.MaxLabel)
	many := make([]string, model.MaxTags+1)
	for i := range many {
		many[i] = strings.Repeat("t", i+1)
	}
	for _, c := range []struct {
		has, add, remove, want string
		code                   model.Code
	}{
		{"", "b| a ", "", "a|b", ""},
		{"a|b", "a", "", "a|b", ""},
		{"a|b", "", "a", "b", ""},
		{"a", "", " a |c", "", ""},
		{"a", "a", "a", "a", ""},
		{"", long, "", long, ""},
		{"a", long + "长", "", "a", model.NotALabel},
		{"a", "x,y", "", "a", model.NotALabel},
		{"a", "x、y", "", "a", model.NotALabel},
		{"a", "x\ny", "", "a", model.NotALabel},
		{"a", "\xff", "", "a", model.NotALabel},
		{"a", "b|  ", "", "a", model.NotALabel},
		{"a", strings.Join(many, "|"), "", "a", model.ManyTags},
	} {
		list := func(s string) []string {
			if s == "" {
				return nil
			}
			return strings.Split(s, "|")
		}
		a := model.Application{Tags: list(c.has)}
		err := a.Tag(list(c.add), list(c.remove))
		var refused *model.Error
		if errors.As(err, &refused) != (c.code != "") || refused != nil && refused.Code != c.code {
			t.Errorf("%q +%q -%q: %v, want %q", c.has, c.add, c.remove, err, c.code)
		}
		if !slices.Equal(a.Tags, list(c.want)) {
			t.Errorf("%q +%q -%q = %q, want %q", c.has, c.add, c.remove, a.Tags, c.want)
		}
	}
	if got := model.Labels(" a，b c、 ;"); !slices.Equal(got, []string{"a", "b c"}) {
		t.Errorf("%q", got)
	}
}

func TestAssign(t *testing.T) {
	a := model.Application{}
	if err := a.Assign(" 张三 "); err != nil || a.Responsible != "张三" {
		t.Errorf("%q, %v", a.Responsible, err)
	}
	if err := a.Assign("张三、李四"); err == nil || a.Responsible != "张三" {
		t.Errorf("%q, %v", a.Responsible, err)
	}
	if err := a.Assign(""); err != nil || a.Responsible != "" {
		t.Errorf("%q, %v", a.Responsible, err)
	}
}

func TestDueIs(t *testing.T) {
	today := model.Date{Year: 2026, Month: 12, Day: 29}
	for _, c := range []struct {
		date string
		want string // the values that it has
	}{
		{"", "none"},
		{"2026-12-28", "overdue 7d 30d 0d"},
		{"2026-12-29", "7d 30d 0d"},
		{"2027-01-05", "7d 30d"},
		{"2027-01-06", "30d"},
		{"2027-01-28", "30d"},
		{"2027-01-29", ""},
	} {
		var d model.Date
		if c.date != "" {
			var err error
			if d, err = model.ParseISODate(c.date); err != nil {
				t.Fatal(err)
			}
		}
		var got []string
		for _, v := range []string{model.Overdue, "7d", "30d", "0d", model.Undated, "d", "-1d", "7"} {
			if model.DueIs(d, v, today) {
				got = append(got, v)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s is %q, want %q", c.date, got, c.want)
		}
	}
}
