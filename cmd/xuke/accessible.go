package main

import (
	"bufio"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
)

// plain is the wizard for screen readers: questions and answers as lines, one
// after the other. Nothing is drawn over, and every answer is saved before the
// next question, so that leaving at any moment, or the end of the input, costs
// nothing. A name opens that application; without one the person chooses.
func (c *session) plain(name string) error {
	return c.withStore(func() error { return c.converse(name) })
}

// converse runs on the open store.
func (c *session) converse(name string) error {
	t := &talk{session: c, lines: bufio.NewReader(c.in)}
	err := t.all(name)
	if !errors.Is(err, errLeave) && !errors.Is(err, errBack) {
		return err
	}
	if t.s == nil {
		c.say(locales.CLIPlainBye)
	} else {
		c.say(locales.CLIPlainByeSaved, "ID", string(t.s.ID))
	}
	return nil
}

// A talk is a conversation about one application at a time.
type talk struct {
	*session
	lines   *bufio.Reader
	s       *subject
	section model.SectionID // that was announced last
}

// What somebody may say in place of an answer comes back as an error.
var (
	errLeave = errors.New("leave")
	errBack  = errors.New("back")
	errAgain = errors.New("say it again")
)

// An order is what somebody may say in place of an answer.
type order int

const (
	noOrder order = iota
	orderWhy
	orderUnknown
	orderBack
	orderLeave
	orderLanguage
)

// orders are said in ASCII, as an input method left in Chinese writes that, or
// as a word of the language.
var orders = []struct {
	order
	signs []string
	word  locales.ID
}{
	{orderWhy, []string{"?", "？"}, locales.CLIPlainWordWhy},
	{orderUnknown, []string{"!", "！"}, locales.CLIPlainWordUnknown},
	{orderBack, []string{"<", "《", "＜"}, locales.CLIPlainWordBack},
	{orderLeave, []string{".", "。"}, locales.CLIPlainWordLeave},
	{orderLanguage, []string{"L", "l", "Ｌ"}, locales.CLIPlainWordLanguage},
}

func (t *talk) order(line string) order {
	line = strings.TrimSpace(line)
	for _, o := range orders {
		if slices.Contains(o.signs, line) || strings.EqualFold(line, t.p.T(o.word)) {
			return o.order
		}
	}
	return noOrder
}

// line reads what somebody says. The end of the input, or of
// the terminal, is a way to leave.
func (t *talk) line() (string, error) {
	fmt.Fprint(t.out, "> ")
	line, err := t.lines.ReadString('\n')
	if err != nil && line == "" {
		fmt.Fprintln(t.out)
		if gone(err) {
			return "", errLeave
		}
		return "", err
	}
	return strings.TrimRight(line, "\r\n"), nil
}

// An exchange is a question and what may be said to it.
type exchange struct {
	say     func()
	why     func()                  // nil where say has said all
	unknown func() error            // nil where "I don't know yet" is no answer
	take    func(line string) error // errAgain asks again
}

// hold asks until there is an answer. The error is nil, errBack, errLeave, or
// one that ends the conversation.
func (t *talk) hold(x exchange) error {
	for {
		x.say()
		line, err := t.line()
		if err != nil {
			return err
		}
		switch t.order(line) {
		case orderLeave:
			return errLeave
		case orderBack:
			return errBack
		case orderLanguage:
			err = t.translate()
		case orderWhy:
			err = t.explainItself(x)
		case orderUnknown:
			err = t.postponed(x)
		default:
			err = x.take(t.literal(line))
		}
		if !errors.Is(err, errAgain) {
			return err
		}
	}
}

// literal takes off the backslash that keeps an answer from being an order.
func (t *talk) literal(line string) string {
	if rest, ok := strings.CutPrefix(line, `\`); ok && t.order(rest) != noOrder {
		return rest
	}
	return line
}

// again says why the question comes again.
func (t *talk) again(text string) error {
	fmt.Fprintln(t.out, text)
	return errAgain
}

func (t *talk) explainItself(x exchange) error {
	if x.why != nil {
		x.why()
	}
	t.say(locales.CLIPlainCommands)
	return errAgain
}

func (t *talk) postponed(x exchange) error {
	if x.unknown == nil {
		return t.again(t.p.T(locales.CLIPlainNoUnknown))
	}
	return x.unknown()
}

// translate goes on in the other language and remembers it, as the wizard
// does.
func (t *talk) translate() error {
	i := slices.Index(locales.Langs, t.p.Lang())
	p, err := t.printer(locales.Langs[(i+1)%len(locales.Langs)])
	if err != nil {
		return err
	}
	t.p = p
	if t.s != nil {
		t.s.Words.Texts = p
	}
	if err := (backend{t.db, t.data}).KeepLanguage(string(p.Lang())); err != nil {
		return t.again(refuse(t.p, err).Message)
	}
	return errAgain
}

// yes asks for a yes; Enter, going back and everything else is a no.
func (t *talk) yes(say func()) (bool, error) {
	sure := false
	err := t.hold(exchange{say: say, take: func(line string) error {
		if strings.TrimSpace(line) == "" {
			return nil
		}
		v, err := model.Parse(model.Field{Kind: model.YesNo}, line)
		if err != nil {
			return errAgain
		}
		sure = bool(v.(model.Bool))
		return nil
	}})
	if errors.Is(err, errBack) {
		return false, nil
	}
	return sure, err
}

func (t *talk) all(name string) error {
	t.say(locales.CLIPlainWelcome)
	t.say(locales.CLIPlainCommands)
	for {
		begun, err := t.choose(name)
		if err != nil {
			return err
		}
		if err := t.work(begun); !errors.Is(err, errBack) {
			return err
		}
		name, t.s, t.section = "", nil, ""
	}
}

// choose finds or makes the application to work on. It reports whether it is
// a new one.
func (t *talk) choose(name string) (begun bool, err error) {
	if name != "" {
		t.s, err = t.find(name)
		return false, err
	}
	l, err := t.db.List(model.Query{Sort: model.ByUpdated, Limit: 20})
	if err != nil {
		return false, err
	}
	if l.Total == 0 {
		return true, t.begin()
	}
	err = t.hold(exchange{
		say: func() { t.sayListing(l) },
		take: func(line string) error {
			begun, err = t.chosen(l, strings.TrimSpace(line))
			return err
		},
	})
	return begun, err
}

func (t *talk) sayListing(l model.Listing) {
	t.say(locales.CLIPlainChoose)
	t.number(1, t.p.T(locales.CLIPlainNew))
	for i, r := range l.Rows {
		t.number(i+2, legible.Line(r.Title)+" ("+string(r.ID)+")")
	}
	if more := l.Total - len(l.Rows); more > 0 {
		t.say(locales.CLIPlainMore, "Count", more)
	}
}

func (t *talk) number(n int, text string) { fmt.Fprintf(t.out, "%d. %s\n", n, text) }

func (t *talk) chosen(l model.Listing, line string) (begun bool, err error) {
	n, ok := ordinal(line)
	switch {
	case line == "":
		return false, errAgain
	case ok && n == 1, strings.EqualFold(line, t.p.T(locales.CLIPlainNew)):
		err := t.begin()
		if errors.Is(err, errBack) {
			err = errAgain
		}
		return true, err
	case ok && n >= 2 && n < len(l.Rows)+2:
		line = string(l.Rows[n-2].ID)
	}
	if t.s, err = t.find(line); err != nil {
		r := refuse(t.p, err)
		return false, t.again(strings.TrimSpace(r.Message + " " + r.Hint))
	}
	return false, nil
}

// begin introduces the procedure and creates an application.
func (t *talk) begin() error {
	p, err := t.latest(callCenter)
	if err != nil {
		return err
	}
	return t.hold(exchange{
		say: func() {
			w := export.Words{Texts: t.p, Procedure: p}
			for _, part := range []string{"title", "for", "always", "depends", "takes", "decides", "cost", "saved"} {
				fmt.Fprintln(t.out, w.Part("procedure", string(p.ID), part))
			}
			t.say(locales.CLIPlainBegin)
		},
		take: func(string) error {
			app := model.New(p, untitled(t.p, t.today))
			app.Created, app.Updated = t.now(), t.now()
			app, err := t.db.Create(app, model.Summarise(p, &app, t.workdays()))
			if err == nil {
				t.s, err = t.subject(app)
			}
			return err
		},
	})
}

// work is one visit to an application: questions, where it stands, and what
// the person wants then. errBack asks for another application.
func (t *talk) work(begun bool) error {
	app := &t.s.Application
	t.say(locales.CLIPlainOpened, "Title", legible.Line(app.Title), "ID", string(app.ID))
	var err error
	if begun {
		err = t.questions(everything)
	} else if model.FirstOpen(model.Visits(t.s.proc, app), app) >= 0 {
		err = t.questions(unanswered)
	}
	for err == nil {
		t.report()
		err = t.hold(exchange{say: func() { t.say(locales.CLIPlainMenu) }, take: t.menu})
	}
	return err
}

func (t *talk) menu(line string) error {
	t.section = ""
	switch n, _ := ordinal(line); n {
	case 1:
		return nil
	case 2:
		return t.questions(unsettled)
	case 3:
		return t.questions(everything)
	case 4:
		return errBack
	}
	return errAgain
}

func untitled(p *locales.Printer, created model.Date) string {
	return p.T(locales.UIAppUntitled, "Today", created.String())
}
