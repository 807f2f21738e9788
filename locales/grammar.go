package locales

import "strings"

// A grammar is how a language writes dates and puts words together. Whole
// sentences are texts; this is for what has no number of parts to write a text
// for.
type grammar struct {
	date, dateShort, month, year string // layouts of package time
	weekdays, weekdaysShort      []string
	comma, and, or               string // between the items of a list
	colon                        string
	open, close                  string            // round brackets
	places                       map[string]string // in a source, see Article
}

var grammars = map[Lang]*grammar{
	ZH: {
		date: "2006年1月2日", dateShort: "1月2日", month: "2006年1月", year: "2006年",
		weekdays:      strings.Fields("星期日 星期一 星期二 星期三 星期四 星期五 星期六"),
		weekdaysShort: strings.Fields("周日 周一 周二 周三 周四 周五 周六"),
		comma:         "、", and: "、", or: "或",
		colon: "：", open: "（", close: "）",
		places: map[string]string{
			"article": "第#条", "sub": "第#项",
			"item": "第#项", "part": "第#部分", "condition": "条件第#项", "material": "材料第#项",
			"step": "流程第#步", "annual": "年检流程第#项",
		},
	},
	EN: {
		date: "2 January 2006", dateShort: "2 Jan", month: "January 2006", year: "2006",
		weekdays:      strings.Fields("Sunday Monday Tuesday Wednesday Thursday Friday Saturday"),
		weekdaysShort: strings.Fields("Sun Mon Tue Wed Thu Fri Sat"),
		comma:         ", ", and: " and ", or: " or ",
		colon: ": ", open: " (", close: ")",
		places: map[string]string{
			"article": "art. #", "sub": "(#)",
			"item": "item #", "part": "part #", "condition": "condition #", "material": "material #",
			"step": "step #", "annual": "annual inspection, point #",
		},
	},
}

// List joins items: a、b、c; a, b and c.
func (p *Printer) List(items []string) string { return p.join(items, p.grammar.and) }

// Either joins alternatives: a、b或c; a, b or c.
func (p *Printer) Either(items []string) string { return p.join(items, p.grammar.or) }

func (p *Printer) join(items []string, last string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	n := len(items) - 1
	return strings.Join(items[:n], p.grammar.comma) + last + items[n]
}

// Label joins a name and what it stands for: 名称：值; name: value.
func (p *Printer) Label(name, value string) string { return name + p.grammar.colon + value }

// Aside puts a remark in brackets after a word: 全网（两个以上省）; nationwide
// (two or more provinces).
func (p *Printer) Aside(word, remark string) string {
	return word + p.grammar.open + remark + p.grammar.close
}

// Article puts a place in a source into words: "6(4)" is 第6条第4项, art. 6(4);
// "item 1" 第1项, item 1; likewise part, condition, material, step and annual,
// the parts of notices and of the starting article. Several places are
// separated by ", ". What is written otherwise comes back as it is.
func (p *Printer) Article(place string) string {
	var items []string
	for one := range strings.SplitSeq(place, ", ") {
		items = append(items, p.place(one))
	}
	return p.List(items)
}

func (p *Printer) place(s string) string {
	kind, n, ok := strings.Cut(s, " ")
	if !ok {
		kind, n = "article", s
	}
	written, known := p.grammar.places[kind]
	if !known || n == "" || n[0] < '0' || n[0] > '9' {
		return s
	}
	n, sub, _ := strings.Cut(strings.TrimSuffix(n, ")"), "(")
	out := strings.ReplaceAll(written, "#", n)
	if sub != "" {
		out += strings.ReplaceAll(p.grammar.places["sub"], "#", sub)
	}
	return out
}
