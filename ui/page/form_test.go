package page

import (
	"maps"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// notes are a Keeper without a disk.
type notes map[string]string

func (n notes) Kept(field string) (string, bool) { text, ok := n[field]; return text, ok }

func (n notes) Typed(field, text string) Step { n[field] = text; return nil }

func (n notes) Forget(fields ...string) Step {
	for _, f := range fields {
		delete(n, f)
	}
	return nil
}

// What a change fills in is kept like what is typed.
func TestFormKeepsWhatAChangeFillsIn(t *testing.T) {
	e := &Env{Kit: &widget.Kit{Keys: keys.New(func(id string) string { return id })}}
	text := func() *Input { return e.Input(model.Field{Kind: model.FreeText}, nil, nil) }
	typed, filled, other := text(), text(), text()
	notes := notes{}
	form := e.Form(notes, nil, Field{Input: typed, Keep: "typed"}, Field{Input: filled, Keep: "filled"}, Field{Input: other, Keep: "other"})
	form.Changed = func(i int) { filled.Set("from " + typed.Get()) }
	form.Update(tea.KeyPressMsg{Code: 'a', Text: "a"})
	if want := (map[string]string{"typed": "a", "filled": "from a"}); !maps.Equal(notes, want) {
		t.Errorf("kept %v, want %v", notes, want)
	}
	again := text()
	e.Form(notes, nil, Field{Input: again, Keep: "filled"})
	if again.Get() != "from a" {
		t.Errorf("opened again with %q", again.Get())
	}
}
