package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// titles joins the titles of a listing.
func titles(l model.Listing) string {
	var ts []string
	for _, r := range l.Rows {
		ts = append(ts, r.Title)
	}
	return strings.Join(ts, " ")
}

func TestList(t *testing.T) {
	s := openDir(t, t.TempDir())
	for i, c := range []struct {
		title string
		state model.StateID
		due   model.Date
	}{
		{"重庆山城", "preparing", model.Date{}},
		{"北京蓝鲸", "submitted", model.Date{Year: 2027, Month: 2, Day: 1}},
		{"Blue", "preparing", model.Date{Year: 2026, Month: 12, Day: 31}},
		{"安徽", "submitted", model.Date{}},
		{"CAT", "submitted", model.Date{Year: 2027, Month: 2, Day: 1}},
	} {
		a := sample(c.title)
		a.Updated = epoch.Add(time.Duration(i) * time.Nanosecond)
		if _, err := s.Create(a, summary(a, c.state, c.due)); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		q     model.Query
		want  string
		total int
	}{
		{model.Query{}, "Blue CAT 北京蓝鲸 安徽 重庆山城", 5},
		{model.Query{Sort: model.ByDue}, "Blue CAT 北京蓝鲸 安徽 重庆山城", 5},
		{model.Query{Sort: model.ByUpdated}, "CAT 安徽 Blue 北京蓝鲸 重庆山城", 5},
		{model.Query{Sort: model.ByTitle}, "安徽 北京蓝鲸 Blue CAT 重庆山城", 5},
		{model.Query{Sort: model.ByTitle, Limit: 2}, "安徽 北京蓝鲸", 5},
		{model.Query{Sort: model.ByTitle, Limit: 2, Offset: 2}, "Blue CAT", 5},
		{model.Query{Sort: model.ByTitle, Limit: 2, Offset: 4}, "重庆山城", 5},
		{model.Query{Limit: 2, Offset: 9}, "", 5},
		{model.Query{State: "submitted"}, "CAT 北京蓝鲸 安徽", 3},
		{model.Query{State: "submitted", Limit: 1}, "CAT", 3},
		{model.Query{State: "refused"}, "", 0},
		{model.Query{Search: "B"}, "Blue CAT 北京蓝鲸 安徽 重庆山城", 5}, // in the number of each
		{model.Query{Search: "blue"}, "Blue", 1},
		{model.Query{Search: " ｂｌｕｅ "}, "Blue", 1},
		{model.Query{Search: "蓝"}, "北京蓝鲸", 1},
		{model.Query{Search: "bjlj"}, "北京蓝鲸", 1},
		{model.Query{Search: "LJ"}, "北京蓝鲸", 1},
		{model.Query{Search: "cqsc"}, "重庆山城", 1},
		{model.Query{Search: "zqsc"}, "重庆山城", 1},
		{model.Query{Search: "01abcd", State: "submitted", Limit: 2}, "CAT 北京蓝鲸", 3},
		{model.Query{Search: "nothing"}, "", 0},
		{model.Query{Trash: true}, "", 0},
	} {
		got, err := s.List(c.q)
		if err != nil || titles(got) != c.want || got.Total != c.total {
			t.Errorf("%+v: %q of %d, want %q of %d (%v)", c.q, titles(got), got.Total, c.want, c.total, err)
		}
		err = s.view(func(t tx) (err error) {
			got, err = t.listWithoutIndex(c.q)
			return err
		})
		if err != nil || titles(got) != c.want || got.Total != c.total {
			t.Errorf("%+v without index: %q of %d, want %q of %d (%v)", c.q, titles(got), got.Total, c.want, c.total, err)
		}
	}
	n, err := s.Counts()
	if err != nil || n.Live != 5 || n.Trash != 0 || n.State["submitted"] != 3 || n.Turn[model.Applicant] != 5 {
		t.Errorf("%+v, %v", n, err)
	}
}

func TestTimesSortFarApart(t *testing.T) {
	times := []time.Time{
		time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC), time.Unix(1<<31, 0), time.Unix(1<<31-1, 999), time.Unix(1<<31-1, 0),
		epoch, time.Unix(0, 1), time.Unix(0, 0), time.Unix(-1, 0), {},
	}
	for i := range times[1:] {
		if a, b := latest(times[i]), latest(times[i+1]); a >= b {
			t.Errorf("%v does not come before %v", times[i], times[i+1])
		}
	}
}

func TestInitials(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"北京蓝鲸", "bjlj"},
		{"北京Blue鲸 2号", "bjbluej2h"},
		{"重庆", "zq cq"},
		{"长行", "cx ch zx zh"},
		{"營業執照", "yyzz"},
		{"营业执照", "yyzz"},
		{"(中国)", "zg"},
		{"𤋮", ""},
		{"Blue", ""},
		{"", ""},
	} {
		if got := strings.Join(initials(c.text), " "); got != c.want {
			t.Errorf("initials(%q) = %q, want %q", c.text, got, c.want)
		}
	}
	if n := len(initials(strings.Repeat("长", 30))); n != maxSpellings {
		t.Errorf("%d spellings", n)
	}
	if len(usual) != 0x9FFF-0x4E00+1 {
		t.Errorf("the table has %d characters", len(usual))
	}
}

// TestFirstPageCostsTheSame counts allocations, which unlike time do not vary:
// a page is decoded, not the list.
func TestFirstPageCostsTheSame(t *testing.T) {
	cost := func(n int) float64 {
		s := openDir(t, t.TempDir())
		fill(t, s, n)
		return testing.AllocsPerRun(10, func() {
			if l, err := s.List(model.Query{Limit: 20}); err != nil || len(l.Rows) != 20 || l.Total != n {
				t.Fatalf("%d rows of %d, %v", len(l.Rows), l.Total, err)
			}
		})
	}
	if few, many := cost(100), cost(2000); many > few*1.1 {
		t.Errorf("%v allocations with 2,000 applications, %v with 100", many, few)
	}
}

func BenchmarkStore(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		s := openDir(b, b.TempDir())
		fill(b, s, n)
		for name, q := range map[string]model.Query{
			"first page":  {Limit: 20},
			"last page":   {Limit: 20, Offset: n - 20},
			"state":       {Limit: 20, State: "submitted"},
			"search":      {Limit: 20, Search: "蓝鲸客服"},
			"search rare": {Limit: 20, Search: "bjljkfkj77h"},
			"turn":        {Limit: 20, Filter: model.Filter{model.OfTurn: "applicant"}},
			"due":         {Limit: 20, Filter: model.Filter{model.OfDue: "30d"}, Today: model.Date{Year: 2026, Month: 12, Day: 10}},
			"overdue":     {Limit: 20, Filter: model.Filter{model.OfDue: model.Overdue}, Today: model.Date{Year: 2027, Month: 1, Day: 10}},
			"owner":       {Limit: 20, Filter: model.Filter{model.OfResponsible: "张三"}},
			"tag":         {Limit: 20, Filter: model.Filter{model.OfTag: "vip"}},
			"procedure":   {Limit: 20, Filter: model.Filter{model.OfProcedure: "call-center"}},
			"all of them": {Limit: 20, Search: "蓝鲸", State: "submitted", Filter: model.Filter{model.OfTurn: "applicant", model.OfTag: "", model.OfDue: "30d"}, Today: model.Date{Year: 2027, Month: 1, Day: 1}},
		} {
			b.Run(fmt.Sprint(name, "/", n), func(b *testing.B) {
				for b.Loop() {
					if _, err := s.List(q); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		b.Run(fmt.Sprint("tally/", n), func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Tally(model.Query{Filter: model.Filter{model.OfTag: ""}, Today: model.Date{Year: 2027, Month: 1, Day: 1}}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprint("counts/", n), func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Counts(); err != nil {
					b.Fatal(err)
				}
			}
		})
		a := create(b, s, sample("蓝鲸"))
		b.Run(fmt.Sprint("save/", n), func(b *testing.B) {
			for b.Loop() {
				a.Updated = a.Updated.Add(time.Second)
				rev, err := s.Save(a, summary(a, "preparing", model.Date{}), &model.Draft{})
				if err != nil {
					b.Fatal(err)
				}
				a.Rev = rev
			}
		})
	}
}
