package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// submission is where an application stands at the authority: what has to be
// corrected, the steps on the portal, what has happened, what runs out when,
// and what can be recorded next. progress.go makes its rows.
type submission struct {
	d        *trackRoom
	rows     []trackRow
	key      string // of the row in focus, wherever it moves
	unfolded bool   // the events that the state does not allow are shown
	list     *widget.List
	w, top   int // as drawn last, for clicks
	links
}

func newSubmission(d *trackRoom) screen {
	s := &submission{d: d}
	s.list = widget.NewList(d.env.kit, 1, s.row)
	s.list.Header = func(i int) string {
		if i >= len(s.rows) || s.rows[i].head == nil {
			return ""
		}
		return s.rows[i].head()
	}
	if d.draft.Place == string(Submission) {
		s.key = d.draft.Focus
	}
	s.look()
	return s
}

func (s *submission) Init() Step {
	return Steps(s.d.at(string(Submission), s.key), s.ask(s.d))
}
func (s *submission) Title() string { return s.d.env.t(locales.UITaskSubmission) }

func (s *submission) Keys() []key.Binding {
	k, t := s.d.env.keys(), s.d.env.t
	open := k.Open
	row, ok := s.at()
	if ok && row.verb != "" {
		open = renamed(open, t(row.verb))
	}
	ks := []key.Binding{open}
	if ok && row.toggle != nil {
		ks = append(ks, renamed(k.Toggle, t(locales.UISubmissionSettle)))
	}
	ks = append(ks, k.Back, k.Move)
	if len(s.d.app.Events) > 0 {
		ks = append(ks, renamed(k.Undo, t(locales.UISubmissionTakeBack)))
	}
	return append(ks, k.Why, k.Sources, k.GoTo)
}

// look makes the rows anew and stays on the row in focus. If that is gone it
// goes where the work is.
func (s *submission) look() {
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

func (s *submission) index(key string) int {
	return slices.IndexFunc(s.rows, func(r trackRow) bool { return r.key == key })
}

// begin is the row to start on: the first thing to correct, the first step
// before the submission, what can be recorded after it, and what is due once
// there is a licence.
func (s *submission) begin() int {
	if open := s.d.app.OpenItems(); len(open) > 0 {
		return max(0, s.index(itemKey(open[0].ID)))
	}
	if s.d.preparing() {
		return 0
	}
	if i := s.index("deem"); i >= 0 {
		return i
	}
	prefix := "event/"
	if model.Licensed(s.d.proc, &s.d.app) {
		prefix = "clock/"
	}
	return max(0, slices.IndexFunc(s.rows, func(r trackRow) bool { return strings.HasPrefix(r.key, prefix) }))
}

// preparing reports whether nothing has been submitted yet.
func (d *trackRoom) preparing() bool { return model.StateOf(d.proc, &d.app).ID == d.proc.States[0].ID }

func (s *submission) at() (trackRow, bool) {
	if i := s.list.At(); i >= 0 && i < len(s.rows) {
		return s.rows[i], true
	}
	return trackRow{}, false
}

func (s *submission) Update(msg tea.Msg) (screen, Step) {
	switch msg := msg.(type) {
	case linkedMsg:
		if s.take(msg, s.d.app.ID) {
			s.look()
		}
		return s, nil
	case shownMsg:
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
		x, y := s.d.clicked(m, s.w)
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
func (s *submission) command(msg tea.Msg, row trackRow, ok bool) (cmd Step, taken bool) {
	d, k := s.d, s.d.env.keys()
	switch {
	case keys.Is(msg, k.Back):
		return pop(1), true
	case keys.Is(msg, k.Undo) && len(d.app.Events) > 0:
		return push(newUnrecord(d)), true
	case !ok:
		return nil, false
	case keys.Is(msg, k.Toggle) && row.toggle != nil:
		return row.toggle(), true
	case keys.Is(msg, k.Why):
		return push(d.readRow(locales.UIWhyTitle, row)), true
	case keys.Is(msg, k.Sources) && row.part.ID != "":
		return push(d.sourcesOf(row.part)), true
	}
	return nil, false
}

// readRow is the whole of what there is to say about a row.
func (d *trackRoom) readRow(title locales.ID, row trackRow) screen {
	return d.env.reader(title, func(w int) []string {
		var lines []string
		for _, l := range widget.Wrap(row.title(), w) {
			lines = append(lines, d.env.theme().Title.Render(l))
		}
		return append(append(lines, ""), strings.Split(wrapAll(row.told(), w), "\n")...)
	})
}

// row draws a row with as much on its right as there is room for.
func (s *submission) row(i, w int, focused bool) []string {
	if i >= len(s.rows) {
		return nil
	}
	r, th := s.rows[i], s.d.env.theme()
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

func (s *submission) View(w, h int) (string, *tea.Cursor) {
	s.w = w
	row, ok := s.at()
	var aside []string
	if ok && w >= threeColumns {
		aside = append([]string{s.d.env.theme().Label.Render(row.title()), ""}, row.told()...)
	}
	return s.d.page(w, h, Submission, aside, func(w, h int) (string, *tea.Cursor) {
		head := s.head(w, h)
		var foot []string
		if n := min(7, h/3); ok && len(aside) == 0 && n >= 3 {
			foot = []string{s.d.env.kit.Rule(w), widget.Fit(s.d.beside(whole(row, w), w, n-1), w, n-1)}
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
func (s *submission) head(w, h int) []string {
	d, th, e, words := s.d, s.d.env.theme(), s.d.env, s.d.words()
	state := model.StateOf(d.proc, &d.app)
	title, turn := words.Title("state", string(state.ID)), e.p.Text("term", "turn", turnID(state.Turn))
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
	add(th.Dim.Render, e.t(locales.UIOverviewAuthority, "Authority", words.Authority(model.AuthorityFor(d.proc, &d.app), &d.app)), room)
	if next := d.next(); next.Code != model.NextDone {
		add(th.Text.Render, th.Mark.Right+" "+e.t(locales.UIOverviewNext, "Next", words.Next(next, &d.app)), room)
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
func (s *submission) remark() (string, theme.Tone) {
	e := s.d.env
	switch {
	case s.d.preparing():
		return e.t(locales.UISubmissionNotSubmitted), theme.Warn
	case !model.Licensed(s.d.proc, &s.d.app):
		return "", theme.Neutral
	}
	for _, event := range slices.Backward(s.d.app.Events) {
		if !event.ValidUntil.IsZero() {
			return e.t(locales.UISubmissionValid, "Until", s.d.words().Day(event.ValidUntil)), theme.Good
		}
	}
	return e.t(locales.UISubmissionValidUnknown), theme.Warn
}
