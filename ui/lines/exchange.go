package lines

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"syscall"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// What takes the place of an answer comes back as an error.
var (
	errLeave = errors.New("leave")
	errBack  = errors.New("back")
	errAgain = errors.New("again")
)

// line reads what the user says. The end of the input, or of the terminal, is
// a way to leave.
func (t *talk) line() (string, error) {
	fmt.Fprint(t.Out, "> ")
	line, err := t.in.ReadString('\n')
	if err != nil && line == "" {
		t.print("")
		if errors.Is(err, io.EOF) || errors.Is(err, syscall.EIO) {
			return "", errLeave
		}
		return "", err
	}
	return strings.TrimRight(line, "\r\n"), nil
}

// An exchange is a question and what the user may say to it.
type exchange struct {
	say     func()
	why     func()                  // nil if say has said all
	unknown func() error            // nil if "I don't know yet" is no answer
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
			err = t.explain(x)
		case orderUnknown:
			err = t.notKnown(x)
		default:
			err = x.take(t.literal(line))
		}
		if !errors.Is(err, errAgain) {
			return err
		}
	}
}

// again says why the question comes again.
func (t *talk) again(text string) error {
	t.print(text)
	return errAgain
}

func (t *talk) explain(x exchange) error {
	if x.why != nil {
		x.why()
	}
	t.say(locales.CLIPlainCommands)
	return errAgain
}

func (t *talk) notKnown(x exchange) error {
	if x.unknown == nil {
		return t.again(t.p.T(locales.CLIPlainNoUnknown))
	}
	return x.unknown()
}

// translate goes on in the other language and remembers it.
func (t *talk) translate() error {
	i := slices.Index(locales.Langs, t.p.Lang())
	p, err := t.Printers(locales.Langs[(i+1)%len(locales.Langs)])
	if err != nil {
		return err
	}
	t.p = p
	if err := t.Store.KeepLanguage(string(p.Lang())); err != nil {
		message, _ := t.Failure(t.p, err)
		return t.again(message)
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
