// Package locales is what xuke says, in Chinese and in English. All words of
// the program and of its procedures live here, in texts/NAME.LANG.toml; the
// rest of the program speaks codes and ids.
//
// A Printer speaks one language:
//
//	p, err := locales.New(locales.Detect(os.Getenv))
//	p.T(locales.UIHomeTitle)                        // a text of the program
//	p.T(locales.UIHomeDue, "Count", 3)              // with plural forms and placeholders
//	p.Text("question", "coverage", "why")           // a text of a procedure, looked up by data
//	p.Money(8_000_000), p.Date(2026, 11, 23)        // values in words
//	p.Article("6(4)"), p.List(names)                // 第6条第4项; a、b、c
//
// A text is one quoted key, or a table where it has plural forms:
//
//	"ui.home.title" = "申请"
//	"ui.home.due" = { one = "{{.Count}} due", other = "{{.Count}} due" }
//
// Ids that begin with ui, cli, export or term become constants (go generate),
// so a misspelt one does not compile. There is no falling back to the other
// language: half a screen of English helps nobody who asked for Chinese. A
// text that is missing shows as its id, and a test fails.
package locales

//go:generate go run ./gen
