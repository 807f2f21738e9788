package export

import "github.com/xuke-cli/xuke/model"

// State names the state of an application, or says that its licence has run
// out. Others are the applications that may renew it.
func (w Words) State(s model.Summary, others []model.Summary, today model.Date) string {
	switch s.Validity(others, today) {
	case model.Expired:
		return w.say("state.expired", "On", w.Day(s.Licence.Until))
	case model.Deemed:
		return w.say("state.extended", "On", w.Day(s.Licence.Until))
	}
	return w.Title("state", string(s.State))
}

// StateAlone is State where nothing is known of other applications: whether a
// licence that has run out counts as extended is left open.
func (w Words) StateAlone(a *model.Application, today model.Date) string {
	if t := model.LicenceTermOf(w.Procedure, a); t.Past(today) {
		return w.say("state.past", "On", w.Day(t.Until))
	}
	return w.Title("state", string(model.StateOf(w.Procedure, a).ID))
}
