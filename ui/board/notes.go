package board

import "github.com/xuke-cli/xuke/ui/page"

// notes keep half-typed text as long as the program runs: the board has no
// application with whose draft it could be saved.
type notes map[string]string

// Kept implements page.Keeper.
func (n notes) Kept(field string) (string, bool) { text, ok := n[field]; return text, ok }

// Typed implements page.Keeper.
func (n notes) Typed(field, text string) page.Step { n[field] = text; return nil }

// Forget implements page.Keeper.
func (n notes) Forget(fields ...string) page.Step {
	for _, f := range fields {
		delete(n, f)
	}
	return nil
}
