package model

import (
	"slices"
	"strings"
)

// CompanyName is the question for the name of the company; every procedure
// that asks for it names it so.
const CompanyName QuestionID = "company-name"

// Company returns the name of the company, "" while it is not answered.
func (a *Application) Company() string {
	name, _ := a.Answers[CompanyName].Value.(Text)
	return strings.TrimSpace(string(name))
}

// Rename changes the title, which must not be empty (Empty).
func (a *Application) Rename(title string) error {
	if strings.TrimSpace(title) == "" {
		return &Error{Code: Empty, Field: "title"}
	}
	a.Title = title
	return nil
}

// NameAfter makes the name of the company the title of an application that
// nobody has given a title of its own: it has none, or one of untitled, which
// are the titles that applications are created with, or the name that the
// company had before the change.
func (a *Application) NameAfter(before *Application, untitled ...string) {
	company := a.Company()
	if company == "" {
		return
	}
	if strings.TrimSpace(a.Title) == "" || a.Title == before.Company() || slices.Contains(untitled, a.Title) {
		a.Title = company
	}
}
