package model

import "slices"

// yearOf returns the year that an application is about, such as that of a
// report; 0 for none.
func yearOf(p *Procedure, a *Application) int {
	for i := range p.Questions {
		if q := &p.Questions[i]; q.Carry == CarryYear {
			year, _ := a.Answers[q.ID].Value.(Number)
			return int(year)
		}
	}
	return 0
}

// usccOf returns the number of the company, "" where it is not answered.
func usccOf(p *Procedure, a *Application) string {
	for i := range p.Questions {
		if q := &p.Questions[i]; q.Kind == USCC {
			number, _ := a.Answers[q.ID].Value.(Text)
			return string(number)
		}
	}
	return ""
}

// TwinSearches are the words by which a store finds the applications that Twin
// looks at.
func TwinSearches(p *Procedure, a *Application) (searches []string) {
	for _, s := range []string{usccOf(p, a), string(a.Origin)} {
		if s != "" {
			searches = append(searches, s)
		}
	}
	return searches
}

// Twin finds an application that is for the same as another: of the same company
// by the same procedure, and either about the same year or not finished.
func Twin(p *Procedure, a *Application, others []Summary) (Summary, bool) {
	uscc, year := usccOf(p, a), yearOf(p, a)
	i := slices.IndexFunc(others, func(o Summary) bool {
		same := a.Origin != "" && o.Origin == a.Origin || uscc != "" && slices.Contains(o.Words, uscc)
		if !same || o.Procedure != a.Procedure || o.ID == a.ID || !o.Trashed.IsZero() {
			return false
		}
		if year != 0 {
			return o.Year == year
		}
		return !o.Finished
	})
	if i < 0 {
		return Summary{}, false
	}
	return others[i], true
}
