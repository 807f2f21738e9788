package draft

import (
	"io/fs"
	"regexp"
	"slices"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

// What a draft is filled in with, or written by, stands on the paper: the
// definition says so, and has it checked again when the answer changes.
func TestDraftsPrintWhatIsDefined(t *testing.T) {
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`(?m)\{([a-z-]+)[.}]|^\?([a-z-]+)[.=]`)
	for _, id := range Materials(p) {
		text, err := fs.ReadFile(texts, file(id, "zh"))
		if err != nil {
			t.Fatal(err)
		}
		prints := p.Material(id).Prints
		for _, m := range named.FindAllStringSubmatch(string(text), -1) {
			for _, q := range m[1:] {
				if p.Question(model.QuestionID(q)) != nil && !slices.Contains(prints, model.QuestionID(q)) {
					t.Errorf("the draft of %s says %s, and the definition does not", id, q)
				}
			}
		}
	}
}
