package main

// examineAside names what lies about and could not be tidied up by opening the
// store: half-written documents, and the folder of the files that no
// application refers to. --clean empties that.
func (c *doctorCommand) examineAside() error {
	for _, path := range c.db.Unfinished() {
		c.addFinding("files", "unfinished", "Path", path)
	}
	dir, count, size, err := c.db.Aside()
	switch {
	case err != nil:
		c.addFinding("files", "damaged", "Cause", refuse(c.p, err).Message)
		return nil
	case count == 0 && c.clean:
		return c.db.Clean()
	case count == 0:
		return nil
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
