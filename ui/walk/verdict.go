package walk

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/widget"
)

// assess finds what the value in the field in focus means for the conditions
// that look at it, before it is confirmed too: facts are asked, conclusions are
// told. The whole application is assessed for that, so it is done when the
// field changes and not when it is drawn.
func (p *questionsPage) assess() {
	p.verdicts = nil
	id, assessed := p.focus().ID, p.d.Assessed
	if v, err := p.inputs[p.form.At()].Value(); err == nil && v != nil {
		trial := p.d.App.Clone()
		if trial.Answer(p.d.Proc, id, v) != nil {
			return
		}
		assessed = model.Assess(p.d.Proc, &trial)
	}
	for _, s := range assessed {
		if s.Verdict != model.CannotTell && slices.ContainsFunc(s.Reasons, func(r model.Reason) bool { return string(r.Fact) == string(id) }) {
			p.verdicts = append(p.verdicts, s)
		}
	}
}

// verdictLines are the verdicts below the form, each with its reason.
func (p *questionsPage) verdictLines(w int) []string {
	var lines []string
	for _, s := range p.verdicts {
		words := p.d.Words()
		because := words.Because(s)
		if byChoice(s.Reasons) { // the answer stands above already
			because = p.d.Env.P.Text("term", "verdict", string(s.Verdict))
		}
		text := p.d.Env.T(locales.UIAskVerdict, "Condition", words.Title("condition", string(s.ID)), "Because", because)
		style, mark := p.d.Env.Theme().Tone(desk.Tone(s))
		lines = append(lines, "")
		for _, l := range widget.Wrap(mark+" "+text, w) {
			lines = append(lines, style.Render(l))
		}
	}
	return lines
}

// byChoice reports whether nothing but choices decided, and no amount.
func byChoice(reasons []model.Reason) bool {
	return !slices.ContainsFunc(reasons, func(r model.Reason) bool { return r.Op != model.Is })
}
