package main

import (
	"os"
	"path/filepath"
	"strings"
)

// languageFile keeps the language that was chosen in the wizard. It lies beside
// the database, so that help and errors need not open that.
const languageFile = "language"

// longestLanguage is more than any name of a language has, in bytes.
const longestLanguage = 64

// readLanguage returns the name in the file, or "". It reads before every
// command, so whatever else lies there must not hold it up.
func readLanguage(dir string) string {
	name := filepath.Join(dir, languageFile)
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() || info.Size() > longestLanguage {
		return ""
	}
	b, err := readSmall(name)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(b))
}

func keepLanguage(w writer, dir, lang string) error {
	return w.save(filepath.Join(dir, languageFile), []byte(lang+"\n"), true)
}
