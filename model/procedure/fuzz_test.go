package procedure_test

import (
	"os"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model/procedure"
)

// Whatever the file holds, Load returns a procedure or problems that point
// into the file, and never more than anybody reads.
func FuzzLoad(f *testing.F) {
	data, err := os.ReadFile("definitions/call-center/2026-11-23.toml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(tea))
	for _, test := range broken {
		f.Add([]byte(strings.Replace(strings.Replace(tea, test.old, test.new, 1), "‸", "", 1)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, problems := procedure.Load("f.toml", data)
		if (p == nil) != (len(problems) > 0) {
			t.Fatalf("procedure %v with %d problems", p, len(problems))
		}
		if len(problems) > 100 {
			t.Fatalf("%d problems", len(problems))
		}
		for _, problem := range problems {
			if problem.Line < 1 || problem.Line > 1+strings.Count(string(data), "\n") || problem.Column < 1 || problem.Column > len(data)+1 {
				t.Errorf("%v points outside of the file", problem)
			}
		}
		if p != nil {
			procedure.TextIDs(p)
		}
	})
}
