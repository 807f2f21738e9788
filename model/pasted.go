package model

import (
	"net/url"
	"strings"
)

// SplitPaths reads the paths of files as people paste them, and as terminals
// type them when files are dropped: one or several, a line each or in a row,
// in quotes, with backslashes before blanks, or as file:// URLs. A path with
// plain blanks stays whole, unless what follows a blank begins a path anew.
// "~" is left for whoever knows the home folder.
//
//	'/home/li/营业执照.pdf' '/home/li/章程.pdf'   two paths
//	/home/li/股权\ 结构图.pdf                      one, with a blank
//	file:///home/li/%E7%AB%A0%E7%A8%8B.pdf          one
//	C:\材料\营业 执照.pdf                           one, as it stands
func SplitPaths(text string) []string {
	var paths []string
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' || r == 0 }) {
		line = strings.TrimSpace(line)
		for line != "" {
			var path string
			path, line = nextPath(line)
			if path != "" {
				paths = append(paths, path)
			}
		}
	}
	return paths
}

var (
	windowsPath = lazy(`^(?:[A-Za-z]:[\\/]|\\\\)`)
	pathBegins  = lazy(`^(?:["']|/|~/|file://|[A-Za-z]:[\\/]|\\\\)`)
)

// nextPath takes one path off a line, and returns what is left of the line.
func nextPath(line string) (path, rest string) {
	if quote := line[0]; quote == '"' || quote == '\'' {
		if body, after, ok := strings.Cut(line[1:], line[:1]); ok && (after == "" || after[0] == ' ' || after[0] == '\\') {
			return quoted(body, after, quote)
		}
	}
	end := pathEnd(line, windowsPath().MatchString(line))
	path, rest = line[:end], strings.TrimLeft(line[end:], " \t")
	if path = strings.TrimRight(path, " \t"); windowsPath().MatchString(path) {
		return path, rest
	}
	if strings.HasPrefix(path, "file://") {
		return fromURL(path), rest
	}
	return unescape(path), rest
}

// quoted goes on where a shell ends the quotes for an apostrophe of the name:
// 'it'\”s.pdf'.
func quoted(body, after string, quote byte) (path, rest string) {
	apostrophe := `\'` + string(quote)
	for quote == '\'' && strings.HasPrefix(after, apostrophe) {
		more, left, ok := strings.Cut(after[len(apostrophe):], string(quote))
		if !ok {
			break
		}
		body, after = body+"'"+more, left
	}
	if strings.HasPrefix(body, "file://") {
		body = fromURL(body)
	}
	return body, strings.TrimLeft(after, " \t")
}

// pathEnd returns where the path that begins a line ends: at a blank after
// which another path begins. Where a backslash hides the blank it does not.
func pathEnd(line string, plain bool) int {
	for i := 1; i < len(line); i++ {
		switch {
		case line[i] == '\\' && !plain:
			i++
		case line[i] == ' ' || line[i] == '\t':
			if next := strings.TrimLeft(line[i:], " \t"); pathBegins().MatchString(next) {
				return i
			}
		}
	}
	return len(line)
}

// fromURL returns the path of a file URL. One that is no such URL after all
// stays as it is.
func fromURL(text string) string {
	u, err := url.Parse(text)
	if err != nil || u.Host != "" && u.Host != "localhost" {
		return text
	}
	path := u.Path
	if windowsPath().MatchString(strings.TrimPrefix(path, "/")) {
		path = path[1:]
	}
	return path
}

// unescape takes away the backslashes that a terminal or shell puts before
// blanks, brackets and the like. Before a letter or a digit they are meant.
func unescape(path string) string { return escaped().ReplaceAllString(path, "$1") }

var escaped = lazy(`\\([^\p{L}\p{N}])`)
