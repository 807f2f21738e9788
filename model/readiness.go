package model

import "slices"

// Readiness is whether an application can be submitted. It is found in one pass
// with everything else (StandingOf) and nowhere else.
type Readiness string

// Readiness of an application: the first of these that holds.
const (
	// NotReady: a condition that blocks, or leads elsewhere, is not met; a paper
	// that has to be there is missing, fails a check, has places left open, or
	// prints a fact that changed since it was checked; the equity chain ends in a
	// company without owners.
	NotReady Readiness = "not-ready"
	// Unsure: an answer is missing, or not confirmed, on which one of these
	// hangs, or which a paper that has to be there prints.
	Unsure Readiness = "unknown"
	// ReadyWithOpen: a condition that only warns is not met or not known, a paper
	// that only some authorities ask for has a finding, or nobody has looked at
	// a paper that came in.
	ReadyWithOpen Readiness = "ready-with-open"
	Ready         Readiness = "ready"
)

// byReadiness orders them, what keeps an application back most first.
var byReadiness = []Readiness{NotReady, Unsure, ReadyWithOpen, Ready}

// Submittable reports whether the application can be submitted, with things open
// or without.
func (r Readiness) Submittable() bool { return r == Ready || r == ReadyWithOpen }

// An Obstacle is one thing that is in the way of a submission, or open. Its code
// says which of the other fields are set.
type Obstacle struct {
	Code      ObstacleCode
	Leaves    Readiness // the best that the application can be as long as it stands; Ready where it only wants saying
	Condition *Assessment
	Row       *ListRow
	Question  QuestionID
	Entry     *Entry // of the list that Question asks for
	Finding   *Finding
	Found     []Inspection // of the row: those that fail, or where none does, that warn
}

// An ObstacleCode says what is in the way, and what it is about.
type ObstacleCode string

// Obstacles, in the order in which a list has them among those that leave an
// application equally ready.
const (
	ConditionFails   ObstacleCode = "not-met"     // Condition
	ConditionUnknown ObstacleCode = "not-settled" // Condition: unknown, and not for want of an answer that is listed itself
	ChainBreaksOff   ObstacleCode = "no-owners"   // Question, Entry
	PaperFails       ObstacleCode = "fail"        // Row, Found
	PaperChanged     ObstacleCode = "recheck"     // Row, whose Recheck says what
	PaperMissing     ObstacleCode = "missing"     // Row
	PaperUndecided   ObstacleCode = "undecided"   // Row: whether it is needed hangs on Row.Awaits
	NotAnswered      ObstacleCode = "unanswered"  // Question
	NotKnownYet      ObstacleCode = "pending"     // Question
	NotConfirmed     ObstacleCode = "unconfirmed" // Question
	AnswerOdd        ObstacleCode = "finding"     // Question, Finding
	PaperOdd         ObstacleCode = "warn"        // Row, Found
	PaperUnchecked   ObstacleCode = "unchecked"   // Row: it came in, and nobody has looked at it
	PaperElsewhere   ObstacleCode = "no-file"     // Row: checked, and its file is not here
)

var obstacleCodes = []ObstacleCode{
	ConditionFails, ConditionUnknown, ChainBreaksOff, PaperFails, PaperChanged, PaperMissing, PaperUndecided,
	NotAnswered, NotKnownYet, NotConfirmed, AnswerOdd, PaperOdd, PaperUnchecked, PaperElsewhere,
}

// Refuses reports whether a packet is not packed because of it: what keeps the
// application from being submitted, and what has no file to be packed.
func (o Obstacle) Refuses() bool { return !o.Leaves.Submittable() || o.Code == PaperElsewhere }

// judge finds the obstacles, and from them alone the verdict.
func (s *Standing) judge(f facts) {
	s.Missing = f.unanswered(s.Assessed, s.Rows)
	s.Unconfirmed = unconfirmed(s.Visits, f.a)
	for i := range s.Assessed {
		s.weighCondition(&s.Assessed[i])
	}
	for i := range s.Rows {
		if r := &s.Rows[i]; r.Status != Waived {
			s.weighRow(r)
		}
	}
	for _, id := range s.Missing {
		code := NotAnswered
		if f.a.Answers[id].Pending != nil {
			code = NotKnownYet
		}
		s.add(Obstacle{Code: code, Leaves: Unsure, Question: id})
	}
	for _, id := range s.Unconfirmed {
		s.add(Obstacle{Code: NotConfirmed, Leaves: Unsure, Question: id})
	}
	for i := range s.Findings {
		s.weighFinding(f, &s.Findings[i])
	}
	slices.SortStableFunc(s.Obstacles, func(x, y Obstacle) int {
		if d := slices.Index(byReadiness, x.Leaves) - slices.Index(byReadiness, y.Leaves); d != 0 {
			return d
		}
		return slices.Index(obstacleCodes, x.Code) - slices.Index(obstacleCodes, y.Code)
	})
	s.Readiness = Ready
	if len(s.Obstacles) > 0 {
		s.Readiness = s.Obstacles[0].Leaves
	}
}

func (s *Standing) add(o Obstacle) { s.Obstacles = append(s.Obstacles, o) }

// weighCondition weighs a condition. One that hangs on an answer is in the way as
// that answer.
func (s *Standing) weighCondition(c *Assessment) {
	warns := c.Severity == Warns
	switch {
	case c.Verdict == NotMet && warns:
		s.add(Obstacle{Code: ConditionFails, Leaves: ReadyWithOpen, Condition: c})
	case c.Verdict == NotMet:
		s.add(Obstacle{Code: ConditionFails, Leaves: NotReady, Condition: c})
	case c.Verdict == CannotTell && warns:
		s.add(Obstacle{Code: ConditionUnknown, Leaves: ReadyWithOpen, Condition: c})
	case c.Verdict == CannotTell && len(c.Missing) == 0:
		s.add(Obstacle{Code: ConditionUnknown, Leaves: Unsure, Condition: c})
	}
}

// weighRow weighs a row that is not waived. Of a paper that has to be there
// everything counts; of another one what is odd about it, once it is there.
func (s *Standing) weighRow(r *ListRow) {
	required := r.Required() == Yes
	if r.Needed == Unknown {
		if required && len(r.Files) == 0 {
			s.add(Obstacle{Code: PaperUndecided, Leaves: Unsure, Row: r})
		}
		return
	}
	leaves := ReadyWithOpen
	if required {
		leaves = NotReady
	}
	fails, warns := atLevel(s.Inspected[r.Key], Fail), atLevel(s.Inspected[r.Key], Warn)
	switch {
	case len(fails) > 0:
		s.add(Obstacle{Code: PaperFails, Leaves: leaves, Row: r, Found: fails})
	case len(warns) > 0 && !required:
		s.add(Obstacle{Code: PaperOdd, Leaves: leaves, Row: r, Found: warns})
	}
	if len(r.Recheck) > 0 {
		s.add(Obstacle{Code: PaperChanged, Leaves: leaves, Row: r})
	}
	switch {
	case !required:
	case r.Status == Missing, r.Status == Requested:
		s.add(Obstacle{Code: PaperMissing, Leaves: NotReady, Row: r})
	case r.Status == Got && len(fails)+len(r.Recheck) == 0:
		s.add(Obstacle{Code: PaperUnchecked, Leaves: ReadyWithOpen, Row: r})
	case r.Status == Checked && len(r.Files) == 0:
		s.add(Obstacle{Code: PaperElsewhere, Leaves: Ready, Row: r})
	}
}

// weighFinding weighs what is odd about an answer. An answer that does not go
// with the others is as good as none; one that a paper contradicts is overruled
// by the paper; and most oddities are only to be looked at.
func (s *Standing) weighFinding(f facts, found *Finding) {
	o := Obstacle{Code: AnswerOdd, Question: found.Question, Finding: found}
	switch {
	case found.Code == NoOwners:
		o.Code, o.Leaves, o.Finding = ChainBreaksOff, NotReady, nil
		if e, ok := entryOf(f.a, found.Question, found.Entry); ok {
			o.Entry = &e
		}
	case found.Level == Problem:
		o.Leaves = Unsure
	case found.Code == PaperSays:
		o.Leaves = ReadyWithOpen
	default:
		return
	}
	s.add(o)
}

func atLevel(found []Inspection, level Level) []Inspection {
	var of []Inspection
	for _, i := range found {
		if i.Level == level {
			of = append(of, i)
		}
	}
	return of
}

// unanswered lists the questions, in the order in which they are asked, that
// nobody has answered and on which a condition that blocks, or leads elsewhere,
// a paper that has to be there, or the need of such a paper hangs.
func (f facts) unanswered(as []Assessment, rows []ListRow) []QuestionID {
	var ids []QuestionID
	for _, s := range as {
		if s.Severity != Warns && s.Verdict == CannotTell {
			ids = append(ids, s.Missing...)
		}
	}
	for _, r := range rows {
		switch {
		case r.Required() != Yes || r.Status == Waived || r.Material == nil:
		case r.Needed == Unknown:
			ids = append(ids, r.Awaits...)
		default:
			for _, q := range r.Material.Prints {
				if !f.p.Question(q).Optional {
					ids = append(ids, f.missingFact(FactID(q))...)
				}
			}
		}
	}
	return f.p.sorted(ids)
}
