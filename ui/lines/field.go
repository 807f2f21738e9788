package lines

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// options numbers the choices of a field.
func (t *talk) options(f model.Field, label func(string) string) {
	for i, o := range f.Offered() {
		t.number(i+1, label(o))
	}
}

// example is for what is typed; a choice has its options.
func (t *talk) example(text string, k model.Kind) {
	if text != "" && k != model.Choice && k != model.YesNo {
		t.say(locales.UIAskExample, "Example", text)
	}
}

// read understands what was said to a field.
func (t *talk) read(f model.Field, label func(string) string, line string) (model.Value, error) {
	v, err := model.Parse(f, line)
	if options := f.Offered(); len(options) > 0 && (err != nil || f.Kind != model.YesNo) {
		picked, ok := pick(options, label, line)
		if !ok && f.Kind == model.Choice {
			return nil, t.again(t.p.T(locales.CLIPlainNoOption, "Given", shown(line), "Of", len(options)))
		}
		return model.Parse(f, picked)
	}
	return v, err
}

// pick finds an option by its number, its id, its label, or a part of the label
// that no other has. If there is none it returns the line.
func pick(options []string, label func(string) string, line string) (string, bool) {
	line = strings.TrimSpace(line)
	if n, ok := ordinal(line); ok && n >= 1 && n <= len(options) {
		return options[n-1], true
	}
	var near []string
	for _, o := range options {
		if strings.EqualFold(o, line) || strings.EqualFold(label(o), line) {
			return o, true
		}
		if len([]rune(line)) > 1 && strings.Contains(strings.ToLower(label(o)), strings.ToLower(line)) {
			near = append(near, o)
		}
	}
	if len(near) == 1 {
		return near[0], true
	}
	return line, false
}

// ordinal reads the number of something that was numbered, in digits of either
// width or in words.
func ordinal(line string) (int, bool) {
	v, err := model.Parse(model.Field{Kind: model.Count}, line)
	n, ok := v.(model.Number)
	return int(n), ok && err == nil
}

// mostShown is how many characters of a line are repeated.
const mostShown = 60

// shown repeats what the user typed, harmless and cut.
func shown(line string) string {
	if r := []rune(line); len(r) > mostShown {
		line = string(r[:mostShown]) + "…"
	}
	return legible.Line(line)
}
