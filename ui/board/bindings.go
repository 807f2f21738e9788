package board

import "github.com/xuke-cli/xuke/ui/page"

// helpIf shows rows in the help line only where that helps. They work in any
// case.
func helpIf(helps bool, rows ...page.Binding) []page.Binding {
	if helps {
		return rows
	}
	hidden := make([]page.Binding, len(rows))
	for i, row := range rows {
		hidden[i] = row.Hide()
	}
	return hidden
}

// menuBindings are the keys of a screen that is a list to choose from.
func menuBindings(e *Room) []page.Binding {
	k := e.Keys()
	return append(append(page.Shown(k.Choose), e.Back()), page.Shown(k.Move)...)
}
