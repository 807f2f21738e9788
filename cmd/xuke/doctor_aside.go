package main

// examineAside names the folder of the files that no application refers to,
// and with --clean empties it.
func (c *doctorCommand) examineAside() error {
	dir, count, size, err := c.db.Aside()
	if err != nil || count == 0 {
		return err
	}
	code := "aside"
	if c.clean {
		if err := c.db.Clean(); err != nil {
			return err
		}
		code = "cleaned"
	}
	c.addNote("files", code, "Path", dir, "Count", count, "Size", c.p.Size(size))
	return nil
}
