package paper

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// asked shows what would be sent to somebody, and has it written. When it is,
// the rows that are in it can be marked as requested.
type asked struct {
	d      *Room
	owner  string
	scroll *widget.Scroll
}

func newAsked(d *Room, owner string) page.Screen {
	return &asked{d: d, owner: owner, scroll: widget.NewScroll(d.Env.Kit)}
}

func (s *asked) Title() string { return legible.Line(s.owner) }

func (s *asked) Keys() []key.Binding {
	k := s.d.Env.Keys()
	return []key.Binding{page.Renamed(k.Continue, s.d.Env.T(locales.UIAskedWrite)), k.Back, k.Move}
}

func (s *asked) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch k := s.d.Env.Keys(); {
	case keys.Is(msg, k.Back):
		return s, page.Pop(1)
	case keys.Is(msg, k.Continue, k.Export):
		return s, page.Push(newExporter(s.d, s.letter()))
	}
	s.scroll.Update(msg)
	return s, nil
}

// letter is the paper for that person, who may read either language.
func (s *asked) letter() paper {
	d, e := s.d, s.d.Env
	p := paper{
		title: locales.UIAskedTitle, body: locales.UIAskedBody, done: locales.UIExportDone,
		stem: func() string {
			name := e.T(locales.UIAskedFile, "Owner", s.owner, "Title", d.App.Title)
			return export.FileName(name) + "-" + e.Today().String()
		},
		formats: export.RequestFormats, langs: []string{string(locales.ZH), string(locales.EN), page.BothLangs}, offered: page.BothLangs,
		request: page.ExportRequest{Owner: s.owner},
		keep:    "asked/" + s.owner,
	}
	if s.unasked() > 0 {
		p.after = func() page.Step { return page.Replace(s.marking(), 1) }
	}
	return p
}

// unasked counts the rows that are in the letter and not marked as requested.
func (s *asked) unasked() int {
	n := 0
	for _, r := range export.Requested(s.d.Proc, &s.d.App, s.owner) {
		if r.Status == model.Missing && !desk.Blocked(r) {
			n++
		}
	}
	return n
}

// marking offers to mark them.
func (s *asked) marking() page.Screen {
	e := s.d.Env
	title := func() string { return e.T(locales.UIAskedMark, "Count", s.unasked()) }
	body := func(w int) []string { return widget.Wrap(e.T(locales.UIAskedMarkBody), w) }
	return e.Confirm(title, body, 1, []locales.ID{locales.UIAskedMarkNo, locales.UIAskedMarkYes}, func() page.Step {
		return page.Steps(s.mark(), page.Pop(1))
	})
}

func (s *asked) mark() page.Step {
	d, changed := s.d, s.d.App.Clone()
	var drafts []string
	for _, r := range export.Requested(d.Proc, &d.App, s.owner) {
		if r.Status != model.Missing || desk.Blocked(r) {
			continue
		}
		c := r.Collected
		c.Status = model.Requested
		if err := changed.Note(d.Proc, r.Key, c); err != nil {
			return page.Warn(d.Refusal("", err))
		}
		drafts = append(drafts, desk.MaterialDraft(r.Key, "status"))
	}
	return d.Commit(changed, drafts...)
}

func (s *asked) View(w, h int) (string, *tea.Cursor) {
	e := s.d.Env
	return s.scroll.View(w, h, func(w int) []string {
		w = min(w, 76)
		request := s.d.Words().Ask(&s.d.App, s.owner, export.Options{Today: e.Today()})
		lines := []string{e.Theme().Title.Render(request.Title), ""}
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
