package procedure

import (
	"regexp"
	"sync"
)

// lazy compiles a pattern when it is first used: compiling them all would be
// half of what starting the program costs.
func lazy(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
