package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
)

const chart = model.MaterialKey("equity-chart")

// A vault finds two pages in every file.
type vault struct{}

func (vault) Look(ctx context.Context, _ model.File) (model.Look, error) {
	return model.Look{Format: model.PDF, Pages: 2}, ctx.Err()
}

var errGone = errors.New("no such file")

// intakes are files 1 to n for the chart. Those named in lost are not there.
func intakes(n int, lost ...int) []Intake {
	files := make([]Intake, n)
	for i := range files {
		name := fmt.Sprint(i + 1)
		files[i] = Intake{Key: chart, Name: "/in/" + name, Copy: func(ctx context.Context) (model.File, error) {
			if slices.Contains(lost, i+1) {
				return model.File{}, errGone
			}
			return model.File{Name: name, SHA256: model.FileID(fmt.Sprintf("%064d", i+1)), Size: 1, Added: noon}, ctx.Err()
		}}
	}
	return files
}

// names are the files of the chart, on the desk.
func names(d *Desk) (out []string) {
	for _, f := range d.App.Materials[chart].Files {
		out = append(out, f.Name)
	}
	return out
}

// work lets the desk work until nothing is left, with each two copies back in the
// wrong order. It returns the notices, and how many files were put on the desk
// with each change.
func work(t *testing.T, d *Desk, step page.Step) (notices []page.NoticeMsg, puts []int) {
	t.Helper()
	for len(step) > 0 {
		var next page.Step
		for _, reply := range slices.Backward(run(step)) {
			before := len(names(d))
			more, ours := d.Receive(reply)
			if !ours {
				t.Fatalf("%T is not for the desk", reply)
			}
			if n := len(names(d)) - before; n != 0 {
				puts = append(puts, n)
			}
			for _, msg := range more {
				if n, ok := msg.(page.NoticeMsg); ok {
					notices = append(notices, n)
				}
			}
			next = page.Steps(next, more)
		}
		step = next
	}
	return notices, puts
}

// Files come onto the desk in the order in which they were given, however their
// copies come back, and some at a time.
func TestAttach(t *testing.T) {
	d, k := open(t, nil)
	notices, puts := work(t, d, d.Attach(intakes(60)...))
	want := make([]string, 60)
	for i := range want {
		want[i] = fmt.Sprint(i + 1)
	}
	if got := names(d); !slices.Equal(got, want) {
		t.Errorf("attached %v", got)
	}
	if !slices.Equal(puts, []int{26, 26, 8}) {
		t.Errorf("put on the desk as %v", puts)
	}
	if len(k.app.Materials[chart].Files) != 60 || d.Working() || d.FilingLine(80) != "" {
		t.Errorf("saved %d, working %v", len(k.app.Materials[chart].Files), d.Working())
	}
	if len(notices) != 1 || notices[0].Bad {
		t.Errorf("said %v", notices)
	}
}

// A few copies run at a time; a line says how far they are.
func TestAttachAFewAtATime(t *testing.T) {
	d, _ := open(t, nil)
	step := d.Attach(intakes(3)...)
	replies := run(step)
	if len(replies) != atOnce || !d.Working() || !d.Attaching() {
		t.Fatalf("%d run", len(replies))
	}
	if got := plain(d.FilingLine(80)); !contains(got, "0/3: 1") {
		t.Errorf("%q", got)
	}
	more, _ := d.Receive(replies[1])
	if got := plain(d.FilingLine(80)); !contains(got, "1/3: 1") || len(names(d)) != 0 {
		t.Errorf("after the second: %q, on the desk %v", got, names(d))
	}
	if n := len(run(more)); n != 1 {
		t.Errorf("%d more run", n)
	}
	// Files that are given meanwhile come after them.
	d.Attach(intakes(4)[3:]...)
	if got := plain(d.FilingLine(80)); !contains(got, "1/4: 1") {
		t.Errorf("with one more: %q", got)
	}
}

// What cannot be copied is told with what could; the rest is attached.
func TestAttachFails(t *testing.T) {
	for _, tt := range []struct {
		files []Intake
		want  []string
		says  string
	}{
		{intakes(1, 1), nil, "no such file"},
		{intakes(3, 2), []string{"1", "3"}, "no such file"},
		{append(intakes(1), intakes(2)...), []string{"1", "2"}, "2 attached; 1 of the same content"},
	} {
		d, _ := open(t, nil)
		notices, _ := work(t, d, d.Attach(tt.files...))
		if got := names(d); !slices.Equal(got, tt.want) {
			t.Errorf("%s: attached %v", tt.says, got)
		}
		if len(notices) != 1 || !contains(notices[0].Text, tt.says) {
			t.Errorf("said %v, want %q", notices, tt.says)
		}
	}
}

// A file takes the place of another one, which goes into the history.
func TestAttachReplaces(t *testing.T) {
	d, _ := open(t, nil)
	work(t, d, d.Attach(intakes(2)...))
	next := intakes(3)[2]
	next.Replace = d.App.Materials[chart].Files[0].SHA256
	work(t, d, d.Attach(next))
	if got := names(d); !slices.Equal(got, []string{"3", "2"}) || len(d.App.Materials[chart].Past) != 1 {
		t.Errorf("%v, earlier %v", got, d.App.Materials[chart].Past)
	}
}

// A change that is made while files are copied stays: they are put into the
// application as it is when they come.
func TestAttachKeepsOtherChanges(t *testing.T) {
	d, k := open(t, nil)
	step := d.Attach(intakes(2)...)
	save := answer(t, d, "coverage", "nationwide")
	receive(t, d, append(run(step), run(save)...)...)
	if k.app.Answers["coverage"].Value == nil || len(k.app.Materials[chart].Files) != 2 {
		t.Errorf("saved %v and %v", k.app.Answers, k.app.Materials)
	}
}

// Stopping keeps what has come, cancels what runs, and ignores its replies.
func TestStopFiling(t *testing.T) {
	d, k := open(t, nil)
	step := d.Attach(intakes(5)...)
	first := step[0].(page.EffectMsg)
	late := step[1].(page.EffectMsg)
	more, _ := d.Receive(first.Run())
	saves := run(d.StopFiling())
	if got := names(d); !slices.Equal(got, []string{"1"}) || d.Working() {
		t.Errorf("after stopping: %v, working %v", got, d.Working())
	}
	replies := append(run(more), late.Run())
	for _, r := range replies {
		if err := r.(filedMsg).err; !errors.Is(err, context.Canceled) {
			t.Errorf("a copy that runs is not stopped: %v", err)
		}
	}
	receive(t, d, append(saves, replies...)...)
	if len(k.app.Materials[chart].Files) != 1 {
		t.Errorf("saved %v", k.app.Materials[chart].Files)
	}
	// New work does not take the late replies for its own.
	step = d.Attach(intakes(1, 1)...)
	receive(t, d, replies...)
	if len(names(d)) != 1 || !d.Working() {
		t.Errorf("%v, working %v", names(d), d.Working())
	}
	if n := receive(t, d, run(step)...); len(n) != 1 || !n[0].Bad {
		t.Errorf("said %v", n)
	}
	if d.StopFiling() != nil {
		t.Error("stops what is not there")
	}
}

// The files of a collection come in one change when all of them are there, or
// not at all.
func TestAttachTogether(t *testing.T) {
	d, _ := open(t, nil)
	c, step := d.AttachTogether(intakes(30, 7)...)
	_, puts := work(t, d, step)
	if !slices.Equal(puts, []int{29}) || !c.Over || c.Stopped {
		t.Errorf("put on the desk as %v, over %v, stopped %v", puts, c.Over, c.Stopped)
	}
	for i, a := range c.Arrivals {
		if failed := i == 6; errors.Is(a.Err, errGone) != failed || (a.File.Name == "") != failed {
			t.Errorf("file %d: %+v", i+1, a)
		}
	}

	d, k := open(t, nil)
	c, step = d.AttachTogether(intakes(3)...)
	receive(t, d, step[0].(page.EffectMsg).Run())
	d.StopFiling()
	if len(names(d)) != 0 || !c.Over || !c.Stopped || k.saved() != "" {
		t.Errorf("stopped: %v, over %v, stopped %v", names(d), c.Over, c.Stopped)
	}
	if c.Arrivals[0].File.Name != "1" || c.Arrivals[1].File.Name != "" {
		t.Errorf("what has come is not told: %+v", c.Arrivals)
	}
}

// A collection does not wait for files that were given after it, nor do files
// before it wait for the collection.
func TestCollectionAmongFiles(t *testing.T) {
	d, _ := open(t, nil)
	all := intakes(4)
	step := d.Attach(all[0])
	_, more := d.AttachTogether(all[1:3]...)
	more = page.Steps(step, more, d.Attach(all[3]))
	receive(t, d, run(more[:1])...)
	if got := names(d); !slices.Equal(got, []string{"1"}) {
		t.Errorf("after the first: %v", got)
	}
	receive(t, d, run(more[1:])...)
	if got := names(d); !slices.Equal(got, []string{"1", "2", "3", "4"}) {
		t.Errorf("in the end: %v", got)
	}
}

// Files that were never looked into are looked into once, whichever rows have
// them, and that attaches nothing.
func TestLookAgain(t *testing.T) {
	file := model.File{Name: "1", SHA256: "aa", Size: 1}
	d, k := open(t, func(p *model.Procedure, a *model.Application) {
		for _, key := range []model.MaterialKey{chart, "business-licence"} {
			if err := a.Attach(p, key, file); err != nil {
				t.Fatal(err)
			}
		}
	})
	step := d.LookAgain()
	if len(step) != 1 || d.Attaching() || !d.Working() {
		t.Fatalf("%d effects, attaching %v", len(step), d.Attaching())
	}
	if n := receive(t, d, run(step)...); len(n) != 0 {
		t.Errorf("said %v", n)
	}
	for _, key := range []model.MaterialKey{chart, "business-licence"} {
		if f := k.app.Materials[key].Files[0]; f.Look == nil || f.Look.Pages != 2 {
			t.Errorf("%s: %+v", key, f)
		}
	}
	if d.LookAgain() != nil {
		t.Error("looks again")
	}
}

// The question about files on their way stops them or lets them come; what the
// user was about to do follows either way.
func TestStopping(t *testing.T) {
	leave, then := page.Step{page.HomeMsg{}}, page.Step{page.RestartMsg{}}
	for name, tt := range map[string]struct {
		leave page.Step
		right int // button
		want  page.Step
		stops bool
	}{
		"wait":          {nil, 0, page.Pop(), false},
		"stop":          {nil, 1, page.Steps(page.Pop(), then), true},
		"leave":         {leave, 1, page.Steps(page.Pop(), leave), false},
		"stop, not nil": {leave, 2, page.Steps(page.Pop(), then), true},
	} {
		d, _ := open(t, nil)
		d.Attach(intakes(3)...)
		s := d.Stopping(tt.leave, then)
		s.Update(tea.KeyPressMsg{Code: tea.KeyLeft})
		s.Update(tea.KeyPressMsg{Code: tea.KeyLeft})
		for range tt.right {
			s.Update(tea.KeyPressMsg{Code: tea.KeyRight})
		}
		if _, step := s.Update(tea.KeyPressMsg{Code: tea.KeyEnter}); !slices.Equal(step, tt.want) || d.Working() == tt.stops {
			t.Errorf("%s: %v, working %v", name, step, d.Working())
		}
	}
}
