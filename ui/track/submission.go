package track

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// submission is where an application stands at the authority: what has to be
// corrected, the steps on the portal, what has happened, what runs out when,
// and what can be recorded next. progress.go makes its rows.
type Submission struct {
	D        *Room
	rows     []trackRow
	key      string // of the row in focus, wherever it moves
	unfolded bool   // the events that the state does not allow are shown
	list     *widget.List
	w, top   int // as drawn last, for clicks
	links
}

func NewSubmission(d *Room) page.Screen {
	s := &Submission{D: d}
	s.list = widget.NewList(d.Env.Kit, 1, s.row)
	s.list.Header = func(i int) string {
		if i >= len(s.rows) || s.rows[i].head == nil {
			return ""
		}
		return s.rows[i].head()
	}
	if d.Draft.Place == string(desk.Submission) {
		s.key = d.Draft.Focus
	}
	s.look()
	return s
}

func (s *Submission) Init() page.Step {
	return page.Steps(s.D.At(string(desk.Submission), s.key), s.ask(s.D))
}

func (s *Submission) Title() string { return s.D.Env.T(locales.UITaskSubmission) }

func (s *Submission) Keys() []key.Binding {
	k, t := s.D.Env.Keys(), s.D.Env.T
	open := k.Open
	row, ok := s.at()
	if ok && row.verb != "" {
		open = page.Renamed(open, t(row.verb))
	}
	ks := []key.Binding{open}
	if ok && row.toggle != nil {
		ks = append(ks, page.Renamed(k.Toggle, t(locales.UISubmissionSettle)))
	}
	ks = append(ks, k.Back, k.Move)
	if len(s.D.App.Events) > 0 {
		ks = append(ks, page.Renamed(k.Undo, t(locales.UISubmissionTakeBack)))
	}
	return append(ks, k.Why, k.Sources, k.GoTo)
}

// look makes the rows anew and stays on the row in focus. If that is gone it
// goes where the work is.
func (s *Submission) look() {
	s.rows = s.all()
	s.list.SetCount(len(s.rows))
	i := s.index(s.key)
	if i < 0 {
		i = s.begin()
	}
	s.list.Select(i)
	if row, ok := s.at(); ok {
		s.key = row.key
	}
}

func (s *Submission) index(key string) int {
	return slices.IndexFunc(s.rows, func(r trackRow) bool { return r.key == key })
}

// begin is the row to start on: the first thing to correct, the first step
// before the submission, what can be recorded after it, and what is due once
// there is a licence.
func (s *Submission) begin() int {
	if open := s.D.App.OpenItems(); len(open) > 0 {
		return max(0, s.index(itemKey(open[0].ID)))
	}
	if s.D.preparing() {
		return 0
	}
	if i := s.index("deem"); i >= 0 {
		return i
	}
	prefix := "event/"
	if model.Licensed(s.D.Proc, &s.D.App) {
		prefix = "clock/"
	}
	return max(0, slices.IndexFunc(s.rows, func(r trackRow) bool { return strings.HasPrefix(r.key, prefix) }))
}

// preparing reports whether nothing has been submitted yet.
func (d *Room) preparing() bool { return model.StateOf(d.Proc, &d.App).ID == d.Proc.States[0].ID }

func (s *Submission) at() (trackRow, bool) {
	if i := s.list.At(); i >= 0 && i < len(s.rows) {
		return s.rows[i], true
	}
	return trackRow{}, false
}

func (s *Submission) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch msg := msg.(type) {
	case linkedMsg:
		if s.take(msg, s.D.App.ID) {
			s.look()
		}
		return s, nil
	case page.ShownMsg:
		s.asked = false
		s.unfolded = strings.HasPrefix(s.key, "later/")
		s.look()
		return s, s.Init()
	}
	row, ok := s.at()
	if cmd, taken := s.command(msg, row, ok); taken {
		return s, cmd
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		x, y := s.D.Clicked(m, s.w)
		event = s.list.Click(x, y-s.top)
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = s.list.Update(m)
	}
	switch {
	case event == widget.Picked && ok:
		return s, row.open()
	case event == widget.Moved:
		row, _ = s.at()
		s.key = row.key
		return s, s.Init()
	}
	return s, nil
}

// command does what a key says, about a row if there is one.
func (s *Submission) command(msg tea.Msg, row trackRow, ok bool) (cmd page.Step, taken bool) {
	d, k := s.D, s.D.Env.Keys()
	switch {
	case keys.Is(msg, k.Back):
		return page.Pop(1), true
	case keys.Is(msg, k.Undo) && len(d.App.Events) > 0:
		return page.Push(newUnrecord(d)), true
	case !ok:
		return nil, false
	case keys.Is(msg, k.Toggle) && row.toggle != nil:
		return row.toggle(), true
	case keys.Is(msg, k.Why):
		return page.Push(d.readRow(locales.UIWhyTitle, row)), true
	case keys.Is(msg, k.Sources) && row.part.ID != "":
		return page.Push(d.SourcesOf(row.part)), true
	}
	return nil, false
}

// readRow is the whole of what there is to say about a row.
func (d *Room) readRow(title locales.ID, row trackRow) page.Screen {
	return d.Env.Reader(title, func(w int) []string {
		var lines []string
		for _, l := range widget.Wrap(row.title(), w) {
			lines = append(lines, d.Env.Theme().Title.Render(l))
		}
		return append(append(lines, ""), strings.Split(desk.WrapAll(row.told(), w), "\n")...)
	})
}

// row draws a row with as much on its right as there is room for.
func (s *Submission) row(i, w int, focused bool) []string {
	if i >= len(s.rows) {
		return nil
	}
	r, th := s.rows[i], s.D.Env.Theme()
	style := th.Text
	switch {
	case focused:
		style = th.Selected
	case r.dim:
		style = th.Dim
	}
	if r.face != nil {
		return []string{r.face(w)}
	}
	left, right := style.Render(r.title()), ""
	if mark := r.mark(); mark != "" {
		left = mark + " " + left
	}
	if r.sides != nil {
		sides := r.sides()
		right = sides[len(sides)-1]
		for _, side := range sides {
			if widget.Width(left)+2+widget.Width(side) <= w {
				right = side
				break
			}
		}
	}
	return []string{widget.Spread(left, right, w)}
}

func (s *Submission) View(w, h int) (string, *tea.Cursor) {
	s.w = w
	row, ok := s.at()
	var aside []string
	if ok && w >= desk.ThreeColumns {
		aside = append([]string{s.D.Env.Theme().Label.Render(row.title()), ""}, row.told()...)
	}
	return s.D.Page(w, h, desk.Submission, aside, func(w, h int) (string, *tea.Cursor) {
		head := s.head(w, h)
		var foot []string
		if n := min(7, h/3); ok && len(aside) == 0 && n >= 3 {
			foot = []string{s.D.Env.Kit.Rule(w), widget.Fit(s.D.Beside(whole(row, w), w, n-1), w, n-1)}
			h -= n
		}
		s.top = len(head)
		list, _ := s.list.View(w, max(1, h-len(head)))
		return strings.Join(slices.Concat(head, []string{list}, foot), "\n"), nil
	})
}

// whole is what is told of a row, below its title where that was cut.
func whole(row trackRow, w int) []string {
	if title := row.title(); row.face == nil && widget.Width(title)+6 > w {
		return append([]string{title}, row.told()...)
	}
	return row.told()
}

// head says where the application stands, whose turn it is, who decides and
// what to do next.
func (s *Submission) head(w, h int) []string {
	d, th, e, words := s.D, s.D.Env.Theme(), s.D.Env, s.D.Words()
	state := model.StateOf(d.Proc, &d.App)
	title, turn := words.Title("state", string(state.ID)), e.P.Text("term", "turn", turnID(state.Turn))
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

// remark is what must not be overlooked: that nothing is submitted by itself,
// or until when the licence is valid.
func (s *Submission) remark() (string, theme.Tone) {
	e := s.D.Env
	switch {
	case s.D.preparing():
		return e.T(locales.UISubmissionNotSubmitted), theme.Warn
	case !model.Licensed(s.D.Proc, &s.D.App):
		return "", theme.Neutral
	}
	for _, event := range slices.Backward(s.D.App.Events) {
		if !event.ValidUntil.IsZero() {
			return e.T(locales.UISubmissionValid, "Until", s.D.Words().Day(event.ValidUntil)), theme.Good
		}
	}
	return e.T(locales.UISubmissionValidUnknown), theme.Warn
}
