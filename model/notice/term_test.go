package notice_test

import (
	"encoding/json"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/notice"
)

func TestTerms(t *testing.T) {
	w := words(t)
	for text, want := range map[string]string{
		// How a length is said.
		"请自收到之日起30日内补正":                                                                "30 day from receipt",
		"请于接到通知之日起三十日之内补正":                                                             "30 day from receipt",
		"收到本通知后5个工作日内修改":                                                               "5 working-day from receipt",
		"请在签收本告知书后，在两个月内补齐材料":                                                          "2 month from receipt",
		"请自本告知书送达之日起十五个工作日内提交补正材料":                                                     "15 working-day from receipt",
		"请自本通知印发之日起７日内整改":                                                              "7 day from notice",
		"即日起10天内重新提交":                                                                  "10 day from notice",
		"请在10个工作日内修改后重新提交":                                                             "10 working-day from ?",
		"请于一周内补正":                                                                      "7 day from ?",
		"补正期限为20个自然日":                                                                  "20 day from ?",
		"补正时限：10（十）个工作日":                                                               "10 working-day from ?",
		"请自收到本\n通知之日起十\n个工作日内补正":                                                       "10 working-day from receipt",
		"請於收到本通知之日起十個工作日內一次性補正":                                                        "10 working-day from receipt",
		"15个工作日内未补正的视为放弃，请按时补正":                                                        "",
		"Please correct it within ten (10) working days from the date of this notice.": "10 working-day from notice",
		"You must resubmit within two weeks of receiving this letter.":                 "14 day from receipt",
		// How a day is said.
		"请于2027年4月15日前补正":                                 "2027-04-15",
		"请在2027-04-15 17:00之前重新提交":                        "2027-04-15",
		"请于二〇二七年四月十五日（含）前补正":                              "2027-04-15",
		"补正材料请最迟于2027/4/15提交":                             "2027-04-15",
		"补正截止日期：2027.4.15":                                "2027-04-15",
		"提交补正材料至2027年4月15日止":                              "2027-04-15",
		"Please resubmit no later than April 15th, 2027.": "2027-04-15",
		"请于2027年4月31日前补正":                                 "",
		"请于4月15日前补正":                                      "4月15日前", // the year is not guessed
		"请于收到之日起10日内（2027年4月15日前）补正":                      "2027-04-15",
		// What is no term of the notice.
		"信誉证明请提供一个月内出具的报告，并重新提交":              "",
		"社保证明请提供近3个月内的，修改后重新提交":               "",
		"六个月内开展业务的承诺书请补正":                     "",
		"我局将在收到补正材料后5个工作日内作出决定":               "",
		"如有不服，可在收到之日起60日内申请行政复议，请补正":          "",
		"请于2027年3月1日前提交社保证明":                  "", // that of one item
		"租赁合同有效期至2027年2月28日，请重新提交":            "",
		"签字日期应在2027年1月6日前":                    "",
		"请自收到之日起0日内补正":                        "",
		"请自收到之日起999日内补正":                      "",
		"请于2027年3月1日前提交社保证明。请于收到通知之日起10日内补正。": "10 day from receipt",
	} {
		if got := dueText(notice.Read(text, w).Due); got != want {
			t.Errorf("%s: due %q, want %q", text, got, want)
		}
	}
}

func TestDueOn(t *testing.T) {
	day := func(m, d int) model.Date {
		return model.Date{Year: 2026, Month: 1, Day: 1}.AddMonths(m - 1).AddDays(d - 1)
	}
	for _, c := range []struct {
		due              notice.Due
		noticed, receipt model.Date
		want             string
		estimate         bool
	}{
		{notice.Due{Date: day(10, 15)}, model.Date{}, model.Date{}, "2026-10-15", false},
		{notice.Due{Length: 60, Unit: model.Days, From: notice.FromReceipt}, day(9, 28), day(9, 30), "2026-11-29", false},
		{notice.Due{Length: 5, Unit: model.WorkingDays, From: notice.FromReceipt}, day(9, 1), day(9, 21), "2026-09-29", false},
		{notice.Due{Length: 5, Unit: model.WorkingDays, From: notice.FromNotice}, day(9, 21), day(9, 30), "2026-09-29", false},
		{notice.Due{Length: 5, Unit: model.WorkingDays, From: notice.FromReceipt}, day(9, 21), model.Date{}, "2026-09-29", true}, // the earliest
		{notice.Due{Length: 5, Unit: model.WorkingDays}, day(9, 21), day(9, 30), "2026-09-29", true},
		{notice.Due{Length: 3, Unit: model.Months, From: notice.FromNotice}, day(11, 30), model.Date{}, "2027-02-28", false},
		{notice.Due{Length: 5, Unit: model.Days, From: notice.FromNotice}, model.Date{}, day(9, 30), "", false},
		{notice.Due{Words: "4月15日前"}, day(9, 21), day(9, 21), "", false},
		{notice.Due{}, day(9, 21), day(9, 21), "", false},
	} {
		end, estimate, ok := c.due.On(c.noticed, c.receipt, calendar.China())
		if end.String() != c.want || estimate != c.estimate || ok != (c.want != "") {
			t.Errorf("%+v on %s, received %s: %s estimate %t ok %t, want %s", c.due, c.noticed, c.receipt, end, estimate, ok, c.want)
		}
	}
}

func TestJSON(t *testing.T) {
	w := words(t)
	for text, want := range map[string]string{
		"1. 营业执照不清晰\n请在10个工作日内补正": `{"kind":"returned","number":"","date":null,"due":{"length":10,"unit":"workday","words":"10个工作日内"},"layout":"listed",` +
			`"items":[{"text":"营业执照不清晰","material":"business-licence","confidence":"sure","reason":"incomplete"}],"rest":["请在10个工作日内补正"]}`,
		"请于2027年4月15日前补正": `{"kind":"returned","number":"","date":null,"due":{"date":"2027-04-15","words":"2027年4月15日前"},"layout":"bare","items":[],"rest":["请于2027年4月15日前补正"]}`,
		"":                `{"kind":"","number":"","date":null,"layout":"bare","items":[],"rest":[]}`,
	} {
		got, err := json.Marshal(notice.Read(text, w))
		if err != nil || string(got) != want {
			t.Errorf("%s: %s, %v\nwant %s", text, got, err, want)
		}
	}
}
