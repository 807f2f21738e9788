package board

import (
	"maps"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
)

// facetTexts word the values that do not come from a procedure.
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

// facetText words a value. A state may be that of any procedure on the board;
// one that several share is worded as by the call centre licence.
func (h *home) facetText(facet model.Facet, value string) string {
	if f, ok := facetTexts[facet]; ok {
		return f(h.env, value)
	}
	ids := []model.ProcedureID{model.CallCenter}
	if facet == model.OfProcedure {
		ids = []model.ProcedureID{model.ProcedureID(value)}
	}
	for _, id := range append(ids, slices.Sorted(maps.Keys(h.procedures))...) {
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

// viewText says what a view searches for and filters by.
func (h *home) viewText(v model.View) string {
	var parts []string
	if v.Search != "" {
		parts = append(parts, h.env.T(locales.UIHomeSearch)+" "+h.env.Kit.Legible(v.Search))
	}
	for _, facet := range model.Facets {
		if value, ok := v.Filter[facet]; ok {
			parts = append(parts, h.facetText(facet, value))
		}
	}
	return strings.Join(parts, " · ")
}
