package paper

import "testing"

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
		{".md", "md", ".md.md"},
		{"md", "md", "md.md"},
	} {
		if got := withEnding(tt.path, tt.format); got != tt.want || formatOf(got) != tt.format {
			t.Errorf("%q as %s is %q, want %q", tt.path, tt.format, got, tt.want)
		}
	}
}
