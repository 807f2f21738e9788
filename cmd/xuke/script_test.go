package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/xuke-cli/xuke/store"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"xuke": main})
}

// The scripts run the program as users do. Each has a folder of its own with
// its own data; the language is English unless the script says otherwise.
// Beside the usual commands there are
//
//	exits CODE xuke …    runs, and compares the exit code
//	json PATH VALUE      compares a value of the JSON that was printed
//	hold, release        keep the data in use, and release it
//
// and $EXAMPLE, the example pack of the repository.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("XUKE_DATA", e.WorkDir+"/data")
			e.Setenv("XUKE_LANG", "en")
			example, err := filepath.Abs("../../docs/example-pack")
			e.Setenv("EXAMPLE", example)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "json": jsonValue, "hold": hold, "release": release,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE command [args…]")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if want := args[0]; strconv.Itoa(code) != want {
		ts.Fatalf("exit code %d, want %s\n%s%s", code, want, ts.ReadFile("stdout"), ts.ReadFile("stderr"))
	}
}

// jsonValue follows a path of keys. An element of an array goes by its id, its
// key or its index; len is the length of the array.
func jsonValue(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: json PATH VALUE")
	}
	var v any
	out := ts.ReadFile("stdout")
	if err := json.Unmarshal([]byte(out), &v); err != nil {
		ts.Fatalf("not one JSON value: %v\n%s", err, out)
	}
	for _, name := range strings.Split(args[0], ".") {
		v = element(v, name)
	}
	got, isText := v.(string)
	if !isText {
		text, err := json.Marshal(v)
		ts.Check(err)
		got = string(text)
	}
	if (got == args[1]) == neg {
		ts.Fatalf("%s is %s\n%s", args[0], got, out)
	}
}

func element(v any, name string) any {
	switch v := v.(type) {
	case map[string]any:
		return v[name]
	case []any:
		if name == "len" {
			return len(v)
		}
		if i, err := strconv.Atoi(name); err == nil && i < len(v) {
			return v[i]
		}
		for _, e := range v {
			if e, ok := e.(map[string]any); ok && (e["id"] == name || e["key"] == name) {
				return e
			}
		}
	}
	return nil
}

var held sync.Map // the stores of scripts, which run side by side, by the script's name

func hold(ts *testscript.TestScript, _ bool, _ []string) {
	db, err := store.Open(ts.Getenv("XUKE_DATA"), store.Options{})
	ts.Check(err)
	held.Store(ts.Name(), db)
	ts.Defer(func() { db.Close() })
	ts.Setenv("HOLDER", strconv.Itoa(os.Getpid()))
}

func release(ts *testscript.TestScript, _ bool, _ []string) {
	db, ok := held.Load(ts.Name())
	if !ok {
		ts.Fatalf("nothing is held")
	}
	ts.Check(db.(*store.Store).Close())
}
