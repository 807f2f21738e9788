package page

import "testing"

func TestPress(t *testing.T) {
	k := english(t).Keys()
	do := func(text string) func() Step { return func() Step { return said(text) } }
	rows := []Binding{
		{Binding: k.Continue}, // a widget handles it
		On(k.Back, do("first")),
		On(k.Back, do("second")),
		On(k.Add, do("added")).If(true, "cannot"),
		On(k.Remove, do("removed")).If(false, "nothing is in focus").Hide(),
		Unused(k.Undo),
		On(k.Act, do("acted")).As("do it").Hide(),
	}
	for key, want := range map[string]Step{
		"esc": said("first"), "a": said("added"), "d": Warn("nothing is in focus"), "u": nil, "x": said("acted"),
	} {
		if step, ok := Press(rows, keyPress(key)); !ok || !same(step, want) {
			t.Errorf("%s: %v, %v", key, step, ok)
		}
	}
	for _, key := range []string{"enter", "z"} {
		if step, ok := Press(rows, keyPress(key)); ok {
			t.Errorf("%s is handled: %v", key, step)
		}
	}
}

// The help line has the rows in their order, without those that are hidden, and
// with the word that a row gives its key. The key itself keeps its own word.
func TestHelp(t *testing.T) {
	k := english(t).Keys()
	var words []string
	for _, b := range Help([]Binding{On(k.Back, nil), Unused(k.Undo), On(k.Act, nil).As("do it"), On(k.Add, nil).If(false, "no").Hide()}) {
		words = append(words, b.Help().Key+" "+b.Help().Desc)
	}
	if len(words) != 2 || words[0] != "esc "+k.Back.Help().Desc || words[1] != "x do it" {
		t.Errorf("%q", words)
	}
	if k.Act.Help().Desc == "do it" {
		t.Error("the key has another word everywhere")
	}
}
