package model

// A Look is what was seen in a file: facts, and no judgement.
type Look struct {
	Format Format `json:"format,omitempty"`
	Pages  int    `json:"pages,omitempty"` // 0 where not known
}

// A Format is a kind of file, told by its content. "" is none that is known.
type Format string
