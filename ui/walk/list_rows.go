package walk

import (
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/widget"
)

// addLine and doneLine draw the rows below the entries.
func (l *listPage) addLine(_ int, focused bool) []string {
	return l.commandLine("+", l.d.Env.T(locales.UIEntryAdd, "Entry", l.d.Words().Part("question", string(l.q.ID), "entry")), focused)
}

func (l *listPage) doneLine(_ int, focused bool) []string {
	label := locales.UIEntriesDone
	if ans := l.d.App.Answers[l.q.ID]; ans.Value == nil && ans.Pending == nil {
		label = locales.UIEntriesNone
	}
	return l.commandLine(l.d.Env.Theme().Mark.Right, l.d.Env.T(label), focused)
}

func (l *listPage) commandLine(mark, label string, focused bool) []string {
	return []string{mark + " " + l.style(focused).Render(label)}
}

// style is that of a row's name.
func (l *listPage) style(focused bool) lipgloss.Style {
	if focused {
		return l.d.Env.Theme().Selected
	}
	return l.d.Env.Theme().Text
}

// entryLine draws an entry: its name, then the other columns, numbers first,
// for what stands last may be cut.
func (l *listPage) entryLine(e model.Entry, w int, focused bool) string {
	var numbers, rest []string
	for _, f := range l.q.Fields {
		text := l.column(e, f)
		switch {
		case text == "" || f.Name == "name":
		case f.Kind == model.Percent || f.Kind == model.Count:
			numbers = append([]string{text}, numbers...)
		default:
			rest = append(rest, text)
		}
	}
	about := strings.Join(append(numbers, rest...), " · ")
	return widget.Spread(l.style(focused).Render(legible.Line(e.Text("name"))), l.d.Env.Theme().Dim.Render(about), w)
}

// column says what stands in a column of an entry.
func (l *listPage) column(e model.Entry, f model.Field) string {
	text := l.d.Words().Field(l.q, f, e)
	switch {
	case text == "":
	case f.Kind == model.EntryRef:
		return l.nameOf(text)
	case f.Kind == model.IDNumber:
		return model.Mask(text)
	case f.Kind == model.Count:
		return l.d.Words().Column(l.q.ID, f.Name) + " " + text
	}
	return text
}

// nameOf names the entry above one, "" if it is gone.
func (l *listPage) nameOf(id string) string {
	for _, e := range l.entries() {
		if e.ID == id {
			return "↑ " + legible.Line(e.Text("name"))
		}
	}
	return ""
}
