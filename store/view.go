package store

import (
	"encoding/json"
	"fmt"

	"github.com/xuke-cli/xuke/model"
)

// viewsKey is the setting that the views are kept in.
const viewsKey = "views"

// Views returns the views that the person has saved, in their order.
func (s *Store) Views() (views []model.View, err error) {
	text, err := s.Setting(viewsKey)
	if err != nil || text == "" {
		return nil, err
	}
	if err := json.Unmarshal([]byte(text), &views); err != nil {
		return nil, &Error{Code: Corrupt, Path: s.path, Err: fmt.Errorf("the saved views: %w", err)}
	}
	return views, nil
}

// KeepViews keeps them in the place of those that were there.
func (s *Store) KeepViews(views []model.View) error {
	if len(views) == 0 {
		return s.SetSetting(viewsKey, "")
	}
	text, err := json.Marshal(views)
	if err != nil {
		return err
	}
	return s.SetSetting(viewsKey, string(text))
}
