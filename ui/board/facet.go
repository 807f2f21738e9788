package board

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
)

// facetTexts name the values that are no words of a procedure.
var facetTexts = map[model.Facet]func(e *Room, value string) string{
	model.OfTurn: func(e *Room, v string) string {
		if v == string(model.Nobody) {
			v = "nobody"
		}
		return e.P.Text("term", "turn", v)
	},
	model.OfDue: func(e *Room, v string) string {
		if days, ok := model.ParseWithin(v); ok {
			return e.T(locales.UIBoardWithin, "Count", days)
		}
		return e.T(locales.ID("ui.board.due." + v))
	},
	model.OfResponsible: func(e *Room, v string) string {
		if v == "" {
			return e.T(locales.UIBoardNoOwner)
		}
		return legible.Line(v)
	},
	model.OfTag: func(e *Room, v string) string {
		if v == "" {
			return e.T(locales.UIBoardNoTag)
		}
		return tagged(v)
	},
}

// facetText words a value. States may be those of any procedure on the board.
func (h *home) facetText(facet model.Facet, value string) string {
	if f, ok := facetTexts[facet]; ok {
		return f(h.env, value)
	}
	ids := []model.ProcedureID{defaultProcedure}
	if facet == model.OfProcedure {
		ids = []model.ProcedureID{model.ProcedureID(value)}
	}
	for id := range h.procedures {
		ids = append(ids, id)
	}
	for _, id := range ids {
		words := export.Words{Texts: h.env.P}
		if p, err := h.env.Procedures.Latest(id); err == nil {
			words = h.env.Words(p)
		}
		if short := words.Part(string(facet), value, "short"); short != "" {
			return short
		}
		if words.Has(string(facet), value, "title") {
			return words.Title(string(facet), value)
		}
	}
	return legible.Line(value)
}
