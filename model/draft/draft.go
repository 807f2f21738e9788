// Package draft writes the beginnings of the documents that a company has to
// write itself: a plan, a commitment, a chart of its shareholders. A draft is
// Chinese, since the authority reads Chinese, and a Word document, since it is
// there to be completed.
//
//	err := draft.Write(w, words, p, &app, "security-measures", draft.Options{Today: today})
//
// What has been answered is filled in. What has not is never invented: it
// becomes a highlighted mark that says what to write there. Every page says
// that it is a draft out of the company's own answers and no official form.
//
// The text of a draft is a file of this package, text/MATERIAL.zh.txt, with
// one block a line:
//
//	# title                    ## heading, ### heading, #### heading
//	text with {question}, {authority} and 【a place to complete】
//	! an addressee, not indented
//	> a remark to whoever completes it, to be deleted in the end
//	→ a signature, at the right
//	| a | table |              the header, then
//	|2|8|                      the widths, if they are not the same, then
//	| {#} | {managers.name} |  the rows: one for each entry of the list
//	@look @hints @chart        what it has to look like; why such documents
//	                           come back; the drawn tree of the shareholders
//	?question=option,option …  a line that stands only with these answers;
//	                           the option unknown means that there is none
//	?list.column=value …       a row that stands only for these entries
//
// Beside it, text/MATERIAL.en.txt is a note for a reviewer who does not read
// Chinese, in the same form.
package draft

import (
	"embed"
	"errors"
	"io"
	"io/fs"
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/docx"
	"github.com/xuke-cli/xuke/model/legible"
)

//go:embed text
var texts embed.FS

// ErrNone says that there is no draft for a material.
var ErrNone = errors.New("there is no draft for this material")

// Words puts answers into a language. Whatever people typed comes out
// harmless. The texts that a draft is framed with have ids of the kind "draft".
type Words interface {
	Text(kind, id, part string, args ...any) string
	Has(kind, id, part string) bool
	Value(*model.Question, model.Value) string
	Field(*model.Question, model.Field, model.Entry) string
	Question(model.QuestionID) string
	Column(q model.QuestionID, column string) string
	Day(model.Date) string
	Cited(model.Citation) string
	Authority(*model.Authority, *model.Application) string
}

// Options say how to write a draft.
type Options struct {
	Today model.Date
	Note  Words // the language of a note for reviewers in front, nil for none
}

// Materials lists what there are drafts for, in the order of the procedure.
func Materials(p *model.Procedure) []model.MaterialID {
	var ids []model.MaterialID
	for _, m := range p.Materials {
		if For(m.ID) {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

// For reports whether there is a draft for a material.
func For(id model.MaterialID) bool {
	_, err := fs.Stat(texts, file(id, "zh"))
	return err == nil
}

func file(id model.MaterialID, lang string) string { return "text/" + string(id) + "." + lang + ".txt" }

// Write writes the draft of a material, in words that have to be Chinese. It
// fails with ErrNone where there is none.
func Write(out io.Writer, w Words, p *model.Procedure, a *model.Application, id model.MaterialID, opt Options) error {
	text, err := fs.ReadFile(texts, file(id, "zh"))
	if err != nil {
		return ErrNone
	}
	b := &builder{Words: w, proc: p, app: a, id: id, today: opt.Today}
	doc := docx.Document{Title: b.title()}
	if opt.Note != nil {
		doc.Body = append(b.in(opt.Note).note(), docx.Break{})
	}
	doc.Body = append(doc.Body, b.build(parse(string(text)))...)
	doc.Footer = b.footer(opt.Note)
	return doc.Write(out)
}

// A builder turns the lines of a text into blocks.
type builder struct {
	Words
	proc   *model.Procedure
	app    *model.Application
	id     model.MaterialID
	today  model.Date
	noting bool // the note, in which nothing is left to complete
}

func (b *builder) say(id string, args ...any) string { return b.Text("draft", id, "", args...) }

// in is the same draft in other words.
func (b *builder) in(w Words) *builder {
	other := *b
	other.Words, other.noting = w, true
	return &other
}

// title names the document and the application.
func (b *builder) title() string {
	return b.say("title", "Material", b.Text("material", string(b.id), "title"), "Title", legible.Line(b.app.Title))
}

// note is the page in front.
func (b *builder) note() []docx.Block {
	blocks := []docx.Block{docx.Paragraph{Style: docx.Title, Runs: docx.Text(b.say("note", "Material", b.Text("material", string(b.id), "title")))}}
	for _, id := range []string{"note.what", "note.how"} {
		blocks = append(blocks, docx.Paragraph{Style: docx.Plain, Runs: docx.Text(b.say(id))})
	}
	if text, err := fs.ReadFile(texts, file(b.id, "en")); err == nil {
		blocks = append(blocks, b.build(parse(string(text)))...)
	}
	return blocks
}

// footer says what the document is, in each of its languages, and counts.
func (b *builder) footer(note Words) []docx.Run {
	text := b.say("footer", "Day", b.Day(b.today))
	if note != nil {
		text += "\n" + note.Text("draft", "footer", "", "Day", note.Day(b.today))
	}
	runs := docx.Text(text + "\n")
	before, rest, _ := strings.Cut(b.say("pages", "Page", "\x00", "Pages", "\x00"), "\x00")
	between, after, _ := strings.Cut(rest, "\x00")
	return append(runs, docx.Run{Text: before}, docx.Run{Field: docx.Page}, docx.Run{Text: between}, docx.Run{Field: docx.Pages}, docx.Run{Text: after})
}
