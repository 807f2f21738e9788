package desk

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/procedure"
	"github.com/xuke-cli/xuke/ui/page"
)

var noon = time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)

// A disk is a Keeper in memory that knows what it was asked.
type disk struct {
	app   model.Application // as it was saved last
	draft model.Draft
	saves []string // "app" or "draft", the latest last
	fail  error    // of every save
}

func (k *disk) Save(app model.Application, _ model.Summary, draft *model.Draft) (int64, error) {
	k.saves = append(k.saves, "app")
	switch {
	case k.fail != nil:
		return 0, k.fail
	case app.Rev != k.app.Rev:
		return 0, fmt.Errorf("revision %d over %d", app.Rev, k.app.Rev)
	}
	app.Rev++
	k.app = app
	if draft != nil {
		k.draft = *draft
	}
	return app.Rev, nil
}

func (k *disk) SaveDraft(_ model.ApplicationID, draft model.Draft) error {
	k.saves = append(k.saves, "draft")
	if k.fail == nil {
		k.draft = draft
	}
	return k.fail
}

// saved is what the disk was asked since the last time.
func (k *disk) saved() string {
	s := strings.Join(k.saves, " ")
	k.saves = nil
	return s
}

// definitions are the procedures of the program, without packs.
type definitions struct{ page.Procedures }

func (definitions) For(p *model.Procedure, _ *model.Application) *model.Procedure { return p }

// open puts a new application on a desk; change is what it is begun with.
func open(t testing.TB, change func(*model.Procedure, *model.Application)) (*Desk, *disk) {
	t.Helper()
	p, err := procedure.Latest(model.CallCenter)
	if err != nil {
		t.Fatal(err)
	}
	app := model.New(p, "蓝鲸")
	app.ID, app.Rev, app.Updated = "app1", 1, noon
	if change != nil {
		change(p, &app)
	}
	e := &page.Env{
		Procedures: definitions{}, Workdays: calendar.China(),
		Now:      func() time.Time { return noon },
		Today:    func() model.Date { return model.DateOf(noon) },
		Printers: func(l locales.Lang) (*locales.Printer, error) { return locales.New(l) },
		Failure:  func(_ *locales.Printer, err error) string { return err.Error() },
	}
	if err := e.Speak(locales.EN); err != nil {
		t.Fatal(err)
	}
	e.Dress(true)
	k := &disk{app: app}
	return New(e, k, vault{}, p, app, model.Draft{}), k
}

// answer commits an answer.
func answer(t testing.TB, d *Desk, id model.QuestionID, text string, confirmed ...string) page.Step {
	t.Helper()
	changed := d.App.Clone()
	if err := changed.Answer(d.Proc, id, model.Text(text)); err != nil {
		t.Fatal(err)
	}
	return d.Commit(changed, confirmed...)
}

// run carries out the effects of a step and returns their replies.
func run(step page.Step) (replies []tea.Msg) {
	for _, msg := range step {
		if e, ok := msg.(page.EffectMsg); ok {
			replies = append(replies, e.Run())
		}
	}
	return replies
}

// receive hands replies to the desk until none follow, and returns the notices.
func receive(t testing.TB, d *Desk, replies ...tea.Msg) (notices []page.NoticeMsg) {
	t.Helper()
	for len(replies) > 0 {
		step, ours := d.Receive(replies[0])
		if !ours {
			t.Fatalf("%T is not for the desk", replies[0])
		}
		for _, msg := range step {
			if n, ok := msg.(page.NoticeMsg); ok {
				notices = append(notices, n)
			}
		}
		replies = append(replies[1:], run(step)...)
	}
	return notices
}

// An application that goes over to another edition is looked at by its rules.
func TestMove(t *testing.T) {
	d, k := open(t, nil)
	next := *d.Base
	next.Edition = next.Edition.AddDays(365)
	app := d.App.Clone()
	app.Adopt(&next)
	receive(t, d, run(d.Move(&next, app))...)
	if d.Base != &next || d.Proc != &next || k.app.Edition != next.Edition {
		t.Errorf("on the desk is %s of %s, saved is %s", d.App.Edition, d.Proc.Edition, k.app.Edition)
	}
}

// A change is looked at by the model at once, before it is saved.
func TestCommitLooks(t *testing.T) {
	d, _ := open(t, nil)
	if _, asked := d.PageOf("provinces"); asked {
		t.Fatal("asked already")
	}
	answer(t, d, "coverage", "one-province")
	if !d.Asks("provinces") {
		t.Error("the answer has not led to the next question")
	}
}
