package track

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A Room is the desk with what tracking needs besides.
type Room struct {
	*desk.Desk
	Links Links
}

// state is the state that the application is in.
func (d *Room) state() *model.State { return model.StateOf(d.Proc, &d.App) }

// preparing reports whether nothing has been submitted yet.
func (d *Room) preparing() bool { return d.state().ID == d.Proc.States[0].ID }

// happened is the day on which an event was recorded last, the zero Date if it
// never was.
func (d *Room) happened(id model.EventID) (on model.Date) {
	for _, e := range d.App.Events {
		if e.ID == id {
			on = e.Date
		}
	}
	return on
}

// doneAt is a text that says what was done, and in which state the application
// is after it.
func (d *Room) doneAt(id locales.ID) string {
	return d.Env.T(id, "State", d.Words().Title("state", string(d.state().ID)))
}

// textOf is the text of a step or a duty, what the starting article says about
// it, and its sources.
func (d *Room) textOf(part model.Part) []string {
	words := d.Words()
	text := []string{words.Part(part.Kind, part.ID, "body")}
	if said := words.Part(part.Kind, part.ID, "says.article"); said != "" {
		text = append(text, "", d.Env.T(locales.UISubmissionArticle, "Text", said))
	}
	return append(text, d.cited(part.Kind, part.ID, part.Sources)...)
}

// cited is what stands below the text of a part: hints, and its sources.
func (d *Room) cited(kind, id string, cites []model.Citation) []string {
	about := d.Explain(kind, id, cites)
	if len(about) == 0 {
		return nil
	}
	return append([]string{""}, about...)
}

// reader is a page with all that there is to say about something.
func (d *Room) reader(heading locales.ID, title func() string, told func() []string) page.Screen {
	return d.Env.Reader(heading, func(w int) []string {
		lines := append(d.heading(title(), w), "")
		return append(lines, widget.WrapAll(told(), w)...)
	})
}

// heading is the title on a page, in lines of w cells.
func (d *Room) heading(title string, w int) []string {
	lines := widget.Wrap(title, w)
	for i, l := range lines {
		lines[i] = d.Env.Theme().Title.Render(l)
	}
	return lines
}
