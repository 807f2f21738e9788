package model

import "testing"

func TestFindProvince(t *testing.T) {
	if len(ProvinceCodes()) != 31 {
		t.Errorf("%d provinces", len(ProvinceCodes()))
	}
	for _, r := range regions {
		for _, name := range []string{r.code, r.short, r.full, r.english, r.english + " Province"} {
			if code, ok := FindProvince(name); !ok || code != r.code {
				t.Errorf("%s: %s, want %s", name, code, r.code)
			}
		}
	}
	for name, want := range map[string]string{
		"Tibet Autonomous Region": "xizang",
		"INNER-MONGOLIA":          "neimenggu",
		"Shaan'xi":                "shaanxi",
		"Beijing Municipality":    "beijing",
		"Guangxi":                 "guangxi",
		"Ningxia":                 "ningxia",
		"Ｘｉｎｊｉａｎｇ":                "xinjiang",
		"香港":                      "",
		"Taiwan":                  "",
		"北":                       "",
		"":                        "",
	} {
		if code, ok := FindProvince(name); code != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", name, code, want)
		}
	}
}

func TestProvinceCodesIsACopy(t *testing.T) {
	ProvinceCodes()[0] = "x"
	if ProvinceCodes()[0] != "beijing" {
		t.Error("the codes can be changed from outside")
	}
}
