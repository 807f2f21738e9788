package page

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// An Input is one field of a page: the widget that a kind of question is
// answered with, and what is said about its value.
type Input struct {
	widget.Widget
	env     *Env
	field   model.Field
	Get     func() string // what stands in it, as model.Parse reads it; "" for nothing
	Set     func(string)
	Problem string // why Continue did not go on
	Odd     string // what is odd about a value that was understood
	Seen    string // the odd text that the user has seen and keeps
}

// Input makes the field for a question or a column of a list. Label words an
// option; both may be nil for a kind that has no options.
func (e *Env) Input(f model.Field, label func(option string) widget.Option, options []string) *Input {
	in := &Input{env: e, field: f}
	switch f.Kind {
	case model.Choice, model.YesNo, model.EntryRef:
		in.choice(e, label, options)
	case model.Provinces:
		in.choices(e, label, options)
	default:
		t := widget.NewText(e.Kit, model.MaxText)
		in.Widget, in.Get, in.Set = t, t.Value, t.SetValue
	}
	return in
}

// OptionsOf lists the options of a field.
func OptionsOf(f model.Field) []string {
	switch f.Kind {
	case model.YesNo:
		return []string{"yes", "no"}
	case model.Provinces:
		return model.ProvinceCodes()
	}
	return f.Options
}

func (in *Input) choice(e *Env, label func(string) widget.Option, options []string) {
	c := widget.NewChoice(e.Kit, func() []widget.Option { return labelled(label, options) })
	in.Widget = c
	in.Get = func() string {
		if i := c.Value(); i >= 0 && i < len(options) {
			return options[i]
		}
		return ""
	}
	in.Set = func(s string) { c.SetValue(slices.Index(options, s)) }
}

func (in *Input) choices(e *Env, label func(string) widget.Option, options []string) {
	c := widget.NewChoices(e.Kit, func() []widget.Option { return labelled(label, options) })
	in.Widget = c
	in.Get = func() string {
		var on []string
		for _, i := range c.Values() {
			on = append(on, options[i])
		}
		return strings.Join(on, ",")
	}
	in.Set = func(s string) {
		var on []int
		for _, code := range strings.Split(s, ",") {
			if i := slices.Index(options, code); i >= 0 {
				on = append(on, i)
			}
		}
		c.SetValues(on...)
	}
}

func labelled(label func(string) widget.Option, options []string) []widget.Option {
	out := make([]widget.Option, len(options))
	for i, o := range options {
		out[i] = label(o)
	}
	return out
}

// Value reads the field. That of an empty one is nil, without an error.
func (in *Input) Value() (model.Value, error) {
	text := in.Get()
	switch {
	case in.field.Kind == model.EntryRef:
		return model.Text(text), nil
	case in.field.Kind == model.Choice && text != "":
		return model.Text(text), nil
	case in.field.Kind == model.FreeText && strings.TrimSpace(text) == "", text == "":
		return nil, nil
	}
	return model.Parse(in.field, text)
}

// Note returns the line below the field: what is wrong, what is odd, or how an
// amount or a date is understood; hint while nothing is typed.
func (in *Input) Note(show func(model.Value) string, hint string) (string, theme.Tone) {
	switch {
	case in.Problem != "":
		return in.Problem, theme.Bad
	case in.Odd != "":
		return in.Odd, theme.Warn
	}
	switch in.field.Kind {
	case model.Money, model.Day, model.Percent:
		if v, err := in.Value(); err == nil && v != nil {
			return "= " + show(v), theme.Neutral
		}
	}
	if t, ok := in.Widget.(*widget.Text); ok {
		if t.Truncated() {
			return in.env.T(locales.UIInputCut), theme.Warn
		}
		if t.Value() == "" {
			return hint, theme.Neutral
		}
	}
	return "", theme.Neutral
}

// Changed drops what was said about the value that stood there before.
func (in *Input) Changed() { in.Problem, in.Odd = "", "" }
