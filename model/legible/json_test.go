package legible_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"github.com/xuke-cli/xuke/model/legible"
)

// TestD8 has a terminal obey nothing that is in a value, and the value survive.
func TestD8(t *testing.T) {
	for _, text := range []string{
		"", "蓝鲸 Blue Whale \"\\ é 𠀀", "\x00\x1b[2J\r\n\t\x7f", "\u009b2J\u009d0;title\u009c\u0085", "a\u202eb\u2066c\u200f\u061c\u200b\u2028\ufeff",
		"tag\U000e0001\U000e0041\U000e007f", "emoji 👩\u200d👩 ❤\ufe0f", "private \ue000\U0010fffd",
	} {
		encoded, err := json.MarshalIndent(map[string]string{text: text}, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		got := legible.JSON(encoded)
		for _, r := range string(got) {
			if r != '\n' && !unicode.IsPrint(r) || r == '\u200d' || r == '\ufe0f' {
				t.Errorf("%+q comes out as %+q", text, got)
				break
			}
		}
		var back map[string]string
		if err := json.Unmarshal(got, &back); err != nil || back[text] != text {
			t.Errorf("%+q is read back as %+q, %v", text, back, err)
		}
	}
	clean := []byte(`{"a": "蓝鲸"}`)
	if got := legible.JSON(clean); &got[0] != &clean[0] || strings.Contains(string(got), "u84dd") {
		t.Error("clean data is copied")
	}
}
