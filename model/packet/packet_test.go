package packet_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	pdf "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/packet"
)

// A vault keeps contents by their ids.
type vault map[model.FileID][]byte

func (v vault) add(name string, data []byte) model.File {
	sum := sha256.Sum256(data)
	id := model.FileID(hex.EncodeToString(sum[:]))
	v[id] = data
	return model.File{Name: name, SHA256: id, Size: int64(len(data))}
}

type content struct{ *bytes.Reader }

func (content) Close() error { return nil }

func (v vault) open(id model.FileID) (io.ReadSeekCloser, error) {
	data, ok := v[id]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return content{bytes.NewReader(data)}, nil
}

// twoPages is a PDF whose size and resources stand in the page tree, and whose
// first page leads to its second by an annotation.
func twoPages(text string) []byte {
	var b bytes.Buffer
	var at []int
	object := func(body string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), body)
	}
	b.WriteString("%PDF-1.4\n")
	object("<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>")
	object("<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/MediaBox[0 0 595 842]/Rotate 90/Resources<</Font<</F 5 0 R>>>>>>")
	object("<</Type/Page/Parent 2 0 R/Contents 6 0 R/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[4 0 R/Fit]>>]>>")
	object("<</Type/Page/Parent 2 0 R/Contents 6 0 R>>")
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
	draw := "BT /F 20 Tf 50 700 Td (" + text + ") Tj ET"
	object(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(draw), draw))
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return b.Bytes()
}

func locked(t *testing.T) []byte {
	t.Helper()
	pdf.ConfigPath = "disable"
	var b bytes.Buffer
	if err := api.Encrypt(bytes.NewReader(twoPages("x")), &b, pdf.NewAESConfiguration("secret", "owner", 256)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// photo is a JPEG that is red on its left, with an orientation.
func photo(t *testing.T, orientation byte) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 40, 20))
	for y := range 20 {
		for x := range 40 {
			img.Set(x, y, color.RGBA{uint8(255 - 6*x), 0, uint8(6 * x), 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	exif := []byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00")
	exif = append(exif, orientation, 0, 0, 0, 0, 0, 0)
	segment := append([]byte{0xFF, 0xE1, 0, byte(len(exif) + 2)}, exif...)
	return slices.Concat(b.Bytes()[:2], segment, b.Bytes()[2:])
}

func drawing(t *testing.T) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 30, 50))
	img.Set(1, 1, color.NRGBA{0, 0, 0, 128})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sample is a plan over files of every kind, and the vault that has them.
func sample(t *testing.T) (packet.Plan, vault) {
	t.Helper()
	v := vault{}
	whole := photo(t, 6)
	plan := packet.Plan{
		Day: model.Date{Year: 2026, Month: 11, Day: 26}, Merged: "00-全部扫描件.pdf",
		Folders: []model.PacketFolder{
			{Number: 2, Name: "营业执照副本", Files: []model.File{v.add("执照.PDF", twoPages("licence"))}},
			{Number: 5, Name: "股东身份证-张三", Files: []model.File{
				v.add("正面.jpg", whole), v.add("反面.png", drawing(t)), v.add("说明.docx", []byte("PK\x03\x04 a letter")),
			}},
			{Number: 12, Name: "其他", Files: []model.File{
				v.add("x.pdf", locked(t)), v.add("半张.jpeg", whole[:len(whole)-40]), v.add("../../etc/passwd", []byte("no ending")),
				v.add("bad.pdf", []byte("%PDF-1.7\nnothing")), v.add("zero", nil),
			}},
		},
		Note: func(left []model.PacketFile) (string, []byte, error) {
			return "未并入的文件", twoPages(fmt.Sprint(len(left))), nil
		},
		Papers: func(c *model.PacketContent) ([]model.PacketPaper, error) {
			text := ""
			for _, f := range c.Files {
				text += fmt.Sprintln(f.File.SHA256, f.Path)
			}
			return []model.PacketPaper{{Name: "00-说明.txt", Data: []byte(text)}}, nil
		},
	}
	return plan, v
}

func write(t *testing.T, plan packet.Plan, v vault) ([]byte, *model.PacketContent) {
	t.Helper()
	var b bytes.Buffer
	c, err := packet.Write(t.Context(), &b, plan, v.open, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), c
}

func TestWrite(t *testing.T) {
	plan, v := sample(t)
	data, c := write(t, plan, v)
	want := []struct {
		path         string
		first, pages int
		why          model.Unmerged
	}{
		{"02-营业执照副本/02-1 营业执照副本.pdf", 1, 2, ""},
		{"05-股东身份证-张三/05-1 股东身份证-张三.jpg", 3, 1, ""},
		{"05-股东身份证-张三/05-2 股东身份证-张三.png", 4, 1, ""},
		{"05-股东身份证-张三/05-3 股东身份证-张三.docx", 0, 0, model.NoPicture},
		{"12-其他/12-1 其他.pdf", 0, 0, model.Protected},
		{"12-其他/12-2 其他.jpeg", 0, 0, model.Broken},
		{"12-其他/12-3 其他", 0, 0, model.NoPicture},
		{"12-其他/12-4 其他.pdf", 0, 0, model.Broken},
		{"12-其他/12-5 其他", 0, 0, model.NoPicture},
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Files) != len(want) || len(r.File) != len(want)+2 || c.Pages != 6 {
		t.Fatalf("%d items, %d files, %d pages", len(c.Files), len(r.File), c.Pages)
	}
	for i, w := range want {
		it := c.Files[i]
		if it.Path != w.path || it.First != w.first || it.Pages != w.pages || it.Why != w.why {
			t.Errorf("item %+v, want %+v", it, w)
		}
		if got := contentOf(t, r.File[i]); r.File[i].Name != w.path || !bytes.Equal(got, v[it.File.SHA256]) {
			t.Errorf("%s holds %d bytes", r.File[i].Name, len(got))
		}
	}
	for _, f := range r.File {
		if f.Mode() != 0o644 || f.Modified.Format("2006-01-02") != "2026-11-26" || f.NonUTF8 {
			t.Errorf("%s: %v %v", f.Name, f.Mode(), f.Modified)
		}
	}
	about := contentOf(t, r.File[len(r.File)-1])
	if got := strings.Count(string(about), "\n"); got != len(want) {
		t.Errorf("the paper names %d files: %s", got, about)
	}
}

func contentOf(t *testing.T, f *zip.File) []byte {
	t.Helper()
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestMerged(t *testing.T) {
	plan, v := sample(t)
	data, c := write(t, plan, v)
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	merged := contentOf(t, r.File[len(c.Files)])
	pdf.ConfigPath = "disable"
	if err := api.Validate(bytes.NewReader(merged), pdf.NewDefaultConfiguration()); err != nil {
		t.Fatal(err)
	}
	marks, err := api.Bookmarks(bytes.NewReader(merged), pdf.NewDefaultConfiguration())
	if err != nil {
		t.Fatal(err)
	}
	want := "02 营业执照副本 1; 05 股东身份证-张三 3 (05-1 股东身份证-张三 3; 05-2 股东身份证-张三 4); 未并入的文件 5"
	if got := outline(marks); got != want {
		t.Errorf("bookmarks %s", got)
	}
	dims, err := api.PageDims(bytes.NewReader(merged), pdf.NewDefaultConfiguration())
	if err != nil {
		t.Fatal(err)
	}
	// The photo lies and is turned, so that its page stands.
	if got := dims[2]; got.Width > got.Height {
		t.Errorf("the page of the photo is %v", got)
	}
	for _, s := range []string{"JavaScript", "app.alert", "CreationDate", "ModDate", "/ID"} {
		if bytes.Contains(merged, []byte(s)) {
			t.Errorf("the merged PDF holds %s", s)
		}
	}
}

func outline(marks []pdfcpu.Bookmark) string {
	var parts []string
	for _, m := range marks {
		s := fmt.Sprintf("%s %d", m.Title, m.PageFrom)
		if len(m.Kids) > 0 {
			s += " (" + outline(m.Kids) + ")"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}

func TestSameBytes(t *testing.T) {
	plan, v := sample(t)
	one, _ := write(t, plan, v)
	two, _ := write(t, plan, v)
	if !bytes.Equal(one, two) {
		t.Error("the same plan gives other bytes")
	}
}

func TestDamaged(t *testing.T) {
	plan, v := sample(t)
	f := plan.Folders[1].Files[1]
	v[f.SHA256] = append(bytes.Clone(v[f.SHA256]), 'x')
	_, err := packet.Write(t.Context(), io.Discard, plan, v.open, nil)
	damaged, ok := errors.AsType[*packet.DamagedError](err)
	if !ok || damaged.File.SHA256 != f.SHA256 || damaged.Path != "05-股东身份证-张三/05-2 股东身份证-张三.png" {
		t.Errorf("error %v", err)
	}
	delete(v, f.SHA256)
	_, err = packet.Write(t.Context(), io.Discard, plan, v.open, nil)
	if gone, ok := errors.AsType[*packet.DamagedError](err); !ok || !gone.Gone() || gone.File.SHA256 != f.SHA256 {
		t.Errorf("a file that is not there: %v", err)
	}
}

func TestCancelled(t *testing.T) {
	plan, v := sample(t)
	ctx, cancel := context.WithCancel(t.Context())
	tell := func(done, _ int) {
		if done == 3 {
			cancel()
		}
	}
	if _, err := packet.Write(ctx, io.Discard, plan, v.open, tell); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestNameThatLeads(t *testing.T) {
	plan, v := sample(t)
	plan.Folders[0].Name = "x/../../../y"
	if _, err := packet.Write(t.Context(), io.Discard, plan, v.open, nil); err == nil {
		t.Error("a name leads out of the packet")
	}
}

var drawn = regexp.MustCompile(`cm (\S+) (\S+) (\S+) (\S+) (\S+) (\S+) cm /P Do`)

// Where the corners that a JPEG stores first, top left and top right, are to
// be seen (x to the right, y upwards), by EXIF orientation.
func TestOrientation(t *testing.T) {
	plan, v := sample(t)
	plan.Folders = plan.Folders[1:2]
	plan.Folders[0].Files = nil
	for o := range byte(8) {
		plan.Folders[0].Files = append(plan.Folders[0].Files, v.add("x.jpg", photo(t, o+1)))
	}
	data, _ := write(t, plan, v)
	want := [][4]float64{
		{0, 1, 1, 1}, {1, 1, 0, 1}, {1, 0, 0, 0}, {0, 0, 1, 0},
		{0, 1, 0, 0}, {1, 1, 1, 0}, {1, 0, 1, 1}, {0, 0, 0, 1},
	}
	found := drawn.FindAllSubmatch(data, -1) // the merged PDF is stored as it is
	if len(found) != len(want) {
		t.Fatalf("%d pictures", len(found))
	}
	for i, w := range want {
		var m [6]float64
		for j := range m {
			m[j], _ = strconv.ParseFloat(string(found[i][j+1]), 64)
		}
		at := func(x, y float64) (float64, float64) { return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5] }
		var got [4]float64
		got[0], got[1] = at(0, 1)
		got[2], got[3] = at(1, 1)
		if got != w {
			t.Errorf("orientation %d: %v, want %v", i+1, got, w)
		}
	}
}
