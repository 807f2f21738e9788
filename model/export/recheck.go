package export

import "github.com/xuke-cli/xuke/model"

// Facts names facts that stand on a paper.
func (w Words) Facts(facts []model.Printed) string {
	names := make([]string, len(facts))
	for i, f := range facts {
		names[i] = w.Question(f.Question)
		if f.Field != "" {
			names[i] = w.Column(f.Question, f.Field)
		}
	}
	return w.List(names)
}

// Recheck says that a row has to be checked again, and what has changed. It is
// "" for a row of which nothing has.
func (w Words) Recheck(r model.ListRow) string {
	if len(r.Recheck) == 0 {
		return ""
	}
	return w.say("recheck", "Material", w.Row(r), "Facts", w.Facts(r.Recheck))
}

// Rechecked is Recheck without the name of the row, for where it stands already.
func (w Words) Rechecked(r model.ListRow) string {
	if len(r.Recheck) == 0 {
		return ""
	}
	return w.say("gap.recheck", "Facts", w.Facts(r.Recheck))
}
