package desk

import (
	"github.com/xuke-cli/xuke/model"
)

// materialDraft names a field of a row among the half-typed texts.
func MaterialDraft(key model.MaterialKey, field string) string {
	return "material/" + string(key) + "/" + field
}

// materialDrafts names all fields of a row.
func MaterialDrafts(key model.MaterialKey) []string {
	var names []string
	for _, f := range []string{"status", "reason", "owner", "due", "note"} {
		names = append(names, MaterialDraft(key, f))
	}
	return names
}

// materialPart is what can be explained about a row.
func MaterialPart(r model.ListRow) model.Part {
	part := model.Part{Kind: "material", ID: string(r.MaterialID())}
	if r.Material != nil {
		part.Sources = r.Material.Sources
	}
	return part
}

// blocked reports whether nothing can be noted about a row: for whom it is
// needed depends on a list that nobody has filled in.
func Blocked(r model.ListRow) bool {
	return r.Needed == model.Unknown && r.Material != nil && r.Material.Per != nil && r.Of == nil
}
