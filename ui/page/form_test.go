package page

import (
	"maps"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// What a change fills in is kept like what is typed.
func TestFormKeepsWhatAChangeFillsIn(t *testing.T) {
	e := &Env{Kit: &widget.Kit{Keys: keys.New(func(id string) string { return id })}}
	text := func() *Input { return e.Input(model.Field{Kind: model.FreeText}, nil, nil) }
	typed, filled, other := text(), text(), text()
	notes := Notes{}
	form := e.Form(notes, nil, Field{Input: typed, Keep: "typed"}, Field{Input: filled, Keep: "filled"}, Field{Input: other, Keep: "other"})
	form.Changed = func(i int) { filled.Set("from " + typed.Get()) }
	form.Update(tea.KeyPressMsg{Code: 'a', Text: "a"})
	if want := (Notes{"typed": "a", "filled": "from a"}); !maps.Equal(notes, want) {
		t.Errorf("kept %v, want %v", notes, want)
	}
	again := text()
	e.Form(notes, nil, Field{Input: again, Keep: "filled"})
	if again.Get() != "from a" {
		t.Errorf("opened again with %q", again.Get())
	}
}
