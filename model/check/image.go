package check

import (
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
	"golang.org/x/image/webp"

	"github.com/xuke-cli/xuke/model"
)

// What a picture may cost. A page of A4 at 600 dpi has 35 million pixels.
const (
	maxPixels   = 100_000_000
	maxUnpacked = 256 << 20 // bytes
	maxPicture  = 256 << 20 // bytes of the file, which is walked through
)

// unpacking is held while a picture is unpacked: one at a time, however many
// files are looked at.
var unpacking = make(chan struct{}, 1)

type codec struct {
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

var codecs = map[model.Format]codec{
	model.JPEG: {jpeg.DecodeConfig, jpeg.Decode},
	model.PNG:  {png.DecodeConfig, png.Decode},
	model.GIF:  {gif.DecodeConfig, gif.Decode},
	model.WebP: {webp.DecodeConfig, webp.Decode},
	model.TIFF: {tiff.DecodeConfig, tiff.Decode},
	model.BMP:  {bmp.DecodeConfig, bmp.Decode},
}

// image looks at a picture: what its header says, whether it ends where it
// should, and then its pixels.
func (f *file) image(format model.Format) model.Look {
	l := model.Look{Format: format, Pages: 1}
	if f.size > maxPicture {
		l.Doubt = model.NotLookedInto
		return l
	}
	heavy := false // needs its coefficients in memory beside the pixels
	switch format {
	case model.JPEG:
		heavy = f.jpeg(&l)
	case model.PNG:
		f.png(&l)
	case model.TIFF:
		f.tiff(&l)
	}
	if l.Doubt != "" || l.Has(model.Damaged) {
		return l
	}
	c := codecs[format]
	config, err := c.config(f.reader())
	if err != nil {
		f.conclude(&l, model.Damaged, err)
		return l
	}
	if config.Width <= 0 || config.Height <= 0 {
		f.conclude(&l, model.Damaged, errNoPixels)
		return l
	}
	l.Width, l.Height = config.Width, config.Height
	if l.Has(model.Truncated) {
		return l
	}
	if !affordable(config, heavy) {
		f.conclude(&l, model.Damaged, errTooManyPixels)
		return l
	}
	picture, err := f.unpack(c, f.reader())
	if err != nil {
		f.conclude(&l, model.Damaged, err)
		return l
	}
	l.Tone = toneOf(picture)
	return l
}

var errNoPixels = errors.New("a picture of nothing")

func affordable(c image.Config, heavy bool) bool {
	pixels := int64(c.Width) * int64(c.Height)
	if c.Width > maxPixels || c.Height > maxPixels || pixels > maxPixels { // the first two keep pixels from overflowing
		return false
	}
	each := int64(4)
	switch c.ColorModel {
	case color.GrayModel:
		each = 1
	case color.YCbCrModel:
		each = 3
	case color.NRGBA64Model, color.RGBA64Model:
		each = 8
	}
	if heavy {
		each += 6
	}
	return pixels*each <= maxUnpacked
}

// unpack decodes a picture when its turn has come.
func (f *file) unpack(c codec, r io.Reader) (image.Image, error) {
	select {
	case unpacking <- struct{}{}:
		defer func() { <-unpacking }()
	case <-f.ctx.Done():
		return nil, f.ctx.Err()
	}
	return c.decode(r)
}

// A picture is in colour when at least one of so many pixels is: a red seal
// on a page of black print is in colour, the noise of a grey scan is not.
const (
	colourful = 24   // how far the channels of a pixel lie apart, of 255
	oneIn     = 4000 // pixels
	samples   = 500_000
)

// toneOf looks at the pixels, or at a grid of them where there are many.
func toneOf(m image.Image) model.Tone {
	switch m.(type) {
	case *image.Gray, *image.Gray16:
		return model.Grey
	}
	b := m.Bounds()
	step := 1
	for b.Dx()/step*(b.Dy()/step) > samples {
		step++
	}
	at := func(x, y int) (r, g, b uint32) { r, g, b, _ = m.At(x, y).RGBA(); return }
	if m, ok := m.(image.RGBA64Image); ok { // does not allocate
		at = func(x, y int) (r, g, b uint32) {
			c := m.RGBA64At(x, y)
			return uint32(c.R), uint32(c.G), uint32(c.B)
		}
	}
	seen, coloured := 0, 0
	for y := b.Min.Y; y < b.Max.Y; y += step {
		for x := b.Min.X; x < b.Max.X; x += step {
			r, g, bl := at(x, y)
			seen++
			if max(r, g, bl)-min(r, g, bl) >= colourful<<8 {
				coloured++
			}
		}
	}
	switch {
	case seen == 0:
		return ""
	case coloured > 0 && coloured*oneIn >= seen:
		return model.Colour
	}
	return model.Grey
}
