package ui_test

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// The pictures of the README are frames of the program, drawn by this test:
// they cannot show what it does not do. `make golden` draws them anew.
func TestPictures(t *testing.T) {
	for _, lang := range locales.Langs {
		s := uitest.Drive(t, uitest.NewMemory(), lang, 112, 26)
		s.Keys("n", "enter", "1", "enter", "2", "enter", "1", "enter", "1", "enter", "1", "enter")            // does it apply
		s.Keys("1", "enter", "2", "enter", "1", "enter", "2", "enter")                                        // nationwide, domestic
		s.Keys("北京蓝鲸客服科技有限公司", "tab", "tab", "91350100M000100Y43", "tab", "王某", "tab", "2020-01-02", "enter") // identity
		s.Keys("示例路1号", "enter", "示例路8号", "enter", "李某", "enter", "13800138000", "enter", "li@example.com", "enter")
		s.Keys("800万")
		s.Fits()
		frame, _ := s.Frame()
		checkPicture(t, filepath.Join("..", "docs", "question."+string(lang)+".svg"), drawn(frame, 112, 26))
	}
}

func checkPicture(t *testing.T, name, svg string) {
	t.Helper()
	if uitest.Update() {
		if err := os.WriteFile(name, []byte(svg), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	old, err := os.ReadFile(name)
	if err != nil || string(old) != svg {
		t.Errorf("%s does not show what the program shows; run make golden (%v)", name, err)
	}
}

const (
	cellWidth  = 8.4
	cellHeight = 18
)

// drawn is a frame as SVG: a text element for every run of one style.
func drawn(frame string, w, h int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %d" font-family="'Sarasa Mono SC','Noto Sans Mono CJK SC','Source Han Mono SC',Menlo,Consolas,monospace" font-size="14">`+"\n", float64(w)*cellWidth+16, h*cellHeight+16)
	b.WriteString(`<rect width="100%" height="100%" rx="8" fill="#16191f"/>` + "\n")
	p := ansi.NewParser()
	for y, line := range strings.Split(frame, "\n") {
		color, bold, x := "#dee3ea", false, 0
		var state byte
		for len(line) > 0 {
			seq, width, n, next := ansi.DecodeSequence(line, state, p)
			state, line = next, line[n:]
			if width == 0 {
				color, bold = restyled(seq, color, bold)
				continue
			}
			if seq != " " {
				cell(&b, seq, x, y, width, color, bold)
			}
			x += width
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func cell(b *strings.Builder, text string, x, y, width int, color string, bold bool) {
	weight := ""
	if bold {
		weight = ` font-weight="bold"`
	}
	var escaped strings.Builder
	xml.EscapeText(&escaped, []byte(text))
	fmt.Fprintf(b, `<text x="%.1f" y="%d" fill="%s" textLength="%.1f"%s>%s</text>`+"\n",
		8+float64(x)*cellWidth, 8+y*cellHeight+14, color, float64(width)*cellWidth, weight, escaped.String())
}

// restyled follows an SGR sequence: true colour, bold, and reset.
func restyled(seq, color string, bold bool) (string, bool) {
	body, ok := strings.CutPrefix(seq, "\x1b[")
	if !ok || !strings.HasSuffix(body, "m") {
		return color, bold
	}
	body = strings.TrimSuffix(body, "m")
	if body == "" || body == "0" {
		return "#dee3ea", false
	}
	ps := strings.Split(body, ";")
	for i := 0; i < len(ps); i++ {
		switch ps[i] {
		case "1":
			bold = true
		case "38":
			if i+4 < len(ps) && ps[i+1] == "2" {
				var r, g, bl int
				fmt.Sscan(ps[i+2], &r)
				fmt.Sscan(ps[i+3], &g)
				fmt.Sscan(ps[i+4], &bl)
				color = fmt.Sprintf("#%02x%02x%02x", r, g, bl)
				i += 4
			}
		}
	}
	return color, bold
}
