package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/xuke-cli/xuke/"

// The packages, and which of ours each imports: no more and no less. The
// parent holds nouns and rules, its children do the encoding; children import
// the parent, never the reverse, never a sibling.
var layers = map[string]string{
	"model":             "",
	"model/calendar":    "model",
	"model/check":       "model",
	"model/collect":     "model",
	"model/collect/gen": "",
	"model/docx":        "",
	"model/draft":       "model model/docx model/legible",
	"model/export":      "model model/docx model/legible",
	"model/legible":     "",
	"model/packet":      "model",
	"model/procedure":   "model",
	"locales":           "",
	"locales/gen":       "",
	"store":             "model",
	"store/gen":         "",
	"ui/keys":           "",
	"ui/theme":          "",
	"ui/widget":         "ui/keys ui/theme",
	"ui/lines":          "locales model model/export model/legible",
	"ui/page":           "model model/export model/legible locales ui/keys ui/theme ui/widget",
	"ui/desk":           "model model/export model/legible locales ui/page ui/keys ui/theme ui/widget",
	"ui/board":          "model model/export model/legible locales ui/page ui/keys ui/theme ui/widget",
	"ui/walk":           "model model/legible locales ui/page ui/desk ui/keys ui/theme ui/widget",
	"ui/files":          "model model/collect model/draft model/export model/legible locales ui/page ui/desk ui/keys ui/theme ui/widget",
	"ui/track":          "model model/legible locales ui/page ui/desk ui/keys ui/theme ui/widget",
	"ui/paper":          "model model/draft model/export model/legible locales ui/page ui/desk ui/keys ui/theme ui/widget",
	"ui/cover":          "model model/legible locales ui/page ui/desk ui/keys ui/theme ui/widget",
	"ui":                "model model/legible locales ui/page ui/desk ui/board ui/walk ui/files ui/track ui/paper ui/cover ui/keys ui/theme ui/widget",
	"ui/uitest":         "model model/calendar model/collect model/procedure locales ui ui/page ui/board ui/files ui/track",
	"cmd/xuke": "locales model model/calendar model/check model/collect model/draft model/export model/legible model/packet " +
		"model/procedure store ui ui/lines",
}

func TestLayers(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(p.ImportPath, module)
		seen[name] = true
		var ours []string
		for _, imp := range p.Imports { // sorted
			if of, ok := strings.CutPrefix(imp, module); ok {
				ours = append(ours, of)
			}
			if name == "model" && strings.Contains(imp, ".") {
				t.Errorf("model imports %s, and not only the standard library", imp)
			}
		}
		want, ok := layers[name]
		if !ok {
			t.Errorf("%s is not in the table of layers", name)
		} else if got := strings.Join(ours, " "); got != want {
			t.Errorf("%s imports\n\t%s\nand by the table of layers\n\t%s", name, got, want)
		}
	}
	for name := range layers {
		if !seen[name] {
			t.Errorf("%s is in the table of layers and nowhere else", name)
		}
	}
}
