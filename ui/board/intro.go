package board

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// intro is the one page before the first question: what this is for, what is
// needed, how long it takes, who decides, and that nothing is submitted.
type intro struct {
	env    *Room
	proc   *model.Procedure
	err    error
	scroll *widget.Scroll
	begun  bool
}

// callCenter is the procedure that a new application is for unless somebody
// chooses another.
const callCenter model.ProcedureID = "call-center"

func newIntro(e *Room, id model.ProcedureID) *intro {
	s := &intro{env: e, scroll: widget.NewScroll(e.Kit)}
	s.proc, s.err = e.Procedures.Latest(id)
	return s
}

func (s *intro) Title() string { return s.env.T(locales.UIIntroTitle) }

func (s *intro) Keys() []key.Binding {
	k := s.env.Keys()
	ks := []key.Binding{k.Continue, k.Back, k.Move}
	if len(s.env.Procedures.All()) > 1 {
		ks = append(ks, page.Renamed(k.Toggle, s.env.T(locales.UIProceduresPick)))
	}
	return ks
}

func (s *intro) Update(msg tea.Msg) (page.Screen, page.Step) {
	k := s.env.Keys()
	switch {
	case keys.Is(msg, k.Back):
		return s, page.Pop(1)
	case keys.Is(msg, k.Toggle) && len(s.env.Procedures.All()) > 1:
		return s, page.Push(newProcedures(s.env))
	case keys.Is(msg, k.Continue) && s.proc != nil && !s.begun:
		s.begun = true
		return s, s.begin()
	}
	if m, ok := msg.(page.OpenedMsg); ok && m.Err != nil {
		s.begun = false
	}
	s.scroll.Update(msg)
	return s, nil
}

// begin creates the application; home opens it when the reply comes.
func (s *intro) begin() page.Step {
	today := s.env.Today()
	title := s.env.T(locales.UIAppUntitled, "Today", today.String())
	app := model.New(s.proc, title)
	app.Created, app.Updated = s.env.Now(), s.env.Now()
	return page.Create(app, model.Summarise(s.proc, &app, s.env.Workdays))
}

func (s *intro) View(w, h int) (string, *tea.Cursor) {
	return s.scroll.View(w, h, func(w int) []string {
		if s.err != nil {
			return widget.Wrap(s.env.Fail(s.err), w)
		}
		return s.lines(min(w, 84))
	}), nil
}

func (s *intro) lines(w int) []string {
	th, words := s.env.Theme(), s.env.Words(s.proc)
	lines := []string{th.Title.Render(words.Title("procedure", string(s.proc.ID)))}
	for _, part := range []string{"for", "always", "depends", "takes", "decides", "cost", "saved"} {
		text := words.Part("procedure", string(s.proc.ID), part)
		texts := []string{text}
		if forecast := s.forecast(); part == "takes" && forecast != "" {
			texts = append(texts, forecast)
		}
		for _, text := range texts {
			for i, l := range widget.Wrap(text, w-2) {
				lead := "  "
				if i == 0 {
					lead = th.Accent.Render(th.Mark.Quiet) + " "
				}
				lines = append(lines, lead+l)
			}
		}
	}
	lines = append(lines, "", th.Label.Render(s.env.T(locales.UIIntroBegin)))
	if len(s.env.Procedures.All()) > 1 {
		lines = append(lines, th.Dim.Render(s.env.T(locales.UIProceduresOther)))
	}
	return lines
}

// forecast says between which days a decision would come.
func (s *intro) forecast() string {
	d, ok := model.Forecast(s.proc, s.env.Today(), s.env.Workdays)
	if !ok {
		return ""
	}
	words := s.env.Words(s.proc)
	return s.env.T(locales.UIIntroForecast, "From", words.Day(d.Earliest), "To", words.Day(d.Latest))
}
