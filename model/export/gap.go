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

// A PacketGap is a gap as scripts get it.
type PacketGap struct {
	Key      model.MaterialKey `json:"key"`
	Material string            `json:"material"`
	Code     model.GapCode     `json:"code"`
	Text     string            `json:"text"`
}

// Gaps puts what keeps a packet from being complete into words.
func (w Words) Gaps(gaps []model.Gap) []PacketGap {
	out := make([]PacketGap, len(gaps))
	for i, g := range gaps {
		out[i] = PacketGap{g.Row.Key, w.Row(g.Row), g.Code, w.Gap(g)}
	}
	return out
}
