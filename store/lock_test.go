package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// hold is another process: it opens the store, says so, and waits to be killed
// or for its input to end.
func hold(dir string) {
	s, err := Open(dir, Options{Now: func() time.Time { return epoch }})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("open")
	io.Copy(io.Discard, os.Stdin) //nolint:errcheck // either way it is over
	s.Close()                     //nolint:errcheck // nobody is looking
}

// holder starts another process that has the store open.
func startHolder(t *testing.T, dir string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "XUKE_TEST_HOLD="+dir)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		cmd.Process.Kill()
		cmd.Wait()
	})
	said := make([]byte, 5)
	if _, err := io.ReadFull(out, said); err != nil || string(said) != "open\n" {
		t.Fatalf("the other process said %q, %v", said, err)
	}
	return cmd
}

func TestAnotherProcess(t *testing.T) {
	t.Parallel() // it mostly waits
	dir := t.TempDir()
	holder := startHolder(t, dir)
	for _, readOnly := range []bool{false, true} {
		start := time.Now()
		_, err := Open(dir, Options{ReadOnly: readOnly})
		took := time.Since(start)
		var busy *BusyError
		if !errors.As(err, &busy) || busy.PID != holder.Process.Pid || !busy.Since.Equal(epoch) || busy.Program == "" {
			t.Errorf("read only %v: %v", readOnly, err)
		}
		wantCode(t, err, Busy)
		if took > 20*lockWait { // it gives up; a busy machine may let it wait longer than it wants to
			t.Errorf("it took %v to say so", took)
		}
	}
	holder.Process.Kill() // as kill -9: it has no time to tidy up
	holder.Wait()
	s := openDir(t, dir)
	create(t, s, sample("蓝鲸"))
}

func TestSameProcessTwice(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openDir(t, dir)
	_, err := Open(dir, Options{})
	var busy *BusyError
	if !errors.As(err, &busy) || busy.PID != os.Getpid() {
		t.Errorf("%v", err)
	}
	s.Close()
	openDir(t, dir)
}

func TestReaders(t *testing.T) {
	dir := t.TempDir()
	_, err := Open(dir, Options{ReadOnly: true})
	wantCode(t, err, NotFound)
	s := openDir(t, dir)
	a := create(t, s, sample("蓝鲸"))
	s.Close()
	for range 2 { // side by side
		r, err := Open(dir, Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if got, err := r.Load(a.ID); err != nil || !same(got, a) {
			t.Errorf("%v, %+v", err, got)
		}
		_, err = r.Create(sample("b"), summary(a, "preparing", model.Date{}))
		wantCode(t, err, ReadOnly)
	}
}
