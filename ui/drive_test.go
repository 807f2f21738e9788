package ui

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/procedure"
)

// memory is a Backend without a disk.
type memory struct {
	apps     map[model.ApplicationID]model.Application
	sums     map[model.ApplicationID]model.Summary
	drafts   map[model.ApplicationID]model.Draft
	logs     map[model.ApplicationID][]model.Edit // the latest last
	last     model.ApplicationID
	views    []model.View
	language string
	fail     error // of every write
	saves    int
}

func newMemory() *memory {
	return &memory{
		apps: map[model.ApplicationID]model.Application{}, sums: map[model.ApplicationID]model.Summary{},
		drafts: map[model.ApplicationID]model.Draft{}, logs: map[model.ApplicationID][]model.Edit{},
	}
}

func (m *memory) Create(app model.Application, sum model.Summary) (model.Application, error) {
	if m.fail != nil {
		return app, m.fail
	}
	app.ID = model.ApplicationID(fmt.Sprintf("app%d", len(m.apps)+1))
	app.Rev, sum.ID = 1, app.ID
	m.apps[app.ID], m.sums[app.ID] = app, sum
	m.log(model.Application{}, app, 0)
	return app, nil
}

func (m *memory) Load(id model.ApplicationID) (model.Application, error) {
	app, ok := m.apps[id]
	if !ok {
		return app, errors.New("no such application")
	}
	return app, nil
}

func (m *memory) Save(app model.Application, sum model.Summary, draft *model.Draft) (int64, error) {
	switch {
	case m.fail != nil:
		return 0, m.fail
	case m.apps[app.ID].Rev != app.Rev:
		return 0, fmt.Errorf("revision %d over %d", app.Rev, m.apps[app.ID].Rev)
	}
	m.saves++
	app.Rev++
	m.log(m.apps[app.ID], app, 0)
	m.apps[app.ID], m.sums[app.ID] = app, sum
	if draft != nil {
		m.drafts[app.ID], m.last = *draft, app.ID
	}
	return app.Rev, nil
}

func (m *memory) log(before, after model.Application, undoes int64) {
	changes, err := model.Changes(&before, &after)
	if err != nil || len(changes) == 0 {
		return
	}
	edits := m.logs[after.ID]
	m.logs[after.ID] = append(edits, model.Edit{Seq: int64(len(edits) + 1), Rev: after.Rev, At: noon, Undoes: undoes, Changes: changes})
}

func (m *memory) History(id model.ApplicationID, offset, limit int) ([]model.Edit, error) {
	edits := slices.Clone(m.logs[id])
	slices.Reverse(edits)
	return edits, nil
}

func (m *memory) LastStep(id model.ApplicationID) (model.Edit, bool, error) {
	edit, ok := model.Undoable(func(yield func(model.Edit) bool) {
		for _, e := range slices.Backward(m.logs[id]) {
			if !yield(e) {
				return
			}
		}
	})
	return edit, ok && edit.Seq > 1, nil
}

func (m *memory) Undo(id model.ApplicationID, now time.Time, summarise func(*model.Application) (model.Summary, error)) (model.Application, model.Edit, bool, error) {
	edit, ok, _ := m.LastStep(id)
	if !ok {
		return model.Application{}, edit, false, m.fail
	}
	app, err := m.apps[id].Revert(edit)
	if err != nil || m.fail != nil {
		return app, edit, false, errors.Join(err, m.fail)
	}
	sum, err := summarise(&app)
	app.Rev++
	m.log(m.apps[id], app, edit.Seq)
	m.apps[id], m.sums[id] = app, sum
	return app, edit, true, err
}

func (m *memory) SaveDraft(id model.ApplicationID, d model.Draft) error {
	if m.fail == nil {
		m.drafts[id], m.last = d, id
	}
	return m.fail
}

func (m *memory) Draft(id model.ApplicationID) (model.Draft, bool, error) {
	d, ok := m.drafts[id]
	return d, ok, nil
}

func (m *memory) LastOpen() (model.ApplicationID, bool, error) { return m.last, m.last != "", nil }

func (m *memory) KeepLanguage(lang string) error {
	m.language = lang
	return m.fail
}

type builtin struct{}

func (builtin) All() []*model.Procedure {
	s, _ := procedure.Shipped()
	return s.All()
}

func (builtin) For(p *model.Procedure, _ *model.Application) *model.Procedure { return p }

func (builtin) Editions() []*model.Procedure {
	s, _ := procedure.Shipped()
	return s.Editions()
}

func (builtin) Latest(id model.ProcedureID) (*model.Procedure, error) { return procedure.Latest(id) }
func (builtin) Edition(id model.ProcedureID, d model.Date) (*model.Procedure, error) {
	return procedure.Edition(id, d)
}

// A session is a shell that is driven without a goroutine, a clock or a
// terminal.
type session struct {
	t     testing.TB
	store *memory
	world *World
	// In the place of what writes documents, if not nil.
	write    func(ExportRequest) error
	pack     func(ctx context.Context, r ExportRequest, tell func(done, of int)) (int, error)
	calendar func(CalendarRequest) error
	env      *Env
	shell    Shell
	quit     bool
	files    *shelf
	pile     *pile
	hold     func(tea.Msg) bool // keeps a reply back, if not nil
	slow     bool               // saves take their time: see settle
	late     []func() tea.Msg   // saves that are on their way
	export   []ExportRequest
	refusal  error           // of the next packet
	there    map[string]bool // files that exist already
	dates    []CalendarRequest
}

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// printers are read once, as the program does it.
var printers = map[locales.Lang]func() (*locales.Printer, error){
	locales.ZH: sync.OnceValues(func() (*locales.Printer, error) { return locales.New(locales.ZH) }),
	locales.EN: sync.OnceValues(func() (*locales.Printer, error) { return locales.New(locales.EN) }),
}

// drive starts the wizard on a store, in a window of w×h cells.
func drive(t testing.TB, store *memory, lang locales.Lang, w, h int) *session {
	t.Helper()
	return start(t, store, Start{}, lang, w, h)
}

// start is drive from another beginning than the board.
func start(t testing.TB, store *memory, from Start, lang locales.Lang, w, h int) *session {
	t.Helper()
	s := &session{t: t, store: store, pile: newPile(), files: newShelf("/扫描/营业执照.pdf", "/扫描/章程.pdf", "/扫描/旧/章程.pdf", "/扫描/.隐藏", "/封面.jpg")}
	s.world = &World{
		Store: store, Files: s.files, Collector: s.pile, Papers: s,
		MakeFolder: func(dir string) (string, error) { return dir, nil },
		Calendar:   func(r CalendarRequest) error { return s.writeDates(r) },
	}
	s.env = &Env{
		Procedures: builtin{}, Workdays: calendar.China(),
		Now:      func() time.Time { return noon },
		Today:    func() model.Date { return model.DateOf(noon) },
		Printers: func(l locales.Lang) (*locales.Printer, error) { return printers[l]() },
		Lang:     lang, Color: true,
		Failure: func(_ *locales.Printer, err error) string { return err.Error() },
	}
	s.world.Env = s.env
	shell, err := New(s.world, from)
	if err != nil {
		t.Fatal(err)
	}
	s.shell = shell
	s.send(tea.WindowSizeMsg{Width: w, Height: h})
	s.run(s.shell.Init())
	return s
}

// Export is how the wizard writes documents.
func (s *session) Export(r ExportRequest) error {
	if s.write != nil {
		return s.write(r)
	}
	if s.there[r.Path] && !r.Replace {
		return fs.ErrExist
	}
	s.export = append(s.export, r)
	return nil
}

// Packet is how it writes packets.
func (s *session) Packet(ctx context.Context, r ExportRequest, tell func(done, of int)) (int, error) {
	if s.pack != nil {
		return s.pack(ctx, r, tell)
	}
	s.export = append(s.export, r)
	tell(1, 4)
	tell(2, 4)
	return 1, s.refusal
}

func (s *session) writeDates(r CalendarRequest) error {
	if s.calendar != nil {
		return s.calendar(r)
	}
	s.dates = append(s.dates, r)
	return nil
}

// send updates the shell and runs all that follows from it, in order.
func (s *session) send(msg tea.Msg) {
	s.t.Helper()
	next, cmd := s.shell.Update(msg)
	s.shell = next.(Shell)
	s.run(cmd)
}

func (s *session) run(cmd tea.Cmd) {
	s.t.Helper()
	if cmd == nil {
		return
	}
	msg := cmd()
	if s.slow {
		if batch, ok := msg.(tea.BatchMsg); !ok || len(batch) == 0 {
			s.late = append(s.late, func() tea.Msg { return msg })
			return
		}
	}
	switch msg := msg.(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			s.run(c)
		}
	case tea.QuitMsg:
		s.quit = true
	default:
		if s.hold == nil || !s.hold(msg) {
			s.send(msg)
		}
	}
}

// settle lets the replies come that were late.
func (s *session) settle() {
	s.t.Helper()
	for len(s.late) > 0 {
		msg := s.late[0]()
		s.late = s.late[1:]
		s.run(func() tea.Msg { return msg })
	}
}

var named = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "backspace": {Code: tea.KeyBackspace}, "del": {Code: tea.KeyDelete},
	"space": {Code: tea.KeySpace, Text: " "}, "f1": {Code: tea.KeyF1}, "f2": {Code: tea.KeyF2}, "f3": {Code: tea.KeyF3}, "f4": {Code: tea.KeyF4},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "ctrl+a": {Code: 'a', Mod: tea.ModCtrl}, "ctrl+t": {Code: 't', Mod: tea.ModCtrl},
	"ctrl+c": {Code: 'c', Mod: tea.ModCtrl}, "ctrl+g": {Code: 'g', Mod: tea.ModCtrl}, "ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+z": {Code: 'z', Mod: tea.ModCtrl},
}

// keys presses keys: names as above, anything else is typed.
func (s *session) keys(keys ...string) {
	s.t.Helper()
	for _, k := range keys {
		if msg, ok := named[k]; ok {
			s.send(msg)
			continue
		}
		if text, ok := strings.CutPrefix(k, "paste:"); ok {
			s.send(tea.PasteMsg{Content: text})
			continue
		}
		for _, r := range k {
			s.send(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
}

// screen is what is shown, without styles, and without blanks at the ends.
func (s *session) screen() string {
	text, _ := s.shell.frame()
	lines := strings.Split(ansi.Strip(text), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// sees fails unless the screen shows all of the texts.
func (s *session) sees(texts ...string) {
	s.t.Helper()
	shown := s.screen()
	for _, want := range texts {
		if !strings.Contains(shown, want) {
			s.t.Fatalf("no %q on:\n%s", want, shown)
		}
	}
}

// fits fails unless the frame is exactly as large as the window and the
// cursor inside.
func (s *session) fits() {
	s.t.Helper()
	text, cursor := s.shell.frame()
	w, h := s.shell.w, s.shell.h
	if w < 1 || h < 1 {
		return
	}
	lines := strings.Split(text, "\n")
	if len(lines) != h {
		s.t.Fatalf("%dx%d: %d lines:\n%s", w, h, len(lines), text)
	}
	for i, l := range lines {
		if got := ansi.StringWidth(l); got != w || !utf8.ValidString(l) {
			s.t.Fatalf("%dx%d: line %d has %d cells: %q", w, h, i, got, l)
		}
	}
	if cursor != nil && (cursor.X < 0 || cursor.X >= w || cursor.Y < 0 || cursor.Y >= h) {
		s.t.Fatalf("%dx%d: cursor at %d,%d", w, h, cursor.X, cursor.Y)
	}
}

// harmless fails if anything is on the screen that a terminal would act upon,
// apart from the colours that a theme sets.
func (s *session) harmless() {
	s.t.Helper()
	text, _ := s.shell.frame()
	for _, r := range ansi.Strip(text) {
		switch {
		case r == '\n':
		case r < ' ', r >= 0x7f && r < 0xa0, r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0xfeff:
			s.t.Fatalf("%U reaches the terminal", r)
		}
	}
	var state byte
	for rest := text; len(rest) > 0; {
		seq, width, n, next := ansi.DecodeSequence(rest, state, nil)
		if width == 0 && len(seq) > 1 && seq[0] == 0x1b && !strings.HasSuffix(seq, "m") {
			s.t.Fatalf("%q reaches the terminal", seq)
		}
		state, rest = next, rest[n:]
	}
}

// Before the overview is there, there is nothing to jump between.
func TestNoGoToBeforeTheOverview(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat(knockOuts, "ctrl+c", "restart", "ctrl+g"))
	s.sees("Go on where you left off?")
	s.keys("enter", "ctrl+g", "overview", "enter")
	s.sees("Next:")
	s.keys("esc")
	s.sees("1 application")
}

// Whoever names an application is where it was left, and Esc leads to the
// board.
func TestStartWithAnApplication(t *testing.T) {
	m := newMemory()
	drive(t, m, locales.EN, 80, 24).keys(append(slices.Clone(company), "800")...)
	s := start(t, m, Start{Open: "app1"}, locales.EN, 80, 24)
	s.sees("Registered capital", "800")
	s.keys("esc", "esc")
	s.sees("1 application")
	if s.shell.open != nil {
		t.Error("the board has an application on the desk")
	}
}
