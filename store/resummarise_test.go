package store

import (
	"errors"
	"testing"

	"github.com/xuke-cli/xuke/model"
)

func TestResummarise(t *testing.T) {
	s := openDir(t, t.TempDir())
	day := model.Date{Year: 2027, Month: 1, Day: 5}
	for _, title := range []string{"甲", "乙", "丙"} {
		a := sample(title)
		if _, err := s.Create(a, summary(a, "submitted", day)); err != nil {
			t.Fatal(err)
		}
	}
	moved := func(a *model.Application) (model.Summary, error) {
		switch a.Title {
		case "甲":
			return summary(*a, "submitted", model.Date{Year: 2027, Month: 1, Day: 7}), nil
		case "乙":
			return model.Summary{}, errors.New("an edition that is not there")
		}
		return summary(*a, "submitted", day), nil
	}
	for _, want := range []int{1, 0} { // the second time there is nothing left to do
		if n, err := s.Resummarise(moved); n != want || err != nil {
			t.Errorf("%d changed, %v; want %d", n, err, want)
		}
	}
	l, err := s.List(model.Query{Sort: model.ByDue})
	if err != nil || l.Total != 3 || l.Rows[2].Title != "甲" || l.Rows[2].Next.Date.Day != 7 {
		t.Errorf("%+v, %v", l, err)
	}
	app, err := s.Load(l.Rows[2].ID)
	if err != nil || app.Rev != 1 {
		t.Errorf("revision %d, %v", app.Rev, err)
	}
}
