package main

import (
	"context"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/store"
)

// Whoever presses Ctrl+C has not found a fault in xuke.
func TestStoppedIsNoFault(t *testing.T) {
	p, err := locales.New(locales.EN)
	if err != nil {
		t.Fatal(err)
	}
	c := &command{p: p}
	for _, err := range []error{context.Canceled, &store.SourceError{Err: context.Canceled}, unwritable("p.zip", context.Canceled)} {
		if r := c.refuse(err); r.Code != "stopped" || r.exit != exitFailed || r.Hint == "" {
			t.Errorf("%v: %q, %q, exit %d", err, r.Code, r.Message, r.exit)
		}
	}
}
