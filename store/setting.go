package store

// Setting returns a preference of the person, "" where there is none.
func (s *Store) Setting(key string) (value string, err error) {
	err = s.view(func(t tx) error {
		v, err := t.get(settings, key)
		if v == nil && err == nil {
			err = t.sound(settings)
		}
		value = string(v)
		return err
	})
	return value, err
}

// SetSetting keeps a preference; "" forgets it. A key is not empty.
func (s *Store) SetSetting(key, value string) error {
	return s.update(func(t tx) error {
		if value == "" {
			_, err := t.delete(settings, key)
			return err
		}
		return t.put(settings, key, []byte(value))
	})
}
