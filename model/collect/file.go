package collect

import (
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A File is a file in the folder, or in an archive of it.
type File struct {
	Path string // in the folder, with slashes; an archive counts as a folder
	Size int64  // bytes
	Page int    // its place among files that belong together, from 1; 0 for none

	base    string // the name without the number of the page
	bracket bool   // the number stands in brackets
}

// Name is the last part of the path.
func (f File) Name() string { return path.Base(f.Path) }

// endings are those of documents. Names like 承诺书.pdf.pdf have two.
var endings = map[string]bool{
	".pdf": true, ".jpg": true, ".jpeg": true, ".png": true, ".webp": true, ".tif": true, ".tiff": true, ".bmp": true, ".gif": true,
	".heic": true, ".heif": true, ".ofd": true, ".doc": true, ".docx": true, ".wps": true, ".rtf": true, ".odt": true, ".xls": true,
	".xlsx": true, ".et": true, ".csv": true, ".ods": true, ".ppt": true, ".pptx": true, ".dps": true, ".txt": true, ".md": true,
	".vsd": true, ".vsdx": true,
}

// images are the endings of pictures, of which several may be one document.
var images = map[string]bool{
	".jpg": true, ".jpeg": true, ".png": true, ".webp": true, ".tif": true, ".tiff": true, ".bmp": true, ".heic": true, ".heif": true,
}

func ending(name string) string {
	return strings.ToLower(path.Ext(strings.TrimSpace(norm.NFKC.String(name))))
}

// stem is the name of a file without folder and endings.
func stem(p string) string {
	s := strings.TrimSpace(norm.NFKC.String(path.Base(p)))
	for endings[ending(s)] && len(s) > len(path.Ext(s)) {
		s = strings.TrimSpace(strings.TrimSuffix(s, path.Ext(s)))
	}
	return s
}
