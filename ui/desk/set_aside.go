package desk

import "github.com/xuke-cli/xuke/model"

// DetachAll takes the files of a row that is set aside off an application. They
// stay in its history.
func (d *Desk) DetachAll(app *model.Application, row model.AsideRow) error {
	for _, f := range row.Files {
		if err := app.Detach(d.Proc, row.Key, f.SHA256, d.Env.Now()); err != nil {
			return err
		}
	}
	return nil
}
