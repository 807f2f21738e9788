package main

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/store"
)

// View shows a file in the program that the system has for it. It shows a copy
// under the name of the file, so that nothing is ever written to the vault. The
// copy goes when xuke ends: the program that was started may have handed the
// file to another one, so its end says nothing.
func (v cabinet) View(f model.File) error {
	dir, err := v.db.ScratchDir()
	if err != nil {
		return err
	}
	path := filepath.Join(dir, safeName(f.Name))
	if err := v.copyTo(path, f.SHA256); err != nil {
		if store.CodeOf(err) == store.NotFound {
			err = unreadable(f.Name, errVanished) // its hash says nothing to the user
		}
		return errors.Join(err, os.RemoveAll(dir))
	}
	name, args := viewer(path)
	if _, err := exec.LookPath(name); err != nil {
		return errors.Join(unreadable(f.Name, errNoViewer), os.RemoveAll(dir))
	}
	cmd := exec.Command(name, args...) // without the terminal: it must not draw there
	if err := cmd.Start(); err != nil {
		return errors.Join(unreadable(f.Name, err), os.RemoveAll(dir))
	}
	go cmd.Wait() //nolint:errcheck // the viewer reports its errors itself
	return nil
}

// safeName makes a name that every system takes, and keeps the ending, by which
// the system finds the program.
func safeName(name string) string {
	ending := filepath.Ext(name)
	return export.FileName(strings.TrimSuffix(name, ending)) + ending
}

func (v cabinet) copyTo(path string, id model.FileID) error {
	from, err := v.db.OpenFile(id)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o400)
	if err != nil {
		return unwritable(path, err)
	}
	_, err = io.Copy(to, from)
	if err = errors.Join(err, to.Close()); err != nil {
		return unwritable(path, err)
	}
	return nil
}

// viewer returns the command that opens a file in the program that the user
// has chosen for its kind.
func viewer(path string) (name string, args []string) {
	switch runtime.GOOS {
	case "darwin":
		return "open", []string{path}
	case "windows":
		return "rundll32", []string{"url.dll,FileProtocolHandler", path}
	}
	return "xdg-open", []string{path}
}
