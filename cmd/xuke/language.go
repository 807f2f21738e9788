package main

import (
	"os"
	"path/filepath"
	"strings"
)

// languageFile keeps the language that was chosen in the wizard. It lies beside
// the database, so that help and errors need not open that.
const languageFile = "language"

func readLanguage(dir string) string {
	b, err := os.ReadFile(filepath.Join(dir, languageFile))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(b))
}

func keepLanguage(w writer, dir, lang string) error {
	return w.save(filepath.Join(dir, languageFile), []byte(lang+"\n"), true)
}
