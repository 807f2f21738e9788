package collect

import "github.com/xuke-cli/xuke/model"

// A Confidence says how sure a proposal is.
type Confidence string

// Confidences.
const (
	Sure   Confidence = "sure"   // the name says it, and nothing speaks against it
	Likely Confidence = "likely" // said less plainly: by initials, or by the folder
	Unsure Confidence = "unsure" // a person has to say
)

// Confidences lists them, the highest first.
var Confidences = []Confidence{Sure, Likely, Unsure}

// AtLeast reports whether c is as high as least.
func (c Confidence) AtLeast(least Confidence) bool {
	for _, o := range Confidences {
		if o == c {
			return true
		}
		if o == least {
			return false
		}
	}
	return false
}

// A Code says why a file is where it is, or why it is left aside.
type Code string

// Why a row was proposed. The Word of a Reason is what was found.
const (
	Named      Code = "named"    // the file's name has a word for the material
	Hinted     Code = "hinted"   // or a word that several materials share
	Sounds     Code = "sounds"   // or its pinyin
	Initials   Code = "initials" // or the initials of that
	FolderSays Code = "folder"   // the folder's name has the word
	Person     Code = "person"   // the person is named
)

// Why a person has to decide.
const (
	SeveralFit Code = "several"  // rows fit about as well
	TooLittle  Code = "little"   // only a word that several materials share
	MoreWords  Code = "more"     // the name says something that is not understood
	OtherParty Code = "other"    // and may be another company's, or person's
	NoPerson   Code = "whose"    // the row is a person's, and the name does not say whose
	Template   Code = "template" // the name says that it is no document yet
	Guide      Code = "guide"    // or about one
	Old        Code = "old"      // or no longer one
	Draft      Code = "draft"    // or not finished
	Versions   Code = "versions" // several files differ only in their version or format
)

// A Reason is a Code with the word that it is about, "" for none.
type Reason struct {
	Code Code
	Word string
}

// A Placement is a file with the row that is proposed for it. An Unsure one
// has the rows that it may belong to, the best first; a file that nothing is
// known about has no row at all.
type Placement struct {
	File
	Key        model.MaterialKey // "" for none
	Confidence Confidence
	Why        []Reason
	Candidates []model.MaterialKey // of an Unsure one; Key is the first
	Also       []model.MaterialKey // other rows that the same file serves; none of an Unsure one
}

// Rows lists the rows that the file is proposed for.
func (p Placement) Rows() []model.MaterialKey {
	return append([]model.MaterialKey{p.Key}, p.Also...)
}

// A Proposal says where the files of a folder may belong. Files that belong
// together follow each other in the order of their pages.
type Proposal struct {
	Placed   []Placement // Sure and Likely, in the order of the list
	Unsure   []Placement
	Unplaced []File
	Skipped  []Skip // Attached or Duplicate
}
