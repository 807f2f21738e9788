package main

import (
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

// procedures are those that the program works with.
func (c *command) procedures() (*procedure.Set, error) {
	if c.known == nil {
		known, err := procedure.Shipped()
		if err != nil {
			return nil, err
		}
		c.known = known
	}
	return c.known, nil
}

// editions lists all editions of all procedures.
func (c *command) editions() ([]*model.Procedure, error) {
	s, err := c.procedures()
	if err != nil {
		return nil, err
	}
	return s.Editions(), nil
}

// latest finds the newest edition of a procedure.
func (c *command) latest(id model.ProcedureID) (*model.Procedure, error) {
	return c.edition(id, model.Date{})
}

// edition finds one edition of a procedure, the newest for the zero Date.
func (c *command) edition(id model.ProcedureID, edition model.Date) (*model.Procedure, error) {
	s, err := c.procedures()
	if err != nil {
		return nil, err
	}
	if edition.IsZero() {
		return s.Latest(id)
	}
	return s.Edition(id, edition)
}
