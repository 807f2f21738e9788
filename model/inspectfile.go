package model

import "slices"

// The defects that a file must not have, and what each means.
var defectRules = []struct {
	defect Defect
	code   InspectionCode
	level  Level
}{
	{EmptyFile, InspectEmpty, Fail},
	{Truncated, InspectTruncated, Fail},
	{Damaged, InspectDamaged, Fail},
	{NeedsPassword, InspectPassword, Fail},
	{NoPages, InspectNoPages, Fail},
	{Restricted, InspectRestricted, Warn},
}

// file checks one file. Rules for scans only warn; a file that cannot be read
// fails, and then nothing else is said of it.
func (in *inspector) file(f File) {
	about := func(code InspectionCode, level Level, want, got Value) {
		in.add(Inspection{Code: code, Level: level, File: f.SHA256, Name: f.Name, Want: want, Got: got, Sources: in.p.Scan.Sources})
	}
	l := f.Look
	if l == nil {
		about(InspectLook, Inconclusive, nil, nil)
		return
	}
	broken := false
	for _, r := range defectRules {
		if l.Has(r.defect) {
			about(r.code, r.level, nil, nil)
			broken = broken || r.level == Fail
		}
	}
	if broken {
		return
	}
	if l.Doubt != "" {
		about(InspectDoubt, Inconclusive, nil, Text(l.Doubt))
	}
	if max := in.p.Scan.MaxBytes; max > 0 {
		about(InspectSize, passOr(f.Size <= max, Warn), Number(max), Number(f.Size))
	}
	if in.format(f, about) {
		in.picture(l, about)
	}
}

type about func(code InspectionCode, level Level, want, got Value)

// format checks what the file is, and reports whether there is anything more
// to look at in it.
func (in *inspector) format(f File, about about) bool {
	l := f.Look
	if l.Format == "" {
		return false // not readable at all, which the doubt says
	}
	if !l.Format.Fits(f.Name) || l.Format == Other && endingKnown(f.Name) {
		level := Warn
		if l.Format == Other || l.Format == HTML {
			level = Fail // it is not what it says, and nothing that anybody takes
		}
		about(InspectEnding, level, Text(l.Format.Ending()), Text(EndingOf(f.Name)))
		if level == Fail {
			return false
		}
	}
	accepted := in.p.Scan.Formats
	switch {
	case l.Format.Draft():
		about(InspectDraft, Warn, formatNames(accepted), Text(l.Format))
		if l.Places > 0 {
			about(InspectPlaces, Fail, nil, Number(l.Places))
		}
		return false
	case len(accepted) > 0:
		about(InspectFormat, passOr(slices.Contains(accepted, l.Format), Warn), formatNames(accepted), Text(l.Format))
	}
	return l.Format.Image() || l.Format == PDF
}

func formatNames(fs []Format) Choices { return Choices(names(fs)) }

// endingKnown reports whether the name claims one of the known formats.
func endingKnown(name string) bool {
	for _, known := range endings {
		if slices.Contains(known, EndingOf(name)) {
			return true
		}
	}
	return false
}

// A page of A4 in inches, rounded down. A picture with the pixels for it is sharp enough
// whatever resolution it states: cameras state 72 for want of a better number.
const a4Long, a4Short = 11.68, 8.26

func (in *inspector) picture(l *Look, about about) {
	if least := in.p.Scan.MinDPI; least > 0 {
		enough := l.Format.Image() && enoughForA4(l, least)
		switch {
		case l.DPI > 0 && !(enough && l.DPI < least):
			about(InspectDPI, passOr(l.DPI >= least, Warn), Number(least), Number(l.DPI))
		case enough:
			about(InspectDPI, Pass, Number(least), nil)
		case l.Format.Image() || in.scanned():
			about(InspectDPI, Inconclusive, Number(least), nil)
		}
	}
	switch {
	case l.Tone != "":
		about(InspectTone, passOr(l.Tone == Colour, Warn), Text(Colour), Text(l.Tone))
	case l.Format.Image() || in.scanned():
		about(InspectTone, Inconclusive, Text(Colour), nil)
	}
	if l.Orientation > 0 {
		about(InspectUpright, passOr(l.Upright(), Warn), nil, nil)
	}
}

func enoughForA4(l *Look, dpi int) bool {
	return float64(max(l.Width, l.Height)) >= a4Long*float64(dpi) && float64(min(l.Width, l.Height)) >= a4Short*float64(dpi)
}

// scanned reports whether the document is paper that was scanned. Others may
// have been exported to PDF as they were written, without any resolution.
func (in *inspector) scanned() bool { return in.kind() == Certificate || in.kind() == Commitment }

// pages adds up the pages of the files; ok is false while one is not known.
func (in *inspector) pages() (sum int, ok bool) {
	for _, f := range in.row.Files {
		if f.Look == nil || f.Look.Pages == 0 {
			return 0, false
		}
		sum += f.Look.Pages
	}
	return sum, len(in.row.Files) > 0
}

// packing checks whether pages come as images, or from so many on as one PDF.
// Drafts are not packed yet.
func (in *inspector) packing() {
	from := in.p.Scan.PDFFromPages
	drafts := slices.ContainsFunc(in.row.Files, func(f File) bool { return f.Look != nil && f.Look.Format.Draft() })
	if from == 0 || len(in.row.Files) == 0 || drafts {
		return
	}
	found := Inspection{Code: InspectPacking, Level: Inconclusive, Want: Number(from), Sources: in.p.Scan.Sources}
	if pages, ok := in.pages(); ok {
		first := in.row.Files[0].Look.Format
		good := pages < from || len(in.row.Files) == 1 && first == PDF
		if pages < from {
			good = !slices.ContainsFunc(in.row.Files, func(f File) bool { return !f.Look.Format.Image() })
		}
		found.Level, found.Got = passOr(good, Warn), Number(pages)
	}
	in.add(found)
}
