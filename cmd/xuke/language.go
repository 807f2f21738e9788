package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/xuke-cli/xuke/store"
)

// The language chosen in the wizard lies in a file of its own, so that help
// and errors know it without opening the database.
const languageFile = "language"

func readLanguage(dir string) string {
	b, err := os.ReadFile(filepath.Join(dir, languageFile))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(b))
}

// backend is the store as the wizard needs it. The language is kept beside
// it, where the commands find it without opening the database.
type backend struct {
	*store.Store
	dir string
}

func (b backend) KeepLanguage(lang string) error {
	return writeFile(filepath.Join(b.dir, languageFile), []byte(lang+"\n"), true)
}
