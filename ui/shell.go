package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/board"
	"github.com/xuke-cli/xuke/ui/cover"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
)

// Shell is the only tea.Model: a stack of screens, of which the top one is shown
// between a title line and the keys. Messages come in here; frame.go draws, and
// moves.go changes the stack.
type Shell struct {
	world     *World
	env       *page.Env
	start     Start
	stack     []page.Screen
	open      *desk.Desk // the application that is worked on, nil on the board
	base      int        // how many screens stood on the stack when it was opened
	entered   bool       // its overview stands above these; before that it is only offered
	w, h      int
	note      page.NoticeMsg
	held      []tea.Msg // keys for the screen that is on its way
	going     tea.Msg   // a move that leaves the application, made once everything is saved
	expecting bool      // an application is on its way
	writing   int       // how many documents are being written; leaving waits for them
	leave     bool      // end as soon as everything is saved, or cannot be
}

// LeaveMsg asks the wizard to save what is typed and to end. The program
// sends it when the terminal closes or a signal comes.
type LeaveMsg struct{}

// workedMsg brings the reply of work that leaving waits for.
type workedMsg struct{ reply tea.Msg }

// A Start says where the wizard begins.
type Start struct {
	Open model.ApplicationID // this application, where it was left; "" for home
}

// New returns a shell. The error is one of loading texts.
func New(world *World, start Start) (Shell, error) {
	env := world.Env
	if err := env.Speak(env.Lang); err != nil {
		return Shell{}, err
	}
	env.Dress(true)
	s := Shell{world: world, env: env, stack: []page.Screen{board.NewHome(world.board())}, start: start}
	if world.Warning != nil {
		s.note = page.NoticeMsg{Text: world.Warning(env.P), Bad: true}
	}
	return s, nil
}

// Init asks the terminal for its background and starts the first screen.
func (s Shell) Init() tea.Cmd {
	first := begin(s.top()) // Init cannot change the shell, so Update follows it
	if s.start.Open != "" {
		first = page.Steps(first, page.Open(s.start.Open, page.Resuming))
	} else {
		first = page.Steps(first, s.lastOpen())
	}
	return tea.Batch(tea.RequestBackgroundColor, func() tea.Msg { return first })
}

// begin returns what a screen does when it comes onto the stack.
func begin(sc page.Screen) page.Step {
	if st, ok := sc.(page.Starter); ok {
		return st.Init()
	}
	return nil
}

// typing reports whether letters are text on the top screen.
func (s Shell) typing() bool {
	t, ok := s.top().(page.Typist)
	return ok && t.Typing()
}

// Desk returns the application that is open, nil on the board.
func (s Shell) Desk() *desk.Desk { return s.open }

func (s Shell) top() page.Screen { return s.stack[len(s.stack)-1] }

// Update hands keys to the top screen and replies to all. Where that leads to
// another screen, that one is shown when Update returns.
func (s Shell) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if s.hold(msg) {
		s.held = append(slices.Clone(s.held), msg)
		return s, nil
	}
	next, step := s.update(msg)
	next, cmd := next.follow(step)
	for len(next.held) > 0 && !next.hold(next.held[0]) {
		var more tea.Cmd
		msg, next.held = next.held[0], next.held[1:]
		next, step = next.update(msg)
		next, more = next.follow(step)
		cmd = tea.Batch(cmd, more)
	}
	return next, cmd
}

// hold reports whether a message has to wait for the screen that it is for.
func (s Shell) hold(msg tea.Msg) bool {
	if s.going == nil && !s.expecting {
		return false
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		return !keys.Is(k, s.env.Keys().Quit)
	}
	_, paste := msg.(tea.PasteMsg)
	return paste
}

// update handles one message and returns what follows from it.
func (s Shell) update(msg tea.Msg) (Shell, page.Step) {
	switch msg := msg.(type) {
	case page.Step: // what Init begins with
		return s, msg
	case tea.WindowSizeMsg:
		s.w, s.h = msg.Width, msg.Height
		return s, nil
	case tea.BackgroundColorMsg:
		s.env.Dress(msg.IsDark())
		return s, nil
	case LeaveMsg, tea.InterruptMsg:
		s.leave = true
		return s, s.quit()
	case tea.KeyPressMsg:
		return s.key(msg)
	case tea.MouseClickMsg:
		s.note = page.NoticeMsg{}
		return s.click(msg)
	case tea.PasteMsg, tea.MouseMsg:
		s.note = page.NoticeMsg{}
		return s.one(len(s.stack)-1, msg)
	case page.OpenedMsg:
		next, step := s.all(msg)
		next, more := next.opened(msg)
		return next, page.Steps(step, more)
	case lastMsg:
		return s, s.offer(msg)
	case page.FailedMsg:
		if msg.Err != nil {
			return s, page.Warn(s.env.Fail(msg.Err))
		}
		return s, nil
	case workedMsg:
		s.writing--
		next, step := s.update(msg.reply)
		if next.leave {
			step = page.Steps(step, next.quit())
		}
		return next, step
	}
	return s.reply(msg)
}

// key handles the keys that work everywhere and hands on the others. After a save
// that failed, any key tries it again.
func (s Shell) key(msg tea.KeyPressMsg) (Shell, page.Step) {
	s.note = page.NoticeMsg{}
	var retry page.Step
	d := s.open
	if d != nil && d.Failed() != nil && !s.asking() {
		retry = d.Flush()
	}
	next, step := s, page.Step(nil)
	switch m := s.env.Keys().When(s.typing()); {
	case keys.Is(msg, m.Quit):
		step = page.Step{quitMsg{}}
	case keys.Is(msg, m.Language):
		next, step = s.translate()
	default:
		next, step = s.press(msg, m)
	}
	return next, page.Steps(retry, step)
}

// press does what a key does on the top screen, else what it does on every
// screen of an application.
func (s Shell) press(msg tea.KeyPressMsg, m keys.Map) (Shell, page.Step) {
	if step, ok := page.Press(s.top().Bindings(), msg); ok {
		return s, step
	}
	if s.overview() >= 0 {
		switch room := s.world.cover(s.open); {
		case keys.Is(msg, m.GoTo):
			return s, page.Push(cover.NewGoTo(room))
		case keys.Is(msg, m.Undo):
			return s, page.Push(cover.NewUndo(room))
		}
	}
	return s.one(len(s.stack)-1, msg)
}

// translate switches to the other language and remembers it. Screens look their
// texts up when they draw, so they need not be told.
func (s Shell) translate() (Shell, page.Step) {
	i := slices.Index(locales.Langs, s.env.Lang)
	other := locales.Langs[(i+1)%len(locales.Langs)]
	if err := s.env.Speak(other); err != nil {
		return s, page.Warn(s.env.Fail(err))
	}
	return s, s.keepLanguage()
}

// click finds what a click is on by drawing the screen once more.
func (s Shell) click(msg tea.MouseClickMsg) (Shell, page.Step) {
	on, ok := s.top().View(s.body()).Hit(msg.X-beside, msg.Y-above)
	if !ok {
		return s, nil
	}
	return s.one(len(s.stack)-1, on)
}

// one hands a message to one screen.
func (s Shell) one(i int, msg tea.Msg) (Shell, page.Step) {
	next, step := s.stack[i].Update(msg)
	s.stack = slices.Clone(s.stack)
	s.stack[i] = next
	return s, step
}

// all hands a message to every screen: only the one that it is for knows its type.
func (s Shell) all(msg tea.Msg) (Shell, page.Step) {
	steps := make([]page.Step, len(s.stack))
	for i := range s.stack {
		s, steps[i] = s.one(i, msg)
	}
	return s, page.Steps(steps...)
}

// reply hands on the reply of an effect. What was for the desk changes it, and
// the screens look at it anew; a move that waited for a save is made.
func (s Shell) reply(msg tea.Msg) (Shell, page.Step) {
	if s.open == nil {
		return s.all(msg)
	}
	step, ours := s.open.Receive(msg)
	if !ours {
		return s.all(msg)
	}
	if s.leave {
		return s, page.Steps(step, s.quit())
	}
	next, more := s.all(desk.ChangedMsg{})
	step = page.Steps(step, more)
	if next.going != nil && !next.open.Busy() {
		step = append(step, next.going)
		next.going = nil
	}
	return next, step
}
