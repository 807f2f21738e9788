package lines

import (
	"errors"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
)

// mostListed is how many applications are offered; others are opened by name.
const mostListed = 20

// all leads from one application to the next.
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
		name, t.app, t.section = "", nil, ""
	}
}

// choose finds or creates the application to work on. It reports whether it
// is a new one.
func (t *talk) choose(name string) (begun bool, err error) {
	if name != "" {
		return false, t.find(name)
	}
	l, err := t.Store.List(model.Query{Sort: model.ByUpdated, Limit: mostListed})
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
	if err := t.find(line); err != nil {
		message, hint := t.Failure(t.p, err)
		return false, t.again(strings.TrimSpace(message + " " + hint))
	}
	return false, nil
}

// find opens an application by any of its names.
func (t *talk) find(name string) error {
	id, err := t.Store.Find(name)
	if err != nil {
		return err
	}
	app, err := t.Store.Load(id)
	if err != nil {
		return err
	}
	return t.open(app)
}

func (t *talk) open(app model.Application) error {
	base, err := t.Procedures.Edition(app.Procedure, app.Edition)
	if err != nil {
		return err
	}
	t.app, t.base, t.proc = &app, base, t.Procedures.For(base, &app)
	return nil
}

// begin introduces the procedure and creates an application.
func (t *talk) begin() error {
	p, err := t.Procedures.Latest(t.New)
	if err != nil {
		return err
	}
	return t.hold(exchange{
		say: func() {
			w := export.Words{Texts: t.p, Procedure: p}
			for _, part := range []string{"title", "for", "always", "depends", "takes", "decides", "cost", "saved"} {
				t.print(w.Part("procedure", string(p.ID), part))
			}
			t.say(locales.CLIPlainBegin)
		},
		take: func(string) error {
			app := model.New(p, untitled(t.p, t.Today()))
			app.Created, app.Updated = t.Now(), t.Now()
			app, err := t.Store.Create(app, model.Summarise(p, &app, t.Workdays()))
			if err != nil {
				return err
			}
			return t.open(app)
		},
	})
}

// untitled is the title that an application is created with.
func untitled(p *locales.Printer, created model.Date) string {
	return p.T(locales.UIAppUntitled, "Today", created.String())
}

// work is one visit to an application: the questions, how it stands, and what
// the user wants then. errBack asks for another application.
func (t *talk) work(begun bool) error {
	t.say(locales.CLIPlainOpened, "Title", legible.Line(t.app.Title), "ID", string(t.app.ID))
	var err error
	if begun {
		err = t.questions(everything)
	} else if model.FirstOpen(model.Visits(t.proc, t.app), t.app) >= 0 {
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
