package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// effects begins the names of the only files that may reach outside the
// process.
const effects = "effects"

// The kernel, and the rooms that stand on it. No room imports another.
var (
	kernel = []string{"page", "desk"}
	rooms  = []string{"board", "walk", "files", "track", "paper", "cover"}
)

var (
	outside = regexp.MustCompile(`^(os|os/.*|net|net/.*|path/filepath|.*/store|.*/model/check)$`)
	prose   = regexp.MustCompile(`\p{L}{2,} \p{L}|^\p{Lu}\p{Ll}{2,}|\p{Han}`)
)

// TestRules holds what doc.go says and review would otherwise have to
// remember.
func TestRules(t *testing.T) {
	fset := token.NewFileSet()
	for _, dir := range slices.Concat([]string{"."}, kernel, rooms) {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(dir, err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(fset, name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			c := checker{t, fset, name}
			for _, imp := range f.Imports {
				path, _ := strconv.Unquote(imp.Path.Value)
				if !strings.HasPrefix(filepath.Base(name), effects) && outside.MatchString(path) {
					t.Errorf("%s: only %s*.go may import %s", c.at(imp), effects, path)
				}
				room, ours := strings.CutPrefix(path, "github.com/xuke-cli/xuke/ui/")
				if ours && dir != "." && slices.Contains(rooms, room) {
					t.Errorf("%s: %s may not import the room %s", c.at(imp), dir, room)
				}
			}
			ast.Inspect(f, c.node)
			if dir != "desk" {
				c.commits(f)
			}
		}
	}
}

type checker struct {
	t    *testing.T
	fset *token.FileSet
	name string
}

func (c checker) at(n ast.Node) string { return c.fset.Position(n.Pos()).String() }

func (c checker) node(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec, *ast.Field:
		return false // paths and struct tags are no text
	case *ast.BasicLit:
		// Argument names of texts ("Count") are single words; anything longer,
		// or Chinese, is for people to read.
		if s, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING && prose.MatchString(s) && !argument.MatchString(s) {
			c.t.Errorf("%s: user text %q belongs in locales", c.at(n), s)
		}
	case *ast.SelectorExpr:
		if x, ok := n.X.(*ast.Ident); ok {
			switch x.Name + "." + n.Sel.Name {
			case "lipgloss.NewStyle", "lipgloss.Color":
				c.t.Errorf("%s: styles belong in ui/theme", c.at(n))
			case "key.NewBinding":
				c.t.Errorf("%s: bindings belong in ui/keys", c.at(n))
			case "time.Now":
				c.t.Errorf("%s: take the clock from Env", c.at(n))
			}
		}
	case *ast.FuncDecl:
		if lines := c.fset.Position(n.End()).Line - c.fset.Position(n.Pos()).Line + 1; lines > 60 {
			c.t.Errorf("%s: %s has %d lines", c.at(n), n.Name.Name, lines)
		}
	}
	return true
}

var argument = regexp.MustCompile(`^[A-Z][A-Za-z]*$`)

// commits holds that an application is cloned in the function that commits it. A
// clone that a dialog made when it opened would drop what has come in since:
// files are copied in the background.
func (c checker) commits(f *ast.File) {
	var function func(ast.Node)
	function = func(outer ast.Node) {
		made := make(map[string]bool) // the names that this function assigns
		ast.Inspect(outer, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				if n != outer {
					function(n)
					return false
				}
			case *ast.AssignStmt:
				for _, left := range n.Lhs {
					if id, ok := left.(*ast.Ident); ok {
						made[id.Name] = true
					}
				}
			case *ast.CallExpr:
				if app := committed(n); app != nil {
					if id, ok := app.(*ast.Ident); !ok || !made[id.Name] {
						c.t.Errorf("%s: clone the application in the function that commits it: it may have changed since", c.at(app))
					}
				}
			}
			return true
		})
	}
	for _, d := range f.Decls {
		function(d)
	}
}

// committed returns the application that a call puts on the desk, nil for any
// other call.
func committed(call *ast.CallExpr) ast.Expr {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	switch {
	case ok && sel.Sel.Name == "Commit" && len(call.Args) > 0:
		return call.Args[0]
	case ok && sel.Sel.Name == "Move" && len(call.Args) == 2:
		return call.Args[1]
	}
	return nil
}
