package check_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	pdf "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
)

// The files that are made here rather than kept: each is what its name says.

// sheet is a white page with a few lines of grey, and a red seal if wanted.
func sheet(w, h int, seal bool) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{250, 250, 250, 255}
			if y%20 == 0 {
				c = color.RGBA{60, 60, 60, 255}
			}
			if seal && x < w/10 && y < h/10 {
				c = color.RGBA{200, 20, 20, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func jpegOf(m image.Image, segments ...[]byte) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		panic(err)
	}
	out := append([]byte{}, b.Bytes()[:2]...)
	for _, s := range segments {
		out = append(out, s...)
	}
	return append(out, b.Bytes()[2:]...)
}

func jfif(unit byte, density uint16) []byte {
	s := []byte{0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, unit}
	s = binary.BigEndian.AppendUint16(s, density)
	s = binary.BigEndian.AppendUint16(s, density)
	return append(s, 0, 0)
}

// exif says which way is up.
func exif(orientation byte) []byte {
	tiff := []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(orientation) + "\x00\x00\x00\x00\x00\x00")
	s := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(8+len(tiff)))
	return append(append(s, "Exif\x00\x00"...), tiff...)
}

func pngOf(m image.Image) []byte {
	return encoded(func(b *bytes.Buffer) error { return png.Encode(b, m) })
}
func bmpOf(m image.Image) []byte {
	return encoded(func(b *bytes.Buffer) error { return bmp.Encode(b, m) })
}
func gifOf(m image.Image) []byte {
	return encoded(func(b *bytes.Buffer) error { return gif.Encode(b, m, nil) })
}
func tiffOf(m image.Image) []byte {
	return encoded(func(b *bytes.Buffer) error { return tiff.Encode(b, m, nil) })
}

func encoded(write func(*bytes.Buffer) error) []byte {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// pdfOf writes a PDF with a page of A4 for each picture; nil is an empty page.
func pdfOf(pictures ...[]byte) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(text string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), text)
	}
	b.WriteString("%PDF-1.4\n")
	kids := make([]string, len(pictures))
	for i := range pictures {
		kids[i] = fmt.Sprintf("%d 0 R", 3+2*i)
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object(fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 595 842]>>", strings.Join(kids, " "), len(kids)))
	for i, p := range pictures {
		if p == nil {
			object("<</Type/Page/Parent 2 0 R/Resources<<>>>>")
			object("null")
			continue
		}
		c, err := jpeg.DecodeConfig(bytes.NewReader(p))
		if err != nil {
			panic(err)
		}
		object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/Resources<</XObject<</I %d 0 R>>>>>>", 4+2*i))
		object(fmt.Sprintf("<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode/Length %d>>stream\n%s\nendstream", c.Width, c.Height, len(p), p))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

// locked encrypts a PDF; without a user password it still opens.
func locked(t *testing.T, data []byte, user string) []byte {
	t.Helper()
	conf := pdf.NewAESConfiguration(user, "owner", 256)
	var b bytes.Buffer
	if err := api.Encrypt(bytes.NewReader(data), &b, conf); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func fixChecksum(chunk, sum []byte) { binary.BigEndian.PutUint32(sum, crc32.ChecksumIEEE(chunk)) }

// twoPages adds a directory of nothing behind the only one.
func twoPages(tiff []byte) []byte {
	at := int(binary.LittleEndian.Uint32(tiff[4:]))
	next := at + 2 + 12*int(binary.LittleEndian.Uint16(tiff[at:]))
	tiff = append(tiff, make([]byte, len(tiff)%2)...)
	binary.LittleEndian.PutUint32(tiff[next:], uint32(len(tiff)))
	return append(tiff, make([]byte, 6)...)
}

// endlessTIFF has a directory that names itself as the next one.
func endlessTIFF() []byte { return []byte("II*\x00\x08\x00\x00\x00\x00\x00\x08\x00\x00\x00") }
