package board

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// card draws an application as two lines and a blank one: what it is called and
// how far it is, what it is about and what comes next. Box is a mark before its
// title, "" for none.
func (e *Room) card(s model.Summary, box string, w int, focused bool) []string {
	th := e.Theme()
	style := th.Text
	if focused {
		style = th.Selected
	}
	indent := ""
	if box != "" {
		box += " "
		indent = strings.Repeat(" ", widget.Width(box))
	}
	title := box + style.Render(legible.Line(s.Title))
	proc, err := e.Procedures.Edition(s.Procedure, s.Edition)
	if err != nil {
		id := locales.UIHomeDamaged
		if s.Procedure != "" {
			id = locales.UIHomeNoPack
		}
		why := e.T(id, "ID", legible.Line(string(s.Procedure)), "Edition", s.Edition.String())
		return []string{box + style.Render(legible.Line(string(s.ID)+" "+s.Title)), indent + th.Say(theme.Bad, why), ""}
	}
	words := e.Words(proc)
	state := words.Part("state", string(s.State), "short")
	if state == "" {
		state = words.Title("state", string(s.State))
	}
	if s.Licence.Past(e.Today()) {
		state = e.T(locales.UIHomePast)
	}
	right := widget.Pad(state, min(14, w/5)) + " " + e.Kit.Bar(s.Done, s.Of, min(18, w/4))
	return []string{widget.Spread(title, right, w), widget.Spread(indent+th.Dim.Render(e.about(s)), e.next(s), w), ""}
}

// about says the procedure, the area, whose turn it is, who is responsible, and
// the tags.
func (e *Room) about(s model.Summary) string {
	var parts []string
	if p, err := e.Procedures.Edition(s.Procedure, s.Edition); err == nil {
		// The default procedure has no short name: it goes without saying.
		if short := e.Words(p).Part("procedure", string(s.Procedure), "short"); short != "" {
			parts = append(parts, short)
		}
	}
	if s.Coverage != "" {
		parts = append(parts, e.T(locales.ID("ui.home.coverage."+s.Coverage)))
	}
	if last := len(parts) - 1; len(s.Provinces) == 1 && s.Coverage != "" {
		parts[last] = e.T(locales.UIHomeProvince, "Area", parts[last], "Province", e.P.Text("province", s.Provinces[0], ""))
	}
	if s.Turn() != model.Nobody {
		parts = append(parts, e.P.Text("term", "turn", string(s.Turn())))
	}
	if s.Responsible != "" {
		parts = append(parts, legible.Line(s.Responsible))
	}
	for _, t := range s.Tags {
		parts = append(parts, tagged(t))
	}
	return strings.Join(parts, " · ")
}

// tagged is a tag as it is shown.
func tagged(tag string) string { return "#" + legible.Line(tag) }

// next says the next step and by when. What is due soon and before it is said
// instead.
func (e *Room) next(s model.Summary) string {
	todo := s.NextOn(e.Today())
	if todo == nil {
		return ""
	}
	proc, err := e.Procedures.Edition(s.Procedure, s.Edition)
	if err != nil {
		return ""
	}
	words, th := e.Words(proc), e.Theme()
	text, day := words.Next(todo, nil), todo.Date
	if d, ok := s.Soonest(); ok && todo.Code != model.NextExpired && d.Left(e.Today()) <= model.SoonDays {
		text, day = words.Due(d), s.Due()
	}
	if day.IsZero() {
		return text
	}
	left := day.Sub(e.Today())
	date := e.P.DateShort(day.Year, int(day.Month), day.Day)
	if day.Year != e.Today().Year {
		date = e.T(locales.UIClockYear, "Days", date, "Year", day.Year)
	}
	switch {
	case left < 0:
		return th.Say(theme.Bad, e.T(locales.UIHomeOverdue, "Date", date, "Next", text, "Count", -left))
	case left <= model.SoonDays:
		return th.Say(theme.Warn, e.T(locales.UIHomeSoon, "Date", date, "Next", text, "Count", left))
	}
	return e.T(locales.UIHomeBy, "Date", date, "Next", text)
}
