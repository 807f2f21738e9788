package export

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// A Packet puts the packet of one application into words: what its folders
// and papers are called, and what the papers say. Its methods are the parts
// of a packet.Plan.
type Packet struct {
	app     *model.Application
	names   Words   // of folders and files
	langs   []Words // of the papers, at least one
	opt     Options
	gaps    []model.Obstacle // for which it would not be packed without being told to
	rows    []model.ListRow  // that have files, one for each folder
	numbers []int            // of the rows, as the checklist numbers them
}

// NewPacket returns the packet of an application. Folders and files have
// their names from names, in Chinese, since the authority reads Chinese; the
// papers are written once for each of langs, in that order.
func NewPacket(a *model.Application, opt Options, names Words, langs ...Words) *Packet {
	s := model.StandingOf(names.Procedure, a, opt.Today)
	p := &Packet{app: a, names: names, langs: langs, opt: opt, gaps: s.Refusals()}
	for i, r := range byGroup(s.Rows) {
		if len(r.Files) > 0 {
			p.rows, p.numbers = append(p.rows, r), append(p.numbers, i+1)
		}
	}
	return p
}

// byGroup puts rows in the order of the groups, in which the checklist numbers
// them.
func byGroup(rows []model.ListRow) []model.ListRow {
	out := make([]model.ListRow, 0, len(rows))
	for _, g := range model.Groups {
		for _, r := range rows {
			if r.Group == g {
				out = append(out, r)
			}
		}
	}
	return out
}

// Folders returns a folder for every row that has files.
func (p *Packet) Folders() []model.PacketFolder {
	folders := make([]model.PacketFolder, len(p.rows))
	for i, r := range p.rows {
		folders[i] = model.PacketFolder{Number: p.numbers[i], Name: FileName(p.folder(r)), Files: r.Files}
	}
	return folders
}

// folder names a row, with the person that it is for.
func (p *Packet) folder(r model.ListRow) string {
	switch {
	case r.Own != nil:
		return r.Own.Name
	case r.Of != nil:
		return p.names.Title("material", string(r.Material.ID)) + "-" + r.Of.Text("name")
	}
	return p.names.Title("material", string(r.Material.ID))
}

// Merged returns the name of the merged PDF.
func (p *Packet) Merged() string { return p.name("file-merged", "pdf") }

// name returns the name of a paper. The number puts it above the folders.
func (p *Packet) name(id, format string) string { return "00-" + p.names.packet(id) + "." + format }

// packet returns one of the texts about packets.
func (w Words) packet(id string, args ...any) string { return w.exp("packet."+id, args...) }

// Note writes the last page of the merged PDF: what is not in it, and why.
func (p *Packet) Note(left []model.PacketFile) (title string, pdf []byte, err error) {
	docs := make([]Document, len(p.langs))
	for i, w := range p.langs {
		t := Table{Header: []string{w.packet("col-file"), w.packet("col-name"), w.packet("col-why")}}
		for _, f := range left {
			t.Rows = append(t.Rows, []string{f.Path, legible.Line(f.File.Name), w.Unmerged(f.Why)})
		}
		docs[i] = Document{
			Title:  w.packet("left"),
			Parts:  []Part{{Title: w.packet("left-files"), Tables: []Table{t}}},
			Footer: p.footer(w),
		}
	}
	var out bytes.Buffer
	err = PDF(&out, docs...)
	return p.names.packet("left"), out.Bytes(), err
}

// Unmerged says why a file is no part of the merged PDF.
func (w Words) Unmerged(why model.Unmerged) string { return w.packet("why." + string(why)) }

func (p *Packet) footer(w Words) string {
	return w.exp("footer", "Edition", w.Procedure.Edition.String(), "Today", w.Day(p.opt.Today))
}

// Papers writes what lies beside the folders: a cover that says what the
// packet is, the checklist, and the manifest of all files.
func (p *Packet) Papers(c *model.PacketContent) ([]model.PacketPaper, error) {
	covers := make([]Document, len(p.langs))
	lists := make([]Document, len(p.langs))
	for i, w := range p.langs {
		covers[i] = p.cover(w, c)
		lists[i] = Build(w, p.app, p.opt)
	}
	var cover, list, text, manifest bytes.Buffer
	for _, err := range []error{PDF(&cover, covers...), PDF(&list, lists...), Markdown(&text, lists...), CSV(&manifest, p.manifest(c))} {
		if err != nil {
			return nil, err
		}
	}
	return []model.PacketPaper{
		{Name: p.name("file-cover", "pdf"), Data: cover.Bytes()},
		{Name: p.name("file-list", "pdf"), Data: list.Bytes()},
		{Name: p.name("file-list", "md"), Data: text.Bytes()},
		{Name: "MANIFEST.csv", Data: manifest.Bytes()},
	}, nil
}

// cover says what the packet holds, and first of all what it lacks.
func (p *Packet) cover(w Words, c *model.PacketContent) Document {
	d := Document{
		Title:  w.packet("title", "Title", legible.Line(p.app.Title)),
		Notice: []string{w.exp("notice.draft"), w.exp("notice.unsubmitted")},
		Facts: []Pair{
			{w.exp("fact.procedure"), w.Title("procedure", string(w.Procedure.ID))},
			{w.exp("fact.day"), w.Day(p.opt.Today)},
			{w.packet("fact-files"), strconv.Itoa(len(c.Files))},
			{w.packet("fact-pages"), strconv.Itoa(c.Pages)},
		},
		Footer: p.footer(w),
	}
	if len(p.gaps) > 0 {
		d.Notice = append([]string{w.packet("forced", "Count", len(p.gaps))}, d.Notice...)
		t := Table{Header: []string{w.exp("col.material"), w.packet("col-gap")}}
		for _, g := range p.gaps {
			t.Rows = append(t.Rows, []string{w.Subject(g), w.Obstacle(g)})
		}
		d.Parts = append(d.Parts, Part{Title: w.packet("gaps"), Tables: []Table{t}})
	}
	t := Table{
		Header: []string{w.packet("col-file"), w.packet("col-name"), w.packet("col-pages"), w.packet("col-merged")},
		Empty:  w.packet("no-files"),
	}
	for _, f := range c.Files {
		t.Rows = append(t.Rows, []string{f.Path, legible.Line(f.File.Name), pages(f), w.merged(f)})
	}
	d.Parts = append(d.Parts, Part{Title: w.packet("files"), Tables: []Table{t}})
	return d
}

// pages counts those of a file, "" where they are not known.
func pages(f model.PacketFile) string {
	switch {
	case f.Pages > 0:
		return strconv.Itoa(f.Pages)
	case f.File.Look != nil && f.File.Look.Pages > 0:
		return strconv.Itoa(f.File.Look.Pages)
	}
	return ""
}

// merged says on which pages of the merged PDF a file is, or why on none.
func (w Words) merged(f model.PacketFile) string {
	switch {
	case f.Why != "":
		return w.Unmerged(f.Why)
	case f.Pages == 1:
		return strconv.Itoa(f.First)
	}
	return fmt.Sprintf("%d–%d", f.First, f.First+f.Pages-1)
}

// manifest is the table of all files. Materials are named in Chinese, and
// beside it in the other language of the papers, if they have one.
func (p *Packet) manifest(c *model.PacketContent) [][]string {
	other, hasOther := p.other()
	head := p.manifestHead()
	if hasOther {
		head = append(head, other.packet("col-material-other"))
	}
	rows := [][]string{head}
	w := p.langs[0]
	for _, f := range c.Files {
		r := p.rows[f.Folder]
		of, name := "", p.names.Row(r)
		if r.Of != nil {
			of, name = legible.Line(r.Of.Text("name")), p.names.Title("material", string(r.Material.ID))
		}
		row := []string{strconv.Itoa(p.numbers[f.Folder]), name, of, f.Path, legible.Line(f.File.Name), string(f.File.SHA256),
			strconv.FormatInt(f.File.Size, 10), pages(f), w.Text("term", "status", string(r.Status)), w.merged(f)}
		if hasOther {
			row = append(row, other.Row(r))
		}
		rows = append(rows, row)
	}
	return rows
}

// other returns the first of the papers' languages that is not that of the
// names.
func (p *Packet) other() (Words, bool) {
	for _, w := range p.langs {
		if w.Texts != p.names.Texts {
			return w, true
		}
	}
	return Words{}, false
}

// manifestHead names each column in every language that has another name.
func (p *Packet) manifestHead() []string {
	var head []string
	for _, id := range []string{"col.number", "col.material", "packet.col-of", "packet.col-file", "packet.col-name",
		"packet.col-hash", "packet.col-size", "packet.col-pages", "col.status", "packet.col-merged"} {
		names := make([]string, len(p.langs))
		for i, w := range p.langs {
			names[i] = w.exp(id)
		}
		head = append(head, strings.Join(slices.Compact(names), " / "))
	}
	return head
}

// A PackedFile is a file of a packet as scripts get it.
type PackedFile struct {
	Number int               `json:"number"` // of its row
	Key    model.MaterialKey `json:"key"`
	Path   string            `json:"path"`
	Name   string            `json:"name"`
	SHA256 model.FileID      `json:"sha256"`
	Size   int64             `json:"size"`
	Pages  int               `json:"pages"`
	First  int               `json:"first"` // its first page in the merged PDF
	Left   model.Unmerged    `json:"left_out"`
}

// Files lists what went into the packet for scripts.
func (p *Packet) Files(c *model.PacketContent) []PackedFile {
	files := make([]PackedFile, len(c.Files))
	for i, f := range c.Files {
		files[i] = PackedFile{p.numbers[f.Folder], p.rows[f.Folder].Key, f.Path, f.File.Name, f.File.SHA256, f.File.Size, f.Pages, f.First, f.Why}
	}
	return files
}
