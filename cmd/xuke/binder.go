package main

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/model/packet"
)

// A binder puts a packet of one application into words: the authority reads
// Chinese, so names are Chinese; the documents are in the languages that were
// asked for.
type binder struct {
	c     *command
	s     *subject
	zh    export.Words
	langs []locales.Lang // at least one
	words []export.Words // in each of them
	gaps  []model.Gap
	rows  []model.ListRow // that have files, one for each folder
	at    []int           // their numbers in the list
}

func (c *command) binder(s *subject, langs []locales.Lang) (*binder, error) {
	words, err := c.wordsIn(s.proc, append([]locales.Lang{locales.ZH}, langs...))
	if err != nil {
		return nil, err
	}
	b := &binder{c: c, s: s, zh: words[0], langs: langs, words: words[1:], gaps: model.Gaps(s.proc, &s.Application)}
	for i, r := range inOrder(model.Checklist(s.proc, &s.Application)) {
		if len(r.Files) > 0 {
			b.rows, b.at = append(b.rows, r), append(b.at, i+1)
		}
	}
	return b, nil
}

// inOrder puts rows in the order of the groups, as the exported list numbers
// them.
func inOrder(rows []model.ListRow) []model.ListRow {
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

func (b *binder) plan() packet.Plan {
	p := packet.Plan{
		Day:    b.c.thisDay(),
		Merged: b.name(locales.ExportPacketFileMerged, "pdf"),
		Note:   b.note,
		Extra:  b.extra,
	}
	for i, r := range b.rows {
		p.Folders = append(p.Folders, packet.Folder{Number: b.at[i], Name: export.FileName(b.folder(r)), Files: r.Files})
	}
	return p
}

// name is that of a document in the packet.
func (b *binder) name(id locales.ID, format string) string {
	return "00-" + say(b.zh, id) + "." + format
}

// say is a text of the program in the language of w.
func say(w export.Words, id locales.ID, args ...any) string {
	_, name, _ := strings.Cut(string(id), ".")
	return w.Text("export", name, "", args...)
}

// folder names a row, with the person that it is for.
func (b *binder) folder(r model.ListRow) string {
	switch {
	case r.Own != nil:
		return r.Own.Name
	case r.Of != nil:
		return b.zh.Title("material", string(r.Material.ID)) + "-" + r.Of.Text("name")
	}
	return b.zh.Title("material", string(r.Material.ID))
}

// note is the last page of the merged PDF: what is not in it, and why.
func (b *binder) note(left []packet.Item) (string, []byte, error) {
	docs := make([]export.Document, len(b.words))
	for i, w := range b.words {
		docs[i] = export.Document{
			Title:  say(w, locales.ExportPacketLeft),
			Parts:  []export.Part{{Title: say(w, locales.ExportPacketLeftFiles), Tables: []export.Table{b.leftTable(w, left)}}},
			Footer: b.footer(w),
		}
	}
	var out bytes.Buffer
	err := export.PDF(&out, docs...)
	return say(b.zh, locales.ExportPacketLeft), out.Bytes(), err
}

func (b *binder) leftTable(w export.Words, left []packet.Item) export.Table {
	t := export.Table{Header: []string{say(w, locales.ExportPacketColFile), say(w, locales.ExportPacketColName), say(w, locales.ExportPacketColWhy)}}
	for _, it := range left {
		t.Rows = append(t.Rows, []string{it.Path, legible.Line(it.File.Name), b.why(w, it.Why)})
	}
	return t
}

// why says why a file is not in the merged PDF.
func (b *binder) why(w export.Words, r packet.Reason) string {
	return w.Text("export", "packet", "why."+string(r))
}

func (b *binder) footer(w export.Words) string {
	return say(w, locales.ExportFooter, "Edition", b.s.proc.Edition.String(), "Today", w.Day(b.c.thisDay()))
}

// extra makes what lies beside the folders: what the packet is, the checklist,
// and the manifest.
func (b *binder) extra(c *packet.Content) ([]packet.Document, error) {
	covers := make([]export.Document, len(b.words))
	lists := make([]export.Document, len(b.words))
	for i, w := range b.words {
		covers[i] = b.cover(w, c)
		lists[i] = export.Build(w, &b.s.Application, export.Options{Today: b.c.thisDay()})
	}
	var cover, list, text bytes.Buffer
	for _, err := range []error{export.PDF(&cover, covers...), export.PDF(&list, lists...), export.Markdown(&text, lists...)} {
		if err != nil {
			return nil, err
		}
	}
	manifest, err := packet.Manifest(b.manifest(c))
	return []packet.Document{
		{Name: b.name(locales.ExportPacketFileCover, "pdf"), Data: cover.Bytes()},
		{Name: b.name(locales.ExportPacketFileList, "pdf"), Data: list.Bytes()},
		{Name: b.name(locales.ExportPacketFileList, "md"), Data: text.Bytes()},
		{Name: "MANIFEST.csv", Data: manifest},
	}, err
}

// cover says what the packet holds, and first of all what it lacks.
func (b *binder) cover(w export.Words, c *packet.Content) export.Document {
	d := export.Document{
		Title:  say(w, locales.ExportPacketTitle, "Title", legible.Line(b.s.Application.Title)),
		Notice: []string{say(w, locales.ExportNoticeDraft), say(w, locales.ExportNoticeUnsubmitted)},
		Facts: []export.Pair{
			{Name: say(w, locales.ExportFactProcedure), Value: w.Title("procedure", string(b.s.proc.ID))},
			{Name: say(w, locales.ExportFactDay), Value: w.Day(b.c.thisDay())},
			{Name: say(w, locales.ExportPacketFactFiles), Value: strconv.Itoa(len(c.Items))},
			{Name: say(w, locales.ExportPacketFactPages), Value: strconv.Itoa(c.Pages)},
		},
		Footer: b.footer(w),
	}
	if len(b.gaps) > 0 {
		d.Notice = append([]string{say(w, locales.ExportPacketForced, "Count", len(b.gaps))}, d.Notice...)
		t := export.Table{Header: []string{say(w, locales.ExportColMaterial), say(w, locales.ExportPacketColGap)}}
		for _, g := range gapsOf(w, b.gaps) {
			t.Rows = append(t.Rows, []string{g.Material, g.Text})
		}
		d.Parts = append(d.Parts, export.Part{Title: say(w, locales.ExportPacketGaps), Tables: []export.Table{t}})
	}
	t := export.Table{
		Header: []string{say(w, locales.ExportPacketColFile), say(w, locales.ExportPacketColName), say(w, locales.ExportPacketColPages), say(w, locales.ExportPacketColMerged)},
		Empty:  say(w, locales.ExportPacketNoFiles),
	}
	for _, it := range c.Items {
		t.Rows = append(t.Rows, []string{it.Path, legible.Line(it.File.Name), pages(it), b.merged(w, it)})
	}
	d.Parts = append(d.Parts, export.Part{Title: say(w, locales.ExportPacketFiles), Tables: []export.Table{t}})
	return d
}

// pages is how many a file has, "" where nobody knows.
func pages(it packet.Item) string {
	switch {
	case it.Pages > 0:
		return strconv.Itoa(it.Pages)
	case it.File.Look != nil && it.File.Look.Pages > 0:
		return strconv.Itoa(it.File.Look.Pages)
	}
	return ""
}

// merged says on which pages of the merged PDF a file is, or why it is not.
func (b *binder) merged(w export.Words, it packet.Item) string {
	switch {
	case it.Why != "":
		return b.why(w, it.Why)
	case it.Pages == 1:
		return strconv.Itoa(it.First)
	}
	return fmt.Sprintf("%d–%d", it.First, it.First+it.Pages-1)
}

// manifest is the table of all files. Materials are named in Chinese, and in
// English beside it where that was asked for.
func (b *binder) manifest(c *packet.Content) [][]string {
	head := []locales.ID{locales.ExportColNumber, locales.ExportColMaterial, locales.ExportPacketColOf, locales.ExportPacketColFile, locales.ExportPacketColName,
		locales.ExportPacketColHash, locales.ExportPacketColSize, locales.ExportPacketColPages, locales.ExportColStatus, locales.ExportPacketColMerged}
	other := slices.IndexFunc(b.langs, func(l locales.Lang) bool { return l != locales.ZH })
	w := b.words[0]
	rows := [][]string{{}}
	for _, id := range head {
		names := make([]string, len(b.words))
		for i, w := range b.words {
			names[i] = say(w, id)
		}
		rows[0] = append(rows[0], strings.Join(slices.Compact(names), " / "))
	}
	if other >= 0 {
		rows[0] = append(rows[0], say(b.words[other], locales.ExportPacketColMaterialOther))
	}
	for _, it := range c.Items {
		r := b.rows[it.Folder]
		of, name := "", b.zh.Row(r)
		if r.Of != nil {
			of, name = legible.Line(r.Of.Text("name")), b.zh.Title("material", string(r.Material.ID))
		}
		row := []string{strconv.Itoa(b.at[it.Folder]), name, of, it.Path, legible.Line(it.File.Name), string(it.File.SHA256),
			strconv.FormatInt(it.File.Size, 10), pages(it), w.Text("term", "status", string(r.Status)), b.merged(w, it)}
		if other >= 0 {
			row = append(row, b.words[other].Row(r))
		}
		rows = append(rows, row)
	}
	return rows
}

// A gapText is a gap in words.
type gapText struct {
	Key      model.MaterialKey `json:"key"`
	Material string            `json:"material"`
	Code     model.GapCode     `json:"code"`
	Text     string            `json:"text"`
}

func gapsOf(w export.Words, gaps []model.Gap) []gapText {
	out := make([]gapText, len(gaps))
	for i, g := range gaps {
		out[i] = gapText{g.Row.Key, w.Row(g.Row), g.Code, w.Gap(g)}
	}
	return out
}

// report is what the command prints as JSON.
func (b *binder) report(done packedFile) map[string]any {
	type file struct {
		Number int               `json:"number"`
		Key    model.MaterialKey `json:"key"`
		Path   string            `json:"path"`
		Name   string            `json:"name"`
		SHA256 model.FileID      `json:"sha256"`
		Size   int64             `json:"size"`
		Pages  int               `json:"pages"`
		First  int               `json:"first"`
		Left   packet.Reason     `json:"left_out"`
	}
	files := []file{}
	for _, it := range done.Items {
		files = append(files, file{b.at[it.Folder], b.rows[it.Folder].Key, it.Path, it.File.Name, it.File.SHA256, it.File.Size, it.Pages, it.First, it.Why})
	}
	return map[string]any{"file": done.File, "sha256": done.SHA256, "size": done.Size, "pages": done.Pages, "files": files, "gaps": gapsOf(b.s.Words, b.gaps)}
}
