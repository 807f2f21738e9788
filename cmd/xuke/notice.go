package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/model/notice"
)

// readNotice reads the notice in a file, or on standard input, against the rows
// and questions of an application.
func (s *session) readNotice(a *subject, file string) (notice.Notice, error) {
	text, err := s.noticeText(file)
	if err != nil {
		return notice.Notice{}, err
	}
	var words []notice.Vocabulary
	for _, lang := range locales.Langs {
		p, err := s.printer(lang)
		if err != nil {
			return notice.Notice{}, err
		}
		words = append(words, p)
	}
	return notice.Read(text, notice.NewWords(a.proc, &a.Application, words...)), nil
}

// noticeText is the text of a notice. What is no UTF-8 was saved by an editor
// on Windows, in the encoding of the country.
func (s *session) noticeText(file string) (string, error) {
	var data []byte
	var err error
	if file == "-" {
		data, err = io.ReadAll(io.LimitReader(s.in, mostSmall))
	} else {
		data, err = readSmall(file)
	}
	if err != nil {
		return "", unreadable(file, err)
	}
	text := strings.TrimPrefix(string(data), "\uFEFF")
	if !utf8.ValidString(text) {
		if t, err := simplifiedchinese.GB18030.NewDecoder().String(text); err == nil {
			text = t
		}
	}
	if strings.TrimSpace(text) == "" {
		return "", s.usage(locales.CLIErrorNoticeEmpty, "File", file)
	}
	return text, nil
}

// A noticeRecord is what was read from a notice, as scripts get it. Offered is
// what may be an item and stands in no list; it is not recorded.
type noticeRecord struct {
	Kind    notice.Kind   `json:"kind"`
	Number  string        `json:"number"`
	Date    model.Date    `json:"date"`
	Due     *model.Term   `json:"due"`
	Items   []notice.Item `json:"items"`
	Offered []notice.Item `json:"offered"`
	Rest    []string      `json:"rest"`
}

func noticeRecordOf(n notice.Notice) noticeRecord {
	items, offered := n.Asks()
	r := noticeRecord{n.Kind, n.Number, n.Date, nil, append([]notice.Item{}, items...), append([]notice.Item{}, offered...), n.Rest}
	if !n.Due.IsZero() {
		r.Due = &n.Due
	}
	return r
}

// sayNotice prints what was read, and what would be left out.
func (s *session) sayNotice(a *subject, e model.Event, n notice.Notice) {
	for _, f := range []struct{ field, text string }{
		{"number", legible.Line(e.Number)}, {"date", a.Day(e.Date)}, {"received", a.Day(e.Received)},
		{"due", a.TermOn(e.Due, e.Date, e.Received, s.workdays())},
	} {
		if f.text != "" {
			fmt.Fprintln(s.out, s.p.Label(s.p.Text("term", "event-field", f.field), f.text))
		}
	}
	record := noticeRecordOf(n)
	s.part(s.text(locales.CLINoticeItems, "Count", len(record.Items)), s.noticeItems(a, record.Items))
	s.part(s.text(locales.CLINoticeOffered, "Count", len(record.Offered)), s.noticeItems(a, record.Offered))
	var rest []string
	for _, line := range record.Rest {
		rest = append(rest, legible.Line(line))
	}
	s.part(s.text(locales.CLINoticeRest, "Count", len(rest)), rest)
}

func (s *session) noticeItems(a *subject, items []notice.Item) []string {
	return columns(items, func(it notice.Item) []string {
		about := s.p.T(locales.CLINoticeAboutNothing)
		if !it.IsZero() {
			about = a.Item(it.Model(), &a.Application)
		}
		return []string{about, s.p.Text("term", "reason", string(it.Reason)), legible.Line(it.Text)}
	})
}
