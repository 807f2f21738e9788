package export_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuke-cli/xuke/model/export"
)

func TestFileName(t *testing.T) {
	for _, tt := range []struct{ name, title, want string }{
		{"company", "北京蓝鲸客服科技有限公司", "北京蓝鲸客服科技有限公司"},
		{"brackets", "甲公司（北京）", "甲公司（北京）"},
		{"blanks inside", "Blue Whale Ltd", "Blue Whale Ltd"},
		{"separators", `a/b\c`, "a_b_c"},
		{"a run is one", `a<>:"|?*b`, "a_b"},
		{"underscores stay", "a__b", "a__b"},
		{"up and out", "../../etc/passwd", "etc_passwd"},
		{"hidden", ".profile", "profile"},
		{"home", "~/x", "x"},
		{"option", "--force", "force"},
		{"ends", "  Ltd. ", "Ltd"},
		{"line break", "a\r\nb\tc", "a_b_c"},
		{"escape", "a\x1b[31mb", "a_[31mb"},
		{"right to left", "a\u202egnp.exe", "a_gnp.exe"},
		{"ideographic space", "a\u3000b", "a_b"},
		{"bytes", "a\xff\xfeb", "a_b"},
		{"device", "NUL", "_NUL"},
		{"device with ending", "com1.txt", "_com1.txt"},
		{"almost a device", "console", "console"},
		{"nothing", "", "xuke"},
		{"nothing left", "???", "xuke"},
		{"only dots", "...", "xuke"},
		{"long", strings.Repeat("许", 40), strings.Repeat("许", 33)},
		{"long, cut in a character", "a" + strings.Repeat("许", 40), "a" + strings.Repeat("许", 32)},
		{"long, cut before a dot", strings.Repeat("a", 98) + ". x", strings.Repeat("a", 98)},
	} {
		if got := export.FileName(tt.title); got != tt.want {
			t.Errorf("%s: %q is %q, want %q", tt.name, tt.title, got, tt.want)
		}
	}
}

func FuzzFileName(f *testing.F) {
	f.Add("北京/..\x00")
	f.Fuzz(func(t *testing.T, title string) {
		name := export.FileName(title)
		switch {
		case name == "", len(name) > 100, !utf8.ValidString(name), strings.ContainsAny(name, "/\\\x00:*?\"<>|"), strings.HasPrefix(name, "."), strings.HasSuffix(name, "."):
			t.Errorf("%q is %q", title, name)
		case export.FileName(name) != name && !strings.HasPrefix(name, "_"):
			t.Errorf("%q is %q, and that %q", title, name, export.FileName(name))
		}
	})
}
