package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// asked shows what would be sent to somebody, and has it written. When it is,
// the rows that are in it can be marked as requested.
type asked struct {
	d      *paperRoom
	owner  string
	scroll *widget.Scroll
}

func newAsked(d *paperRoom, owner string) screen {
	return &asked{d: d, owner: owner, scroll: widget.NewScroll(d.env.kit)}
}

func (s *asked) Title() string { return legible.Line(s.owner) }
func (s *asked) Keys() []key.Binding {
	k := s.d.env.keys()
	return []key.Binding{renamed(k.Continue, s.d.env.t(locales.UIAskedWrite)), k.Back, k.Move}
}

func (s *asked) Update(msg tea.Msg) (screen, Step) {
	switch k := s.d.env.keys(); {
	case keys.Is(msg, k.Back):
		return s, pop(1)
	case keys.Is(msg, k.Continue, k.Export):
		return s, push(newExporter(s.d, s.letter()))
	}
	s.scroll.Update(msg)
	return s, nil
}

// letter is the paper for that person, who may read either language.
func (s *asked) letter() paper {
	d, e := s.d, s.d.env
	p := paper{
		title: locales.UIAskedTitle, body: locales.UIAskedBody, done: locales.UIExportDone,
		stem: func() string {
			name := e.t(locales.UIAskedFile, "Owner", s.owner, "Title", d.app.Title)
			return export.FileName(name) + "-" + e.Today().String()
		},
		formats: export.RequestFormats, langs: []string{string(locales.ZH), string(locales.EN), bothLangs}, offered: bothLangs,
		request: ExportRequest{Owner: s.owner},
		keep:    "asked/" + s.owner,
	}
	if s.unasked() > 0 {
		p.after = func() Step { return replace(s.marking(), 1) }
	}
	return p
}

// unasked counts the rows that are in the letter and not marked as requested.
func (s *asked) unasked() int {
	n := 0
	for _, r := range export.Requested(s.d.proc, &s.d.app, s.owner) {
		if r.Status == model.Missing && !blocked(r) {
			n++
		}
	}
	return n
}

// marking offers to mark them.
func (s *asked) marking() screen {
	e := s.d.env
	title := func() string { return e.t(locales.UIAskedMark, "Count", s.unasked()) }
	body := func(w int) []string { return widget.Wrap(e.t(locales.UIAskedMarkBody), w) }
	return e.confirm(title, body, 1, []locales.ID{locales.UIAskedMarkNo, locales.UIAskedMarkYes}, func() Step {
		return Steps(s.mark(), pop(1))
	})
}

func (s *asked) mark() Step {
	d, changed := s.d, s.d.app.Clone()
	var drafts []string
	for _, r := range export.Requested(d.proc, &d.app, s.owner) {
		if r.Status != model.Missing || blocked(r) {
			continue
		}
		c := r.Collected
		c.Status = model.Requested
		if err := changed.Note(d.proc, r.Key, c); err != nil {
			return warn(d.refusal("", err))
		}
		drafts = append(drafts, materialDraft(r.Key, "status"))
	}
	return d.commit(changed, drafts...)
}

func (s *asked) View(w, h int) (string, *tea.Cursor) {
	e := s.d.env
	return s.scroll.View(w, h, func(w int) []string {
		w = min(w, 76)
		request := s.d.words().Ask(&s.d.app, s.owner, export.Options{Today: e.Today()})
		lines := []string{e.theme().Title.Render(request.Title), ""}
		for _, l := range request.Lines() {
			text := strings.TrimLeft(l, " ")
			indent := l[:len(l)-len(text)]
			for _, part := range widget.Wrap(text, w-len(indent)) {
				lines = append(lines, indent+part)
			}
		}
		return lines
	}), nil
}
