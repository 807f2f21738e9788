package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
)

// Shell is the only tea.Model: a stack of screens between a title line and
// the keys. frame.go draws it.
type Shell struct {
	world     *World
	env       *Env
	start     Start
	stack     []screen
	open      *desk // the application that is worked on, nil on the board
	base      int   // how many screens stood on the stack when it was opened
	w, h      int
	note      noticeMsg
	held      []tea.Msg // keys for the screen that is on its way
	going     tea.Msg   // a move that leaves the desk, made once everything is saved
	expecting bool      // an application is on its way
	writing   int       // how many documents are being written; leaving waits for them
	leave     bool      // quit as soon as everything is saved, or cannot be
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
	if err := env.speak(env.Lang); err != nil {
		return Shell{}, err
	}
	env.dress(true)
	s := Shell{world: world, env: env, stack: []screen{newHome(world.board())}, start: start}
	if world.Warning != nil {
		s.note = noticeMsg{text: world.Warning(env.p), bad: true}
	}
	return s, nil
}

// Init asks the terminal for its background and starts the first screen.
func (s Shell) Init() tea.Cmd {
	first := begin(s.top()) // Init cannot change the shell, so Update follows it
	if s.start.Open != "" {
		first = Steps(first, open(s.start.Open, resuming))
	} else {
		first = Steps(first, s.lastOpen())
	}
	return tea.Batch(tea.RequestBackgroundColor, func() tea.Msg { return first })
}

// begin is what a screen does when it comes onto the stack.
func begin(sc screen) Step {
	if st, ok := sc.(starter); ok {
		return st.Init()
	}
	return nil
}

// typing reports whether letters are text on the top screen.
func (s Shell) typing() bool {
	t, ok := s.top().(typist)
	return ok && t.Typing()
}

func (s Shell) top() screen { return s.stack[len(s.stack)-1] }

// Update hands messages to whom they concern: keys to the top screen, replies
// to all. Where that leads to another screen, it is there when Update returns.
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
		return !keys.Is(k, s.env.keys().Quit)
	}
	_, paste := msg.(tea.PasteMsg)
	return paste
}

// follow does what a step says, in its order: moves are made, with all that
// they lead to, and effects are collected.
func (s Shell) follow(step Step) (Shell, tea.Cmd) {
	var effects []tea.Cmd
	for len(step) > 0 {
		msg, rest := step[0], step[1:]
		switch msg := msg.(type) {
		case effectMsg:
			effects = append(effects, msg.run)
		case workMsg:
			s.writing++
			effects = append(effects, func() tea.Msg { return workedMsg{msg.run()} })
		case noticeMsg:
			s.note = msg
		default:
			var more Step
			s, more = s.move(msg)
			rest = slices.Concat(more, rest)
		}
		step = rest
	}
	return s, tea.Batch(effects...)
}

func (s Shell) update(msg tea.Msg) (Shell, Step) {
	switch msg := msg.(type) {
	case Step: // of Init
		return s, msg
	case tea.WindowSizeMsg:
		s.w, s.h = msg.Width, msg.Height
		return s, nil
	case tea.BackgroundColorMsg:
		s.env.dress(msg.IsDark())
		return s, nil
	case LeaveMsg, tea.InterruptMsg:
		s.leave = true
		return s, s.quit()
	case tea.KeyPressMsg:
		return s.key(msg)
	case tea.PasteMsg, tea.MouseMsg:
		s.note = noticeMsg{}
		return s.one(len(s.stack)-1, s.inBody(msg))
	case openedMsg:
		next, step := s.all(msg)
		next, more := next.opened(msg)
		return next, Steps(step, more)
	case lastMsg:
		return s, s.offer(msg)
	case failedMsg:
		if msg.err != nil {
			return s, warn(s.env.failure(msg.err))
		}
		return s, nil
	case workedMsg:
		s.writing--
		next, step := s.update(msg.reply)
		if next.leave {
			step = Steps(step, next.quit())
		}
		return next, step
	}
	return s.reply(msg)
}

// key takes the keys that work everywhere and hands on the others.
func (s Shell) key(msg tea.KeyPressMsg) (Shell, Step) {
	s.note = noticeMsg{}
	var retry Step
	d := s.open
	if d != nil && d.err != nil && !s.asking() {
		retry = d.flush()
	}
	next, step := s, Step(nil)
	switch m := s.env.keys().When(s.typing()); {
	case keys.Is(msg, m.Quit):
		step = Step{quitMsg{}}
	case keys.Is(msg, m.Language):
		next, step = s.translate()
	case keys.Is(msg, m.GoTo) && s.overview() >= 0 && !s.goingTo():
		step = push(newGoTo(s.world.cover(d)))
	case keys.Is(msg, m.Undo) && s.overview() >= 0 && !s.undoes():
		step = push(newUndo(s.world.cover(d)))
	default:
		next, step = s.one(len(s.stack)-1, msg)
	}
	return next, Steps(retry, step)
}

func (s Shell) goingTo() bool {
	_, ok := s.top().(*goTo)
	return ok
}

// undoes reports whether the top screen takes the key that undoes for itself.
func (s Shell) undoes() bool {
	switch top := s.top().(type) {
	case *undo:
		return true
	case *submission:
		return len(top.d.app.Events) > 0 // takes the last one back
	}
	return false
}

// overview returns where on the stack the overview stands, or -1: above it are
// the places that one can jump between.
func (s Shell) overview() int {
	return slices.IndexFunc(s.stack, func(sc screen) bool { _, ok := sc.(*overview); return ok })
}

// translate switches to the other language and remembers it. Screens look
// their texts up when they draw, so there is nobody to tell.
func (s Shell) translate() (Shell, Step) {
	i := slices.Index(locales.Langs, s.env.Lang)
	other := locales.Langs[(i+1)%len(locales.Langs)]
	if err := s.env.speak(other); err != nil {
		return s, warn(s.env.failure(err))
	}
	return s, s.keepLanguage()
}

// move changes the stack. One that leaves the desk is made by depart.
func (s Shell) move(msg tea.Msg) (Shell, Step) {
	n := len(s.stack)
	switch msg := msg.(type) {
	case pushMsg:
		s.stack = append(s.stack[:n:n], msg.screen)
		return s, begin(msg.screen)
	case replaceMsg:
		keep := max(1, n-msg.n)
		s.stack = append(s.stack[:keep:keep], msg.screen)
		return s, begin(msg.screen)
	case popMsg:
		switch {
		case n == 1:
			return s.leaving(quitMsg{})
		case s.open != nil && n-msg.n <= s.base:
			return s.leaving(msg)
		}
		s.stack = s.stack[:max(1, n-msg.n)]
	case createMsg:
		s.expecting = true
		return s, s.create(msg.app, msg.sum)
	case expectMsg:
		s.expecting = true
		return s, nil
	case loadMsg:
		s.expecting = true
		return s, s.load(msg.id, msg.how)
	case homeMsg, openMsg, quitMsg:
		return s.leaving(msg)
	case goMsg:
		return s.lead(msg)
	case restartMsg:
		s.stack = append(s.stack[:s.base:s.base], newOverview(s.world.cover(s.open)))
		return s, begin(s.top())
	case stayMsg:
		i := s.overview()
		s.stack = s.stack[:max(0, i)+1]
		if msg.screen != nil {
			s.stack = append(slices.Clone(s.stack), msg.screen)
			return s, begin(msg.screen)
		}
	default:
		return s.update(msg)
	}
	return s.one(len(s.stack)-1, shownMsg{})
}

// one hands a message to one screen.
func (s Shell) one(i int, msg tea.Msg) (Shell, Step) {
	next, step := s.stack[i].Update(msg)
	s.stack = slices.Clone(s.stack)
	s.stack[i] = next
	return s, step
}

// all hands a message to every screen; only its owner knows its type.
func (s Shell) all(msg tea.Msg) (Shell, Step) {
	steps := make([]Step, len(s.stack))
	for i := range s.stack {
		s, steps[i] = s.one(i, msg)
	}
	return s, Steps(steps...)
}

// reply hands on the reply of an effect. What was for the desk changes it, and
// the screens look at it anew; a move that waited for a save is made.
func (s Shell) reply(msg tea.Msg) (Shell, Step) {
	if s.open == nil {
		return s.all(msg)
	}
	step, ours := s.open.receive(msg)
	if !ours {
		return s.all(msg)
	}
	if s.leave {
		return s, Steps(step, s.quit())
	}
	next, more := s.all(changedDeskMsg{})
	step = Steps(step, more)
	if next.going != nil && !next.open.inFlight {
		step = append(step, next.going)
		next.going = nil
	}
	return next, step
}

// quit ends the program, or has it wait for the save that is on its way.
func (s Shell) quit() Step {
	if d := s.open; d != nil {
		stopped := d.stopFiling()
		if d.busy() {
			return Steps(stopped, d.flush())
		}
	}
	if s.writing > 0 {
		return nil // the reply ends the program
	}
	return Step{effectMsg{tea.Quit}}
}
