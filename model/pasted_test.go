package model

import (
	"slices"
	"testing"
)

func TestSplitPaths(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"nothing", " \n\r\n ", nil},
		{"plain", "/home/li/a.pdf", []string{"/home/li/a.pdf"}},
		{"line end", "/home/li/a.pdf\n", []string{"/home/li/a.pdf"}},
		{"a blank at the end, as some terminals add", "/home/li/a.pdf ", []string{"/home/li/a.pdf"}},
		{"Chinese", "/家/营业执照（副本）.pdf", []string{"/家/营业执照（副本）.pdf"}},
		{"single quotes", "'/home/li/a b.pdf'", []string{"/home/li/a b.pdf"}},
		{"double quotes", `"/home/li/a b.pdf"`, []string{"/home/li/a b.pdf"}},
		{"apostrophe in quotes", `'/home/li/it'\''s a.pdf'`, []string{"/home/li/it's a.pdf"}},
		{"two quoted", `'/a b.pdf' '/c.pdf'`, []string{"/a b.pdf", "/c.pdf"}},
		{"a quote that does not end", `'/a b.pdf`, []string{`'/a b.pdf`}},
		{"escaped blanks", `/home/li/a\ b\(1\).pdf`, []string{"/home/li/a b(1).pdf"}},
		{"two escaped", `/a\ b.pdf /c\ d.pdf`, []string{"/a b.pdf", "/c d.pdf"}},
		{"escaped blank before a slash", `/a\ /b.pdf`, []string{"/a /b.pdf"}},
		{"plain blanks", "/home/li/我的 文件/a b.pdf", []string{"/home/li/我的 文件/a b.pdf"}},
		{"two plain", "/a b.pdf /c.pdf", []string{"/a b.pdf", "/c.pdf"}},
		{"a line each", "/a.pdf\n/b c.pdf\r\n/d.pdf", []string{"/a.pdf", "/b c.pdf", "/d.pdf"}},
		{"URL", "file:///home/li/%E7%AB%A0%E7%A8%8B%20a.pdf", []string{"/home/li/章程 a.pdf"}},
		{"URL with host", "file://localhost/a.pdf", []string{"/a.pdf"}},
		{"URL in quotes", "'file:///a%20b.pdf'", []string{"/a b.pdf"}},
		{"URLs", "file:///a.pdf\r\nfile:///b.pdf\r\n", []string{"/a.pdf", "/b.pdf"}},
		{"URL of Windows", "file:///C:/a%20b.pdf", []string{"C:/a b.pdf"}},
		{"URL that is broken", "file:///a%zz.pdf", []string{"file:///a%zz.pdf"}},
		{"home", "~/a.pdf ~/b.pdf", []string{"~/a.pdf", "~/b.pdf"}},
		{"Windows", `C:\材料\a b.pdf`, []string{`C:\材料\a b.pdf`}},
		{"Windows in quotes", `"C:\材料\a b.pdf" "D:\c.pdf"`, []string{`C:\材料\a b.pdf`, `D:\c.pdf`}},
		{"Windows, two", `C:\a b.pdf D:\c.pdf`, []string{`C:\a b.pdf`, `D:\c.pdf`}},
		{"Windows network", `\\server\share\a b.pdf`, []string{`\\server\share\a b.pdf`}},
		{"relative", "材料/a b.pdf", []string{"材料/a b.pdf"}},
		{"relative to above", "../a.pdf", []string{"../a.pdf"}},
		{"a lone quote", "'", []string{"'"}},
		{"empty quotes", "''", nil},
	}
	for _, tt := range tests {
		if got := SplitPaths(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q is %q, want %q", tt.name, tt.text, got, tt.want)
		}
	}
}

func FuzzSplitPaths(f *testing.F) {
	for _, s := range []string{`'a'\''b'`, `a\`, `"`, "file://", `C:\`, "''''"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, p := range SplitPaths(text) {
			if p == "" {
				t.Errorf("%q has an empty path", text)
			}
		}
	})
}
