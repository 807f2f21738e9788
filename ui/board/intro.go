package board

import (
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// intro is the page before the first question: what the procedure is for, what
// is needed, how long it takes, who decides, and that nothing is submitted.
type intro struct {
	env    *Room
	proc   *model.Procedure
	err    error
	scroll *widget.Scroll
	begun  bool // the application is being created
}

func newIntro(e *Room, id model.ProcedureID) *intro {
	s := &intro{env: e, scroll: widget.NewScroll(e.Kit)}
	s.proc, s.err = e.Procedures.Latest(id)
	return s
}

func (s *intro) Title() string { return s.env.T(locales.UIIntroTitle) }

func (s *intro) Bindings() []page.Binding {
	k := s.env.Keys()
	rows := append([]page.Binding{page.On(k.Continue, s.begin), s.env.Back()}, page.Shown(k.Move)...)
	if len(s.env.Procedures.All()) > 1 {
		others := page.On(k.Toggle, func() page.Step { return page.Push(newProcedures(s.env, s)) })
		rows = append(rows, others.As(s.env.T(locales.UIProceduresPick)))
	}
	return rows
}

func (s *intro) Update(msg tea.Msg) (page.Screen, page.Step) {
	if m, ok := msg.(page.OpenedMsg); ok && m.Err != nil {
		s.begun = false // Continue tries again
	}
	s.scroll.Update(msg)
	return s, nil
}

// begin creates the application; the shell opens it when the reply comes.
func (s *intro) begin() page.Step {
	if s.proc == nil || s.begun {
		return nil
	}
	s.begun = true
	app := model.New(s.proc, s.env.T(locales.UIAppUntitled, "Today", s.env.Today().String()))
	app.Created, app.Updated = s.env.Now(), s.env.Now()
	return page.Create(app, model.Summarise(s.proc, &app, s.env.Workdays))
}

func (s *intro) View(w, h int) page.Drawn {
	return widget.DrawLines(s.scroll.View(w, h, func(w int) []string {
		if s.err != nil {
			return widget.Wrap(s.env.Fail(s.err), w)
		}
		return s.lines(min(w, 84))
	}))
}

func (s *intro) lines(w int) []string {
	th, words := s.env.Theme(), s.env.Words(s.proc)
	lines := []string{th.Title.Render(words.Title("procedure", string(s.proc.ID)))}
	for _, text := range s.points() {
		for i, l := range widget.Wrap(text, w-2) {
			lead := "  "
			if i == 0 {
				lead = th.Accent.Render(th.Mark.Quiet) + " "
			}
			lines = append(lines, lead+l)
		}
	}
	lines = append(lines, "", th.Label.Render(s.env.T(locales.UIIntroBegin)))
	if len(s.env.Procedures.All()) > 1 {
		lines = append(lines, th.Dim.Render(s.env.T(locales.UIProceduresOther)))
	}
	return lines
}

// points are the paragraphs of the page. How long the procedure takes is
// followed by what that means from today on.
func (s *intro) points() []string {
	words := s.env.Words(s.proc)
	var texts []string
	for _, part := range []string{"for", "always", "depends", "takes", "decides", "cost", "saved"} {
		texts = append(texts, words.Part("procedure", string(s.proc.ID), part))
		if forecast := s.forecast(); part == "takes" && forecast != "" {
			texts = append(texts, forecast)
		}
	}
	return texts
}

// forecast says between which days a decision would come, "" where nothing can
// be said.
func (s *intro) forecast() string {
	d, ok := model.Forecast(s.proc, s.env.Today(), s.env.Workdays)
	if !ok {
		return ""
	}
	words := s.env.Words(s.proc)
	return s.env.T(locales.UIIntroForecast, "From", words.Day(d.Earliest), "To", words.Day(d.Latest))
}
