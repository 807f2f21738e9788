package keys

import "strings"

// names are the keys that are written otherwise on a keyboard than Bubble Tea
// spells them.
var names = map[string]string{
	"up": "↑", "down": "↓", "left": "←", "right": "→",
	"pgup": "PgUp", "pgdown": "PgDn", "delete": "del", "insert": "ins",
	"f1": "F1", "f2": "F2", "f3": "F3", "f4": "F4",
}

// Name returns the key as the help line shows it: "ctrl+up" is ctrl+↑.
func Name(k string) string {
	base := strings.LastIndex(k, "+") + 1
	if n, ok := names[k[base:]]; ok {
		return k[:base] + n
	}
	return k
}
