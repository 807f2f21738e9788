package model

import (
	"path"
	"slices"
	"strings"
)

// A Look is what a file turned out to be when its content was looked at. It
// depends on the bytes alone, neither on the name of the file nor on what it
// is for, so equal files share it; what it means for a material is for
// Inspect to say.
//
// Zero values mean "not known": a file of no known DPI is not one of 0 DPI.
type Look struct {
	Format      Format   `json:"format,omitempty"`
	Pages       int      `json:"pages,omitempty"`       // 1 for a single image
	Width       int      `json:"width,omitempty"`       // of the image, or of the smallest page scan in a PDF; pixels
	Height      int      `json:"height,omitempty"`      // pixels, before Orientation is applied
	DPI         int      `json:"dpi,omitempty"`         // stated by the file, or worked out from page size and pixels
	Tone        Tone     `json:"tone,omitempty"`        // of what is seen, not of the format: a colour file may hold grey only
	Orientation int      `json:"orientation,omitempty"` // EXIF, 1 to 8; 1 is upright as stored
	Places      int      `json:"places,omitempty"`      // of a document: marks that are still to be replaced
	Defects     []Defect `json:"defects,omitempty"`
	Doubt       Doubt    `json:"doubt,omitempty"` // why the look is not complete; "" where it is
}

// Has reports whether the look found that defect.
func (l *Look) Has(d Defect) bool { return slices.Contains(l.Defects, d) }

// Upright reports whether the image is stored as it is to be read, or nothing
// says otherwise.
func (l *Look) Upright() bool { return l.Orientation <= 1 }

// A Format is what a file is by its content.
type Format string

// Formats. A portal takes PDF and JPEG; the others are known so that they can
// be named.
const (
	PDF    Format = "pdf"
	JPEG   Format = "jpeg"
	PNG    Format = "png"
	GIF    Format = "gif"
	WebP   Format = "webp"
	TIFF   Format = "tiff"
	BMP    Format = "bmp"
	HEIC   Format = "heic" // what telephones take
	OFD    Format = "ofd"
	DOCX   Format = "docx"
	XLSX   Format = "xlsx"
	Office Format = "office" // Word, Excel and WPS before 2007
	ZIP    Format = "zip"
	HTML   Format = "html"
	Other  Format = "other" // none of these
)

// Image reports whether the file is a single picture.
func (f Format) Image() bool {
	return slices.Contains([]Format{JPEG, PNG, GIF, WebP, TIFF, BMP, HEIC}, f)
}

// Draft reports whether it is a document that is still being written in.
func (f Format) Draft() bool { return f == DOCX || f == XLSX || f == Office }

// The endings that go with a format, the usual one first.
var endings = map[Format][]string{
	PDF: {"pdf"}, JPEG: {"jpg", "jpeg", "jpe", "jfif"}, PNG: {"png"}, GIF: {"gif"}, WebP: {"webp"},
	TIFF: {"tif", "tiff"}, BMP: {"bmp", "dib"}, HEIC: {"heic", "heif", "hif", "avif"}, OFD: {"ofd"},
	DOCX: {"docx", "docm"}, XLSX: {"xlsx", "xlsm", "et"}, Office: {"doc", "xls", "ppt", "wps", "et", "dps"},
	ZIP: {"zip"}, HTML: {"html", "htm", "mht"},
}

// Ending returns the usual ending of the format without the dot, "" for Other.
func (f Format) Ending() string {
	if all := endings[f]; len(all) > 0 {
		return all[0]
	}
	return ""
}

// Fits reports whether a file of that name says truly what it is. A name
// without an ending says nothing, and nothing false.
func (f Format) Fits(name string) bool {
	ending := EndingOf(name)
	return ending == "" || f == Other || slices.Contains(endings[f], ending)
}

// EndingOf returns the ending of a file's name in lower case, without the dot.
func EndingOf(name string) string { return strings.ToLower(strings.TrimPrefix(path.Ext(name), ".")) }

// A Tone says whether there is colour in a picture.
type Tone string

// Tones; "" where nothing is known.
const (
	Colour Tone = "colour"
	Grey   Tone = "grey" // or black and white
)

// A Defect is something wrong with a file whatever it is for.
type Defect string

// Defects.
const (
	EmptyFile     Defect = "empty"          // no bytes
	Truncated     Defect = "truncated"      // begins well and ends too early
	Damaged       Defect = "damaged"        // is of its format and cannot be read
	NeedsPassword Defect = "needs-password" // cannot be opened without one
	Restricted    Defect = "restricted"     // opens, but printing or copying is forbidden
	NoPages       Defect = "no-pages"       // a document of nothing
)

// A Doubt says why a look could not be finished, so that nothing is concluded
// from what it did not find.
type Doubt string

// Doubts.
const (
	TooManyPixels Doubt = "too-many-pixels" // over the cap of what is unpacked
	TookTooLong   Doubt = "took-too-long"
	NotReadable   Doubt = "not-readable" // the disk gave an error
	NotLookedInto Doubt = "not-looked-into"
)
