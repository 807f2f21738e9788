package calendar

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
)

// firstYear is the first that has a file.
const firstYear = 2002

//go:embed years/*.toml
var years embed.FS

// published returns the notice for a year that comes with the program. A file
// that cannot be read is a mistake in the program; the tests read them all.
func published(year int) (n Notice, ok bool) {
	name := fmt.Sprintf("years/%d.toml", year)
	data, err := years.ReadFile(name)
	if err != nil {
		return Notice{}, false
	}
	n, problems := Read(data)
	if len(problems) > 0 || n.Year != year {
		panic(fmt.Sprintf("%s holds the year %d: %v", name, n.Year, problems))
	}
	return n, true
}

// publishedYears lists the years that come with the program.
func publishedYears() (ys []int) {
	files, _ := years.ReadDir("years") // which is in the program
	for _, f := range files {
		if y, err := strconv.Atoi(strings.TrimSuffix(f.Name(), ".toml")); err == nil {
			ys = append(ys, y)
		}
	}
	return ys
}
