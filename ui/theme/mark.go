package theme

import "charm.land/lipgloss/v2"

// Marks are the signs that stand for a state. Each but On, Off, Tick and Box
// is one cell wide.
type Marks struct {
	Done  string // ✓ complete
	Part  string // ◐ begun
	Open  string // ○ to do
	None  string // – does not apply, or not yet
	Warn  string // ! look here
	Bad   string // ✗ not met
	Here  string // ▌ in focus
	Above string // ↑ there is more above
	Below string // ↓ there is more below
	Left  string // ‹ there is more to the left
	Right string // › there is more to the right; between the parts of a path
	Full  string // █ progress made
	Empty string // ░ progress to make
	Due   string // • something is due on this day
	Quiet string // · stands for something without width
	Cut   string // … text goes on

	On, Off   string // one of several: chosen, not chosen
	Tick, Box string // several of several: chosen, not chosen
}

var (
	unicodeMarks = Marks{
		Done: "✓", Part: "◐", Open: "○", None: "–", Warn: "!", Bad: "✗", Here: "▌",
		Above: "↑", Below: "↓", Left: "‹", Right: "›", Full: "█", Empty: "░", Due: "•", Quiet: "·", Cut: "…",
		On: "●", Off: "○", Tick: "[✓]", Box: "[ ]",
	}
	asciiMarks = Marks{
		Done: "v", Part: "~", Open: "o", None: "-", Warn: "!", Bad: "x", Here: "|",
		Above: "^", Below: "v", Left: "<", Right: ">", Full: "#", Empty: ".", Due: "*", Quiet: ".", Cut: ">",
		On: "(*)", Off: "( )", Tick: "[x]", Box: "[ ]",
	}
)

// A Tone says how a message is meant.
type Tone int

// The tones.
const (
	Neutral Tone = iota // an echo, an explanation
	Good
	Warn
	Bad
)

// Tone returns the style of a tone and its mark, which is empty for Neutral.
func (t Theme) Tone(tone Tone) (lipgloss.Style, string) {
	switch tone {
	case Good:
		return t.Good, t.Mark.Done
	case Warn:
		return t.Warn, t.Mark.Warn
	case Bad:
		return t.Bad, t.Mark.Bad
	}
	return t.Dim, ""
}

// Say renders one line of text in a tone, behind its mark.
func (t Theme) Say(tone Tone, text string) string {
	style, mark := t.Tone(tone)
	if mark != "" {
		text = mark + " " + text
	}
	return style.Render(text)
}
