package model_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
)

// The chain is followed to its ends: a company needs owners of its own, a
// natural person, the state, a listed company and a partnership need none; and
// on each level the shares should be the whole.
func TestEquityChain(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct{ name, list, want string }{
		{"a person alone", `[{"name":"甲","kind":"natural","share":100}]`, ""},
		{"a company without owners", `[{"name":"甲","kind":"corporate","share":100}]`, "no-owners 甲"},
		{"the kinds that end a branch", `[{"name":"甲","kind":"state","share":40},{"name":"乙","kind":"listed","share":30},{"name":"丙","kind":"partnership","share":30}]`, ""},
		{"a company with an owner", `[{"name":"甲","kind":"corporate","share":100},{"name":"乙","kind":"natural","share":100,"parent":"甲"}]`, ""},
		{"the branch breaks off further up", `[{"name":"甲","kind":"corporate","share":100},{"name":"乙","kind":"corporate","share":100,"parent":"甲"}]`, "no-owners 乙"},
		{"two companies, one without", `[{"name":"甲","kind":"corporate","share":60},{"name":"丙","kind":"corporate","share":40},{"name":"乙","kind":"natural","share":100,"parent":"甲"}]`, "no-owners 丙"},
		{"an owner whose own share is not known", `[{"name":"甲","kind":"corporate","share":100},{"name":"乙","kind":"natural","parent":"甲"}]`, ""},
		{"the second level is not whole", `[{"name":"甲","kind":"corporate","share":100},{"name":"乙","kind":"natural","share":60,"parent":"甲"},{"name":"丙","kind":"natural","share":30,"parent":"甲"}]`, "shares-below 甲 90"},
		{"neither level is whole", `[{"name":"甲","kind":"corporate","share":90},{"name":"乙","kind":"natural","share":99.98,"parent":"甲"}]`, "shares-not-100 90; shares-below 甲 99.98"},
		{"a hundredth of a percent does not matter", `[{"name":"甲","kind":"corporate","share":99.99},{"name":"乙","kind":"natural","share":100.00,"parent":"甲"}]`, ""},
	} {
		a := answered(t, p, "")
		set(t, p, a, "shareholders", tt.list)
		var got []string
		for _, f := range model.Findings(p, a, model.Date{}) {
			if f.Level != model.Warn {
				t.Errorf("%s: %s is a %s", tt.name, f.Code, f.Level)
			}
			switch f.Code {
			case model.NoOwners:
				got = append(got, fmt.Sprint(f.Code, " ", f.Given))
			case model.SharesBelow:
				got = append(got, fmt.Sprint(f.Code, " ", f.Given, " ", f.Sum))
			case model.SharesNot100:
				got = append(got, fmt.Sprint(f.Code, " ", f.Sum))
			}
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
	}
}
