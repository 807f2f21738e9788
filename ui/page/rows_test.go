package page

import (
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A heading stands once above the rows of its group, in the words of the moment
// at which it is drawn.
func TestRowsHeading(t *testing.T) {
	env := &Env{Kit: &widget.Kit{Theme: theme.New(true, false), Keys: keys.New(func(id string) string { return id })}}
	rows, lang := env.Rows(1), "en "
	rows.Heading = func(group string) string { return lang + group }
	row := func(key, group string) Row {
		return Row{Key: key, Group: group, Lines: func(int, bool) []string { return []string{key} }}
	}
	rows.Set([]Row{row("first", ""), row("second", "late"), row("third", "late")})
	lang = "zh "
	var lines []string
	for _, l := range strings.Split(rows.Draw(20, 4).Text, "\n") {
		lines = append(lines, strings.Trim(l, " ▌"))
	}
	if got := strings.Join(lines, ","); got != "first,zh late,second,third" {
		t.Errorf("drawn as %q", got)
	}
}
