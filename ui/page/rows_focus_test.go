package page

import (
	"testing"

	"github.com/xuke-cli/xuke/ui/widget"
)

func keyed(keys ...string) []Row {
	rows := make([]Row, len(keys))
	for i, k := range keys {
		rows[i] = Row{Key: k, Lines: func(int, bool) []string { return []string{k} }}
	}
	return rows
}

// The focus stays on its row, or where that is gone as near to it as can be.
func TestRowsStayNear(t *testing.T) {
	for _, tt := range []struct {
		then []string
		want string
	}{
		{[]string{"a1", "a2", "a3", "b1"}, "a3"},
		{[]string{"b1", "a3"}, "a3"},
		{[]string{"a1", "a2", "b1"}, "b1"},
		{[]string{"b1"}, "b1"},
		{[]string{"a1", "a2"}, "a2"},
		{[]string{"x1", "x2", "x3", "x4"}, "x3"},
		{[]string{"x1"}, "x1"},
		{nil, ""},
	} {
		rows := (&Env{Kit: &widget.Kit{}}).Rows(1)
		rows.Set(keyed("a1", "a2", "a3", "b1"))
		rows.Focus("a3")
		rows.Set(keyed(tt.then...))
		row, _ := rows.At()
		if row.Key != tt.want || len(tt.then) > 0 && rows.Key() != tt.want {
			t.Errorf("%v: in focus is %q, named %q; want %q", tt.then, row.Key, rows.Key(), tt.want)
		}
		rows.Set(keyed("a1", "a2", "a3", "b1"))
		if row, _ := rows.At(); len(tt.then) == 0 && row.Key != "a3" {
			t.Errorf("after a moment without rows %q is in focus", row.Key)
		}
	}
}
