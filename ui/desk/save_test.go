package desk

import (
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
)

var errFull = errors.New("the disk is full")

// While a save is on its way nothing else is sent, and what has changed
// meanwhile goes out together when the reply comes.
func TestOneSaveIsInFlight(t *testing.T) {
	d, k := open(t, nil)
	first := run(d.Typed("company-name", "蓝"))
	var more []page.Step
	more = append(more, d.Typed("company-name", "蓝鲸"), d.Typed("uscc", "9"), d.Here("identity", "uscc"))
	more = append(more, answer(t, d, "coverage", "nationwide"), answer(t, d, "service-kind", "domestic"))
	for i, step := range more {
		if step != nil {
			t.Errorf("change %d is sent while a save is on its way", i)
		}
	}
	if got := k.saved(); got != "draft" {
		t.Errorf("sent %s", got)
	}
	step, _ := d.Receive(first[0])
	replies := run(step)
	if got := k.saved(); len(replies) != 1 || got != "app" {
		t.Fatalf("what waited is sent as %q", got)
	}
	if k.app.Answers["coverage"].Value == nil || k.app.Answers["service-kind"].Value == nil {
		t.Errorf("saved %v", k.app.Answers)
	}
	if k.draft.Text["company-name"] != "蓝鲸" || k.draft.Text["uscc"] != "9" || k.draft.Focus != "uscc" || k.draft.Saved != noon {
		t.Errorf("the draft is %+v", k.draft)
	}
	if !d.Busy() {
		t.Error("not busy while it is on its way")
	}
	if step, _ := d.Receive(replies[0]); step != nil || d.Busy() || d.App.Rev != k.app.Rev {
		t.Errorf("afterwards: %v, busy %v, revision %d of %d", step, d.Busy(), d.App.Rev, k.app.Rev)
	}
}

// What is on its way does not change with what is typed meanwhile.
func TestDraftInFlightStays(t *testing.T) {
	d, k := open(t, nil)
	effect := d.Typed("uscc", "9")
	d.Typed("uscc", "91")
	d.Forget("uscc")
	run(effect)
	if got := k.draft.Text["uscc"]; got != "9" {
		t.Errorf("saved %q", got)
	}
}

// A copy that was made before a save came back is saved over its revision.
func TestCommitTakesTheRevision(t *testing.T) {
	d, k := open(t, nil)
	old := d.App.Clone()
	receive(t, d, run(answer(t, d, "coverage", "nationwide"))...)
	receive(t, d, run(d.Commit(old))...)
	if d.Failed() != nil || d.App.Rev != k.app.Rev {
		t.Errorf("%v, revision %d of %d", d.Failed(), d.App.Rev, k.app.Rev)
	}
}

// A save that fails says why, does not go out again by itself, and is tried
// again whole: an application is not forgotten where only the draft has changed
// since.
func TestFailedSave(t *testing.T) {
	save := func(t *testing.T, d *Desk) page.Step { return answer(t, d, "coverage", "nationwide") }
	draft := func(_ *testing.T, d *Desk) page.Step { return d.Typed("uscc", "9") }
	for name, tt := range map[string]struct {
		first, then func(*testing.T, *Desk) page.Step
		again       string
	}{
		"an application":              {save, func(_ *testing.T, d *Desk) page.Step { return d.Flush() }, "app"},
		"an application, then a text": {save, draft, "app"},
		"a text":                      {draft, func(_ *testing.T, d *Desk) page.Step { return d.Flush() }, "draft"},
		"a text, then an application": {draft, save, "app"},
	} {
		t.Run(name, func(t *testing.T) {
			d, k := open(t, nil)
			k.fail = errFull
			replies := run(tt.first(t, d))
			if step, _ := d.Receive(replies[0]); step != nil {
				t.Error("is sent again by itself")
			}
			if !errors.Is(d.Failed(), errFull) || !d.Unsaved() || d.Busy() {
				t.Errorf("failed %v, unsaved %v, busy %v", d.Failed(), d.Unsaved(), d.Busy())
			}
			k.fail = nil
			k.saved()
			receive(t, d, run(tt.then(t, d))...)
			if got := k.saved(); got != tt.again {
				t.Errorf("sent again as %q, want %q", got, tt.again)
			}
			if d.Failed() != nil || d.Unsaved() {
				t.Errorf("afterwards: failed %v, unsaved %v", d.Failed(), d.Unsaved())
			}
			if tt.again == "app" && k.app.Answers["coverage"].Value == nil || tt.again == "draft" && k.draft.Text["uscc"] != "9" {
				t.Errorf("lost: %v, %v", k.app.Answers, k.draft.Text)
			}
		})
	}
}

// What the user gives up is not sent any more.
func TestAbandon(t *testing.T) {
	d, k := open(t, nil)
	k.fail = errFull
	receive(t, d, run(answer(t, d, "coverage", "nationwide"))...)
	d.Abandon()
	if d.Failed() != nil || d.Unsaved() || d.Flush() != nil {
		t.Errorf("failed %v, unsaved %v", d.Failed(), d.Unsaved())
	}
}

// Replies for another application, and for screens, are not the desk's.
func TestRepliesOfOthers(t *testing.T) {
	d, _ := open(t, nil)
	effect := d.Typed("uscc", "9")
	for _, msg := range []tea.Msg{savedMsg{id: "app2", app: true, rev: 9}, page.ShownMsg{}, nil} {
		if _, ours := d.Receive(msg); ours || !d.Busy() || d.App.Rev != 1 {
			t.Errorf("%T is taken: %v", msg, ours)
		}
	}
	receive(t, d, run(effect)...)
	if d.Busy() {
		t.Error("the reply of its own is not taken")
	}
}

// At the end of the program everything that is unsaved, or may not have arrived,
// is saved at once, and an error is told.
func TestSaveNow(t *testing.T) {
	for name, tt := range map[string]struct {
		before func(t *testing.T, d *Desk)
		saves  string // by SaveNow
	}{
		"nothing": {func(*testing.T, *Desk) {}, ""},
		"all is saved": {func(t *testing.T, d *Desk) {
			receive(t, d, run(answer(t, d, "coverage", "nationwide"))...)
		}, ""},
		"a text on its way":         {func(_ *testing.T, d *Desk) { d.Typed("uscc", "9") }, "draft"},
		"a text that arrived":       {func(_ *testing.T, d *Desk) { run(d.Typed("uscc", "9")) }, "draft"},
		"a text newer than its way": {func(_ *testing.T, d *Desk) { run(d.Typed("uscc", "8")); d.Typed("uscc", "9") }, "draft"},
		"an answer on its way":      {func(t *testing.T, d *Desk) { answer(t, d, "coverage", "nationwide") }, "app"},
		"an answer that arrived":    {func(t *testing.T, d *Desk) { run(answer(t, d, "coverage", "nationwide")) }, "app app"},
		"an answer newer than one that arrived": {func(t *testing.T, d *Desk) {
			run(answer(t, d, "coverage", "one-province"))
			answer(t, d, "coverage", "nationwide")
		}, "app app"},
		"a text newer than an answer that arrived": {func(t *testing.T, d *Desk) {
			run(answer(t, d, "coverage", "nationwide"))
			d.Typed("uscc", "9")
		}, "app app"},
		"an answer newer than a text on its way": {func(t *testing.T, d *Desk) {
			d.Typed("uscc", "9")
			answer(t, d, "coverage", "nationwide")
		}, "app"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, full := range []error{nil, errFull} {
				d, k := open(t, nil)
				tt.before(t, d)
				k.saved()
				k.fail = full
				err := d.SaveNow()
				if got := k.saved(); full == nil && got != tt.saves {
					t.Errorf("saves %q, want %q", got, tt.saves)
				}
				if want := tt.saves != "" && full != nil; (err != nil) != want {
					t.Errorf("on a disk with %v: %v", full, err)
				}
				if full != nil {
					continue
				}
				if !model.Equal(k.app.Answers["coverage"].Value, d.App.Answers["coverage"].Value) || k.draft.Text["uscc"] != d.Draft.Text["uscc"] {
					t.Errorf("saved %v and %v, on the desk %v and %v", k.app.Answers, k.draft.Text, d.App.Answers, d.Draft.Text)
				}
			}
		})
	}
}

// The title line says when it was saved, and that it was not.
func TestStatus(t *testing.T) {
	d, k := open(t, nil)
	for _, tt := range []struct {
		fail error
		want string
	}{{nil, "saved 12:00 · not submitted"}, {errFull, "not saved"}, {nil, "saved 12:00"}} {
		k.fail = tt.fail
		receive(t, d, run(d.Typed("uscc", k.saved()+"x"+tt.want))...)
		if got := plain(d.Status(false)); !contains(got, tt.want) {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
