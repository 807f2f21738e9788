package page

import (
	"slices"
	"testing"

	"github.com/xuke-cli/xuke/ui/widget"
)

// A heading stands above the first row of its group, and is asked for anew, so
// that it follows the language.
func TestRowsGroups(t *testing.T) {
	word := "group "
	in := func(name string) func() string { return func() string { return word + name } }
	rows := (&Env{Kit: &widget.Kit{}}).Rows(1)
	rows.Set([]Row{{Key: "0"}, {Key: "1", Group: in("a")}, {Key: "2", Group: in("a")}, {Key: "3", Group: in("b")}, {Key: "4"}})
	headings := func() (out []string) {
		for i := range rows.Len() {
			out = append(out, rows.header(i))
		}
		return out
	}
	if got, want := headings(), []string{"", "group a", "", "group b", ""}; !slices.Equal(got, want) {
		t.Errorf("headings %q, want %q", got, want)
	}
	word = "组 "
	if got := rows.header(3); got != "组 b" {
		t.Errorf("in the other language: %q", got)
	}
}

// The focus stays on the row of its key wherever it moves, and at its place
// where the row is gone.
func TestRowsKeepTheFocus(t *testing.T) {
	rows := (&Env{Kit: &widget.Kit{}}).Rows(1)
	set := func(keys ...string) {
		var all []Row
		for _, k := range keys {
			all = append(all, Row{Key: k})
		}
		rows.Set(all)
	}
	set("a", "b", "c")
	rows.Focus("b")
	for _, step := range []struct {
		rows []string
		want string
	}{
		{[]string{"new", "a", "b", "c"}, "b"},
		{[]string{"new", "a", "c"}, "c"},
		{[]string{"c", "a", "new"}, "c"},
		{nil, "c"},
		{[]string{"a", "c"}, "c"},
	} {
		set(step.rows...)
		if got := rows.Key(); got != step.want {
			t.Errorf("%q: the focus is on %q, want %q", step.rows, got, step.want)
		}
	}
}
