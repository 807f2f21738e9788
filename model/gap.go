package model

// A Gap is what keeps a packet from being complete: a row that has to be there
// and has no file, or files that will not do.
type Gap struct {
	Row   ListRow
	Code  GapCode
	Fails []Inspection // with WillNotDo: the inspections that failed
}

// A GapCode says what is wrong with a row.
type GapCode string

// Gaps.
const (
	NoFile    GapCode = "missing"   // required, and no file is attached
	Undecided GapCode = "undecided" // no file, and an unanswered question decides whether it is required
	WillNotDo GapCode = "fail"      // an inspection of its files or facts failed
)

// Gaps lists them in the order of the list. What is waived, or only needed
// where an authority asks, is no gap. That a person marked a row as checked
// neither puts a file into the packet nor mends one.
func Gaps(p *Procedure, a *Application) []Gap {
	var gaps []Gap
	for _, r := range Checklist(p, a) {
		if r.Required() != Yes || r.Status == Waived {
			continue
		}
		switch {
		case len(r.Files) > 0:
			if fails := failed(Inspect(p, a, r)); len(fails) > 0 {
				gaps = append(gaps, Gap{r, WillNotDo, fails})
			}
		case r.Needed == True:
			gaps = append(gaps, Gap{Row: r, Code: NoFile})
		case r.Needed == Unknown:
			gaps = append(gaps, Gap{Row: r, Code: Undecided})
		}
	}
	return gaps
}

func failed(found []Inspection) (fails []Inspection) {
	for _, i := range found {
		if i.Level == Fail {
			fails = append(fails, i)
		}
	}
	return fails
}
