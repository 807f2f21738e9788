package track

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A submission is where an application stands at the authority: what has to be
// corrected, the steps on the official system, what has happened, what runs
// out when, and what can be recorded next. rows.go makes its rows.
type submission struct {
	d        *Room
	rows     []row
	list     *page.Rows
	linked   links
	unfolded bool // the events that cannot be recorded now are shown
}

// NewSubmission returns the page on which an application is tracked, with the
// row in focus that the user left it on.
func NewSubmission(d *Room) page.Screen {
	s := &submission{d: d, list: d.Env.Rows(1)}
	focus := ""
	if d.Draft.Place == string(desk.Submission) {
		focus = d.Draft.Focus
	}
	s.refresh(focus)
	return s
}

// Init keeps the place, and finds the applications that this one is linked
// with.
func (s *submission) Init() page.Step { return page.Steps(s.here(), s.linked.find(s.d)) }

// here keeps the row in focus as the place to come back to.
func (s *submission) here() page.Step { return s.d.Here(string(desk.Submission), s.list.Key()) }

func (s *submission) Title() string { return s.d.Env.T(locales.UITaskSubmission) }

// refresh makes the rows anew and puts the one of a key in focus. If there is
// none, the focus goes where the work is.
func (s *submission) refresh(key string) {
	s.rows = s.all()
	rows := make([]page.Row, len(s.rows))
	for i, r := range s.rows {
		rows[i] = r.Row
		rows[i].Lines = func(w int, focused bool) []string { return []string{r.draw(s.d.Env.Theme(), w, focused)} }
	}
	s.list.Set(rows)
	if i := s.index(key); i >= 0 {
		s.list.Select(i)
	} else {
		s.list.Select(s.start())
	}
}

func (s *submission) index(key string) int {
	return slices.IndexFunc(s.rows, func(r row) bool { return r.Key == key })
}

// start is the row to start on: the first thing to correct, the first step
// before the submission, what can be recorded after it, and what is due once
// there is a licence.
func (s *submission) start() int {
	if open := s.d.App.OpenItems(); len(open) > 0 {
		return max(0, s.index(itemKey(open[0].ID)))
	}
	if s.d.preparing() {
		return 0
	}
	if i := s.index(deemedKey); i >= 0 {
		return i
	}
	prefix := eventKey
	if model.Licensed(s.d.Proc, &s.d.App) {
		prefix = clockKey
	}
	return max(0, slices.IndexFunc(s.rows, func(r row) bool { return strings.HasPrefix(r.Key, prefix) }))
}

// at is the row in focus, if there are any.
func (s *submission) at() (row, bool) {
	if i := s.list.Index(); i >= 0 {
		return s.rows[i], true
	}
	return row{}, false
}

func (s *submission) Bindings() []page.Binding {
	d, k, t := s.d, s.d.Env.Keys(), s.d.Env.T
	r, ok := s.at()
	if !ok {
		return append([]page.Binding{d.Env.Back()}, page.Shown(k.GoTo)...)
	}
	open := page.Binding{Binding: k.Open}
	if r.verb != "" {
		open = open.As(t(r.verb))
	}
	bs := []page.Binding{open}
	if r.Toggle != nil {
		bs = append(bs, page.On(k.Toggle, r.Toggle).As(t(locales.UISubmissionSettle)))
	}
	bs = append(bs, d.Env.Back(), page.Binding{Binding: k.Move})
	if len(d.App.Events) > 0 {
		bs = append(bs, page.On(k.Undo, d.unrecord).As(t(locales.UISubmissionTakeBack)))
	}
	return append(bs,
		page.On(k.Why, func() page.Step { return page.Push(d.reader(locales.UIWhyTitle, r.title, r.Told)) }),
		page.On(k.Sources, func() page.Step { return page.Push(d.SourcesOf(r.Part)) }).If(r.Part.ID != "", t(locales.UISourcesNone)),
		page.Binding{Binding: k.GoTo})
}

func (s *submission) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch msg := msg.(type) {
	case linkedMsg:
		if s.linked.receive(msg, s.d.App.ID) {
			s.refresh(s.list.Key())
		}
		return s, nil
	case page.ShownMsg:
		s.linked.requested = false // something may have been begun meanwhile
		s.unfolded = strings.HasPrefix(s.list.Key(), laterKey)
		s.refresh(s.list.Key())
		return s, s.Init()
	}
	step, moved := s.list.Update(msg)
	if moved {
		return s, s.here()
	}
	return s, step
}

func (s *submission) View(w, h int) page.Drawn {
	r, ok := s.at()
	var beside []string
	if ok && w >= desk.ThreeColumns {
		beside = append([]string{s.d.Env.Theme().Label.Render(r.title()), ""}, r.Told()...)
	}
	return s.d.Lay(w, h, desk.Submission, beside, func(w, h int) page.Drawn {
		head := s.head(w, h)
		var foot []string
		if n := min(7, h/3); ok && len(beside) == 0 && n >= 3 {
			foot = []string{s.d.Env.Kit.Rule(w), widget.Fit(s.d.Beside(r.below(w), w, n-1), w, n-1)}
			h -= n
		}
		return s.list.Draw(w, h-len(head)).Under(head...).Over(foot...)
	})
}

// head says where the application stands, whose turn it is, who decides and
// what to do next.
func (s *submission) head(w, h int) []string {
	d, th, e, words := s.d, s.d.Env.Theme(), s.d.Env, s.d.Words()
	state := d.state()
	title, turn := s.state(), e.P.Text("term", "turn", turnID(state.Turn))
	var lines []string
	add := func(render func(...string) string, text string, room int) {
		wrapped := widget.Wrap(text, w)
		if len(wrapped) > room {
			wrapped = []string{widget.Cut(text, w)}
		}
		for _, l := range wrapped {
			lines = append(lines, render(l))
		}
	}
	room := 1 // lines for each
	if h >= 18 {
		room = 3
	}
	if widget.Width(title)+2+widget.Width(turn) <= w {
		lines = append(lines, widget.Spread(th.Title.Render(title), th.Accent.Render(turn), w))
	} else {
		add(th.Title.Render, title, room)
		add(th.Accent.Render, turn, 1)
	}
	if h < 8 {
		return lines
	}
	add(th.Dim.Render, e.T(locales.UIOverviewAuthority, "Authority", words.Authority(model.AuthorityFor(d.Proc, &d.App), &d.App)), room)
	if next := d.Next(); next.Code != model.NextDone {
		add(th.Text.Render, th.Mark.Right+" "+e.T(locales.UIOverviewNext, "Next", words.Next(next, &d.App)), room)
	}
	if note, tone := s.remark(); note != "" && h >= 14 {
		style, mark := th.Tone(tone)
		add(style.Render, strings.TrimSpace(mark+" "+note), 3)
	}
	if h >= 18 {
		lines = append(lines, "")
	}
	return lines
}

// state names the state, or says that the licence has run out.
func (s *submission) state() string {
	sum := model.Summarise(s.d.Proc, &s.d.App, s.d.Env.Workdays)
	sum.ID = s.d.App.ID
	return s.d.Words().State(sum, s.linked.following, s.d.Env.Today())
}

// turnID is the name of a turn among the texts.
func turnID(t model.Turn) string {
	if t == model.Nobody {
		return "nobody"
	}
	return string(t)
}

// remark is what must not be overlooked: that nothing is submitted by itself,
// or until when the licence is valid.
func (s *submission) remark() (string, theme.Tone) {
	e := s.d.Env
	switch {
	case s.d.preparing():
		return e.T(locales.UISubmissionNotSubmitted), theme.Warn
	case !model.Licensed(s.d.Proc, &s.d.App):
		return "", theme.Neutral
	}
	if model.LicenceTermOf(s.d.Proc, &s.d.App).Past(e.Today()) {
		return "", theme.Neutral // which the state says
	}
	for _, event := range slices.Backward(s.d.App.Events) {
		if !event.ValidUntil.IsZero() {
			return e.T(locales.UISubmissionValid, "Until", s.d.Words().Day(event.ValidUntil)), theme.Good
		}
	}
	return e.T(locales.UISubmissionValidUnknown), theme.Warn
}
