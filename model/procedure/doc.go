// Package procedure reads procedures from TOML: what is asked, which rules the
// answers meet, what is collected, how it runs at the authority. The words are
// elsewhere, in locales/texts; a definition holds ids, rules and sources.
//
//	p, err := procedure.Latest("call-center")       // one of those in the program
//	p, problems := procedure.Load("my.toml", data)  // one of somebody's own
//	problems = procedure.Check(p, "my.toml", has)   // and whether all its texts are there
//	problems = procedure.Lint(p, "my.toml", has)    // and whether disagreements can be followed
//
// A definition is a list of tables, in the order in which people see them:
// source, authority, section, question, derived, condition, material, step,
// state, event, clock, hint, duty, and one [scan]. Their keys are the fields
// of the types in package model, in kebab-case; a list of tables is singular
// ([[question.limit]]), a list of values plural (options = […]). The call
// center definition shows all of them.
//
// A source says all that a reader needs to find it and to weigh it. Its title
// is a text, and no key but the first two has to be there:
//
//	[[source]]
//	id = "decree784"
//	tier = "law"              # law, rule, guide, practice or article
//	rank = "regulation"       # of a law: statute or regulation
//	number = "国务院令第784号"     # as its issuer numbers it
//	in-force = "2024-07-01"   # a day or a year; of a guide or a notice: issued
//	url = "https://www.gov.cn/…"
//	seen = "text"             # text, quoted, copy or second-hand
//	checked = 2026-11-23      # for all sources it may stand at the top
//
// A citation of it may say that a single place was seen otherwise (seen), that
// it was superseded or that it disagrees. Then another source is cited beside
// it, and both say what they say: says.SOURCE, or says.SOURCE.PLACE where one
// source is cited for several places.
//
// Rules (when, met, open) are decision tables. Rows are alternatives; all
// cells of a row have to hold; there is no other logic:
//
//	[[condition.met]]
//	coverage = ["nationwide", "several-provinces"]  # one of these
//	registered-capital = ">= 10_000_000"            # a comparison: >= <= > <
//	sources = [{ id = "order42", article = "6(4)" }] # of this row alone
//
// A comparison may name another fact (">= insurance-months-asked"), of dates
// with days between ("<= licence-valid-until - 90"); "given" is any date. It orders
// numbers, money, percentages, dates, and lists by their length.
//
// An event leads to a state (to), back to the state in which another event
// found the application (back = "review-started"), or leaves it where it is
// (stays = true). A reading of a clock may end on the very day of an answer
// (unit = "that-day"), and wait for an event before it runs.
//
// A material asks for facts to be read off the document, and says what each is
// held against: an answer (equals), a column of the entry that the row is for
// (column), the day on which the document is used (by). All of them cite why:
//
//	[[material.detail]]
//	id = "valid-until"
//	by = "planned-submission"
//	sources = [{ id = "practice" }]
//
// A material also says which answers stand on it (prints; of a paper for each
// entry of a list, which columns of the entry: per.prints). What a detail is
// held against stands on it anyway. When such an answer changes, the paper has
// to be checked again, and while it is missing nothing is ready:
//
//	prints = ["company-name", "uscc"]
//	settles = { question = "technical-plan-state", value = "ready" } # once it is checked
//
// A question may say which entries of its list need owners below them (traced),
// and which duty a change calls for while there is a licence (change, whose kind
// is an option of the change-kind of the procedure that the duty opens).
//
// A hint tells why applications come back, and is shown where it helps; with
// note = true it is no such reason, but good to know there:
//
//	[[hint]]
//	id = "repeat-applicant"
//	note = true
//	at = ["business-licence", "equity-chart"]
//	sources = [{ id = "notice99", article = "item 4" }]
//
// Load accepts a definition as a whole or not at all. Every problem carries
// the line and column of the key or value that has to change, so that whoever
// writes definitions, a lawyer perhaps, is never left searching.
package procedure
