package model

// The nouns of a packet: model/packet writes one, model/export finds the
// words for it, and neither knows the other.

// A PacketFolder is a row of the material list with its files.
type PacketFolder struct {
	Number int    // of the row in the list, from 1
	Name   string // of the material and whom it is for; fit to be a file name
	Files  []File
}

// PacketContent is what went into a packet.
type PacketContent struct {
	Files []PacketFile
	Pages int // of the merged PDF; 0 where there is none
}

// A PacketFile is a file in a packet.
type PacketFile struct {
	Folder int    // index of its folder
	Path   string // in the ZIP, with slashes
	File   File
	First  int      // its first page in the merged PDF; 0 where it has none
	Pages  int      // how many it has there
	Why    Unmerged // why it has none
}

// Left returns the files that are no part of the merged PDF.
func (c *PacketContent) Left() []PacketFile {
	var left []PacketFile
	for _, f := range c.Files {
		if f.Why != "" {
			left = append(left, f)
		}
	}
	return left
}

// Unmerged says why a file is no part of the merged PDF.
type Unmerged string

// Reasons to leave a file out of the merged PDF.
const (
	NoPicture Unmerged = "no-picture" // neither PDF nor a picture that is understood
	Protected Unmerged = "protected"  // needs a password, or forbids changes
	Broken    Unmerged = "broken"
	TooLarge  Unmerged = "too-large" // more pixels than are unpacked
	TooSlow   Unmerged = "too-slow"
	ManyPages Unmerged = "many-pages" // a TIFF of several
)

// A PacketPaper is a document that lies beside the folders.
type PacketPaper struct {
	Name string
	Data []byte
}
