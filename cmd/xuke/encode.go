package main

import (
	"bytes"
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/draft"
	"github.com/xuke-cli/xuke/model/export"
)

// An encoder writes a document about an application in a format, once for each
// of the languages. Commands and wizard share them.
type encoder func(p *model.Procedure, a *model.Application, format string, langs []locales.Lang) ([]byte, error)

// encodeList writes the checklist.
func (s *session) encodeList(p *model.Procedure, a *model.Application, format string, langs []locales.Lang) ([]byte, error) {
	words, err := s.wordsIn(p, langs)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = export.Encode(&b, format, a, s.workdays(), export.Options{Today: s.thisDay()}, words...)
	return b.Bytes(), err
}

// encodeRequest writes the list of what an owner has to bring.
func (s *session) encodeRequest(owner string) encoder {
	return func(p *model.Procedure, a *model.Application, format string, langs []locales.Lang) ([]byte, error) {
		words, err := s.wordsIn(p, langs)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		err = export.EncodeRequest(&b, format, a, owner, export.Options{Today: s.thisDay()}, words...)
		return b.Bytes(), err
	}
}

// encodeDraft writes the draft of a material. It is Chinese whatever the
// languages are; English puts a note in front.
func (s *session) encodeDraft(id model.MaterialID) encoder {
	return func(p *model.Procedure, a *model.Application, _ string, langs []locales.Lang) ([]byte, error) {
		words, err := s.wordsIn(p, []locales.Lang{locales.ZH, locales.EN})
		if err != nil {
			return nil, err
		}
		opt := draft.Options{Today: s.thisDay()}
		if slices.Contains(langs, locales.EN) {
			opt.Note = words[1]
		}
		var b bytes.Buffer
		err = draft.Write(&b, words[0], p, a, id, opt)
		return b.Bytes(), err
	}
}

// papers returns the documents and names of a packet in each of the languages.
func (s *session) papers(p *model.Procedure, a *model.Application, langs []locales.Lang) (*export.Packet, error) {
	words, err := s.wordsIn(p, append([]locales.Lang{locales.ZH}, langs...))
	if err != nil {
		return nil, err
	}
	return export.NewPacket(a, export.Options{Today: s.thisDay()}, words[0], words[1:]...), nil
}
