package notice_test

import (
	"strings"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/model/notice"
)

// Whatever is pasted, it is read without a panic, nothing of it is lost and
// nothing is in the result that is not in it.
func FuzzRead(f *testing.F) {
	w := words(f)
	for _, r := range readings {
		f.Add(file(f, r.file))
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			return
		}
		checkFound(t, text, notice.Read(text, w))
		checkFound(t, text, notice.Read(text, nil))
	})
}

// Texts that make a reader slow which looks at everything from everywhere.
// They take well under a second; a quadratic reader would take minutes.
func TestHostileTextsTakeNoTime(t *testing.T) {
	w := words(t)
	for _, piece := range []string{
		"1、营业执照不清晰\n", "营业执照", "2027-01-01 ", "within 3 days ",
	} {
		text := strings.Repeat(piece, 100_000/len(piece))
		began := time.Now()
		notice.Read(text, w)
		if took := time.Since(began); took > time.Minute {
			t.Errorf("%d bytes of %q take %s", len(text), piece, took)
		}
	}
}

// A notice within a lot of noise is found; what is beyond any notice is kept.
func TestNoise(t *testing.T) {
	w := words(t)
	noise := strings.Repeat("示例内容示例内容示例内容。\n", 2500)
	n := notice.Read(noise+file(t, "notice1"), w)
	if n.Number != "示信管许补〔2027〕第018号" || len(n.Items) != 4 || n.Due.Length != 30 || n.Date.String() != "2027-01-13" {
		t.Errorf("in noise: %q %d items, due %v, %s", n.Number, len(n.Items), n.Due, n.Date)
	}
	long := file(t, "notice1") + "\n" + strings.Repeat(noise, 4)
	n = notice.Read(long, w)
	if len(n.Items) != 4 || len(long) < notice.MaxRead {
		t.Errorf("before noise of %d bytes: %d items", len(long), len(n.Items))
	}
	checkFound(t, long, n)
}
