package procedure

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/xuke-cli/xuke/model"
)

// An appliedRule is a rule that decides whether something applies, kept until
// all questions are known.
type appliedRule struct {
	item  string
	table model.Table
	at    int
}

// table reads a rule over the facts of the procedure.
func (r *reader) table(t *node, key string) model.Table {
	var table model.Table
	for _, n := range r.tables(t, key) {
		table = append(table, model.Row{Cells: r.cells(n, r.facts), Sources: r.citations(n)})
	}
	if n := t.child(key); n != nil {
		if n.kind == unstable.Array && len(n.kids) == 0 {
			r.report(n.at, EmptyRow, "")
		}
		if key == "when" {
			r.rules = append(r.rules, appliedRule{r.item, table, n.at})
		}
	}
	return table
}

// where reads cells over the columns of a list.
func (r *reader) where(t *node, list string) []model.Cell {
	n := r.get(t, "where", unstable.Table)
	if n == nil {
		return nil
	}
	var columns map[string]model.Field // nil for what is no list, which is reported already
	if r.facts[list].Kind == model.List {
		columns = make(map[string]model.Field)
		for _, f := range r.columns[list] {
			columns[f.Name] = f
		}
	}
	return r.cells(n, columns)
}

// cells reads a row in the order in which it is written.
func (r *reader) cells(row *node, facts map[string]model.Field) []model.Cell {
	var cells []model.Cell
	empty := true
	for _, n := range row.kids {
		if n.key == "sources" {
			continue
		}
		empty = false
		n.used = true
		f, ok := facts[n.key]
		if !ok && facts != nil {
			r.report(n.keyAt, NoSuchID, "fact "+n.key)
		}
		if f.Kind == "" { // unknown, which is reported here or where it is declared
			n.kids = nil
			continue
		}
		if c, ok := r.cell(n, f); ok {
			cells = append(cells, c)
		}
	}
	if empty {
		r.report(row.at, EmptyRow, "")
	}
	return cells
}

func (r *reader) cell(n *node, f model.Field) (model.Cell, bool) {
	c := model.Cell{Fact: model.FactID(n.key), Op: model.Is}
	if op, operand, ok := comparison(n); ok {
		c.Op = op
		return c, r.operand(&c, n, f, operand)
	}
	if f.Kind == model.Day && n.kind == unstable.String && n.text == given {
		return c, true
	}
	of := []*node{n}
	if n.kind == unstable.Array {
		of = n.kids
	}
	if len(of) == 0 {
		r.report(n.at, EmptyRow, "")
	}
	for _, k := range of {
		k.used = true
		v := r.value(k, f)
		if v == nil {
			return c, false
		}
		c.Values = append(c.Values, v)
	}
	return c, len(of) > 0
}

// given is any day at all: that there is one is what counts.
const given = "given"

// comparison splits ">= 10_000_000".
func comparison(n *node) (model.Op, string, bool) {
	if n.kind != unstable.String {
		return "", "", false
	}
	for _, op := range []model.Op{model.AtLeast, model.AtMost, model.Over, model.Under} { // >= before >
		if rest, ok := strings.CutPrefix(n.text, string(op)); ok {
			return op, strings.TrimSpace(rest), true
		}
	}
	return "", "", false
}

// operand reads what a fact is compared with: a value, or another fact that
// has its place on the same line.
func (r *reader) operand(c *model.Cell, n *node, f model.Field, operand string) bool {
	order := orders[f.Kind]
	if order == "" {
		r.report(n.at, WrongType, "one of the values: "+n.key+" has no order")
		return false
	}
	operand, c.Days = daysAway(operand, order)
	if idShape().MatchString(operand) {
		than, ok := r.facts[operand]
		switch {
		case !ok:
			r.report(n.at, NoSuchID, "fact "+operand)
		case orders[than.Kind] != order:
			r.report(n.at, WrongType, "compared with another "+order)
		default:
			c.Than = model.FactID(operand)
		}
		return c.Than != ""
	}
	v := ordered(order, operand)
	if v == nil {
		r.report(n.at, WrongType, "compared with a "+order)
		return false
	}
	c.Values = []model.Value{v}
	return true
}

// daysAway splits "licence-valid-until - 90", a day to compare dates with.
func daysAway(operand, order string) (fact string, days int) {
	for sign, of := range map[string]int{" + ": 1, " - ": -1} {
		fact, rest, ok := strings.Cut(operand, sign)
		if days, err := strconv.Atoi(rest); ok && err == nil && order == "date" && 0 < days && days <= maxDays {
			return fact, of * days
		}
	}
	return operand, 0
}

// maxDays keeps a sum of days among the dates that there are.
const maxDays = 3660

// orders says for each kind on which line its values have their place.
var orders = map[model.Kind]string{
	model.Count: "number", model.Provinces: "number", model.List: "number", // lists by their length
	model.Money: "sum of money", model.Percent: "percentage", model.Day: "date",
}

func ordered(order, text string) model.Value {
	text = strings.ReplaceAll(text, "_", "")
	switch order {
	case "date":
		if d, err := model.ParseISODate(text); err == nil {
			return d
		}
	case "percentage":
		if f, err := strconv.ParseFloat(text, 64); err == nil && f >= 0 && f <= 100 {
			return model.Share(math.Round(f * float64(model.Whole) / 100))
		}
	default:
		if i, err := strconv.ParseInt(text, 10, 64); err == nil {
			return model.Number(i)
		}
	}
	return nil
}

// value reads an answer that a fact can have.
func (r *reader) value(n *node, f model.Field) model.Value {
	switch f.Kind {
	case model.YesNo:
		if r.is(n, unstable.Bool) {
			return model.Bool(n.text == "true")
		}
	case model.Choice:
		return r.option(n, f.Options)
	case model.Provinces:
		return r.option(n, model.ProvinceCodes())
	case model.Count, model.Money:
		if r.is(n, unstable.Integer) {
			return ordered("number", n.text)
		}
	case model.Percent:
		if v := ordered("percentage", n.text); v != nil && (n.kind == unstable.Integer || n.kind == unstable.Float) {
			return v
		}
		r.report(n.at, WrongType, "a percentage")
	case model.Day:
		if r.is(n, unstable.LocalDate) {
			return ordered("date", n.text)
		}
	case model.List:
		r.report(n.at, WrongType, `a comparison: ">= 1" entries`)
	default:
		if r.is(n, unstable.String) {
			return model.Text(n.text)
		}
	}
	return nil
}

func (r *reader) option(n *node, among []string) model.Value {
	if !r.is(n, unstable.String) {
		return nil
	}
	if slices.Contains(among, n.text) {
		return model.Text(n.text)
	}
	r.report(n.at, NoSuchOption, strings.Join(among, ", "))
	return nil
}
