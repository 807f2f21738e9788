package page

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A Row is one thing of a list: how it looks and what can be done with it.
// Everything that may change while it is shown is a function.
type Row struct {
	Key    string                             // names it: the focus stays on it when the list changes
	Group  func() string                      // the heading above the first row of its group; nil for none
	Lines  func(w int, focused bool) []string // as many as the list's rows are high
	Open   func() Step                        // what Enter does; nil for nothing
	Toggle func() Step                        // what Space does; nil for nothing
	Part   model.Part                         // what Why and Sources tell about; zero for nothing
	Told   func() []string                    // paragraphs about it, while it is in focus; nil for none
}

// Rows is a list of rows, of which one is in focus.
type Rows struct {
	list *widget.List
	rows []Row
	key  string
}

// Rows makes an empty list of rows of height lines each.
func (e *Env) Rows(height int) *Rows {
	r := &Rows{}
	r.list = widget.NewList(e.Kit, height, r.lines)
	r.list.Header = r.header
	return r
}

func (r *Rows) lines(i, w int, focused bool) []string {
	if i >= len(r.rows) {
		return nil
	}
	return r.rows[i].Lines(w, focused)
}

func (r *Rows) header(i int) string {
	group := r.group(i)
	if i > 0 && r.group(i-1) == group {
		return ""
	}
	return group
}

func (r *Rows) group(i int) string {
	if i >= len(r.rows) || r.rows[i].Group == nil {
		return ""
	}
	return r.rows[i].Group()
}

// Set shows other rows. The focus stays on the row of its key. Where that is
// gone, the focus goes to the nearest row after it that is still there, else to
// the nearest before it; where all rows are new, it stays at its place.
func (r *Rows) Set(rows []Row) {
	near := []string{r.key}
	if at := r.Index(); at >= 0 {
		before := slices.Clone(r.rows[:at])
		slices.Reverse(before)
		for _, row := range slices.Concat(r.rows[at:], before) {
			near = append(near, row.Key)
		}
	}
	r.rows = rows
	r.list.SetCount(len(rows))
	for _, key := range near {
		if slices.ContainsFunc(rows, func(row Row) bool { return row.Key == key }) {
			r.Focus(key)
			return
		}
	}
	r.Select(r.list.At())
}

// Focus puts the row of a key in focus, if there is one.
func (r *Rows) Focus(key string) {
	if i := slices.IndexFunc(r.rows, func(row Row) bool { return row.Key == key }); i >= 0 {
		r.list.Select(i)
	}
	if row, ok := r.At(); ok {
		r.key = row.Key
	}
}

// Select puts row i in focus.
func (r *Rows) Select(i int) {
	r.list.Select(i)
	if row, ok := r.At(); ok {
		r.key = row.Key
	}
}

// At returns the row in focus, if there are any rows.
func (r *Rows) At() (Row, bool) {
	i := r.list.At()
	if i < 0 || i >= len(r.rows) {
		return Row{}, false
	}
	return r.rows[i], true
}

// Index returns the place of the row in focus, -1 for none.
func (r *Rows) Index() int { return r.list.At() }

// Len returns the number of rows.
func (r *Rows) Len() int { return len(r.rows) }

// Key returns that of the row in focus, "" for none.
func (r *Rows) Key() string { return r.key }

// Update moves the focus and opens rows, and reports whether the focus moved.
func (r *Rows) Update(msg tea.Msg) (step Step, moved bool) {
	event := widget.Ignored
	switch m := msg.(type) {
	case widget.ClickMsg:
		event = m.Do()
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = r.list.Update(m)
	}
	row, ok := r.At()
	if !ok {
		return nil, false
	}
	r.key = row.Key
	if event == widget.Picked && row.Open != nil {
		return row.Open(), false
	}
	return nil, event == widget.Moved
}

// Draw draws as many rows as there is room for.
func (r *Rows) Draw(w, h int) Drawn { return widget.Draw(r.list, w, max(1, h)) }
