package locales

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Each code of the model has a text, and each such text a code. The codes are
// read from the source, so that locales imports nothing of ours and a new code
// cannot be forgotten.
func TestEveryCodeHasATextAndBack(t *testing.T) {
	codes := constants(t, "../model/*.go")
	want := make(map[string]bool)
	for typ, prefix := range map[string]string{
		"Code": "error", "FindingCode": "finding",
		"Verdict": "term.verdict", "Readiness": "term.readiness", "Severity": "term.severity", "Tier": "term.tier", "Rank": "term.rank", "Seen": "term.seen",
		"Status": "term.status", "Required": "term.required", "Group": "term.group", "MaterialKind": "term.material-kind",
		"Turn": "term.turn", "ItemReason": "term.reason", "Unit": "term.unit", "Kind": "term.kind", "Level": "term.level",
		"Format": "term.format", "Tone": "term.tone", "Doubt": "term.doubt", "DetailID": "term.detail",
	} {
		if len(codes[typ]) == 0 {
			t.Errorf("model has no constants of type %s", typ)
		}
		for _, c := range codes[typ] {
			want[prefix+"."+c] = true
		}
	}
	inspections := make(map[string]bool)
	for _, c := range codes["InspectionCode"] {
		inspections[c] = true
		for _, part := range []string{"title", "expected", "found", "do"} {
			want["inspect."+c+"."+part] = true
		}
	}
	if len(inspections) == 0 {
		t.Error("model has no constants of type InspectionCode")
	}
	for _, e := range files(t, ZH)["check"] {
		if code, ok := strings.CutPrefix(e.id, "inspect."); ok {
			if code, _, _ = strings.Cut(code, "."); !inspections[code] {
				t.Errorf("%q is no code of the model", e.id)
			}
		}
	}
	for _, l := range Langs {
		p := printer(t, l)
		for id := range want {
			if kind, rest, _ := strings.Cut(id, "."); !p.Has(kind, rest, "") {
				t.Errorf("%s: no text %q", l, id)
			}
		}
	}
	for _, e := range files(t, ZH)["terms"] {
		if kind, _, _ := strings.Cut(e.id, "."); (kind == "error" || kind == "finding") && !want[e.id] {
			t.Errorf("%q is no code of the model", e.id)
		}
	}
}

// Whoever puts an error or a finding into words gives these arguments, always.
func TestErrorsUseTheAgreedArguments(t *testing.T) {
	agreed := map[string][]string{
		"error":   {"Accepts", "Field", "Given", "Max", "Min", "Part"},
		"finding": {"Field", "Given", "Material", "Max", "Min", "Sum", "Want"},
		"inspect": {"Detail", "Got", "Of", "On", "Want"},
	}
	each(t, ZH, func(t *testing.T, e entry, _ string) {
		kind, _, _ := strings.Cut(e.id, ".")
		for _, name := range placeholders(t, e) {
			if names, ok := agreed[kind]; ok && !slices.Contains(names, name) {
				t.Errorf("%q: %s is none of %v", e.id, name, names)
			}
		}
	})
}

// constants returns the values of the non-empty string constants in some
// files, by their type.
func constants(t *testing.T, glob string) map[string][]string {
	t.Helper()
	names, err := filepath.Glob(glob)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %v, %v", glob, names, err)
	}
	values := make(map[string][]string)
	for _, name := range names {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			typ, named := spec.Type.(*ast.Ident)
			lit, literal := spec.Values[0].(*ast.BasicLit)
			if named && literal && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil && s != "" {
					values[typ.Name] = append(values[typ.Name], s)
				}
			}
			return true
		})
	}
	return values
}
