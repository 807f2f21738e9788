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
	"model/notice":      "model",
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
	"ui/page":           "locales model model/export model/legible ui/keys ui/theme ui/widget",
	"ui/desk":           "locales model model/export model/legible ui/page ui/theme ui/widget",
	"ui/board":          "locales model model/export model/legible ui/keys ui/page ui/theme ui/widget",
	"ui/walk":           "locales model model/legible ui/desk ui/keys ui/page ui/theme ui/widget",
	"ui/files":          "locales model model/collect model/draft model/export model/legible ui/desk ui/page ui/theme ui/widget",
	"ui/track":          "locales model model/legible model/notice ui/desk ui/page ui/theme ui/widget",
	"ui/paper":          "locales model model/draft model/export model/legible ui/desk ui/page ui/widget",
	"ui/cover":          "locales model model/legible ui/desk ui/page ui/theme ui/widget",
	"ui":                "locales model model/legible ui/board ui/cover ui/desk ui/files ui/keys ui/page ui/paper ui/track ui/walk ui/widget",
	"ui/uitest":         "locales model model/calendar model/collect model/export model/procedure ui ui/files ui/page",
	"cmd/xuke": "locales model model/calendar model/check model/collect model/draft model/export model/legible model/notice model/packet " +
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
