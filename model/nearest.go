package model

import (
	"slices"
	"strings"
)

// nearest lists the ids of questions and materials that somebody may have
// meant, best first, three at most.
func nearest(id string, p *Procedure) []string {
	var ids []string
	for i := range p.Questions {
		ids = append(ids, string(p.Questions[i].ID))
	}
	for i := range p.Materials {
		ids = append(ids, string(p.Materials[i].ID))
	}
	return Nearest(id, ids)
}

// Nearest returns up to three of the candidates that are spelt like id or
// contain it, best first.
func Nearest(id string, candidates []string) []string {
	type near struct {
		id   string
		cost int
	}
	var ns []near
	for _, c := range candidates {
		cost := edits(id, c)
		if strings.Contains(c, id) && id != "" {
			cost = min(cost, 2)
		}
		if cost <= max(2, len(id)/3) {
			ns = append(ns, near{c, cost})
		}
	}
	slices.SortStableFunc(ns, func(a, b near) int { return a.cost - b.cost })
	var out []string
	for _, n := range ns[:min(3, len(ns))] {
		out = append(out, n.id)
	}
	return out
}

// edits is the Levenshtein distance in bytes; ids are ASCII.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
