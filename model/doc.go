// Package model is what xuke knows about applications: nouns and rules, and
// nothing else. It has no clock, no disk and no language: days come in as
// arguments, applications are saved by others, and everything is said in codes
// that the edge puts into words.
//
// The life of an application on one page:
//
//	p, a := …, model.New(p, "…")        a Procedure is data, an Application is somebody's way through it
//	model.Visits(p, &a)                 the pages of questions that are asked, given the answers so far
//	v, err := model.ParseAnswer(…)      what somebody typed, understood or refused as a whole
//	a.Answer(p, "coverage", v)          … or a.Postpone: "I don't know yet"
//	model.Differ(p, &a, &changed)       what a change would do, before it is done
//	model.Assess(p, &a)                 every condition: met, not met, cannot tell; and why
//	model.Checklist(p, &a)              the papers to collect, one row per shareholder where they repeat
//	a.Note(p, "equity-chart", …)        how far a row is
//	a.Record(p, model.Event{…}, nil)    what happened at the authority; only what the state allows
//	model.Deadlines(p, &a, workdays)    the clocks that run because of it
//	model.NextOf(p, &a, workdays)       what to do next
//
// Rules are decision tables over facts, evaluated with three truth values: an
// unanswered question is unknown, and unknown never becomes met (rule.go).
//
// An Application is a plain value. Its methods change only that value and
// either do all of what they say or return an *Error; Clone gives a copy to
// try things on. Answers to questions that no longer apply are kept: they are
// not shown and not counted, and come back when the question does.
package model
