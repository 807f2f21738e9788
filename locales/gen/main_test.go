package main

import (
	"bytes"
	"os"
	"testing"
)

func TestGeneratedFileIsUpToDate(t *testing.T) {
	want, err := generate("../texts")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../ids_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("ids_gen.go does not fit the texts: run go generate ./locales")
	}
}

func TestConstant(t *testing.T) {
	for id, want := range map[string]string{
		"ui.home.title":         "UIHomeTitle",
		"cli.export.pdf":        "CLIExportPDF",
		"term.verdict.not-met":  "TermVerdictNotMet",
		"ui.error.no-such-uscc": "UIErrorNoSuchUSCC",
	} {
		if got := constant(id); got != want {
			t.Errorf("constant(%q) = %s, want %s", id, got, want)
		}
	}
}
