package export_test

import (
	"errors"
	"io"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/export"
)

func TestFormatOf(t *testing.T) {
	for path, want := range map[string]string{
		"清单.md": "md", "清单.JSON": "json", "a.b.PDF": "pdf", "out.md/清单": "", "清单": "", "清单.odt": "", "v1.2": "", "": "", "md": "",
		".md": "md", "a/.txt": "txt", "packet.zip": "zip", "due.ICS": "ics", "plan.docx": "docx", "a.md.": "",
	} {
		if got := export.FormatOf(path); got != want {
			t.Errorf("%q is %q, want %q", path, got, want)
		}
	}
}

func TestWithEnding(t *testing.T) {
	for _, tt := range []struct{ path, format, want string }{
		{"清单.md", "md", "清单.md"},
		{"清单.md", "txt", "清单.txt"},
		{"清单.JSON", "md", "清单.md"},
		{"清单.MD", "md", "清单.MD"},
		{"清单", "json", "清单.json"},
		{"清单.odt", "md", "清单.odt.md"},
		{"v1.2", "txt", "v1.2.txt"},
		{"out.md/清单", "txt", "out.md/清单.txt"},
		{"due.md", "ics", "due.ics"},
		{"packet.zip", "zip", "packet.zip"},
		{".md", "md", ".md.md"},
		{"md", "md", "md.md"},
		{"", "md", ".md"},
	} {
		if got := export.WithEnding(tt.path, tt.format); got != tt.want || export.FormatOf(got) != tt.format {
			t.Errorf("%q as %s is %q, want %q", tt.path, tt.format, got, tt.want)
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	p, a := halfway(t)
	w := words(t, locales.EN, p)
	if err := export.Encode(io.Discard, "odt", a, nil, export.Options{Today: today}, w); !errors.Is(err, export.ErrFormat) {
		t.Errorf("a checklist: %v", err)
	}
	if err := export.EncodeRequest(io.Discard, "pdf", a, "法务", export.Options{Today: today}, w); !errors.Is(err, export.ErrFormat) {
		t.Errorf("a request: %v", err)
	}
}
