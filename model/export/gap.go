package export

import (
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// Gap says why a row keeps a packet from being complete.
func (w Words) Gap(g model.Gap) string {
	switch g.Code {
	case model.Undecided:
		return w.say("gap.undecided", "Questions", w.Questions(g.Row.Awaits))
	case model.WillNotDo:
		parts := make([]string, len(g.Fails))
		for i, f := range g.Fails {
			parts[i] = w.InspectionLine(f)
		}
		return strings.Join(parts, " ")
	}
	return w.say("gap." + string(g.Code))
}
