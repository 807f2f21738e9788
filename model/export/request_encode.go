package export

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/docx"
)

// requestEncoders begin with what is sent most: text to paste into a chat.
var requestEncoders = formats[func(io.Writer, []Request) error]{
	{"txt", joined(Request.text, "\n"+strings.Repeat("-", 20)+"\n\n")},
	{"docx", requestDocx},
	{"md", joined(Request.markdown, "\n---\n\n")},
}

// joined writes requests one after the other, as encode writes each.
func joined(encode func(Request, *strings.Builder), between string) func(io.Writer, []Request) error {
	return func(out io.Writer, rs []Request) error {
		var b strings.Builder
		for i, r := range rs {
			if i > 0 {
				b.WriteString(between)
			}
			encode(r, &b)
		}
		_, err := io.WriteString(out, b.String())
		return err
	}
}

// RequestFormats that EncodeRequest knows, by file ending.
var RequestFormats = requestEncoders.endings()

// EncodeRequest writes what an owner has to bring in a format, once for each
// of the languages, in that order.
func EncodeRequest(out io.Writer, format string, a *model.Application, owner string, opt Options, langs ...Words) error {
	encode, err := requestEncoders.encoder(format)
	if err != nil {
		return err
	}
	rs := make([]Request, len(langs))
	for i, w := range langs {
		rs[i] = w.Ask(a, owner, opt)
	}
	return encode(out, rs)
}

// Lines are the request for a chat or a screen: short, no tables, nothing that
// needs a wide window.
func (r Request) Lines() []string {
	lines := slices.Clone(r.Letter)
	for _, p := range r.Parts {
		lines = append(lines, "", p.Title)
		for i, it := range p.Items {
			lines = append(lines, strconv.Itoa(i+1)+". "+it.Name)
			for _, a := range it.About {
				lines = append(lines, "   "+a.Name+r.colon+a.Value)
			}
		}
	}
	return append(append(append(lines, ""), r.Closing...), r.Footer)
}

func (r Request) text(b *strings.Builder) {
	for _, l := range r.Lines() {
		b.WriteString(l + "\n")
	}
}

func (r Request) markdown(b *strings.Builder) {
	line := func(parts ...string) { b.WriteString(strings.Join(parts, "") + "\n") }
	line("# ", md(r.Title))
	for _, l := range r.Letter {
		line()
		line(md(l))
	}
	for _, p := range r.Parts {
		line()
		line("## ", md(p.Title))
		line()
		for i, it := range p.Items {
			line(strconv.Itoa(i+1), ". ", md(it.Name))
			for _, a := range it.About {
				line("   - **", md(a.Name), "**", r.colon, md(a.Value))
			}
		}
	}
	for _, l := range r.Closing {
		line()
		line(md(l))
	}
	line()
	line("---")
	line()
	line(md(r.Footer))
}

// requestDocx writes the requests with a box to tick beside each thing.
func requestDocx(out io.Writer, rs []Request) error {
	return writeDocx(out, docx.Document{}, rs, func(r Request) (string, []docx.Block, string) {
		return r.Title, r.blocks(), r.Footer
	})
}

func (r Request) blocks() []docx.Block {
	blocks := []docx.Block{docx.Paragraph{Style: docx.Title, Runs: docx.Text(r.Title)}}
	add := func(style docx.Style, runs ...docx.Run) {
		blocks = append(blocks, docx.Paragraph{Style: style, Runs: runs})
	}
	for _, l := range r.Letter {
		add(docx.Plain, docx.Run{Text: l})
	}
	for _, p := range r.Parts {
		add(docx.Heading1, docx.Run{Text: p.Title})
		for _, it := range p.Items {
			add(docx.Item, docx.Run{Field: docx.Box}, docx.Run{Text: "  " + it.Name, Bold: len(it.About) > 0})
			for _, a := range it.About {
				add(docx.Detail, docx.Run{Text: a.Name + r.colon + a.Value})
			}
		}
	}
	for _, l := range r.Closing {
		add(docx.Plain, docx.Run{Text: l})
	}
	return blocks
}
