package packet

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/png" // decoders
	"io"
	"strconv"

	_ "golang.org/x/image/bmp"
	_ "golang.org/x/image/tiff"
	_ "golang.org/x/image/webp"

	"github.com/xuke-cli/xuke/model"
)

// Sizes of a page of A4, in points.
const a4Short, a4Long = 595.28, 841.89

// maxPixels is the most that is unpacked: A3 at 600 dpi has 70 million.
const maxPixels = 100_000_000

// addPicture adds a page with a picture on it, upright and as large as fits.
func (b *book) addPicture(begin []byte, from io.ReadSeeker) error {
	switch {
	case bytes.HasPrefix(begin, []byte("\xFF\xD8")):
		return b.addJPEG(from)
	case bytes.HasPrefix(begin, []byte("II*\x00")), bytes.HasPrefix(begin, []byte("MM\x00*")):
		if many, err := severalPages(from); err != nil {
			return refuse(model.Broken, err)
		} else if many {
			return refuse(model.ManyPages, errors.New("a TIFF of several pages"))
		}
	}
	return b.addPixels(from)
}

// addJPEG puts a JPEG into the PDF as it is.
func (b *book) addJPEG(from io.ReadSeeker) error {
	h, err := readJPEG(&reader{b.ctx, from})
	if err != nil {
		if b.ctx.Err() != nil {
			return b.ctx.Err()
		}
		return refuse(model.Broken, err)
	}
	if _, err := from.Seek(0, io.SeekStart); err != nil {
		return err
	}
	keys := "/ColorSpace/" + map[int]string{1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}[h.components]
	if h.components == 4 && h.adobe {
		keys += "/Decode[1 0 1 0 1 0 1 0]"
	}
	n := b.reserve()
	b.image(n, h.width, h.height, keys+"/Filter/DCTDecode", func(w io.Writer) error {
		_, err := io.Copy(w, &reader{b.ctx, from})
		return err
	})
	b.show(n, h.width, h.height, h.orientation)
	return b.err
}

// addPixels unpacks a picture and packs it again. What shines through becomes
// white.
func (b *book) addPixels(from io.ReadSeeker) error {
	c, _, err := image.DecodeConfig(from)
	switch {
	case errors.Is(err, image.ErrFormat):
		return refuse(model.NoPicture, err)
	case err != nil:
		return refuse(model.Broken, err)
	case c.Width <= 0 || c.Height <= 0:
		return refuse(model.Broken, errors.New("a picture without size"))
	case c.Width > maxPixels/c.Height:
		return refuse(model.TooLarge, fmt.Errorf("%d×%d pixels", c.Width, c.Height))
	}
	if _, err := from.Seek(0, io.SeekStart); err != nil {
		return err
	}
	img, err := decode(&reader{b.ctx, from})
	if err != nil {
		if b.ctx.Err() != nil {
			return b.ctx.Err()
		}
		return refuse(model.Broken, err)
	}
	keys, row := "/ColorSpace/DeviceRGB", rgb
	if grey(img) {
		keys, row = "/ColorSpace/DeviceGray", luma
	}
	n := b.reserve()
	r := img.Bounds()
	b.image(n, r.Dx(), r.Dy(), keys+"/Filter/FlateDecode", func(w io.Writer) error {
		z := zlib.NewWriter(w)
		line := make([]byte, 0, 3*r.Dx())
		for y := r.Min.Y; y < r.Max.Y; y++ {
			line = line[:0]
			for x := r.Min.X; x < r.Max.X; x++ {
				line = row(line, img.At(x, y))
			}
			if _, err := z.Write(line); err != nil {
				return err
			}
		}
		return z.Close()
	})
	b.show(n, r.Dx(), r.Dy(), 1)
	return b.err
}

// decode decodes a picture; a decoder that panics has met a broken one.
func decode(from io.Reader) (img image.Image, err error) {
	defer func() {
		if bug := recover(); bug != nil {
			err = fmt.Errorf("%v", bug)
		}
	}()
	img, _, err = image.Decode(from)
	return img, err
}

func grey(img image.Image) bool {
	m := img.ColorModel()
	return m == color.GrayModel || m == color.Gray16Model
}

func rgb(line []byte, c color.Color) []byte {
	r, g, b, a := c.RGBA()
	white := 0xFFFF - a
	return append(line, byte((r+white)>>8), byte((g+white)>>8), byte((b+white)>>8))
}

func luma(line []byte, c color.Color) []byte {
	y, _, _, _ := c.RGBA()
	return append(line, byte(y>>8))
}

// image writes the picture itself.
func (b *book) image(n, width, height int, keys string, data func(io.Writer) error) {
	b.stream(n, fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8%s", width, height, keys), data)
}

// turns are the matrices that bring a picture of 1 by 1 upright, by EXIF
// orientation.
var turns = map[int][6]float64{
	1: {1, 0, 0, 1, 0, 0}, 2: {-1, 0, 0, 1, 1, 0}, 3: {-1, 0, 0, -1, 1, 1}, 4: {1, 0, 0, -1, 0, 1},
	5: {0, -1, -1, 0, 1, 1}, 6: {0, -1, 1, 0, 0, 1}, 7: {0, 1, 1, 0, 0, 0}, 8: {0, 1, -1, 0, 1, 0},
}

// show writes the page that a picture fills, lying where the picture is wider
// than high. A small picture is not blown up beyond a point for each pixel.
func (b *book) show(picture, width, height, orientation int) {
	w, h := float64(width), float64(height)
	if orientation >= 5 {
		w, h = h, w
	}
	pw, ph := a4Short, a4Long
	if w > h {
		pw, ph = ph, pw
	}
	scale := min(pw/w, ph/h, 1)
	w, h = w*scale, h*scale
	m := turns[orientation]
	draw := fmt.Sprintf("q %s 0 0 %s %s %s cm %s %s %s %s %s %s cm /P Do Q", num(w), num(h), num((pw-w)/2), num((ph-h)/2),
		num(m[0]), num(m[1]), num(m[2]), num(m[3]), num(m[4]), num(m[5]))
	content := b.reserve()
	b.stream(content, "", func(to io.Writer) error { _, err := io.WriteString(to, draw); return err })
	b.page(fmt.Sprintf("/MediaBox[0 0 %s %s]/Resources<</XObject<</P %d 0 R>>>>/Contents %d 0 R", num(pw), num(ph), picture, content))
}

func num(f float64) string { return strconv.FormatFloat(f, 'f', 3, 64) }

// severalPages reports whether a TIFF has a second picture, which decoders do
// not show.
func severalPages(from io.ReadSeeker) (bool, error) {
	head := make([]byte, 8)
	if _, err := io.ReadFull(from, head); err != nil {
		return false, err
	}
	var order binary.ByteOrder = binary.LittleEndian
	if head[0] == 'M' {
		order = binary.BigEndian
	}
	at := int64(order.Uint32(head[4:]))
	var n uint16
	var next uint32
	_, err := from.Seek(at, io.SeekStart)
	err = errors.Join(err, binary.Read(from, order, &n))
	if err != nil {
		return false, err
	}
	_, err = from.Seek(at+2+12*int64(n), io.SeekStart)
	err = errors.Join(err, binary.Read(from, order, &next))
	if err != nil {
		return false, err
	}
	_, err = from.Seek(0, io.SeekStart)
	return next != 0, err
}
