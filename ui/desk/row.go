package desk

import "github.com/xuke-cli/xuke/model"

// MaterialDraft names a field of a row among the half-typed texts.
func MaterialDraft(key model.MaterialKey, field string) string {
	return "material/" + string(key) + "/" + field
}

// Blocked reports whether nothing can be noted about a row yet: it is needed for
// each entry of a list that is not filled in.
func Blocked(r model.ListRow) bool {
	return r.Needed == model.Unknown && r.Material != nil && r.Material.Per != nil && r.Of == nil
}
