package procedure_test

import (
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model/procedure"
)

// tea is a small sound definition that the tests break.
const tea = `id = "tea"
edition = 2026-11-23
checked = 2026-11-23

[[source]]
id = "act"
tier = "law"
in-force = "2017-09-01"

[[section]]
id = "shop"
page = [
  { questions = ["size"] },
  { id = "place", questions = ["street", "rent"] },
  { questions = ["staff"] },
]

[[question]]
id = "size"
kind = "choice"
options = ["small", "large"]

[[question]]
id = "street"
kind = "text"

[[question]]
id = "rent"
kind = "money"
when = [{ size = "large" }]

[[question]]
id = "staff"
kind = "list"
min = 1
field = [{ name = "name", kind = "text" }, { name = "months", kind = "number" }]

[[derived]]
id = "trained"
count = "staff"
where = { months = ">= 2" }

[[condition]]
id = "affordable"
severity = "blocks"
met = [{ rent = "<= 1_000" }, { trained = "> 1" }]
sources = [{ id = "act", article = "6(4)" }]

[[material]]
id = "menu"
required = "yes"
kind = "document"
per = { list = "staff", where = { name = "" } }
sources = [{ id = "act" }]

[[state]]
id = "open"

[[event]]
id = "closed"
from = ["open"]
to = "open"

[[clock]]
id = "rest"
whose = "authority"
reading = [{ from = ["closed"], length = 5, unit = "day" }]
sources = [{ id = "act" }]

[[hint]]
id = "too-hot"
at = ["menu", "scan"]

[scan]
max-bytes = 1
min-dpi = 1
pdf-from-pages = 1
signature-max-days = 1
sources = [{ id = "act" }]
`

// Each case replaces a piece of tea. The mark ‸ stands where the problem has
// to point to.
var broken = []struct {
	name, old, new string
	code           procedure.Code
}{
	{"no TOML", `severity = "blocks"`, `severity = ‸blocks`, procedure.Syntax},
	{"a key twice", `kind = "text"`, "kind = \"text\"\n‸kind = \"text\"", procedure.Syntax},
	{"a table that is a list", `[scan]`, `[[‸scan]]`, procedure.WrongType},
	{"unknown key", `tier = "law"`, "tier = \"law\"\n‸teir = 1", procedure.UnknownKey},
	{"unknown key in a row", `{ rent = "<= 1_000" }`, `{ ‸rnet = 1 }`, procedure.NoSuchID},
	{"unknown key in a citation", `{ id = "act", article = "6(4)" }`, `{ id = "act", ‸artcle = "6(4)" }`, procedure.UnknownKey},
	{"unknown table", `[scan]`, "[‸scna]\na = 1\n[scan]", procedure.UnknownKey},
	{"no id", "[[event]]\nid = \"closed\"\nfrom", "[[‸event]]\nfrom", procedure.MissingKey},
	{"no kind", "[[question]]\nid = \"rent\"\nkind = \"money\"", "[[‸question]]\nid = \"rent\"", procedure.MissingKey},
	{"columns without names", `{ name = "name", kind = "text" }`, `‸{}, {}`, procedure.MissingKey},
	{"per no list", `per = { list = "staff",`, `per = ‸{`, procedure.MissingKey},
	{"text for a number", `length = 5`, `length = ‸"5"`, procedure.WrongType},
	{"number for a text", `tier = "law"`, `tier = ‸1`, procedure.WrongType},
	{"no length of time", `length = 5`, `length = ‸0`, procedure.WrongType},
	{"no date", `edition = 2026-11-23`, `edition = ‸"2026-11-23"`, procedure.WrongType},
	{"in force when?", `"2017-09-01"`, `‸"9/2017"`, procedure.WrongType},
	{"unknown kind", `kind = "money"`, `kind = ‸"cash"`, procedure.UnknownWord},
	{"unknown tier", `tier = "law"`, `tier = ‸"gospel"`, procedure.UnknownWord},
	{"unknown rank", `tier = "law"`, "tier = \"law\"\nrank = ‸\"edict\"", procedure.UnknownWord},
	{"rank of a rule", `tier = "law"`, "tier = \"rule\"\nrank = ‸\"statute\"", procedure.Misplaced},
	{"seen how?", `tier = "law"`, "tier = \"law\"\nseen = ‸\"in a dream\"", procedure.UnknownWord},
	{"a place seen how?", `article = "6(4)"`, `article = "6(4)", seen = ‸"no"`, procedure.UnknownWord},
	{"issued when?", `tier = "law"`, "tier = \"law\"\nissued = ‸\"last year\"", procedure.WrongType},
	{"no address", `tier = "law"`, "tier = \"law\"\nurl = ‸\"www.gov.cn\"", procedure.BadURL},
	{"an address that is no page", `tier = "law"`, "tier = \"law\"\nurl = ‸\"javascript:alert(1)\"", procedure.BadURL},
	{"an address with a name in it", `tier = "law"`, "tier = \"law\"\nurl = ‸\"https://gov.cn@evil.example/\"", procedure.BadURL},
	{"unknown unit", `unit = "day"`, `unit = ‸"moon"`, procedure.UnknownWord},
	{"unknown severity", `"blocks"`, `‸"hurts"`, procedure.UnknownWord},
	{"no such detail", `kind = "document"` + "\n", "kind = \"document\"\ndetail = [{ id = ‸\"smell\", sources = [{ id = \"act\" }] }]\n", procedure.UnknownWord},
	{"detail twice", `kind = "document"` + "\n", "kind = \"document\"\ndetail = [{ id = \"name\", sources = [{ id = \"act\" }] }, { id = ‸\"name\", sources = [{ id = \"act\" }] }]\n", procedure.Duplicate},
	{"detail without source", `kind = "document"` + "\n", "kind = \"document\"\ndetail = [{ id = ‸\"name\" }]\n", procedure.NoSource},
	{"detail equal to nothing", `kind = "document"` + "\n", "kind = \"document\"\ndetail = [{ id = \"name\", equals = ‸\"nobody\", sources = [{ id = \"act\" }] }]\n", procedure.NoSuchID},
	{"detail of no column", `kind = "document"` + "\n", "kind = \"document\"\ndetail = [{ id = \"name\", column = ‸\"height\", sources = [{ id = \"act\" }] }]\n", procedure.NoSuchID},
	{"detail by no day", `kind = "document"` + "\n", "kind = \"document\"\ndetail = [{ id = \"valid-until\", by = ‸\"rent\", sources = [{ id = \"act\" }] }]\n", procedure.WrongType},
	{"shares of no list", `kind = "document"` + "\n", "kind = \"document\"\nshares = ‸\"rent\"\n", procedure.WrongType},
	{"prints what nobody is asked", `kind = "document"` + "\n", "kind = \"document\"\nprints = [\"size\", ‸\"colour\"]\n", procedure.NoSuchID},
	{"prints twice", `kind = "document"` + "\n", "kind = \"document\"\nprints = [\"size\", ‸\"size\"]\n", procedure.Duplicate},
	{"prints no column", `where = { name = "" } }`, `where = { name = "" }, prints = [‸"height"] }`, procedure.NoSuchID},
	{"one of several settles", `kind = "document"` + "\n", "kind = \"document\"\n‸settles = { question = \"size\", value = \"small\" }\n", procedure.Misplaced},
	{"settles nothing", `[[state]]`, "[[material]]\nid = \"sign\"\nrequired = \"yes\"\nkind = \"form\"\nsources = [{ id = \"act\" }]\nsettles = { question = ‸\"colour\", value = 1 }\n[[state]]", procedure.NoSuchID},
	{"settles with no option", `[[state]]`, "[[material]]\nid = \"sign\"\nrequired = \"yes\"\nkind = \"form\"\nsources = [{ id = \"act\" }]\nsettles = { question = \"size\", value = ‸\"huge\" }\n[[state]]", procedure.NoSuchOption},
	{"settles without a value", `[[state]]`, "[[material]]\nid = \"sign\"\nrequired = \"yes\"\nkind = \"form\"\nsources = [{ id = \"act\" }]\nsettles = ‸{ question = \"size\" }\n[[state]]", procedure.MissingKey},
	{"traced without levels", "id = \"staff\"\nkind = \"list\"", "id = \"staff\"\nkind = \"list\"\n‸traced = { name = \"x\" }", procedure.Misplaced},
	{"traced by no column", "kind = \"list\"\nmin = 1\nfield = [", "kind = \"list\"\ntraced = { ‸height = 1 }\nfield = [{ name = \"boss\", kind = \"entry\", optional = true }, ", procedure.NoSuchID},
	{"a change that calls for nothing", "id = \"street\"\nkind = \"text\"", "id = \"street\"\nkind = \"text\"\nchange = { duty = ‸\"none\", kind = \"name\" }", procedure.NoSuchID},
	{"a change of no kind", "id = \"street\"\nkind = \"text\"", "id = \"street\"\nkind = \"text\"\nchange = ‸{ duty = \"none\" }", procedure.MissingKey},
	{"format that nobody knows", `max-bytes = 1`, "formats = [‸\"jpg\"]\nmax-bytes = 1", procedure.UnknownWord},
	{"unknown requirement", `required = "yes"`, `required = ‸"maybe"`, procedure.UnknownWord},
	{"unknown ask", `to = "open"`, "to = \"open\"\nasks = [\"number\", ‸\"money\"]", procedure.UnknownWord},
	{"bad id", `id = "menu"`, `id = ‸"Menu"`, procedure.BadID},
	{"reserved id", `id = "menu"`, `id = ‸"other"`, procedure.BadID},
	{"id twice in a kind", `id = "street"`, `id = ‸"size"`, procedure.Duplicate},
	{"id twice over kinds", `id = "affordable"`, `id = ‸"act"`, procedure.Duplicate},
	{"option twice", `["small", "large"]`, `["small", "large", ‸"small"]`, procedure.Duplicate},
	{"column twice", `{ name = "months", kind`, `{ name = ‸"name", kind`, procedure.Duplicate},
	{"page twice", `id = "place"`, `id = ‸"size"`, procedure.Duplicate},
	{"citation of nothing", `sources = [{ id = "act" }]` + "\n\n[[state]]", `sources = [{ id = ‸"myth" }]` + "\n\n[[state]]", procedure.NoSuchID},
	{"page of nothing", `["staff"]`, `["staff", ‸"staf"]`, procedure.NoSuchID},
	{"clock from nothing", `from = ["closed"]`, `from = [‸"shut"]`, procedure.NoSuchID},
	{"event to nowhere", `to = "open"`, `to = ‸"heaven"`, procedure.NoSuchID},
	{"event from nowhere", `from = ["open"]`, `from = [‸"heaven"]`, procedure.NoSuchID},
	{"hint at nothing", `"scan"]`, `‸"desk"]`, procedure.NoSuchID},
	{"count of nothing", `count = "staff"`, `count = ‸"stuff"`, procedure.NoSuchID},
	{"count of no list", `count = "staff"`, `count = ‸"rent"`, procedure.WrongType},
	{"column of nothing", `where = { months`, `where = { ‸weeks`, procedure.NoSuchID},
	{"compared with nothing", `">= 2"`, `‸">= size-asked"`, procedure.NoSuchID},
	{"no such option", `size = "large"`, `size = ‸"huge"`, procedure.NoSuchOption},
	{"no such option among several", `size = "large"`, `size = ["large", ‸"huge"]`, procedure.NoSuchOption},
	{"choice without options", "[[question]]\nid = \"size\"\nkind = \"choice\"\noptions = [\"small\", \"large\"]", "[[‸question]]\nid = \"size\"\nkind = \"choice\"", procedure.MissingKey},
	{"options but none", `["small", "large"]`, `‸[]`, procedure.MissingKey},
	{"no such province", "[[state]]", "[[question]]\nid = \"where\"\nkind = \"provinces\"\n[[material]]\nid = \"sign\"\nrequired = \"yes\"\nkind = \"form\"\nwhen = [{ where = ‸\"tokyo\" }]\n[[state]]", procedure.NoSuchOption},
	{"options of a text", `kind = "text"`, "kind = \"text\"\n‸options = [\"a\"]", procedure.Misplaced},
	{"bounds of a text", `kind = "text"`, "kind = \"text\"\n‸max = 1", procedure.Misplaced},
	{"leads somewhere and stays", `from = ["open"]`, "from = [\"open\"]\n‸stays = true", procedure.Misplaced},
	{"leads somewhere and back", `from = ["open"]`, "from = [\"open\"]\n‸back = \"closed\"", procedure.Misplaced},
	{"needs what it does not ask for", `from = ["open"]`, "from = [\"open\"]\nneeds = ‸[\"reason\"]", procedure.Misplaced},
	{"needs items", `from = ["open"]`, "from = [\"open\"]\nneeds = [‸\"items\"]", procedure.UnknownWord},
	{"an actor that is nobody", `from = ["open"]`, "from = [\"open\"]\nactor = ‸\"court\"", procedure.UnknownWord},
	{"an end that brings nothing known", `whose = "authority"`, "whose = \"authority\"\nat-end = ‸\"doom\"", procedure.UnknownWord},
	{"columns of a text", `kind = "text"`, "kind = \"text\"\nfield = ‸[{ name = \"n\", kind = \"text\" }]", procedure.Misplaced},
	{"comparison on a choice", `size = "large"`, `size = ‸">= 2"`, procedure.WrongType},
	{"text for money", `rent = "<= 1_000"`, `rent = ‸"little"`, procedure.WrongType},
	{"word for money", `"<= 1_000"`, `‸"<= 1 million"`, procedure.WrongType},
	{"money against people", `"<= 1_000"`, `‸"<= staff"`, procedure.WrongType},
	{"value of a list", `{ trained = "> 1" }`, `{ staff = ‸3 }`, procedure.WrongType},
	{"nothing to compare", `size = "large"`, `size = ‸[]`, procedure.EmptyRow},
	{"empty row", `{ trained = "> 1" }`, `‸{}`, procedure.EmptyRow},
	{"row of nothing but a source", `{ trained = "> 1" }`, `‸{ sources = [{ id = "act" }] }`, procedure.EmptyRow},
	{"empty rule", `when = [{ size = "large" }]`, `when = ‸[]`, procedure.EmptyRow},
	{"min over max", `min = 1`, "min = ‸2\nmax = 1", procedure.Bounds},
	{"condition without source", "[[material]]", "[[condition]]\nid = ‸\"clean\"\nseverity = \"warns\"\nmet = [{ rent = 0 }]\n[[material]]", procedure.NoSource},
	{"material without source", "[[state]]", "[[material]]\nid = ‸\"cups\"\nrequired = \"yes\"\nkind = \"form\"\nsources = []\n[[state]]", procedure.NoSource},
	{"clock without source", "id = \"rest\"", "id = ‸\"nap\"\nwhose = \"client\"\nreading = []\n[[clock]]\nid = \"rest\"", procedure.NoSource},
	{"superseded by nothing", `article = "6(4)"`, `superseded = ‸{ on = 2020-05-11 }`, procedure.NoSuccessor},
	{"superseded by a myth", `article = "6(4)"`, `superseded = { by = ‸"myth" }`, procedure.NoSuchID},
	{"position", `"6(4)"`, `‸"page 3"`, procedure.BadPosition},
	{"on no page", "id = \"street\"", "id = ‸\"colour\"\nkind = \"text\"\n[[question]]\nid = \"street\"", procedure.OnNoPage},
	{"on two pages", `["staff"]`, `["staff", ‸"size"]`, procedure.OnTwoPages},
	{"crowded page", `["street", "rent"]`, `‸["street", "rent", "rent", "rent", "rent", "rent"]`, procedure.CrowdedPage},
	{"looks ahead", `size = "large"`, `‸staff = "> 1"`, procedure.Forward},
	{"looks ahead through a count", `size = "large"`, `‸trained = "> 1"`, procedure.Forward},
	{"looks at its own page", `size = "large"`, `‸street = "High Street"`, procedure.Forward},
	{"bound that looks ahead", `when = [{ size = "large" }]`, `limit = [{ when = [{ ‸staff = "> 1" }], max = 1 }]`, procedure.Forward},
	{"looks at itself", `size = "large"`, `‸rent = "> 1"`, procedure.Cycle},
	{"circle", `options = ["small", "large"]`, "options = [\"small\", \"large\"]\nwhen = [{ ‸rent = \"> 1\" }]", procedure.Cycle},
	{"contradiction", "[[state]]", "when = ‸[{ size = \"small\", rent = \"> 1\" }]\n\n[[state]]", procedure.Contradiction},
}

func TestLint(t *testing.T) {
	if _, problems := procedure.Load("tea.toml", []byte(tea)); len(problems) > 0 {
		t.Fatalf("the unbroken definition: %v", problems)
	}
	for _, test := range broken {
		t.Run(test.name, func(t *testing.T) {
			if !strings.Contains(tea, test.old) || !strings.Contains(test.new, "‸") {
				t.Fatal("the case replaces nothing or marks nothing")
			}
			marked := strings.Replace(tea, test.old, test.new, 1)
			text := strings.Replace(marked, "‸", "", 1)
			p, problems := procedure.Load("tea.toml", []byte(text))
			if p != nil {
				t.Error("a broken definition is used")
			}
			line, column := mark(marked)
			for _, got := range problems {
				if got.Code == test.code && got.Line == line && got.Column == column {
					return
				}
			}
			t.Errorf("want %d:%d %s, got", line, column, test.code)
			for _, got := range problems {
				t.Errorf("\t%v (%s)", got, got.Code)
			}
		})
	}
}

// mark returns line and column of the mark.
func mark(marked string) (line, column int) {
	before, _, _ := strings.Cut(marked, "‸")
	return 1 + strings.Count(before, "\n"), len(before) - strings.LastIndex(before, "\n")
}
