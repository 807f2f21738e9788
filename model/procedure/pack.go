package procedure

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// A Pack is a folder of somebody's own with definitions (*.toml) and texts
// (*.zh.toml, *.en.toml) side by side.
type Pack struct {
	Dir        string // as it is named in problems
	FS         fs.FS  // the folder itself, whose texts belong to it
	Procedures []*model.Procedure
	Broken     map[model.ProcedureID][]Problem // what is wrong with the others, by the id that they seem to have
	Overlays   []*Overlay
	files      map[*model.Procedure]string
	data       map[*model.Procedure][]byte
}

// maxFiles bounds how many definitions a folder is searched for.
const maxFiles = 200

// ReadPacks reads a folder of packs: the folder itself and those in it, as far
// as there are definitions or texts. The name is what problems call it. Of a
// folder that is not there it returns none.
func ReadPacks(name string, root fs.FS) ([]*Pack, error) {
	if _, err := fs.Stat(root, "."); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	dirs := []string{"."}
	entries, err := fs.ReadDir(root, ".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			dirs = append(dirs, e.Name())
		}
	}
	var packs []*Pack
	for _, dir := range dirs {
		names, err := fs.Glob(root, path.Join(dir, "*.toml"))
		if err != nil || len(names) == 0 {
			continue
		}
		sub, err := fs.Sub(root, dir)
		if err != nil {
			return nil, err
		}
		p := &Pack{Dir: path.Join(name, dir), FS: sub, Broken: map[model.ProcedureID][]Problem{}, files: map[*model.Procedure]string{}, data: map[*model.Procedure][]byte{}}
		p.read(names[:min(len(names), maxFiles)])
		packs = append(packs, p)
	}
	return packs, nil
}

func (p *Pack) read(names []string) {
	for _, name := range names {
		base := path.Base(name)
		if IsText(base) {
			continue
		}
		file := path.Join(p.Dir, base)
		data, err := fs.ReadFile(p.FS, base)
		if err != nil {
			p.breaks(guess(base, nil), Problem{File: file, Code: Unreadable, Detail: err.Error()})
			continue
		}
		if IsOverlay(data) {
			o, problems := LoadOverlay(file, data)
			if o == nil {
				p.breaks(guess(base, data), problems...)
				continue
			}
			p.Overlays = append(p.Overlays, o)
			continue
		}
		proc, problems := Load(file, data)
		if proc == nil {
			p.breaks(guess(base, data), problems...)
			continue
		}
		p.Procedures = append(p.Procedures, proc)
		p.files[proc], p.data[proc] = file, data
	}
}

// IsText reports whether a file name is one of texts.
func IsText(name string) bool {
	return slices.ContainsFunc(Languages, func(lang string) bool { return strings.HasSuffix(name, "."+lang+".toml") })
}

var idLine = lazy(`(?m)^id\s*=\s*"([^"]+)"`)

// guess is the id that a broken file seems to be about.
func guess(name string, data []byte) model.ProcedureID {
	if m := idLine().FindSubmatch(data); m != nil {
		return model.ProcedureID(m[1])
	}
	return model.ProcedureID(strings.TrimSuffix(name, ".toml"))
}

func (p *Pack) breaks(id model.ProcedureID, problems ...Problem) {
	p.Broken[id] = append(p.Broken[id], problems...)
}

// Break takes procedures out of the pack because of problems that others have
// found: those of its texts concern all of them.
func (p *Pack) Break(problems ...Problem) {
	for id, own := range p.Broken {
		p.Broken[id] = slices.Concat(problems, own)
	}
	for _, proc := range p.Procedures {
		if len(p.Broken[proc.ID]) == 0 {
			p.breaks(proc.ID, problems...)
		}
	}
	if len(p.Broken) == 0 {
		p.breaks("", problems...)
	}
	p.Procedures, p.Overlays = nil, nil
}

// Check takes out the procedures that lack texts.
func (p *Pack) Check(has func(lang, id string) bool) {
	p.Procedures = slices.DeleteFunc(p.Procedures, func(proc *model.Procedure) bool {
		missing := Check(proc, p.files[proc], has)
		if len(missing) > 0 {
			p.breaks(proc.ID, missing...)
		}
		return len(missing) > 0
	})
}

// Problems lists everything that is wrong with the pack, each once.
func (p *Pack) Problems() []Problem {
	var all []Problem
	for _, ps := range p.Broken {
		for _, problem := range ps {
			if !slices.Contains(all, problem) {
				all = append(all, problem)
			}
		}
	}
	slices.SortFunc(all, compareProblems)
	return all
}
