package board

import "github.com/xuke-cli/xuke/ui/page"

// menuBindings are the keys of a screen that is a list to choose from.
func menuBindings(e *Room) []page.Binding {
	k := e.Keys()
	return append(append(page.Shown(k.Choose), e.Back()), page.Shown(k.Move)...)
}
