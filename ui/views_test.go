package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestViewsRead holds that View reads: neither it nor a method that it calls,
// however far down, writes to what hangs off its receiver.
func TestViewsRead(t *testing.T) {
	views := 0
	for _, dir := range slices.Concat([]string{"."}, kernel, rooms) {
		fset := token.NewFileSet()
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(dir, err)
		}
		methods := make(map[string]*ast.FuncDecl) // by "type.name", and "name" for any type
		var starts []string
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(fset, name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range f.Decls {
				fn, ok := d.(*ast.FuncDecl)
				if !ok || fn.Recv == nil || fn.Body == nil {
					continue
				}
				id := receiver(fn) + "." + fn.Name.Name
				methods[id] = fn
				if fn.Name.Name == "View" {
					starts = append(starts, id)
				}
			}
		}
		views += len(starts)
		for _, id := range starts {
			for _, w := range writes(methods, id, make(map[string]bool)) {
				t.Errorf("%s: %s is drawn by %s and writes", fset.Position(w.at), w.in, id)
			}
		}
	}
	if views < 30 {
		t.Errorf("only %d views were looked at", views)
	}
}

// A write is an assignment to something that a method's receiver leads to.
type write struct {
	at token.Pos
	in string
}

// writes finds those of a method and of all methods of the same type that it
// calls or hands on.
func writes(methods map[string]*ast.FuncDecl, id string, seen map[string]bool) (found []write) {
	fn := methods[id]
	if fn == nil || seen[id] {
		return nil
	}
	seen[id] = true
	self := ""
	if names := fn.Recv.List[0].Names; len(names) > 0 {
		self = names[0].Name
	}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, left := range n.Lhs {
				if rooted(left, self) {
					found = append(found, write{left.Pos(), id})
				}
			}
		case *ast.IncDecStmt:
			if rooted(n.X, self) {
				found = append(found, write{n.Pos(), id})
			}
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && x.Name == self {
				found = append(found, writes(methods, receiver(fn)+"."+n.Sel.Name, seen)...)
			}
		}
		return true
	})
	return found
}

// rooted reports whether an expression is a part of what a name stands for, and
// not the name itself.
func rooted(e ast.Expr, name string) bool {
	inside := false
	for {
		switch x := e.(type) {
		case *ast.SelectorExpr:
			e, inside = x.X, true
		case *ast.IndexExpr:
			e, inside = x.X, true
		case *ast.StarExpr:
			e, inside = x.X, true
		case *ast.ParenExpr:
			e = x.X
		case *ast.Ident:
			return inside && x.Name == name
		default:
			return false
		}
	}
}

// receiver is the name of the type that a method belongs to.
func receiver(fn *ast.FuncDecl) string {
	e := fn.Recv.List[0].Type
	if star, ok := e.(*ast.StarExpr); ok {
		e = star.X
	}
	if id, ok := e.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}
