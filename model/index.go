package model

// index finds the parts of a procedure by their ids.
type index struct {
	questions  map[QuestionID]*Question
	derived    map[FactID]*Derived
	conditions map[ConditionID]*Condition
	materials  map[MaterialID]*Material
	sources    map[SourceID]*Source
	states     map[StateID]*State
	events     map[EventID]*EventRule
	clocks     map[ClockID]*Clock
	order      map[QuestionID]int
	papers     map[QuestionID][]*Material // that settle a question
}

// Ready builds the lookup index. Whoever makes a Procedure calls it once,
// when the procedure is complete and before anything else uses it.
func (p *Procedure) Ready() {
	p.index = &index{
		questions:  byID(p.Questions, func(q *Question) QuestionID { return q.ID }),
		derived:    byID(p.Derived, func(d *Derived) FactID { return d.ID }),
		conditions: byID(p.Conditions, func(c *Condition) ConditionID { return c.ID }),
		materials:  byID(p.Materials, func(m *Material) MaterialID { return m.ID }),
		sources:    byID(p.Sources, func(s *Source) SourceID { return s.ID }),
		states:     byID(p.States, func(s *State) StateID { return s.ID }),
		events:     byID(p.Events, func(e *EventRule) EventID { return e.ID }),
		clocks:     byID(p.Clocks, func(c *Clock) ClockID { return c.ID }),
		order:      make(map[QuestionID]int, len(p.Questions)),
		papers:     make(map[QuestionID][]*Material),
	}
	for i := range p.Materials {
		if m := &p.Materials[i]; m.Settles != nil {
			p.index.papers[m.Settles.Question] = append(p.index.papers[m.Settles.Question], m)
		}
	}
	for i := range p.Questions {
		p.index.order[p.Questions[i].ID] = i
	}
}

func byID[ID comparable, T any](parts []T, id func(*T) ID) map[ID]*T {
	m := make(map[ID]*T, len(parts))
	for i := range parts {
		m[id(&parts[i])] = &parts[i]
	}
	return m
}

// Question returns the question with that id, or nil.
func (p *Procedure) Question(id QuestionID) *Question { return p.index.questions[id] }

// Condition returns the condition with that id, or nil.
func (p *Procedure) Condition(id ConditionID) *Condition { return p.index.conditions[id] }

// Material returns the material with that id, or nil.
func (p *Procedure) Material(id MaterialID) *Material { return p.index.materials[id] }

// Source returns the source with that id, or nil.
func (p *Procedure) Source(id SourceID) *Source { return p.index.sources[id] }

// State returns the state with that id, or nil.
func (p *Procedure) State(id StateID) *State { return p.index.states[id] }

// Event returns the rule of the event with that id, or nil.
func (p *Procedure) Event(id EventID) *EventRule { return p.index.events[id] }

// Clock returns the clock with that id, or nil.
func (p *Procedure) Clock(id ClockID) *Clock { return p.index.clocks[id] }
