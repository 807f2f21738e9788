package collect_test

import (
	"slices"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
)

// The card of a shareholder who is the legal representative too is proposed for
// both rows, under whichever name; the cards of others are not.
func TestOneCardForTwoRows(t *testing.T) {
	m := matcher(t, shareholders)
	for name, want := range map[string][]model.MaterialKey{
		"王建国身份证.jpg":     {"shareholder-id/p5", "legal-representative-id"},
		"法人身份证.jpg":      {"legal-representative-id", "shareholder-id/p5"},
		"股东王建国身份证正面.jpg": {"shareholder-id/p5", "legal-representative-id"},
		"李丽身份证.jpg":      {"shareholder-id/p2"},
		"营业执照.pdf":       {"business-licence"},
	} {
		got := m.Propose([]collect.File{{Path: name, Size: 1}}, nil)
		if len(got.Placed) != 1 || !slices.Equal(got.Placed[0].Rows(), want) {
			t.Errorf("%s: %+v, want %v", name, got, want)
		}
	}
	apart := matcher(t, `[{"id":"p1","name":"李丽","kind":"natural"}]`) // nobody is both
	if got := apart.Propose([]collect.File{{Path: "李丽身份证.jpg", Size: 1}}, nil); len(got.Placed) != 1 || len(got.Placed[0].Also) != 0 {
		t.Errorf("of somebody else: %+v", got)
	}
}
