package paper

import (
	"io"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// letter shows what would be sent to an owner of materials or questions, and
// has it written to a file. Then the rows that it asks for can be marked as
// requested.
type letter struct {
	d      *Room
	owner  string
	scroll *widget.Scroll
}

func newLetter(d *Room, owner string) page.Screen {
	return &letter{d: d, owner: owner, scroll: widget.NewScroll(d.Env.Kit)}
}

func (s *letter) Title() string { return legible.Line(s.owner) }

func (s *letter) Bindings() []page.Binding {
	k := s.d.Env.Keys()
	save := func() page.Step { return page.Push(s.dialog()) }
	return []page.Binding{
		page.On(k.Continue, save).As(s.d.Env.T(locales.UIAskedWrite)), s.d.Env.Back(), {Binding: k.Move},
		page.On(k.Export, save).Hide(),
	}
}

func (s *letter) Update(msg tea.Msg) (page.Screen, page.Step) {
	s.scroll.Update(msg)
	return s, nil
}

// dialog saves the letter. The owner may read either language, so both are
// offered.
func (s *letter) dialog() page.Screen {
	d, e := s.d, s.d.Env
	return e.SaveAs(d.Desk, page.Document{
		Title: locales.UIAskedTitle, Body: locales.UIAskedBody,
		Name: func() string {
			return export.FileName(e.T(locales.UIAskedFile, "Owner", s.owner, "Title", d.App.Title)) + "-" + e.Today().String()
		},
		Formats: export.RequestFormats, Langs: page.LangChoices, Lang: page.BothLangs,
		Keep: "asked/" + s.owner,
		Write: func(o page.Order) page.Writing {
			opt := d.options()
			return d.write(o, func(out io.Writer, a *model.Application, words []export.Words) error {
				return export.EncodeRequest(out, o.Format, a, s.owner, opt, words...)
			})
		},
		Done:  d.exported,
		After: s.marking,
	})
}

// unmarked returns the rows that the letter asks for and that are not marked
// as requested.
func (s *letter) unmarked() []model.ListRow {
	var rows []model.ListRow
	for _, r := range export.Requested(s.d.Proc, &s.d.App, s.owner) {
		if r.Status == model.Missing && !desk.Blocked(r) {
			rows = append(rows, r)
		}
	}
	return rows
}

// marking offers to mark them; nil if there are none.
func (s *letter) marking() page.Screen {
	if len(s.unmarked()) == 0 {
		return nil
	}
	e := s.d.Env
	title := func() string { return e.T(locales.UIAskedMark, "Count", len(s.unmarked())) }
	body := func(w int) []string { return widget.Wrap(e.T(locales.UIAskedMarkBody), w) }
	return e.Confirm(title, body, 1, []locales.ID{locales.UIAskedMarkNo, locales.UIAskedMarkYes}, func() page.Step {
		return page.Steps(s.mark(), page.BackTo(s))
	})
}

func (s *letter) mark() page.Step {
	d, changed := s.d, s.d.App.Clone()
	var drafts []string
	for _, r := range s.unmarked() {
		c := r.Collected
		c.Status = model.Requested
		if err := changed.Note(d.Proc, r.Key, c); err != nil {
			return page.Warn(d.Refusal("", err))
		}
		drafts = append(drafts, desk.MaterialDraft(r.Key, "status"))
	}
	return d.Commit(changed, drafts...)
}

func (s *letter) View(w, h int) page.Drawn { return widget.DrawLines(s.scroll.View(w, h, s.lines)) }

// lines are the letter as it would be sent as text.
func (s *letter) lines(w int) []string {
	w = min(w, 76)
	request := s.d.Words().Ask(&s.d.App, s.owner, s.d.options())
	lines := []string{s.d.Env.Theme().Title.Render(request.Title), ""}
	for _, l := range request.Lines() {
		text := strings.TrimLeft(l, " ")
		indent := l[:len(l)-len(text)]
		for _, part := range widget.Wrap(text, w-len(indent)) {
			lines = append(lines, indent+part)
		}
	}
	return lines
}
