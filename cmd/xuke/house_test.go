package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
)

// Cyclomatic complexity that a function may have at most.
const (
	mostInUI = 15
	most     = 20
)

// overUI lists functions of ui that are over its limit, with what they have
// now and may not grow beyond. The list is to become empty: split what is on
// it, take it off, put nothing new on it.
var overUI = map[string]int{}

// TestHouse measures the code of the module; with -v it prints the figures
// (make house). Generated files do not count.
func TestHouse(t *testing.T) {
	rooms, functions, err := survey(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	if len(rooms) < len(layers) {
		t.Errorf("%d packages were measured, and the table of layers has %d", len(rooms), len(layers))
	}
	t.Logf("\n%s", table(rooms))
	for _, f := range functions {
		limit := most
		if f.room == "ui" || strings.HasPrefix(f.room, "ui/") {
			limit = max(mostInUI, overUI[f.room+" "+f.name])
		}
		if f.cyclomatic > limit {
			t.Errorf("%s: %s has a cyclomatic complexity of %d, and %d is the most: split it by what its parts are", f.at, f.name, f.cyclomatic, limit)
		}
	}
}

// A function is one that has a body, with the function literals in it.
type function struct {
	room, name string // name has the receiver's type before it
	at         string // file:line
	lines      int
	cyclomatic int
}

// A room is a package as figures.
type room struct {
	name                    string
	files, lines, testLines int
	longest, mostComplex    function
}

func (r *room) add(f function) {
	if f.lines > r.longest.lines {
		r.longest = f
	}
	if f.cyclomatic > r.mostComplex.cyclomatic {
		r.mostComplex = f
	}
}

// survey measures all Go files below a folder. The packages are in order of
// their names.
func survey(module fs.FS) (rooms []*room, functions []function, err error) {
	byName := make(map[string]*room)
	err = fs.WalkDir(module, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".")):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		src, err := fs.ReadFile(module, name)
		if err != nil {
			return err
		}
		r := byName[path.Dir(name)]
		if r == nil {
			r = &room{name: path.Dir(name)}
			byName[r.name] = r
		}
		lines := bytes.Count(src, []byte("\n"))
		if strings.HasSuffix(name, "_test.go") {
			r.testLines += lines
			return nil
		}
		in, generated, err := functionsOf(name, src)
		if err != nil || generated {
			return err
		}
		r.files++
		r.lines += lines
		for _, f := range in {
			r.add(f)
		}
		functions = append(functions, in...)
		return nil
	})
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		rooms = append(rooms, byName[name])
	}
	return rooms, functions, err
}

func functionsOf(name string, src []byte) (functions []function, generated bool, err error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, false, err
	}
	for _, d := range file.Decls {
		d, ok := d.(*ast.FuncDecl)
		if !ok || d.Body == nil {
			continue
		}
		from, to := set.Position(d.Pos()), set.Position(d.End())
		functions = append(functions, function{
			room: path.Dir(name), name: nameOf(d), at: fmt.Sprintf("%s:%d", name, from.Line),
			lines: to.Line - from.Line + 1, cyclomatic: cyclomatic(d),
		})
	}
	return functions, ast.IsGenerated(file), nil
}

func nameOf(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return d.Name.Name
	}
	receiver := ""
	ast.Inspect(d.Recv.List[0].Type, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && receiver == "" {
			receiver = id.Name // a type comes before its parameters
		}
		return receiver == ""
	})
	return receiver + "." + d.Name.Name
}

// cyclomatic is one more than the places at which the flow branches: if, for,
// each case but the default, && and ||.
func cyclomatic(n ast.Node) int {
	branches := 1
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			branches++
		case *ast.CaseClause:
			if n.List != nil {
				branches++
			}
		case *ast.CommClause:
			if n.Comm != nil {
				branches++
			}
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR {
				branches++
			}
		}
		return true
	})
	return branches
}

func table(rooms []*room) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "package\tfiles\tlines\ttests\ttests÷code\tlongest\tlines\tmost complex\tcyclomatic")
	all := room{name: "all"}
	for _, r := range rooms {
		row(w, r)
		all.files, all.lines, all.testLines = all.files+r.files, all.lines+r.lines, all.testLines+r.testLines
		all.add(r.longest)
		all.add(r.mostComplex)
	}
	row(w, &all)
	w.Flush() //nolint:errcheck // a strings.Builder takes everything
	return b.String()
}

func row(w *tabwriter.Writer, r *room) {
	fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%.2f\t%s\t%d\t%s\t%d\n", r.name, r.files, r.lines, r.testLines,
		float64(r.testLines)/float64(max(1, r.lines)), r.longest.name, r.longest.lines, r.mostComplex.name, r.mostComplex.cyclomatic)
}

func TestCyclomatic(t *testing.T) {
	for _, c := range []struct {
		source, name string
		want         int
	}{
		{`func f() {}`, "f", 1},
		{`func f(a, b bool) { if a && b || !a { } else if b { } }`, "f", 5},
		{`func (x *T) f() { for { }; for range 3 { } }`, "T.f", 3},
		{`func (x T[K, V]) f(c chan int) { select { case <-c: default: } }`, "T.f", 2},
		{`func (T) f(a any) { switch a.(type) { case int, bool: case string: default: } }`, "T.f", 3},
		{`func f() { _ = func(a int) { switch { case a > 1: } } }`, "f", 2},
	} {
		got, generated, err := functionsOf("a/b.go", []byte("package a\n\n"+c.source+"\n"))
		if err != nil || generated || len(got) != 1 {
			t.Errorf("%s: %v, %v, %v", c.source, got, generated, err)
			continue
		}
		if f := got[0]; f != (function{"a", c.name, "a/b.go:3", 1, c.want}) {
			t.Errorf("%s: %+v, want a complexity of %d", c.source, f, c.want)
		}
	}
	if _, generated, err := functionsOf("a.go", []byte("// Code generated by x; DO NOT EDIT.\n\npackage a\n")); err != nil || !generated {
		t.Errorf("what is generated counts (%v)", err)
	}
}
