package main

import (
	"bufio"
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// harmless fails on what a terminal would obey, and on what cannot be seen.
func harmless(t *testing.T, text string) {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Errorf("not UTF-8: %+q", text)
	}
	for _, r := range text {
		if r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Bidi_Control) {
			t.Errorf("%U in %+q", r, text)
			return
		}
	}
}

func hostile(t *testing.T) map[string]string {
	t.Helper()
	f, err := os.Open("../../testdata/strings.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	texts := make(map[string]string)
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var row struct{ Name, Text string }
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		texts[row.Name] = row.Text
	}
	if len(texts) < 40 {
		t.Fatal("the texts are gone")
	}
	return texts
}

// Every place that takes text shows it harmless and keeps it byte for byte.
func TestHostileTexts(t *testing.T) {
	x := newTrial(t)
	texts := hostile(t)
	t.Chdir(t.TempDir())
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		text := texts[name]
		id := strings.TrimSpace(x.does("new", "--title", text))
		if strings.TrimSpace(text) == "" { // blanks are neither an answer nor a title
			if _, _, code := x.run("set", id, "company-name="+text); code != exitUsage {
				t.Errorf("%s: an empty answer was taken", name)
			}
			text = name
		}
		entry, err := json.Marshal([]map[string]any{{"name": text, "kind": "natural"}})
		if err != nil {
			t.Fatal(err)
		}
		shown := x.does("set", id, "company-name="+text, "shareholders="+string(entry))
		shown += x.does("set", id, "--unknown", "uscc:"+strings.ReplaceAll(text, ":", "："))
		shown += x.does("material", id, "shareholder-id", "--status", "waived", "--reason", text, "--owner", text, "--note", text)
		shown += x.does("material", id, "other", "--name", text, "--asked-by", text)
		shown += x.does("track", id, "submitted", "--number", text, "--note", text)
		shown += x.does("track", id, "returned", "--item", ":other:"+text, "--reason", text)
		shown += x.does("show", id) + x.does("list") + x.does("export", id, "-o", "-", "--format", "txt")
		for _, args := range [][]string{
			{"show", text + "?"}, {"set", id, text}, {"set", id, "coverage=" + text}, {"track", id, text}, {"material", id, text, "--note", "x"},
			{"list", "--state", text}, {"list", "--sort", text}, {text + "?"}, {"list", "--" + text}, {"list", "--limit", text},
			{"explain", text, "x"}, {"explain", "call-center", text}, {"export", id, "-o", "x." + text + ".nope"}, {"export", id, "-o", "none/" + text + ".md"},
			{"procedure", "check", "none/" + text}, {"resolve", id, text}, {"--lang", text + "?", "list"}, {"material", id, "shareholder-id", "--of", text, "--due", text},
		} {
			_, errOut, code := x.run(args...)
			if code == exitDone {
				t.Errorf("%s: %q was taken", name, args)
			}
			shown += errOut
		}
		harmless(t, shown)
		exact(t, x, id, name, text)
		x.does("delete", id)
	}
}

// exact compares what JSON says with what was typed.
func exact(t *testing.T, x *trial, id, name, text string) {
	t.Helper()
	var got struct {
		Title       string
		Answers     map[string]any
		Materials   []struct{ Key, Of, Reason, Owner, Note, Name string }
		Events      []struct{ Number, Note string }
		Corrections []struct{ Text string }
	}
	if err := json.Unmarshal([]byte(x.does("show", id, "--json")), &got); err != nil {
		t.Fatal(err)
	}
	if got.Title != text && strings.TrimSpace(got.Title) != "" && name != "spaces" {
		t.Errorf("%s: the title is %+q", name, got.Title)
	}
	if v := got.Answers["company-name"]; v != text {
		t.Errorf("%s: the answer is %+q", name, v)
	}
	if e := got.Events[0]; e.Number != text || e.Note != text {
		t.Errorf("%s: the event is %+q", name, e)
	}
	if v := got.Corrections[0].Text; v != strings.TrimSpace(text) {
		t.Errorf("%s: the item is %+q", name, v)
	}
	for _, m := range got.Materials {
		if strings.HasPrefix(m.Key, "shareholder-id/") && (m.Of != text || m.Reason != text || m.Owner != text || m.Note != text) {
			t.Errorf("%s: the material is %+q", name, m)
		}
	}
}

// Bytes that are not UTF-8 are refused wherever text is kept.
func TestInvalidTextIsRefused(t *testing.T) {
	x := newTrial(t)
	id := strings.TrimSpace(x.does("new", "--title", "A"))
	bad := "a\xffb"
	for _, args := range [][]string{
		{"new", "--title", bad}, {"set", id, "company-name=" + bad}, {"set", id, "--unknown", "uscc:" + bad},
		{"material", id, "equity-chart", "--owner", bad}, {"material", id, "other", "--name", bad},
		{"track", id, "submitted", "--note", bad}, {"resolve", id, "i1", "--waive", bad},
	} {
		out, errOut, code := x.run(args...)
		if code != exitUsage || out != "" {
			t.Errorf("%q: exit code %d: %s", args, code, errOut)
		}
		harmless(t, errOut)
	}
	if got := x.does("show", id, "--json"); !strings.Contains(got, `"rev": 1,`) {
		t.Errorf("something was kept: %s", got)
	}
}
