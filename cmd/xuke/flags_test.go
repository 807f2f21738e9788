package main

import (
	"testing"

	"github.com/xuke-cli/xuke/locales"
)

// Help and errors of the flag parser need some flags before it runs.
func TestPeek(t *testing.T) {
	env := map[string]string{"XUKE_DATA": "of-env", "XUKE_LANG": "zh", "XUKE_PROCEDURES": "packs-of-env"}
	for _, tt := range []struct {
		args []string
		want flags
	}{
		{nil, flags{data: "of-env", lang: "zh", procedureFolder: "packs-of-env"}},
		{[]string{"list", "--lang", "en", "--data=here"}, flags{data: "here", lang: "en", langGiven: "en", procedureFolder: "packs-of-env"}},
		{[]string{"--lang=zh", "--lang=both", "--json"}, flags{data: "of-env", lang: "both", langGiven: "both", procedureFolder: "packs-of-env", json: true}},
		{[]string{"set", "--", "--json", "--data", "x"}, flags{data: "of-env", lang: "zh", procedureFolder: "packs-of-env"}},
		{[]string{"--procedures", "packs", "--data"}, flags{data: "of-env", lang: "zh", procedureFolder: "packs"}},
	} {
		if got := peek(tt.args, func(name string) string { return env[name] }); got != tt.want {
			t.Errorf("%q: %+v, want %+v", tt.args, got, tt.want)
		}
	}
}

// What looks like --json may be the value of another flag.
func TestSettle(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want bool
	}{
		{[]string{"new", "--json"}, true},
		{[]string{"new", "--json=false"}, false},
		{[]string{"new", "--title", "--json"}, false},
		{[]string{"open", "--accessible"}, false},
	} {
		s := speaking(t, locales.EN)
		s.flags = peek(tt.args, s.getenv)
		cmd, rest, err := newRoot(s).Find(tt.args)
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.ParseFlags(rest); err != nil {
			t.Fatal(err)
		}
		if s.settle(cmd, s.getenv); s.json != tt.want || s.data == "" {
			t.Errorf("%q: JSON %v, data in %q", tt.args, s.json, s.data)
		}
	}
}
