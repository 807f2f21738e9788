package store

import "github.com/xuke-cli/xuke/model"

// Change does the same to several applications, all of them or none: labels,
// archive. It must not change what the summary says of the work (answers,
// materials, events), which is kept as it is. What is damaged or unknown is an
// error that names it. Those that change nothing are not saved.
func (s *Store) Change(ids []model.ApplicationID, change func(*model.Application) error) error {
	return s.update(func(t tx) error {
		for _, id := range ids {
			app, err := t.load(id)
			if err != nil {
				return err
			}
			was := app.Clone()
			if err := change(&app); err != nil {
				return err
			}
			changes, err := model.Changes(&was, &app)
			if err != nil {
				return err
			}
			if len(changes) == 0 {
				continue
			}
			old, err := t.old(id)
			if err != nil {
				return err
			}
			if _, err := t.save(app, old.Summary, nil, 0); err != nil {
				return err
			}
		}
		return nil
	})
}
